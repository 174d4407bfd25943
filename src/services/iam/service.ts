import { service } from '../../aws/service.ts';
import type * as sdk from './sdk.ts';

export const iam = service({
  id: 'iam',
  sdkId: 'IAM',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
  sends: {
    AttachedPolicy: ['PolicyArn'],
    GenerateCredentialReportResponse: ['State'],
    GenerateServiceLastAccessedDetailsResponse: ['JobId'],
    GetAccountPasswordPolicyResponse: ['PasswordPolicy'],
    GetAccountSummaryResponse: ['SummaryMap'],
    GetCredentialReportResponse: ['Content'],
    GetServiceLastAccessedDetailsResponse: ['JobStatus'],
    GroupDetail: ['Arn', 'GroupName'],
    ListMFADevicesResponse: ['MFADevices'],
    ListServerCertificatesResponse: ['ServerCertificateMetadataList'],
    ListVirtualMFADevicesResponse: ['VirtualMFADevices'],
    MFADevice: ['SerialNumber'],
    ManagedPolicyDetail: ['Arn', 'DefaultVersionId', 'PolicyVersionList'],
    OpenIDConnectProviderListEntry: ['Arn'],
    PolicyDetail: ['PolicyName', 'PolicyDocument'],
    PolicyVersion: ['VersionId', 'IsDefaultVersion'],
    RoleDetail: ['Arn', 'RoleName', 'AssumeRolePolicyDocument'],
    SAMLProviderListEntry: ['Arn'],
    ServerCertificateMetadata: ['Arn', 'ServerCertificateName'],
    ServiceLastAccessed: ['ServiceNamespace'],
    UserDetail: ['Arn', 'UserName'],
    VirtualMFADevice: ['SerialNumber'],
  },
  load: () => import('./sdk.ts'),
});

/** The SDK's module, for helpers that take an `Api`. */
export type IamSdk = typeof sdk;
