import type { LookupAttributeKey } from '@aws-sdk/client-cloudtrail';
import type { Api } from '../../aws/api.ts';

type CloudTrailSdk = typeof import('@aws-sdk/client-cloudtrail');

/** What was found in a region's event history, newest first. */
export interface RecentEvents<T> {
  readonly events: readonly T[];
  /** The whole history (90 days) was read; otherwise only events after `readBackTo`. */
  readonly complete: boolean;
  /** Time of the oldest event that was looked at. */
  readonly readBackTo: string | undefined;
}

/**
 * Looks through the event history (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html).
 * AWS allows two requests of 50 events a second, so the number of pages is bounded and the answer says how far it goes.
 * @param pick projects an event (its `CloudTrailEvent` parsed) or leaves it out with undefined
 */
export async function recentEvents<T>(
  api: Api<CloudTrailSdk, 'LookupEvents'>,
  attribute: { key: LookupAttributeKey; value: string },
  pick: (event: unknown) => T | undefined,
  maxPages = 40,
): Promise<RecentEvents<T>> {
  const events: T[] = [];
  let readBackTo: string | undefined;
  let pages = 0;
  const input = {
    LookupAttributes: [{ AttributeKey: attribute.key, AttributeValue: attribute.value }],
    MaxResults: 50,
  };
  for await (const page of api.pages('LookupEvents', input)) {
    pages += 1;
    for (const { CloudTrailEvent, EventTime } of page.Events ?? []) {
      readBackTo = EventTime?.toISOString() ?? readBackTo;
      if (CloudTrailEvent === undefined) continue;
      const event: unknown = JSON.parse(CloudTrailEvent);
      const picked = pick(event);
      if (picked !== undefined) events.push(picked);
    }
    if (pages === maxPages && page.NextToken !== undefined) return { events, complete: false, readBackTo };
  }
  return { events, complete: true, readBackTo };
}

/** The text at a path of an event, e.g. `textAt(event, 'userIdentity', 'type')`; undefined where there is none. */
export function textAt(event: unknown, ...path: readonly string[]): string | undefined {
  let value = event;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return typeof value === 'string' ? value : undefined;
}
