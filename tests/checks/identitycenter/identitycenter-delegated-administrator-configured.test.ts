import check from '../../../checks/identitycenter/identitycenter-delegated-administrator-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import {
  administersFor,
  delegationsUnread,
  manages,
  organizationUnread,
  plainMember,
  standsAlone,
} from '../../helpers/standing.ts';

const base = {
  id: '111122223333',
  name: 'The organization',
  trustedServices: ['sso.amazonaws.com'] as readonly string[] | undefined,
};

checkSuite(check, base, [
  {
    when: 'it is delegated',
    along: manages({ '444455556666': ['sso.amazonaws.com'] }),
    expect: 'pass',
    message: /by 444455556666/,
  },
  { when: 'another service is', along: manages({ '444455556666': ['fms.amazonaws.com'] }), expect: 'fail' },
  { when: 'nothing is', along: manages(), expect: 'fail' },
  {
    when: 'nothing is, and it is not used',
    given: { trustedServices: [] },
    along: manages(),
    expect: 'not-applicable',
  },
  {
    when: 'whether it is used is not told',
    given: { trustedServices: undefined },
    along: manages(),
    expect: 'unknown',
  },
  { when: 'a delegated administrator looks', along: administersFor('config.amazonaws.com'), expect: 'fail' },
  { when: 'the account is a plain member', along: plainMember, expect: 'not-applicable' },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'the delegations were not read', along: manages(), unreadAlong: delegationsUnread, expect: 'unknown' },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
