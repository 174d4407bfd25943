import type { Example } from '../../engine/forms/judged.ts';
import { eventSelectorsOf } from '../../services/cloudtrail/event-selectors.ts';
import { monitoredEvents } from './cis-filters.ts';
import type { Monitored } from './monitored-event.ts';

/** What the checks of every monitored event say of the chain from a trail to whoever is told. */
export function monitoredExamples(
  { event, source, access = ['write'] }: Monitored,
  account: string,
): readonly Example[] {
  const region = 'eu-west-1';
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
  const trail = {
    id: 'main',
    region,
    arn: arn('cloudtrail', 'trail/main'),
    multiRegion: true,
    organization: false,
    logGroupArn: arn('logs', 'log-group:trail:*'),
    status: { logging: true },
    selectors: eventSelectorsOf({}),
  };
  const metric = { namespace: 'Trail', name: 'Count', dimensions: [] };
  const filterOf = (pattern: string): object => ({
    id: 'trail/filter',
    region,
    logGroup: 'trail',
    pattern,
    limited: false,
    metrics: [{ ...metric, value: '1' }],
  });
  const topic = { id: 'alerts', region, arn: arn('sns', 'alerts'), attributes: { confirmedSubscriptions: 1 } };
  const alarm = {
    id: 'alarm',
    region,
    actionsEnabled: true,
    alarmActions: [topic.arn],
    state: 'OK',
    condition: {
      queries: [{ id: '', stat: { metric, statistic: 'Sum', period: 300 }, returned: true }],
      comparison: 'GreaterThanOrEqualToThreshold',
      threshold: 1,
      evaluationPeriods: 1,
      missingData: 'missing',
    },
  };
  const others = Object.entries(monitoredEvents)
    .filter(([name]) => name !== event && name !== 'unauthorized-api-calls' && name !== 'root-usage')
    .map(([, { pattern }]) => filterOf(pattern));
  const whole = {
    trails: [trail],
    shadows: [],
    filters: [...others, filterOf(monitoredEvents[event].pattern)],
    alarms: [alarm],
    topics: [topic],
  };
  const of = (
    when: string,
    expect: Example['expect'],
    changed: Partial<Record<keyof typeof whole, readonly object[]>>,
  ): Example => ({
    when,
    along: { ...whole, ...changed },
    expect,
  });
  const logging = (
    selector: Parameters<typeof eventSelectorsOf>[0],
  ): Partial<Record<keyof typeof whole, readonly object[]>> => ({
    trails: [{ ...trail, selectors: eventSelectorsOf(selector) }],
  });
  return [
    of('the whole chain is there', 'pass', {}),
    of('only other events are filtered', 'fail', { filters: others }),
    of('the log group has no filter', 'fail', { filters: [] }),
    of('no alarm looks at the metric', 'fail', { alarms: [] }),
    of('nobody confirmed a subscription', 'fail', {
      topics: [{ ...topic, attributes: { confirmedSubscriptions: 0 } }],
    }),
    of('there is no trail', 'fail', { trails: [] }),
    of('the trail lives outside the run', 'unknown', {
      trails: [],
      shadows: [{ id: 'far', arn: arn('cloudtrail', 'trail/far'), homeRegion: 'ap-south-2', organization: false }],
    }),
    of('the trail logs reads only', 'fail', logging({ EventSelectors: [{ ReadWriteType: 'ReadOnly' }] })),
    of(
      'the trail logs writes only',
      access.includes('read') ? 'fail' : 'pass',
      logging({ EventSelectors: [{ ReadWriteType: 'WriteOnly' }] }),
    ),
    of(
      'the trail leaves out events of KMS',
      source === 'kms.amazonaws.com' ? 'fail' : 'pass',
      logging({ EventSelectors: [{ ExcludeManagementEventSources: ['kms.amazonaws.com'] }] }),
    ),
  ];
}
