import check from '../../../checks/fms/fms-administrator-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const is = (status: 'READY' | 'CREATING' | 'DELETED' | undefined) => ({
  administrator: { account: '444455556666' as string | undefined, status },
});
const none = { administrator: undefined };

checkSuite(check, { id: '111122223333', name: 'Firewall Manager', ...is('READY') }, [
  {
    when: 'there is one, as the management account sees it',
    along: manages(),
    expect: 'pass',
    message: /in account 444455556666/,
  },
  { when: 'there is one, as a member sees it', along: plainMember, expect: 'pass' },
  { when: 'it is being made', given: is('CREATING'), along: manages(), expect: 'fail', message: /CREATING, not READY/ },
  { when: 'it is gone', given: is('DELETED'), along: manages(), expect: 'fail' },
  { when: 'AWS does not say its state', given: is(undefined), along: manages(), expect: 'unknown' },
  { when: 'there is none', given: none, along: manages(), expect: 'fail' },
  {
    when: 'a member is told none',
    given: none,
    along: plainMember,
    expect: 'not-applicable',
    message: /judged in account 999988887777/,
  },
  { when: 'the account stands alone', given: none, along: standsAlone, expect: 'not-applicable' },
  { when: 'where it stands was not read, and there is one', unreadAlong: organizationUnread, expect: 'pass' },
  {
    when: 'where it stands was not read, and none is told',
    given: none,
    unreadAlong: organizationUnread,
    expect: 'unknown',
  },
]);
