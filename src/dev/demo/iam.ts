import { quotaCounters } from '../../stand-in/iam-quotas.ts';
import type { Front } from '../../stand-in/front.ts';
import { answerCredentials } from './credentials.ts';
import {
  account,
  ago,
  allow,
  iamArn,
  partnerAccount,
  policy,
  securityAccount,
  tagList,
  tagsOf,
  uniqueId,
  type Team,
} from './company.ts';

const aws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const document = (text: string): string => encodeURIComponent(text);
const attached = (arns: readonly string[] = []) =>
  arns.map((PolicyArn) => ({ PolicyArn, PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1) }));
const inline = (policies: Readonly<Record<string, string>> = {}) =>
  Object.entries(policies).map(([PolicyName, text]) => ({ PolicyName, PolicyDocument: document(text) }));

interface Managed {
  readonly document: string;
  readonly attachments: number;
  readonly older?: string;
}

/** Policies of the company's own, by name. */
const own: Readonly<Record<string, Managed>> = {
  'storefront-deploy': {
    document: policy(allow(['ecs:UpdateService', 'ecs:RegisterTaskDefinition', 'ecr:PutImage'], '*')),
    attachments: 2,
  },
  'payments-service': {
    document: policy(
      allow(['dynamodb:GetItem', 'dynamodb:PutItem'], 'arn:aws:dynamodb:eu-west-1:408210937655:table/payments'),
    ),
    attachments: 1,
  },
  'analyst-read': {
    document: policy(allow(['athena:*', 'glue:Get*', 's3:GetObject', 's3:ListBucket'])),
    attachments: 1,
  },
  'data-pipeline': {
    document: policy(allow(['s3:GetObject', 's3:PutObject', 'kms:Decrypt', 'kms:GenerateDataKey'])),
    attachments: 2,
    older: policy(allow('s3:*')),
  },
  'legacy-ops': { document: policy(allow('*')), attachments: 1 },
  'developer-sandbox': {
    document: policy({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }),
    attachments: 1,
  },
  'cross-account-tools': { document: policy(allow('sts:AssumeRole')), attachments: 1 },
  'label-export': {
    document: policy(allow(['s3:GetObject'], 'arn:aws:s3:::marlow-shipping-labels/*')),
    attachments: 1,
  },
};

/** Of AWS's own policies the attached ones, abridged: what the checks ask of them is in what is left. */
const awsOwn: Readonly<Record<string, string>> = {
  AdministratorAccess: policy(allow('*')),
  ReadOnlyAccess: policy(allow(['s3:Get*', 's3:List*', 'ec2:Describe*', 'dynamodb:BatchGet*', 'logs:Get*'])),
  SecurityAudit: policy(allow(['iam:Get*', 'iam:List*', 's3:GetBucket*', 'ec2:Describe*'])),
  AWSSupportAccess: policy(allow(['support:*'])),
  AWSCloudShellFullAccess: policy(allow(['cloudshell:*'])),
  PowerUserAccess: policy({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }),
};

const groups: Readonly<Record<string, { attached: string[]; inline?: Record<string, string> }>> = {
  'platform-admins': { attached: [aws('AdministratorAccess')] },
  developers: {
    attached: [
      iamArn('policy/developer-sandbox'),
      iamArn('policy/cross-account-tools'),
      aws('AWSCloudShellFullAccess'),
    ],
  },
  analysts: { attached: [iamArn('policy/analyst-read')] },
  auditors: { attached: [aws('SecurityAudit')] },
};

interface User {
  readonly created: number;
  readonly groups: readonly string[];
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, string>>;
  readonly team: Team;
}

const users: Readonly<Record<string, User>> = {
  'amara.okafor': { created: 1210, groups: ['platform-admins'], team: 'platform' },
  'ben.hollis': { created: 940, groups: ['platform-admins', 'developers'], team: 'platform' },
  'chiara.conti': { created: 610, groups: ['developers'], team: 'storefront' },
  'dev.patel': { created: 420, groups: ['developers'], team: 'payments' },
  'elin.strand': { created: 380, groups: ['analysts'], team: 'data' },
  'felix.brandt': { created: 1500, groups: ['developers'], attached: [aws('PowerUserAccess')], team: 'storefront' },
  'grace.lindqvist': { created: 95, groups: ['auditors'], team: 'platform' },
  'svc-ci-deploy': { created: 800, groups: [], attached: [iamArn('policy/storefront-deploy')], team: 'platform' },
  'svc-newsletter': {
    created: 1320,
    groups: [],
    inline: { 'send-mail': policy(allow(['ses:SendEmail', 'ses:SendRawEmail'])) },
    team: 'marketing',
  },
  'svc-erp-export': {
    created: 700,
    groups: [],
    inline: { export: policy(allow(['s3:PutObject'], 'arn:aws:s3:::marlow-erp-exchange/*')) },
    team: 'data',
  },
  'svc-backup-vault': { created: 150, groups: [], team: 'platform' },
};

const service = (name: string, condition?: object): string =>
  policy({
    Effect: 'Allow',
    Principal: { Service: `${name}.amazonaws.com` },
    Action: 'sts:AssumeRole',
    ...(condition === undefined ? {} : { Condition: condition }),
  });
const fromAccount = (id: string, condition?: object): string =>
  policy({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${id}:root` },
    Action: 'sts:AssumeRole',
    ...(condition === undefined ? {} : { Condition: condition }),
  });
const ownAccount = { StringEquals: { 'aws:SourceAccount': account } };
const github = 'token.actions.githubusercontent.com';
const githubTrust = (condition: object): string =>
  policy({
    Effect: 'Allow',
    Principal: { Federated: iamArn(`oidc-provider/${github}`) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  });

interface Role {
  readonly trust: string;
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, string>>;
  readonly used?: number;
  readonly team: Team;
  readonly path?: string;
}

const roles: Readonly<Record<string, Role>> = {
  'storefront-web': {
    trust: service('ec2'),
    inline: { assets: policy(allow(['s3:GetObject'], 'arn:aws:s3:::marlow-storefront-assets/*')) },
    used: 0,
    team: 'storefront',
  },
  'storefront-task': { trust: service('ecs-tasks', ownAccount), used: 0, team: 'storefront' },
  'checkout-task': {
    trust: service('ecs-tasks', ownAccount),
    attached: [iamArn('policy/payments-service')],
    used: 0,
    team: 'payments',
  },
  'order-events-lambda': {
    trust: service('lambda'),
    inline: { 'read-orders': policy(allow(['dynamodb:GetItem', 'dynamodb:Query'], '*')) },
    used: 0,
    team: 'storefront',
  },
  'image-resize-lambda': { trust: service('lambda'), used: 1, team: 'storefront' },
  'glue-orders': {
    trust: service('glue', ownAccount),
    attached: [iamArn('policy/data-pipeline')],
    used: 1,
    team: 'data',
  },
  'redshift-loader': {
    trust: service('redshift', ownAccount),
    attached: [iamArn('policy/data-pipeline')],
    used: 2,
    team: 'data',
  },
  'flow-logs': { trust: service('vpc-flow-logs', ownAccount), used: 0, team: 'platform' },
  'trail-to-logs': { trust: service('cloudtrail', ownAccount), used: 0, team: 'platform' },
  'sns-feedback': { trust: service('sns'), used: 12, team: 'marketing' },
  'shipping-partner': {
    trust: fromAccount(partnerAccount, { StringEquals: { 'sts:ExternalId': 'marlow-labels' } }),
    attached: [iamArn('policy/label-export')],
    used: 0,
    team: 'storefront',
  },
  'old-agency-access': {
    trust: fromAccount('295530186641'),
    attached: [aws('ReadOnlyAccess')],
    used: 390,
    team: 'marketing',
  },
  'seo-contractor': {
    trust: fromAccount('611984023370'),
    inline: { content: policy(allow(['s3:PutObject', 's3:DeleteObject'], 'arn:aws:s3:::marlow-www/*')) },
    used: 44,
    team: 'marketing',
  },
  'security-audit': {
    trust: fromAccount(securityAccount),
    attached: [aws('SecurityAudit')],
    used: 0,
    team: 'platform',
  },
  'incident-response': {
    trust: fromAccount(securityAccount, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    attached: [aws('AdministratorAccess')],
    used: 61,
    team: 'platform',
  },
  'github-deploy': {
    trust: githubTrust({
      StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${github}:sub`]: 'repo:marlow-finch/storefront:*' },
    }),
    attached: [iamArn('policy/storefront-deploy')],
    used: 0,
    team: 'platform',
  },
  'github-preview': {
    trust: githubTrust({ StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
    used: 3,
    team: 'storefront',
  },
  'report-viewer': {
    trust: policy({
      Effect: 'Allow',
      Principal: { Federated: iamArn('saml-provider/marlow-sso') },
      Action: 'sts:AssumeRoleWithSAML',
    }),
    inline: { reports: policy(allow(['s3:GetObject'], 'arn:aws:s3:::marlow-reports/*')) },
    used: 30,
    team: 'data',
  },
  'campaign-uploader': {
    trust: policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
    inline: { upload: policy(allow(['s3:PutObject'], 'arn:aws:s3:::marlow-campaign-uploads/*')) },
    used: 200,
    team: 'marketing',
  },
  'support-desk': { trust: fromAccount(account), attached: [aws('AWSSupportAccess')], used: 20, team: 'platform' },
  AWSServiceRoleForConfig: {
    trust: service('config'),
    path: '/aws-service-role/config.amazonaws.com/',
    used: 0,
    team: 'platform',
  },
};

/** Users, groups, roles and policies, and what else IAM knows of the account. */
export function answerIam(front: Front): void {
  const created = (days: number) => ({ CreateDate: ago(days) });
  // What the account's details do not tell of a role.
  front.answer(
    { service: 'iam', operation: 'ListRoles' },
    {
      Roles: Object.entries(roles).map(([RoleName, { path = '/' }]) => ({
        Path: path,
        RoleName,
        RoleId: uniqueId('AROA', RoleName),
        Arn: iamArn(`role${path}${RoleName}`),
        ...created(600),
        MaxSessionDuration: RoleName === 'seo-contractor' ? 43_200 : 3600,
      })),
      IsTruncated: false,
    },
  );
  front.answer(
    { service: 'iam', operation: 'GetAccountAuthorizationDetails' },
    {
      IsTruncated: false,
      UserDetailList: Object.entries(users).map(([UserName, user]) => ({
        Path: '/',
        UserName,
        UserId: uniqueId('AIDA', UserName),
        Arn: iamArn(`user/${UserName}`),
        ...created(user.created),
        GroupList: user.groups,
        AttachedManagedPolicies: attached(user.attached),
        UserPolicyList: inline(user.inline),
        Tags: tagList(tagsOf(user.team)),
      })),
      GroupDetailList: Object.entries(groups).map(([GroupName, group]) => ({
        Path: '/',
        GroupName,
        GroupId: uniqueId('AGPA', GroupName),
        Arn: iamArn(`group/${GroupName}`),
        ...created(1000),
        AttachedManagedPolicies: attached(group.attached),
        GroupPolicyList: inline(group.inline),
      })),
      RoleDetailList: Object.entries(roles).map(([RoleName, role]) => ({
        Path: role.path ?? '/',
        RoleName,
        RoleId: uniqueId('AROA', RoleName),
        Arn: iamArn(`role${role.path ?? '/'}${RoleName}`),
        ...created(600),
        AssumeRolePolicyDocument: document(role.trust),
        InstanceProfileList:
          RoleName === 'storefront-web'
            ? [
                {
                  Path: '/',
                  InstanceProfileName: RoleName,
                  InstanceProfileId: uniqueId('AIPA', RoleName),
                  Arn: iamArn(`instance-profile/${RoleName}`),
                  ...created(600),
                  Roles: [],
                },
              ]
            : [],
        AttachedManagedPolicies: attached(role.attached),
        RolePolicyList: inline(role.inline),
        RoleLastUsed: role.used === undefined ? {} : { LastUsedDate: ago(role.used, 3), Region: 'eu-west-1' },
        Tags: tagList(tagsOf(role.team)),
      })),
      Policies: [
        ...Object.entries(own).map(([name, { document: text, attachments, older }]) => ({
          PolicyName: name,
          PolicyId: uniqueId('ANPA', name),
          Arn: iamArn(`policy/${name}`),
          Path: '/',
          DefaultVersionId: older === undefined ? 'v1' : 'v2',
          AttachmentCount: attachments,
          PermissionsBoundaryUsageCount: 0,
          PolicyVersionList: [
            {
              VersionId: older === undefined ? 'v1' : 'v2',
              IsDefaultVersion: true,
              Document: document(text),
              ...created(300),
            },
            ...(older === undefined
              ? []
              : [{ VersionId: 'v1', IsDefaultVersion: false, Document: document(older), ...created(700) }]),
          ],
        })),
        ...Object.entries(awsOwn).map(([name, text]) => ({
          PolicyName: name,
          PolicyId: uniqueId('ANPA', name),
          Arn: aws(name),
          Path: '/',
          DefaultVersionId: 'v1',
          AttachmentCount: 1,
          PermissionsBoundaryUsageCount: 0,
          PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document(text), ...created(2500) }],
        })),
      ],
    },
  );
  front.answer(
    { service: 'iam', operation: 'GetAccountSummary' },
    {
      SummaryMap: {
        AccountMFAEnabled: 1,
        AccountAccessKeysPresent: 0,
        AccountSigningCertificatesPresent: 0,
        AccountPasswordPresent: 1,
        GlobalEndpointTokenVersion: 1,
        ...quotaCounters({
          Users: Object.keys(users).length,
          Roles: Object.keys(roles).length,
          ServerCertificates: 17,
        }),
      },
    },
  );
  front.answer(
    { service: 'iam', operation: 'GetAccountPasswordPolicy' },
    {
      PasswordPolicy: {
        MinimumPasswordLength: 12,
        RequireUppercaseCharacters: true,
        RequireLowercaseCharacters: true,
        RequireNumbers: true,
        RequireSymbols: false,
        AllowUsersToChangePassword: true,
        ExpirePasswords: false,
        PasswordReusePrevention: 5,
      },
    },
  );
  front.answer(
    { service: 'iam', operation: 'ListOpenIDConnectProviders' },
    { OpenIDConnectProviderList: [{ Arn: iamArn(`oidc-provider/${github}`) }] },
  );
  front.answer(
    { service: 'iam', operation: 'ListSAMLProviders' },
    { SAMLProviderList: [{ Arn: iamArn('saml-provider/marlow-sso'), ValidUntil: ago(-900), CreateDate: ago(900) }] },
  );
  const certificate = (name: string, expires: number) => ({
    Path: '/',
    ServerCertificateName: name,
    ServerCertificateId: uniqueId('ASCA', name),
    Arn: iamArn(`server-certificate/${name}`),
    UploadDate: ago(expires > 0 ? 700 : 100),
    Expiration: ago(expires),
  });
  front.answer(
    { service: 'iam', operation: 'ListServerCertificates' },
    {
      IsTruncated: false,
      ServerCertificateMetadataList: [certificate('erp-gateway-2024', 112), certificate('erp-gateway-2026', -260)],
    },
  );
  answerCredentials(front);
}
