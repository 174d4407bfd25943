import { listed } from '../../inventory/listed.ts';
import { cognitoidentity } from './service.ts';

/** An identity pool: it gives users of an application, and guests where it is told to, credentials of roles. */
export const identityPool = listed(cognitoidentity, 'AWS::Cognito::IdentityPool', 'ListIdentityPools', {
  at: 'IdentityPools',
  input: { MaxResults: 60 },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html'],
  id: ({ IdentityPoolId }) => IdentityPoolId,
  keep: { name: ({ IdentityPoolName, IdentityPoolId }) => IdentityPoolName ?? IdentityPoolId ?? '' },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:cognito-identity:${region}:${account}:identitypool/${id}`,
}).facets((facet) => ({
  details: facet.call('DescribeIdentityPool', {
    input: ({ id }) => ({ IdentityPoolId: id }),
    keep: ({ AllowUnauthenticatedIdentities, AllowClassicFlow }) => ({
      guests: AllowUnauthenticatedIdentities,
      /** Whether an application may take the pool's token to STS by itself, for any role that trusts it. */
      classicFlow: AllowClassicFlow,
    }),
  }),
  roles: facet.call('GetIdentityPoolRoles', {
    input: ({ id }) => ({ IdentityPoolId: id }),
    keep: ({ Roles, RoleMappings }) => ({
      /** ARNs; left out where a pool has no such role. */
      guest: Roles?.['unauthenticated'],
      user: Roles?.['authenticated'],
      /** Of the rules by which users of an identity provider get another role. */
      // A pool without rules leaves them out: https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html
      mapped: Object.values(RoleMappings ?? {}).flatMap(({ RulesConfiguration }) =>
        // Providers whose tokens name the role themselves have no rules: https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html
        (RulesConfiguration?.Rules ?? []).flatMap(({ RoleARN }) => RoleARN ?? []),
      ),
    }),
  }),
}));
