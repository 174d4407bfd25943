import check from '../../../checks/trustedadvisor/trustedadvisor-security-checks-not-excluded.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { advisor, one } from './checks.ts';

const green = one('a', 'ok');
checkSuite(check, advisor, [
  { when: 'nothing is excluded', given: { checks: [green, one('b', 'error')] }, expect: 'pass' },
  {
    when: 'one resource is excluded',
    given: { checks: [green, one('b', 'ok', { excluded: 1 })] },
    expect: 'fail',
    message: /^1 resource is excluded from security checks of Trusted Advisor: b \(1\); expected none$/,
  },
  {
    when: 'resources of two checks are',
    given: { checks: [one('a', 'error', { excluded: 2 }), one('b', 'ok', { excluded: 3, name: undefined })] },
    expect: 'fail',
    message: /^5 resources are .*: a \(2\), b \(3\);/,
  },
  {
    when: 'a resource of another category is',
    given: { checks: [green, one('b', 'ok', { category: 'cost_optimizing', excluded: 4 })] },
    expect: 'pass',
  },
  { when: 'a check has no result', given: { checks: [green, one('b', 'not_available')] }, expect: 'unknown' },
  {
    when: 'one of another category has none',
    given: { checks: [green, one('b', 'not_available', { category: 'performance' })] },
    expect: 'pass',
  },
  {
    when: 'a check has no category',
    given: { checks: [green, one('b', 'ok', { category: undefined })] },
    expect: 'unknown',
  },
  {
    when: 'one is excluded and another has no result',
    given: { checks: [one('a', 'ok', { excluded: 1 }), one('b', 'not_available')] },
    expect: 'fail',
  },
  {
    when: 'there is no security check',
    given: { checks: [one('b', 'ok', { category: 'performance' })] },
    expect: 'unknown',
  },
  {
    when: 'the support plan has no API',
    given: { checks: undefined },
    expect: 'not-applicable',
    message: /support plan/,
  },
  {
    when: 'the partition has no API',
    given: { checks: null, partition: 'aws-cn' },
    expect: 'not-applicable',
    message: /China/,
  },
]);
