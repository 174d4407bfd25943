import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

const sets = ['aaaa000000000001', 'aaaa000000000002'].map(
  (id) => `arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-${id}`,
);
const management = '210987654321';

/** The administrators' set went to a person, the readers' to a group; both in the management account too. */
export default answers(
  'sso-admin',
  {
    ListAccountsForProvisionedPermissionSet: { AccountIds: [account, management] },
    ListPermissionSetsProvisionedToAccount: { PermissionSets: sets },
    ListAccountAssignments: ({ input }) => {
      const PermissionSetArn = String(input['PermissionSetArn']);
      const user = PermissionSetArn.endsWith('1');
      return {
        AccountAssignments: [
          {
            AccountId: input['AccountId'],
            PermissionSetArn,
            PrincipalType: user ? 'USER' : 'GROUP',
            PrincipalId: `11112222-3333-4444-5555-66667777888${user ? 1 : 2}`,
          },
        ],
      };
    },
  },
  { 'AWS::SSO::Assignment': `ps-aaaa000000000002/${account}` },
);
