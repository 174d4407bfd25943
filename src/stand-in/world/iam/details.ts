import { answers } from '../../answers.ts';
import { daysAgo, iamArn, mainRegion, policy } from '../../facts.ts';

const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
const admin = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
/** Lets its holder write a new version of any policy, his own included. */
const promote = policy({ Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: '*' });
const read = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
const provider = iamArn('oidc-provider/token.actions.githubusercontent.com');
const attached = (name: string, arn = iamArn(`policy/${name}`)): object => ({ PolicyName: name, PolicyArn: arn });

const user = (name: string, more: object): object => ({
  UserName: name,
  UserId: `AIDA${name.toUpperCase()}`,
  Arn: iamArn(`user/${name}`),
  Path: '/',
  CreateDate: daysAgo(300),
  GroupList: [],
  AttachedManagedPolicies: [],
  ...more,
});

const role = (name: string, trusted: object, policies: object[] = []): object => ({
  RoleName: name,
  RoleId: `AROA${name.toUpperCase()}`,
  Arn: iamArn(`role/${name}`),
  Path: '/',
  CreateDate: daysAgo(200),
  AssumeRolePolicyDocument: encodeURIComponent(policy({ Effect: 'Allow', ...trusted })),
  AttachedManagedPolicies: policies,
  RolePolicyList: [],
  InstanceProfileList: [],
  ...(name === 'vendor'
    ? {}
    : { RoleLastUsed: { LastUsedDate: daysAgo(name === 'job' ? 150 : 2), Region: mainRegion } }),
});
const ofService = (service: string): object => ({ Principal: { Service: service }, Action: 'sts:AssumeRole' });

const managed = (name: string, Arn: string, text: string, AttachmentCount: number): object => ({
  PolicyName: name,
  PolicyId: `ANPA${name.toUpperCase()}`,
  Arn,
  Path: '/',
  DefaultVersionId: 'v1',
  AttachmentCount,
  PermissionsBoundaryUsageCount: 0,
  PolicyVersionList: [
    { VersionId: 'v1', IsDefaultVersion: true, Document: encodeURIComponent(text), CreateDate: daysAgo(300) },
  ],
});

/** Two users, a group, five roles, three policies. */
export default answers(
  'iam',
  {
    GetAccountAuthorizationDetails: {
      UserDetailList: [
        user('alice', { GroupList: ['admins'] }),
        user('bob', {
          UserPolicyList: [{ PolicyName: 'inline', PolicyDocument: encodeURIComponent(read) }],
          AttachedManagedPolicies: [attached('power')],
        }),
      ],
      GroupDetailList: [
        {
          GroupName: 'admins',
          GroupId: 'AGPA1',
          Arn: iamArn('group/admins'),
          Path: '/',
          CreateDate: daysAgo(300),
          GroupPolicyList: [],
          AttachedManagedPolicies: [attached('power'), attached('AdministratorAccess', administrator)],
        },
      ],
      RoleDetailList: [
        role('app', ofService('ec2.amazonaws.com')),
        role('job', ofService('lambda.amazonaws.com')),
        // Trusts every repository of the provider's customers.
        role(
          'pipeline',
          {
            Principal: { Federated: provider },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
          },
          [attached('promote')],
        ),
        // People of the company, with any assertion of its identity provider.
        role('people', {
          Principal: { Federated: iamArn('saml-provider/corp') },
          Action: 'sts:AssumeRoleWithSAML',
        }),
        // Of a third party, which sends its customer's id.
        role('vendor', {
          Principal: { AWS: 'arn:aws:iam::999900001111:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'customer-4711' } },
        }),
      ],
      Policies: [
        managed('AdministratorAccess', administrator, admin, 1),
        managed('promote', iamArn('policy/promote'), promote, 1),
        managed('power', iamArn('policy/power'), admin, 2),
      ],
      IsTruncated: false,
    },
    ListRoles: {
      Roles: ['app', 'job', 'pipeline', 'people', 'vendor'].map((name) => ({
        RoleName: name,
        RoleId: `AROA${name.toUpperCase()}`,
        Arn: iamArn(`role/${name}`),
        Path: '/',
        CreateDate: daysAgo(200),
        MaxSessionDuration: name === 'pipeline' ? 43_200 : 3600,
      })),
      IsTruncated: false,
    },
  },
  { 'AWS::IAM::User': 'alice', 'AWS::IAM::Role': 'app' },
);
