import check from '../../../checks/iam/iam-cloudshell-full-access-not-attached.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const none = { users: [] as string[], groups: [] as string[], roles: [] as string[] };

checkSuite(check, { id: '111122223333', holders: { AWSSupportAccess: none, AWSCloudShellFullAccess: none } }, [
  { when: 'nobody holds it', expect: 'pass' },
  {
    when: 'a role holds it',
    given: { holders: { AWSSupportAccess: none, AWSCloudShellFullAccess: { ...none, roles: ['dev'] } } },
    expect: 'fail',
    message: /to role dev$/,
  },
  {
    when: 'many hold it',
    given: {
      holders: {
        AWSSupportAccess: none,
        AWSCloudShellFullAccess: { users: ['a', 'b'], groups: ['c'], roles: ['d', 'e'] },
      },
    },
    expect: 'fail',
    message: /user a, user b, group c and 2 more$/,
  },
]);
