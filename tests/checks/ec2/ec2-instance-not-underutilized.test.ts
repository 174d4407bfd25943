import check from '../../../checks/ec2/ec2-instance-not-underutilized.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const all = (value: number | undefined) => ({
  from: '2026-05-18',
  until: '2026-06-01',
  values: Object.fromEntries(
    Array.from({ length: value === undefined ? 0 : 14 }, (_, back) => [
      new Date(Date.UTC(2026, 4, 31 - back)).toISOString().slice(0, 10),
      value as number,
    ]),
  ),
});
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
  cpu: all(1),
  networkIn: all(2_500_000),
  networkOut: all(2_500_000),
};

/** What each metric says of a day; the form's own cases tell how many days are too many. */
checkSuite(check, instance, [
  {
    when: 'CPU and network idle',
    expect: 'fail',
    message:
      /^web used 10 % of its CPU or less and 5 MB of network or less on 14 of the 14 days before 2026-06-01; expected fewer than 4$/,
  },
  { when: 'the CPU idles and the network does not', given: { networkIn: all(2_500_001) }, expect: 'pass' },
  { when: 'one metric is silent where the others are low', given: { networkOut: all(undefined) }, expect: 'unknown' },
  {
    when: 'one metric is silent where another is high',
    given: { cpu: all(50), networkIn: all(undefined), networkOut: all(undefined) },
    expect: 'pass',
  },
]);
