import check from '../../../checks/organizations/organizations-delegated-administrators-trusted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import {
  administersFor,
  delegationsUnread,
  manages,
  organizationUnread,
  plainMember,
  standsAlone,
} from '../../helpers/standing.ts';

const security = '444455556666';

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  { when: 'nothing is delegated', along: manages(), expect: 'pass', message: /delegates no service/ },
  {
    when: 'services are delegated to a trusted account',
    along: manages({ [security]: ['config.amazonaws.com'] }),
    trustedAccounts: [security],
    expect: 'pass',
  },
  {
    when: 'they are delegated to another account too',
    along: manages({
      [security]: ['config.amazonaws.com'],
      '777788889999': ['fms.amazonaws.com', 'sso.amazonaws.com'],
    }),
    trustedAccounts: [security],
    expect: 'fail',
    message: /777788889999 \(account 777788889999\) for fms\.amazonaws\.com, sso\.amazonaws\.com/,
    fix: {
      cli: [
        'aws organizations deregister-delegated-administrator --account-id 777788889999 --service-principal fms.amazonaws.com',
        'aws organizations deregister-delegated-administrator --account-id 777788889999 --service-principal sso.amazonaws.com',
      ].join('\n'),
    },
  },
  { when: 'the configuration trusts nobody', along: manages({ [security]: ['config.amazonaws.com'] }), expect: 'fail' },
  {
    when: 'a delegated administrator looks and is not trusted',
    along: administersFor('fms.amazonaws.com'),
    expect: 'fail',
  },
  { when: 'the account is a plain member', along: plainMember, expect: 'not-applicable' },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'the delegations were not read', along: manages(), unreadAlong: delegationsUnread, expect: 'unknown' },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
