import check from '../../../checks/ec2/ec2-instance-not-underutilized.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

/** Values of the days before 2026-06-01, the last first; a gap is a day without data points. */
const daily = (...last: (number | undefined)[]) => ({
  from: '2026-05-18',
  until: '2026-06-01',
  values: Object.fromEntries(
    last.flatMap((value, back) =>
      value === undefined ? [] : [[new Date(Date.UTC(2026, 4, 31 - back)).toISOString().slice(0, 10), value]],
    ),
  ),
});
const all = (value: number) => daily(...Array.from({ length: 14 }, () => value));
const instance = {
  id: 'i-1',
  name: 'web',
  state: 'running' as const,
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  publicIp: undefined,
  profileArn: undefined,
  metadata: { endpoint: 'enabled' as const, tokens: 'required' as const, hopLimit: 1 },
  interfaces: [],
  launchedAt: '2026-01-01T00:00:00.000Z',
  cpu: all(50),
  networkIn: all(1_000_000_000),
  networkOut: all(1_000_000_000),
};

checkSuite(check, instance, [
  { when: 'it is busy', expect: 'pass', message: /on 0 of the 14 days before 2026-06-01, fewer than 4/ },
  {
    when: 'four days are low',
    given: {
      cpu: daily(10, 10, 10, 10, ...Array.from({ length: 10 }, () => 50)),
      networkIn: all(2_500_000),
      networkOut: all(2_500_000),
    },
    expect: 'fail',
    message: /used 10 % of its CPU or less and 5 MB of network or less on 4 of the 14 days/,
  },
  {
    when: 'three days are',
    given: { cpu: daily(1, 1, 1, ...Array.from({ length: 11 }, () => 50)), networkIn: all(0), networkOut: all(0) },
    expect: 'pass',
  },
  { when: 'the CPU idles and the network does not', given: { cpu: all(1), networkIn: all(5_000_001) }, expect: 'pass' },
  {
    when: 'there are no data points at all',
    given: { cpu: daily(), networkIn: daily(), networkOut: daily() },
    expect: 'unknown',
    message: /no data points of web for 14/,
  },
  {
    when: 'one metric is silent where the others are low',
    given: { cpu: all(1), networkIn: all(0), networkOut: daily() },
    expect: 'unknown',
  },
  {
    when: 'one metric is silent where another is high',
    given: { networkIn: daily(), networkOut: daily() },
    expect: 'pass',
  },
  {
    when: 'it was started three days ago and nothing is told of before',
    given: {
      launchedAt: '2026-05-29T12:00:00.000Z',
      cpu: daily(1, 1, 1),
      networkIn: daily(1, 1, 1),
      networkOut: daily(1, 1, 1),
    },
    expect: 'pass',
  },
  {
    when: 'it is not told since when it runs, and days are silent',
    given: { launchedAt: undefined, cpu: daily(50), networkIn: daily(1), networkOut: daily(1) },
    expect: 'unknown',
  },
  {
    when: 'it is stopped',
    given: { state: 'stopped', cpu: daily() },
    expect: 'not-applicable',
    message: /does not run/,
  },
  {
    when: 'it is stopped after low days',
    given: { state: 'stopped', cpu: all(1), networkIn: all(0), networkOut: all(0) },
    expect: 'fail',
  },
  {
    when: 'other limits are set',
    given: { cpu: all(20), networkIn: all(0), networkOut: all(0) },
    settings: { days: 2, lowDays: 2, cpuPercent: 20 },
    expect: 'fail',
    message: /on 2 of the 2 days/,
  },
  { when: 'more days count than were asked for', given: { cpu: all(50) }, settings: { days: 30 }, expect: 'unknown' },
]);
