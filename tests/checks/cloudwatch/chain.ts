import type { MonitoredEventId } from '../../../src/judgements/logs/cis-filters.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import type { AlarmCondition, CompositeCondition, MetricStat } from '../../../src/services/cloudwatch/alarm.ts';
import { foreign, goodTrail, unreadShadow } from '../cloudtrail/trails.ts';

export { theAccount } from '../cloudtrail/trails.ts';

const metric = { namespace: 'Trail', name: 'Count', dimensions: [] as readonly string[] };
export const published = {
  ...metric,
  value: '1' as string | undefined,
  defaultValue: undefined as number | undefined,
  unit: undefined as string | undefined,
};

export const filterOf = (
  pattern: string,
  given: { id?: string; logGroup?: string; region?: string; limited?: boolean; metrics?: (typeof published)[] } = {},
) => ({
  id: 'trail/filter',
  name: 'filter',
  logGroup: 'trail',
  limited: false,
  metrics: [published],
  ...given,
  pattern,
});
export const topicArn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
/** What an alarm compares when it watches one metric. */
export const watching = (
  of: typeof metric = metric,
  given: Partial<Omit<AlarmCondition, 'queries'>> & Partial<Omit<MetricStat, 'metric'>> = {},
): AlarmCondition => {
  const { statistic = 'Sum', period = 300, unit, account, ...rest } = given;
  return {
    queries: [
      { id: '', stat: { metric: of, statistic, period, unit, account }, expression: undefined, returned: true },
    ],
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    evaluationPeriods: 1,
    datapointsToAlarm: undefined,
    missingData: 'missing',
    lowSampleCount: undefined,
    ...rest,
  };
};
export const alarm = {
  id: 'alarm',
  actionsEnabled: true,
  alarmActions: [topicArn],
  state: 'OK' as string | undefined,
  condition: watching() as AlarmCondition | undefined,
  composite: undefined as CompositeCondition | undefined,
};
const attributes: { readonly confirmedSubscriptions: number | undefined; readonly keyId?: string } = {
  confirmedSubscriptions: 1,
};
export const topic = { id: 'alerts', arn: topicArn, attributes };

/** The chain from a trail to a subscriber, whole but for what a test changes. */
export const chainWith = (
  filters: readonly ReturnType<typeof filterOf>[],
  given: {
    trails?: (typeof goodTrail)[];
    alarms?: (typeof alarm & { region?: string })[];
    topics?: (typeof topic)[];
    shadows?: (typeof unreadShadow)[];
  } = {},
) => ({ trails: [goodTrail], alarms: [alarm], topics: [topic], shadows: [], ...given, filters });

/** The cases every check of a monitored event has: each link of the chain broken once. */
export function chainCases(event: MonitoredEventId) {
  const { pattern } = monitoredEvents[event];
  const filter = filterOf(pattern);
  const others = Object.entries(monitoredEvents)
    .filter(([name]) => name !== event && name !== 'unauthorized-api-calls' && name !== 'root-usage')
    .map(([name, other]) => filterOf(other.pattern, { id: `trail/${name}` }));
  return [
    { when: 'the whole chain is there', along: chainWith([...others, filter]), expect: 'pass', message: /alarm$/ },
    {
      when: 'the pattern is written with other spacing',
      along: chainWith([filterOf(pattern.replaceAll(' = ', '=').replaceAll(' || ', '  ||\n'))]),
      expect: 'pass',
    },
    {
      when: 'only other events are filtered',
      along: chainWith(others),
      expect: 'fail',
      message: /no metric filter of log group trail matches/,
    },
    { when: 'the log group has no filter', along: chainWith([]), expect: 'fail', message: /has no metric filter/ },
    {
      when: 'the filter is on another log group',
      along: chainWith([filterOf(pattern, { logGroup: 'other' })]),
      expect: 'fail',
    },
    {
      when: 'the filter is in another region',
      along: chainWith([filterOf(pattern, { region: 'us-east-1' })]),
      expect: 'fail',
    },
    {
      when: 'there is no trail',
      along: chainWith([filter], { trails: [] }),
      expect: 'fail',
      message: /no multi-region trail/,
    },
    {
      when: 'no alarm looks at the metric',
      along: chainWith([filter], { alarms: [] }),
      expect: 'fail',
      message: /filter .*no alarm looks at its metric/,
    },
    {
      when: 'nobody confirmed a subscription',
      along: chainWith([filter], {
        topics: [{ ...topic, attributes: { ...topic.attributes, confirmedSubscriptions: 0 } }],
      }),
      expect: 'fail',
      message: /no confirmed subscriber/,
    },
    ...['alias/aws/sns', 'arn:aws:kms:eu-west-1:111122223333:alias/aws/sns'].map((keyId) => ({
      when: `the topic is encrypted with ${keyId}, which CloudWatch may not use`,
      along: chainWith([filter], { topics: [{ ...topic, attributes: { ...topic.attributes, keyId } }] }),
      expect: 'fail' as const,
      message: /AWS managed key alias\/aws\/sns/,
    })),
    ...['alias/alerts', 'alias/my-alias/aws-sns', '1234abcd-12ab-34cd-56ef-1234567890ab'].map((keyId) => ({
      when: `the topic is encrypted with the own key ${keyId}`,
      along: chainWith([filter], { topics: [{ ...topic, attributes: { ...topic.attributes, keyId } }] }),
      expect: 'pass' as const,
    })),
    {
      when: 'the trail lives outside the run',
      along: chainWith([filter], { trails: [], shadows: [unreadShadow] }),
      expect: 'unknown',
    },
  ] as const;
}

const withTrail = (given: Partial<typeof goodTrail>) => ({ trails: [{ ...goodTrail, ...given }] });
const selecting = (selector: NonNullable<Parameters<typeof eventSelectorsOf>[0]['EventSelectors']>[number]) =>
  withTrail({ selectors: eventSelectorsOf({ EventSelectors: [selector] }) });

/** The finer cases of the chain, the same for every event; run with one of them. */
export function fineCases(pattern: string) {
  const filter = filterOf(pattern);
  const central = { ...foreign, logGroupArn: 'arn:aws:logs:eu-west-1:999988887777:log-group:trail:*' };
  const foreignTopic = 'arn:aws:sns:eu-west-1:999988887777:central';
  return [
    {
      when: 'the trail covers one region',
      along: chainWith([filter], withTrail({ multiRegion: false })),
      expect: 'fail',
    },
    {
      when: 'the trail is stopped',
      along: chainWith([filter], withTrail({ status: { ...goodTrail.status, logging: false } })),
      expect: 'fail',
    },
    {
      when: 'the trail has no log group',
      along: chainWith([filter], withTrail({ logGroupArn: undefined })),
      expect: 'fail',
      message: /does not deliver to CloudWatch Logs/,
    },
    {
      when: 'the log group is in another account',
      along: chainWith([filter], withTrail({ logGroupArn: 'arn:aws:logs:eu-west-1:999988887777:log-group:trail:*' })),
      expect: 'not-applicable',
      message: /account 999988887777: its alarms are judged there/,
    },
    {
      when: "the trail is another account's and delivers to no log group",
      along: chainWith([filter], { trails: [{ ...foreign, logGroupArn: undefined }] }),
      expect: 'not-applicable',
      message: /organization trail of account 999988887777: judged there/,
    },
    {
      when: "the trail is another account's and its log group is here",
      along: chainWith([filter], { trails: [foreign] }),
      expect: 'pass',
    },
    {
      when: "an own trail with all of it is found besides another account's",
      along: chainWith([filter], { trails: [central, goodTrail] }),
      expect: 'pass',
    },
    {
      when: "an own trail without alarms is found besides another account's",
      along: chainWith([], { trails: [goodTrail, central] }),
      expect: 'not-applicable',
    },
    {
      when: 'the last delivery to the log group failed',
      along: chainWith(
        [filter],
        withTrail({ status: { ...goodTrail.status, latestLogGroupDeliveryError: 'AccessDenied' } }),
      ),
      expect: 'fail',
      message: /its log group failed \(AccessDenied\)/,
    },
    {
      when: 'the bucket of the trail refuses its files, but the log group does not',
      along: chainWith([filter], withTrail({ status: { ...goodTrail.status, latestDeliveryError: 'AccessDenied' } })),
      expect: 'pass',
    },
    {
      when: 'writes are not logged',
      along: chainWith([filter], selecting({ ReadWriteType: 'ReadOnly' })),
      expect: 'fail',
      message: /no multi-region trail logs such events/,
    },
    {
      when: 'management events are not logged',
      along: chainWith([filter], selecting({ IncludeManagementEvents: false })),
      expect: 'fail',
    },
    {
      when: "an alarm's actions are off",
      along: chainWith([filter], { alarms: [{ ...alarm, actionsEnabled: false }] }),
      expect: 'fail',
      message: /actions of alarm alarm are off/,
    },
    {
      when: 'the alarm has no action',
      along: chainWith([filter], { alarms: [{ ...alarm, alarmActions: [] }] }),
      expect: 'fail',
      message: /publishes to no SNS topic/,
    },
    {
      when: 'the alarm starts something else',
      along: chainWith([filter], {
        alarms: [{ ...alarm, alarmActions: ['arn:aws:ssm:eu-west-1:111122223333:opsitem:2'] }],
      }),
      expect: 'fail',
      message: /publishes to no SNS topic/,
    },
    {
      when: 'the alarm is on another namespace',
      along: chainWith([filter], { alarms: [{ ...alarm, condition: watching({ ...metric, namespace: 'Other' }) }] }),
      expect: 'fail',
    },
    {
      when: 'the alarm is on a dimension',
      along: chainWith([filter], { alarms: [{ ...alarm, condition: watching({ ...metric, dimensions: ['User'] }) }] }),
      expect: 'fail',
    },
    {
      when: 'the filter publishes by dimension',
      along: chainWith([filterOf(pattern, { metrics: [{ ...published, dimensions: ['User'] }] })]),
      expect: 'fail',
    },
    {
      when: 'one of two alarms tells somebody',
      along: chainWith([filter], { alarms: [{ ...alarm, id: 'off', actionsEnabled: false }, alarm] }),
      expect: 'pass',
    },
    {
      when: 'the alarm is in another region',
      along: chainWith([filter], { alarms: [{ ...alarm, region: 'us-east-1' }] }),
      expect: 'fail',
      message: /no alarm looks at its metric/,
    },
    {
      when: 'a log group of the same name in another region has it all',
      along: chainWith([filterOf(pattern, { region: 'us-east-1' })], { alarms: [{ ...alarm, region: 'us-east-1' }] }),
      expect: 'fail',
      message: /has no metric filter/,
    },
    {
      when: 'the topic is gone',
      along: chainWith([filter], { topics: [] }),
      expect: 'fail',
      message: /does not exist/,
    },
    {
      when: 'the topic belongs to another account',
      along: chainWith([filter], { alarms: [{ ...alarm, alarmActions: [foreignTopic] }] }),
      expect: 'unknown',
      message: /another account/,
    },
    {
      when: 'SNS does not tell the subscribers',
      along: chainWith([filter], {
        topics: [{ ...topic, attributes: { ...topic.attributes, confirmedSubscriptions: undefined } }],
      }),
      expect: 'unknown',
    },
    {
      when: 'the filter sees some events only',
      along: chainWith([filterOf(pattern, { limited: true })]),
      expect: 'unknown',
      message: /some events only/,
    },
    {
      when: 'a pattern is not understood',
      along: chainWith([filterOf('{ $.eventName = ')]),
      expect: 'unknown',
      message: /not understood/,
    },
    {
      when: 'another pattern is not understood',
      along: chainWith([filterOf('{ $.eventName = '), filter]),
      expect: 'pass',
    },
    { when: 'every event is counted', along: chainWith([filterOf('')]), expect: 'pass' },
  ] as const;
}
