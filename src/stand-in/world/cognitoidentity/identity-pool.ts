import { answers, here } from '../../answers.ts';
import { iamArn, mainRegion } from '../../facts.ts';

const shop = `${mainRegion}:00000000-0000-4000-8000-0000000000a1`;
const forum = `${mainRegion}:00000000-0000-4000-8000-0000000000a2`;
const named = (IdentityPoolId: unknown) => ({
  IdentityPoolId,
  IdentityPoolName: IdentityPoolId === shop ? 'shop' : 'forum',
});

/** The shop's users get a role; whoever looks at the forum does, too, and a rule gives its moderators another one. */
export default answers(
  'cognito-identity',
  {
    ListIdentityPools: here({ IdentityPools: [shop, forum].map(named) }),
    DescribeIdentityPool: ({ input: { IdentityPoolId: id } }) => ({
      ...named(id),
      AllowUnauthenticatedIdentities: id === forum,
      AllowClassicFlow: false,
    }),
    GetIdentityPoolRoles: ({ input: { IdentityPoolId: id } }) => ({
      IdentityPoolId: id,
      Roles:
        id === shop
          ? { authenticated: iamArn('role/app') }
          : { authenticated: iamArn('role/app'), unauthenticated: iamArn('role/app') },
      ...(id === forum
        ? {
            RoleMappings: {
              'accounts.google.com': {
                Type: 'Rules',
                AmbiguousRoleResolution: 'Deny',
                RulesConfiguration: {
                  Rules: [{ Claim: 'moderator', MatchType: 'Equals', Value: 'yes', RoleARN: iamArn('role/pipeline') }],
                },
              },
            },
          }
        : {}),
    }),
  },
  { 'AWS::Cognito::IdentityPool': shop },
);
