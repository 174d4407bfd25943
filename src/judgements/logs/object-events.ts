import type { ClassifiedBy, Fix } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import { accountSettings } from '../../services/account/account.ts';
import { eventSelectorsOf } from '../../services/cloudtrail/event-selectors.ts';
import type { Access } from './trail-coverage.ts';
import { isLogging, logsS3Objects, shadows, trailsWithSelectors, unreadTrail } from './trail-coverage.ts';
import { letTrailLog, managementSelector, objectSelector, selectEvents } from './trail-fixes.ts';

interface Texts {
  readonly access: Access;
  readonly title: string;
  readonly risk: string;
  readonly fix: Fix;
  readonly references: readonly string[];
}

/** A check that a trail of all regions logs one kind of events of every object in S3. */
export const objectEvents = <const I extends string>(id: I, spec: ClassifiedBy<I> & Texts) => {
  const { access, fix, ...texts }: Texts = spec;
  return judged(accountSettings, id, {
    ...texts,
    along: { trails: trailsWithSelectors, shadows },
    fix: {
      ...fix,
      exact: ({ account }, { along: { trails } }) =>
        trails.some((trail) => trail.multiRegion && isLogging(trail))
          ? selectEvents(trails, account, [managementSelector, objectSelector(access)])
          : letTrailLog(trails, account, true),
    },
    judge({ partition }, { along: { trails, shadows: seen }, regions }) {
      const active = trails
        .filter((trail) => trail.multiRegion && isLogging(trail))
        .map(({ name, arn, selectors }) => ({ name, arn, logged: logsS3Objects(selectors, access, partition) }));
      const whole = active.find(({ logged }) => logged === true);
      if (whole !== undefined)
        return pass(`The account has trail ${whole.name}, which logs ${access} events of every S3 object`, {
          trail: whole.arn,
        });
      const undecided = active.find(({ logged }) => logged === undefined);
      if (undecided !== undefined)
        return unknown(`the event selectors of trail ${undecided.name} are too many to be compared`);
      const unread = unreadTrail(seen, regions);
      if (unread !== undefined) return unread;
      return fail(`The account has no multi-region trail that logs ${access} events of the objects in all buckets`, {
        trails: active.map(({ arn }) => arn),
      });
    },
    examples: ({ account, partition }) => examplesFor(access, account, partition),
  });
};

function examplesFor(access: Access, account: string, partition: string): readonly Example[] {
  const trail = {
    id: 'trail',
    name: 'trail',
    arn: `arn:${partition}:cloudtrail:eu-west-1:${account}:trail/trail`,
    multiRegion: true,
    status: { logging: true, latestDeliveryError: undefined },
    selectors: eventSelectorsOf({ EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] }),
  };
  const [own, other] = access === 'read' ? (['ReadOnly', 'WriteOnly'] as const) : (['WriteOnly', 'ReadOnly'] as const);
  const logging = (ReadWriteType: 'All' | 'ReadOnly' | 'WriteOnly', below = '') => ({
    ...trail,
    selectors: eventSelectorsOf({
      EventSelectors: [
        { ReadWriteType, DataResources: [{ Type: 'AWS::S3::Object', Values: [`arn:${partition}:s3${below}`] }] },
      ],
    }),
  });
  const all = logging('All');
  const case_ = (when: string, trails: readonly object[], expect: Example['expect'], seen: readonly object[] = []) => ({
    when,
    along: { trails, shadows: seen },
    expect,
  });
  return [
    case_('one of several logs all events of all buckets', [trail, all], 'pass'),
    case_('it logs these of all buckets', [logging(own, ':::')], 'pass'),
    case_('it logs only the others', [logging(other)], 'fail'),
    case_('it logs one bucket', [logging('All', ':::one/')], 'fail'),
    case_('it covers one region', [{ ...all, multiRegion: false }], 'fail'),
    case_('it is stopped', [{ ...all, status: { ...all.status, logging: false } }], 'fail'),
    case_('it cannot deliver', [{ ...all, status: { ...all.status, latestDeliveryError: 'AccessDenied' } }], 'fail'),
    case_('it logs no data events', [trail], 'fail'),
    case_('there is no trail', [], 'fail'),
    case_('one that was not read could be the one', [], 'unknown', [
      { id: 'far', name: 'far', homeRegion: 'ap-south-1', organization: false },
    ]),
  ];
}
