import check from '../../../checks/trustedadvisor/trustedadvisor-premium-support-subscribed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { advisor, one } from './checks.ts';

checkSuite(check, advisor, [
  { when: 'it answers', given: { checks: [one('a', 'error')] }, expect: 'pass' },
  { when: 'the plan has none', given: { checks: undefined }, expect: 'fail', message: /expected one from Business on/ },
  { when: 'the partition has none', given: { checks: null }, expect: 'not-applicable' },
]);
