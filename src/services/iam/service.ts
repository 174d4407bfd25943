import { service } from '../../aws/service.ts';

export const iam = service<typeof import('@aws-sdk/client-iam')>({
  id: 'iam',
  sdkId: 'IAM',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
  sends: {
    AttachedPolicy: ['PolicyArn'],
    GenerateCredentialReportResponse: ['State'],
    GenerateServiceLastAccessedDetailsResponse: ['JobId'],
    // All of them on every page, whichever were asked for: what is read of them breaks where one is missing
    // (https://github.com/salesforce/cloudsplaining/blob/master/cloudsplaining/command/download.py).
    GetAccountAuthorizationDetailsResponse: [
      'UserDetailList',
      'GroupDetailList',
      'RoleDetailList',
      'Policies',
      'IsTruncated',
    ],
    GetAccountPasswordPolicyResponse: ['PasswordPolicy'],
    GetAccountSummaryResponse: ['SummaryMap'],
    GetCredentialReportResponse: ['Content'],
    GetPolicyResponse: ['Policy'],
    GetPolicyVersionResponse: ['PolicyVersion'],
    GetSAMLProviderResponse: ['SAMLMetadataDocument'],
    GetServiceLastAccessedDetailsResponse: ['JobStatus'],
    // Empty lists too, but for a user's own policies: https://docs.aws.amazon.com/cli/latest/reference/iam/get-account-authorization-details.html
    GroupDetail: ['Arn', 'GroupName', 'GroupPolicyList', 'AttachedManagedPolicies'],
    DelegationRequest: ['DelegationRequestId', 'State'],
    ListDelegationRequestsResponse: ['DelegationRequests'],
    ListRolesResponse: ['Roles'],
    ListMFADevicesResponse: ['MFADevices'],
    ListServerCertificatesResponse: ['ServerCertificateMetadataList'],
    ListVirtualMFADevicesResponse: ['VirtualMFADevices'],
    MFADevice: ['SerialNumber'],
    ManagedPolicyDetail: ['Arn', 'DefaultVersionId', 'PolicyVersionList'],
    OpenIDConnectProviderListEntry: ['Arn'],
    PolicyDetail: ['PolicyName', 'PolicyDocument'],
    PolicyVersion: ['VersionId', 'IsDefaultVersion'],
    Role: ['RoleName', 'Arn'],
    RoleDetail: ['Arn', 'RoleName', 'AssumeRolePolicyDocument', 'AttachedManagedPolicies', 'RolePolicyList'],
    SAMLPrivateKey: ['KeyId'],
    SAMLProviderListEntry: ['Arn'],
    ServerCertificateMetadata: ['Arn', 'ServerCertificateName'],
    ServiceLastAccessed: ['ServiceNamespace'],
    Tag: ['Key'],
    UserDetail: ['Arn', 'UserName', 'GroupList', 'AttachedManagedPolicies'],
    VirtualMFADevice: ['SerialNumber'],
  },
  load: () => import('./sdk.ts'),
});

/** The SDK's module, for helpers that take an `Api`. */
export type IamSdk = typeof import('@aws-sdk/client-iam');
