import check from '../../../checks/servicequotas/servicequotas-utilization-below-threshold.ts';
import type { UsedQuota } from '../../../src/services/servicequotas/utilization.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const of = (percent: number | undefined, rest: Partial<UsedQuota> = {}): UsedQuota => ({
  service: 'lambda',
  name: 'Concurrent executions',
  code: 'L-B99A9384',
  percent,
  value: 1000,
  ...rest,
});

checkSuite(check, { id: 'quotas', name: 'eu-west-1', used: [of(1)] }, [
  {
    when: 'little is used',
    given: { used: [of(10), of(79.99)] },
    expect: 'pass',
    message: /less than 80 % of each of the 2 quotas that AWS counts \(at most 79 %\)/,
  },
  { when: 'as much as the threshold is used', given: { used: [of(10), of(80)] }, expect: 'fail' },
  {
    when: 'more than there is',
    given: { used: [of(81), of(120, { name: 'Most' })] },
    expect: 'fail',
    message:
      /^eu-west-1 has 2 quotas of which 80 % or more is used: lambda: Most \(120 % of 1000\), lambda: Concurrent/,
  },
  {
    when: 'a quota has no name',
    given: { used: [of(90, { name: undefined })] },
    expect: 'fail',
    message: /lambda: L-B99A9384/,
  },
  {
    when: 'a quota has nothing',
    given: { used: [of(90, { name: undefined, code: undefined, service: undefined, value: undefined })] },
    expect: 'fail',
    message: /a quota without a name \(90 % of a value that AWS does not say\)/,
  },
  { when: 'nothing is used', given: { used: [of(0)] }, expect: 'pass' },
  { when: 'of one it is not said', given: { used: [of(1), of(undefined)] }, expect: 'unknown' },
  { when: 'of one it is not said, and another is high', given: { used: [of(undefined), of(99)] }, expect: 'fail' },
  { when: 'the threshold is another', given: { used: [of(50)] }, settings: { percent: 50 }, expect: 'fail' },
  { when: 'AWS counts nothing', given: { used: [] }, expect: 'not-applicable' },
]);
