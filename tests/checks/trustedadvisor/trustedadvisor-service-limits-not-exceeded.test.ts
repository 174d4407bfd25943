import check from '../../../checks/trustedadvisor/trustedadvisor-service-limits-not-exceeded.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { advisor, one } from './checks.ts';

const limit = (id: string, status: string | undefined) => one(id, status, { category: 'service_limits' });

checkSuite(check, advisor, [
  { when: 'none is near', given: { checks: [limit('VPC', 'ok'), one('b', 'error')] }, expect: 'pass' },
  {
    when: 'one is near',
    given: { checks: [limit('VPC', 'ok'), limit('ELB', 'warning')] },
    expect: 'pass',
    message: /none of 2 .* and 1 nearly$/,
  },
  {
    when: 'one is reached, and another is not told',
    given: { checks: [limit('VPC', 'error'), limit('ELB', 'not_available')] },
    expect: 'fail',
    message: /1 service limit reached: VPC; expected none$/,
  },
  { when: 'one is not told', given: { checks: [limit('VPC', 'ok'), limit('ELB', undefined)] }, expect: 'unknown' },
  {
    when: 'of one it is not told what it is of',
    given: { checks: [limit('VPC', 'ok'), one('b', 'ok', { category: undefined })] },
    expect: 'unknown',
  },
  { when: 'there is no such check', given: { checks: [one('b', 'ok')] }, expect: 'unknown' },
  { when: 'the plan has none', given: { checks: undefined }, expect: 'not-applicable' },
]);
