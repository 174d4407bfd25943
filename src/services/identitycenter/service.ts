import { service } from '../../aws/service.ts';

/**
 * Regional: an instance answers in the region where it was enabled, and in those it was extended to
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/regions.html).
 */
export const identitycenter = service<typeof import('@aws-sdk/client-sso-admin')>({
  id: 'identitycenter',
  sdkId: 'SSO Admin',
  iamPrefix: 'sso',
  // What the model calls required, and what its pages show of each list and entry
  // (https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html and those of the other operations).
  // The inline policy of a set that has none is an empty text.
  sends: {
    AccountAssignment: ['PrincipalId', 'PrincipalType'],
    Application: ['ApplicationArn'],
    AttachedManagedPolicy: ['Arn'],
    CustomerManagedPolicyReference: ['Name'],
    GetApplicationAssignmentConfigurationResponse: ['AssignmentRequired'],
    GetInlinePolicyForPermissionSetResponse: ['InlinePolicy'],
    GetPermissionsBoundaryForPermissionSetResponse: ['PermissionsBoundary'],
    DescribePermissionSetResponse: ['PermissionSet'],
    InstanceMetadata: ['InstanceArn', 'OwnerAccountId'],
    ListAccountAssignmentsResponse: ['AccountAssignments'],
    ListAccountsForProvisionedPermissionSetResponse: ['AccountIds'],
    ListApplicationsResponse: ['Applications'],
    ListCustomerManagedPolicyReferencesInPermissionSetResponse: ['CustomerManagedPolicyReferences'],
    ListInstancesResponse: ['Instances'],
    ListManagedPoliciesInPermissionSetResponse: ['AttachedManagedPolicies'],
    ListPermissionSetsResponse: ['PermissionSets'],
    ListPermissionSetsProvisionedToAccountResponse: ['PermissionSets'],
    ListTrustedTokenIssuersResponse: ['TrustedTokenIssuers'],
    OidcJwtConfiguration: ['IssuerUrl', 'ClaimAttributePath', 'IdentityStoreAttributePath'],
    TrustedTokenIssuerMetadata: ['TrustedTokenIssuerArn'],
  },
  load: () => import('./sdk.ts'),
});
