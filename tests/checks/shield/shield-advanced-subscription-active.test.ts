import check from '../../../checks/shield/shield-advanced-subscription-active.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '111122223333', name: 'The account', state: 'ACTIVE' }, [
  { when: 'the subscription is active', expect: 'pass' },
  { when: 'there is no subscription', given: { state: 'INACTIVE' }, expect: 'fail', message: /Shield Standard only/ },
  { when: 'the state is not told', given: { state: undefined }, expect: 'unknown' },
]);
