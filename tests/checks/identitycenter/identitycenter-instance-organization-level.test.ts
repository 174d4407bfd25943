import check from '../../../checks/identitycenter/identitycenter-instance-organization-level.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { managementAccount, manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';
import { instance } from './instances.ts';

checkSuite(check, instance, [
  { when: 'the management account has it', along: manages(), expect: 'pass' },
  { when: 'a member sees it', given: { owner: managementAccount }, along: plainMember, expect: 'pass' },
  {
    when: 'it is of a member',
    along: plainMember,
    expect: 'fail',
    message: /account 111122223333 alone/,
  },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'whether it is in an organization was not read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
