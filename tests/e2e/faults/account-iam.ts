import type { Front } from '../../../src/stand-in/front.ts';
import { account, daysAgo } from './account-facts.ts';

const columns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';

function report(): string {
  const at = (days: number): string => daysAgo(days).toISOString();
  const noKey = 'false,N/A,N/A,N/A,N/A';
  const rest = 'false,N/A,false,N/A';
  return [
    columns,
    `<root_account>,arn:aws:iam::${account}:root,${at(900)},not_supported,${at(200)},not_supported,not_supported,false,${noKey},${noKey},${rest}`,
    `alice,arn:aws:iam::${account}:user/alice,${at(300)},true,${at(3)},${at(40)},N/A,true,${noKey},${noKey},${rest}`,
    `bob,arn:aws:iam::${account}:user/bob,${at(300)},true,${at(100)},${at(250)},N/A,false,true,${at(200)},${at(1)},us-east-1,s3,${noKey},${rest}`,
  ].join('\n');
}

const document = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const admin = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
/** Lets its holder write a new version of any policy, his own included. */
const promote = document({ Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: '*' });
const read = document({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });

/** Two users, a group, four roles, policies; the report and the settings of the account. */
export function answerIam(front: Front): void {
  const iam = (operation: string, body: object): void => front.answer({ service: 'iam', operation }, body);
  const arn = (rest: string): string => `arn:aws:iam::${account}:${rest}`;
  const user = (name: string, more: object = {}): object => ({
    UserName: name,
    UserId: `AIDA${name.toUpperCase()}`,
    Arn: arn(`user/${name}`),
    Path: '/',
    CreateDate: daysAgo(300),
    GroupList: [],
    AttachedManagedPolicies: [],
    ...more,
  });
  const trust = (service: string): string =>
    encodeURIComponent(document({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }));
  const role = (name: string, service: string): object => ({
    RoleName: name,
    RoleId: `AROA${name.toUpperCase()}`,
    Arn: arn(`role/${name}`),
    Path: '/',
    CreateDate: daysAgo(200),
    AssumeRolePolicyDocument: trust(service),
    AttachedManagedPolicies: [],
    RolePolicyList: [],
    InstanceProfileList: [],
  });
  const policy = (name: string, at: string, text: string, attached: number): object => ({
    PolicyName: name,
    PolicyId: `ANPA${name.toUpperCase()}`,
    Arn: at,
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: attached,
    PermissionsBoundaryUsageCount: 0,
    PolicyVersionList: [
      { VersionId: 'v1', IsDefaultVersion: true, Document: encodeURIComponent(text), CreateDate: daysAgo(300) },
    ],
  });
  const provider = arn('oidc-provider/token.actions.githubusercontent.com');
  /** Trusts every repository of the provider's customers. */
  const pipeline = {
    ...role('pipeline', ''),
    AssumeRolePolicyDocument: encodeURIComponent(
      document({
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
      }),
    ),
    AttachedManagedPolicies: [{ PolicyName: 'promote', PolicyArn: arn('policy/promote') }],
  };
  /** Of a third party, which sends its customer's id. */
  const vendor = {
    ...role('vendor', ''),
    AssumeRolePolicyDocument: encodeURIComponent(
      document({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::999900001111:root' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'customer-4711' } },
      }),
    ),
  };
  iam('GetAccountAuthorizationDetails', {
    UserDetailList: [
      user('alice', { GroupList: ['admins'] }),
      user('bob', {
        UserPolicyList: [{ PolicyName: 'inline', PolicyDocument: encodeURIComponent(read) }],
        AttachedManagedPolicies: [{ PolicyName: 'power', PolicyArn: arn('policy/power') }],
      }),
    ],
    GroupDetailList: [
      {
        GroupName: 'admins',
        GroupId: 'AGPA1',
        Arn: arn('group/admins'),
        Path: '/',
        CreateDate: daysAgo(300),
        GroupPolicyList: [],
        AttachedManagedPolicies: [
          { PolicyName: 'power', PolicyArn: arn('policy/power') },
          { PolicyName: 'AdministratorAccess', PolicyArn: administrator },
        ],
      },
    ],
    RoleDetailList: [role('app', 'ec2.amazonaws.com'), role('job', 'lambda.amazonaws.com'), pipeline, vendor],
    Policies: [
      policy('AdministratorAccess', administrator, admin, 1),
      policy('promote', arn('policy/promote'), promote, 1),
      policy('power', arn('policy/power'), admin, 2),
    ],
    IsTruncated: false,
  });
  iam('GenerateCredentialReport', { State: 'COMPLETE' });
  iam('GetCredentialReport', { Content: report(), ReportFormat: 'text/csv', GeneratedTime: daysAgo(0) });
  iam('GenerateServiceLastAccessedDetails', { JobId: '00000000-0000-0000-0000-000000000001' });
  iam('GetServiceLastAccessedDetails', {
    JobStatus: 'COMPLETED',
    JobCreationDate: daysAgo(0),
    JobCompletionDate: daysAgo(0),
    ServicesLastAccessed: [],
  });
  iam('GetAccountSummary', {
    SummaryMap: {
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      GlobalEndpointTokenVersion: 2,
    },
  });
  front.error({ service: 'iam', operation: 'GetAccountPasswordPolicy' }, { code: 'NoSuchEntity', status: 404 });
  iam('ListMFADevices', {
    MFADevices: [{ UserName: 'alice', SerialNumber: 'GAHT12345678', EnableDate: daysAgo(200) }],
    IsTruncated: false,
  });
  iam('ListVirtualMFADevices', { VirtualMFADevices: [], IsTruncated: false });
  iam('ListSAMLProviders', { SAMLProviderList: [] });
  iam('ListOpenIDConnectProviders', { OpenIDConnectProviderList: [{ Arn: provider }] });
  iam('ListOrganizationsFeatures', { OrganizationId: 'o-example', EnabledFeatures: ['RootCredentialsManagement'] });
  iam('ListServerCertificates', {
    ServerCertificateMetadataList: [
      {
        ServerCertificateName: 'old',
        ServerCertificateId: 'ASCA1',
        Arn: arn('server-certificate/old'),
        Path: '/',
        Expiration: daysAgo(10),
        UploadDate: daysAgo(400),
      },
    ],
    IsTruncated: false,
  });
  front.answer(
    { service: 'support', operation: 'DescribeTrustedAdvisorCheckResult' },
    {
      result: {
        checkId: '12Fnkpl8Y5',
        timestamp: daysAgo(1).toISOString(),
        status: 'ok',
        resourcesSummary: { resourcesProcessed: 1, resourcesFlagged: 0, resourcesIgnored: 0, resourcesSuppressed: 0 },
        categorySpecificSummary: {},
        flaggedResources: [],
      },
    },
  );
}
