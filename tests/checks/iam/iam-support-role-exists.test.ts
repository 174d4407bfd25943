import check from '../../../checks/iam/iam-support-role-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const none = { users: [] as string[], groups: [] as string[], roles: [] as string[] };

checkSuite(
  check,
  { id: '111122223333', holders: { AWSSupportAccess: { ...none, roles: ['support'] }, AWSCloudShellFullAccess: none } },
  [
    { when: 'a role holds the policy', expect: 'pass', message: /: support$/ },
    {
      when: 'only a user and a group hold it',
      given: {
        holders: { AWSSupportAccess: { users: ['a'], groups: ['b'], roles: [] }, AWSCloudShellFullAccess: none },
      },
      expect: 'fail',
    },
    {
      when: 'nobody holds it',
      given: { holders: { AWSSupportAccess: none, AWSCloudShellFullAccess: none } },
      expect: 'fail',
    },
  ],
);
