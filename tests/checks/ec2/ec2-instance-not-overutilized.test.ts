import check from '../../../checks/ec2/ec2-instance-not-overutilized.ts';
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
};

checkSuite(check, instance, [
  { when: 'it has CPU to spare', expect: 'pass' },
  { when: 'it is at the limit, not above', given: { cpu: all(90) }, expect: 'pass' },
  {
    when: 'it is above on four days',
    given: { cpu: daily(91, 91, 91, 91, ...Array.from({ length: 10 }, () => 5)) },
    expect: 'fail',
    message: /^web used more than 90 % of its CPU on 4 of the 14 days before 2026-06-01; expected fewer than 4$/,
  },
  {
    when: 'it is above on three',
    given: { cpu: daily(95, 95, 95, ...Array.from({ length: 11 }, () => 5)) },
    expect: 'pass',
  },
  {
    when: 'days are silent on which it ran',
    given: { cpu: daily(5, 5) },
    expect: 'unknown',
    message: /for 12 of the 14/,
  },
  {
    when: 'silent days would not be enough',
    given: { cpu: daily(...Array.from({ length: 11 }, () => 5)) },
    expect: 'pass',
  },
  { when: 'it is stopped', given: { state: 'stopped', cpu: daily() }, expect: 'not-applicable' },
]);
