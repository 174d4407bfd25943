import check from '../../../checks/shield/shield-advanced-protections-exist.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { protecting } from '../../helpers/shield.ts';

checkSuite(check, { id: '111122223333', name: 'The account', state: 'ACTIVE' }, [
  {
    when: 'something is protected',
    along: { protections: [protecting('arn:aws:x:::a')] },
    expect: 'pass',
    message: /1 protected/,
  },
  { when: 'nothing is protected', expect: 'fail', message: /no resource/ },
  {
    when: 'the account is not subscribed',
    given: { state: 'INACTIVE' },
    expect: 'not-applicable',
    message: /not subscribed/,
  },
  { when: 'the state is not told', given: { state: undefined }, expect: 'unknown' },
]);
