import { along, notApplicable, unknown } from '../../engine/check.ts';
import type { Subject, Verdict } from '../../engine/check.ts';
import { arnAccount } from '../../text/arn.ts';
import type { EventKind, EventSelector } from '../../services/cloudtrail/event-selectors.ts';
import { logsAll } from '../../services/cloudtrail/event-selectors.ts';
import { objectArns, objectEventNames } from '../../services/cloudtrail/s3-objects.ts';
import { shadowTrail, trail } from '../../services/cloudtrail/trail.ts';

/** What checks that ask "is there a trail that…" read along: one trail found proves it. */
export const shadows = along(shadowTrail, { witness: true });
export const trailsWithStatus = along(trail, { needs: ['status'], witness: true });
export const trailsWithSelectors = along(trail, { needs: ['status', 'selectors'], witness: true });

/**
 * The verdict when no trail was found but one is known to exist whose home region is not part of the run:
 * it could be the one, so nothing is proven.
 */
export function unreadTrail(
  seen: readonly Subject<typeof shadowTrail, never>[],
  regions: readonly string[],
): Verdict | undefined {
  const unread = seen.find(({ homeRegion }) => !regions.includes(homeRegion));
  return (
    unread && unknown(`trail ${unread.name} was not read: its home region ${unread.homeRegion} is not part of this run`)
  );
}

type WithStatus = Pick<Subject<typeof trail, 'status'>, 'status'>;

/** A trail that is on and whose last log files arrived; see {@link notLogging}. */
export const isLogging = (one: WithStatus): boolean => notLogging(one) === undefined;

/** Why nothing is being recorded, to go on after "but"; undefined when it is. */
export function notLogging({ status: { logging, latestDeliveryError } }: WithStatus): string | undefined {
  if (!logging) return 'it is not logging';
  return latestDeliveryError === undefined
    ? undefined
    : `its last delivery of log files failed (${latestDeliveryError})`;
}

/** An organization trail is judged in the account it belongs to: only there can it be changed. */
export function ownedElsewhere({ arn, account }: { arn: string; account: string }): Verdict | undefined {
  const owner = arnAccount(arn);
  return owner === account
    ? undefined
    : notApplicable(`organization trail of account ${owner ?? 'unknown'}: judged there`);
}

/** Guard of checks: see {@link ownedElsewhere}. */
export const ownTrail = {
  such: { arn: 'arn:aws:cloudtrail:eu-west-1:999988887777:trail/organization' },
  when: ({ arn, account }: { readonly arn: string; readonly account: string }) => ownedElsewhere({ arn, account }),
};

export type Access = 'read' | 'write';

const accessOf = (access: Access): EventKind => ({ readOnly: access === 'read' ? 'true' : 'false' });

/**
 * Whether management events are logged, of every source.
 * @returns `all`, what is left out (for people), or undefined when the selectors are too many to be compared
 */
export function managementEvents(selectors: readonly EventSelector[]): 'all' | { missed: string } | undefined {
  for (const access of ['read', 'write'] as const) {
    const found = logsAll(selectors, { eventCategory: 'Management', ...accessOf(access) });
    if (found === undefined) return undefined;
    if (found === true) continue;
    const source = found['eventSource'];
    return { missed: source?.includes('.') === true ? `${access} events of ${source}` : `${access} events` };
  }
  return 'all';
}

/** Whether management events are logged of one source, or by default of one that no selector names. */
export const logsManagement = (
  selectors: readonly EventSelector[],
  access: Access,
  eventSource = 'unnamed.amazonaws.com',
): boolean | undefined =>
  decided(logsAll(selectors, { eventCategory: 'Management', eventSource, ...accessOf(access) }));

/** Whether data events are logged of every object in every bucket, now and later. */
export const logsS3Objects = (
  selectors: readonly EventSelector[],
  access: Access,
  partition: string,
): boolean | undefined =>
  decided(
    logsAll(
      selectors,
      {
        eventCategory: 'Data',
        eventSource: 's3.amazonaws.com',
        'resources.type': 'AWS::S3::Object',
        ...accessOf(access),
      },
      { among: { 'resources.ARN': objectArns(partition), eventName: objectEventNames(access) } },
    ),
  );

const decided = (found: ReturnType<typeof logsAll>): boolean | undefined =>
  found === undefined ? undefined : found === true;
