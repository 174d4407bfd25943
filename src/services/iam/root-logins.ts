/** A console sign-in attempt of the root user. */
export interface RootLogin {
  readonly at: string;
  readonly succeeded: boolean;
}

/**
 * Projects a `ConsoleLogin` event to the root user's sign-in
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html).
 */
export function rootLogin(event: Record<string, unknown>): RootLogin | undefined {
  const identity = event['userIdentity'] as { type?: unknown } | undefined;
  const answer = event['responseElements'] as { ConsoleLogin?: unknown } | null | undefined;
  if (event['eventName'] !== 'ConsoleLogin' || identity?.type !== 'Root') return undefined;
  const at = event['eventTime'];
  return typeof at === 'string' ? { at, succeeded: answer?.ConsoleLogin === 'Success' } : undefined;
}
