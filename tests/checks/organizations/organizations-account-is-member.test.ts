import check from '../../../checks/organizations/organizations-account-is-member.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

checkSuite(check, { id: '111122223333', name: 'The account' }, [
  { when: 'it is a member', along: plainMember, expect: 'pass', message: /member of organization o-oursoursou/ },
  { when: 'it manages one', along: manages(), expect: 'pass' },
  { when: 'it is in none', along: standsAlone, expect: 'fail', message: /not in an organization/ },
  { when: 'it may not ask', unreadAlong: organizationUnread, expect: 'unknown' },
]);
