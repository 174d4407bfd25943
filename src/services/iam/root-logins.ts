import { textAt } from '../cloudtrail/recent-events.ts';

/** A console sign-in attempt of the root user. */
export interface RootLogin {
  readonly at: string;
  readonly succeeded: boolean;
}

/**
 * Projects a `ConsoleLogin` event to the root user's sign-in
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html).
 */
export function rootLogin(event: unknown): RootLogin | undefined {
  if (textAt(event, 'eventName') !== 'ConsoleLogin' || textAt(event, 'userIdentity', 'type') !== 'Root')
    return undefined;
  const at = textAt(event, 'eventTime');
  return at === undefined
    ? undefined
    : { at, succeeded: textAt(event, 'responseElements', 'ConsoleLogin') === 'Success' };
}
