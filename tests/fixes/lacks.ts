/** Why a command is not tried: an operation that it sends, or that judging it asks, has no answer. The test asks the emulator. */
export const lacks = (service: string, operation: string): string => `the emulator lacks ${service}:${operation}`;

/** Service and operation of such a reason. */
export const lackedIn = (reason: string): readonly string[] | undefined =>
  /^the emulator lacks (\w+):(\w+)$/.exec(reason)?.slice(1);
