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
    ListAccountsForProvisionedPermissionSet: ({ input }) => ({
      AccountIds: sets.includes(String(input['PermissionSetArn'])) ? [account, management] : [],
    }),
    ListPermissionSetsProvisionedToAccount: { PermissionSets: sets },
    ListAccountAssignments: ({ input }) => {
      const PermissionSetArn = String(input['PermissionSetArn']);
      const user = PermissionSetArn.endsWith('1');
      // A group that nobody is in has the set in the management account besides.
      const ends = user ? [1] : input['AccountId'] === management ? [2, 3] : [2];
      return {
        AccountAssignments: ends.map((end) => ({
          AccountId: input['AccountId'],
          PermissionSetArn,
          PrincipalType: user ? 'USER' : 'GROUP',
          PrincipalId: `11112222-3333-4444-5555-66667777888${end}`,
        })),
      };
    },
  },
  { 'AWS::SSO::Assignment': `ps-aaaa000000000002/${account}` },
);
