import type { Api } from '../../aws/api.ts';
import { recentEvents, textAt } from '../cloudtrail/recent-events.ts';

type CloudTrailSdk = typeof import('@aws-sdk/client-cloudtrail');

/** An operation with which STS issues credentials beside roles. */
export type IssuingOperation = 'AssumeRoot' | 'GetFederationToken' | 'GetSessionToken';

/** Credentials that one principal was issued for one time. */
export interface Issued {
  /** ARN of who asked; undefined where the event does not say. */
  readonly who: string | undefined;
  /** For how long they are valid. */
  readonly seconds: number;
  readonly count: number;
  /** ISO 8601 time of the last one. */
  readonly last: string;
}

/** What a region issued, as far as its event history was read. */
export interface IssuedHere {
  readonly issued: readonly Issued[];
  /** The whole history (90 days) was read; otherwise only what came after `readBackTo`. */
  readonly complete: boolean;
  readonly readBackTo: string | undefined;
}

interface Event {
  readonly who: string | undefined;
  readonly seconds: number;
  readonly at: string;
}

/** 500 events: more than people ask for, and five seconds at the rate that AWS allows. */
const mostPages = 10;

/** Reads from a region's event history what an operation issued. What was refused is left out. */
export async function issuedBy(
  api: Api<CloudTrailSdk, 'LookupEvents'>,
  operation: IssuingOperation,
): Promise<IssuedHere> {
  const attribute = { key: 'EventName', value: operation } as const;
  const { events, complete, readBackTo } = await recentEvents(api, attribute, (event) => issuedIn(event), mostPages);
  const found = new Map<string, Issued>();
  // Newest first: the first of each kind is the last one.
  for (const { who, seconds, at } of events) {
    const key = `${seconds} ${who}`;
    const before = found.get(key);
    found.set(
      key,
      before === undefined ? { who, seconds, count: 1, last: at } : { ...before, count: before.count + 1 },
    );
  }
  return { issued: [...found.values()], complete, readBackTo };
}

/**
 * Projects an event of STS to what it issued; undefined where it issued nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
export function issuedIn(event: unknown): Event | undefined {
  const at = textAt(event, 'eventTime');
  const operation = textAt(event, 'eventName');
  if (at === undefined || operation === undefined || textAt(event, 'errorCode') !== undefined) return undefined;
  const seconds = askedSeconds(event) ?? usualSeconds(operation, textAt(event, 'userIdentity', 'type') === 'Root');
  return seconds === undefined ? undefined : { who: textAt(event, 'userIdentity', 'arn'), seconds, at };
}

function askedSeconds(event: unknown): number | undefined {
  const { requestParameters } = event as { readonly requestParameters?: { readonly durationSeconds?: unknown } | null };
  const asked = requestParameters?.durationSeconds;
  return typeof asked === 'number' ? asked : undefined;
}

/**
 * How long credentials last of which nobody said how long; keys of the root user get an hour at most
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html).
 */
function usualSeconds(operation: string, isRoot: boolean): number | undefined {
  switch (operation) {
    case 'GetSessionToken':
    case 'GetFederationToken':
      return isRoot ? 3600 : 43_200;
    case 'AssumeRoot':
      return 900;
    default:
      return undefined;
  }
}
