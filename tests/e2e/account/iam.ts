import { quotaCounters } from '../../../src/stand-in/iam-quotas.ts';
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { samlMetadata } from '../../../src/stand-in/facts.ts';
import { accountIds, daysAgo, policy, type World } from './world.ts';

const aws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const main = (rest: string): string => `arn:aws:iam::${accountIds.main}:${rest}`;
const partner = 'arn:aws:iam::999988887777:root';

const allow = (Action: string | readonly string[], Resource: string = '*'): object => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const trust = (Principal: unknown, rest: object = {}): string =>
  policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...rest });
const trustSaml = (condition: object = {}): string =>
  trust({ Federated: main('saml-provider/people') }, { Action: 'sts:AssumeRoleWithSAML', Condition: condition });
const trustToken = (provider: string, condition: object): string =>
  policy({
    Effect: 'Allow',
    Principal: { Federated: main(`oidc-provider/${provider}`) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  });

/** The policies of one's own in `main`, by name; those that are `attached` hang on the group `developers`. */
const policies: Readonly<Record<string, { document: string; attached: boolean }>> = {
  everything: { document: policy(allow('*')), attached: true },
  'everything-unused': { document: policy(allow('*')), attached: false },
  'decrypt-any': { document: policy(allow(['kms:Decrypt', 's3:GetObject'])), attached: true },
  'all-but-iam': { document: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), attached: true },
  'assume-any': { document: policy(allow('sts:AssumeRole')), attached: true },
  'read-reports': { document: policy(allow('s3:GetObject', 'arn:aws:s3:::reports/*')), attached: true },
};

/** Whoever has it can give himself everything. */
const escalate = policy(allow(['iam:PutRolePolicy', 'iam:PutUserPolicy']));

interface Role {
  readonly trust: string;
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, string>>;
}

const github = 'token.actions.githubusercontent.com';
const gitlab = 'gitlab.example.com';

const roles: Readonly<Record<string, Role>> = {
  'app-server': {
    trust: trust({ Service: 'ec2.amazonaws.com' }),
    inline: { 'read-config': policy(allow('s3:GetObject', 'arn:aws:s3:::app-config/*')), escalate },
  },
  'open-to-all': { trust: trust({ AWS: '*' }), inline: { upload: policy(allow('s3:PutObject')), escalate } },
  'partner-reader': {
    trust: trust({ AWS: partner }, { Condition: { StringEquals: { 'sts:ExternalId': 'acme-4711' } } }),
    attached: [aws('ReadOnlyAccess')],
  },
  'partner-writer': {
    trust: trust({ AWS: partner }),
    inline: { 'trail-admin': policy(allow('cloudtrail:*')), escalate },
  },
  'lambda-worker': {
    trust: trust({ Service: 'lambda.amazonaws.com' }),
    inline: { 'decrypt-all': policy(allow('kms:Decrypt')) },
  },
  'sns-feedback': {
    trust: trust(
      { Service: 'sns.amazonaws.com' },
      { Condition: { StringEquals: { 'aws:SourceAccount': accountIds.main } } },
    ),
    inline: { 'all-but-billing': policy({ Effect: 'Allow', NotAction: 'aws-portal:*', Resource: '*' }) },
  },
  'people-any': { trust: trustSaml() },
  'people-of-aws': {
    trust: trustSaml({ StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }),
  },
  operator: { trust: trust({ AWS: main('root') }), attached: [aws('AdministratorAccess')] },
  breakglass: { trust: trust({ AWS: main('root') }), inline: { all: policy(allow('*')) } },
  'github-any': { trust: trustToken(github, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }) },
  'gitlab-main': {
    trust: trustToken(gitlab, {
      StringEquals: { [`${gitlab}:sub`]: 'project_path:acme/infra:ref_type:branch:ref:main' },
    }),
  },
};

/** Users and their groups; what their credentials are like is in the credential report. */
const users: Readonly<Record<string, readonly string[]>> = {
  alice: ['security-admins'],
  bob: ['developers'],
  carol: ['admins'],
  dave: ['developers'],
  'ci-deploy': [],
  'old-bot': [],
  'sts-bot': [],
};

/** Users, groups, roles and policies: most in `main`; `second` has the good settings that exist once. */
export async function buildIam(world: World): Promise<void> {
  const iam = new IAMClient(world.at('main'));
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 6 }));
  for (const GroupName of ['admins', 'security-admins', 'developers', 'interns'])
    await iam.send(new CreateGroupCommand({ GroupName }));
  for (const GroupName of ['admins', 'security-admins'])
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: aws('AdministratorAccess') }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'developers', PolicyArn: aws('AWSCloudShellFullAccess') }));
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName: 'developers',
      PolicyName: 'read-logs',
      PolicyDocument: policy(allow('logs:Get*')),
    }),
  );
  for (const [PolicyName, { document, attached }] of Object.entries(policies)) {
    await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: document }));
    if (attached)
      await iam.send(
        new AttachGroupPolicyCommand({ GroupName: 'developers', PolicyArn: main(`policy/${PolicyName}`) }),
      );
  }
  for (const [UserName, groups] of Object.entries(users)) {
    await iam.send(
      new CreateUserCommand({ UserName, Tags: [{ Key: 'team', Value: UserName.includes('-') ? 'robots' : 'people' }] }),
    );
    for (const GroupName of groups) await iam.send(new AddUserToGroupCommand({ GroupName, UserName }));
  }
  await iam.send(new AttachUserPolicyCommand({ UserName: 'carol', PolicyArn: aws('AdministratorAccess') }));
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'ci-deploy',
      PolicyName: 'deploy',
      PolicyDocument: policy(allow('s3:PutObject', 'arn:aws:s3:::site/*')),
    }),
  );
  await iam.send(new PutUserPolicyCommand({ UserName: 'sts-bot', PolicyName: 'escalate', PolicyDocument: escalate }));
  const { VirtualMFADevice } = await iam.send(
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'bobs-phone' }),
  );
  await iam.send(
    new EnableMFADeviceCommand({
      UserName: 'bob',
      SerialNumber: VirtualMFADevice?.SerialNumber,
      AuthenticationCode1: '123456',
      AuthenticationCode2: '654321',
    }),
  );
  for (const host of [github, gitlab])
    await iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: `https://${host}`,
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: ['a'.repeat(40)],
      }),
    );
  for (const [RoleName, role] of Object.entries(roles)) {
    await iam.send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument: role.trust,
        ...(RoleName === 'operator' ? { MaxSessionDuration: 43_200 } : {}),
      }),
    );
    for (const PolicyArn of role.attached ?? []) await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    for (const [PolicyName, PolicyDocument] of Object.entries(role.inline ?? {}))
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }
  await buildSecond(new IAMClient(world.at('second')));
  cannedIam(world);
}

async function buildSecond(iam: IAMClient): Promise<void> {
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 16,
      RequireLowercaseCharacters: true,
      RequireUppercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
      MaxPasswordAge: 90,
      PasswordReusePrevention: 24,
      AllowUsersToChangePassword: true,
    }),
  );
  await iam.send(new CreateUserCommand({ UserName: 'rotated-bot' }));
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'support',
      AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${accountIds.second}:root` }),
    }),
  );
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'support', PolicyArn: aws('AWSSupportAccess') }));
  await iam.send(
    new CreateSAMLProviderCommand({
      Name: 'corporate',
      // As long as IAM wants it to be.
      SAMLMetadataDocument: samlMetadata.padEnd(1000),
    }),
  );
}

function cannedIam(world: World): void {
  const { front } = world;
  // The emulator's flags of the root user are constants.
  const flags = {
    main: {
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 1,
      AccountSigningCertificatesPresent: 1,
      AccountPasswordPresent: 1,
      GlobalEndpointTokenVersion: 1,
    },
    second: {
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountSigningCertificatesPresent: 0,
      AccountPasswordPresent: 1,
      GlobalEndpointTokenVersion: 2,
    },
    bare: {
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountSigningCertificatesPresent: 0,
      AccountPasswordPresent: 1,
      GlobalEndpointTokenVersion: 1,
    },
  };
  const nearQuota = {
    Groups: 240,
    InstanceProfiles: 800,
    Policies: 1200,
    Roles: 1000,
    ServerCertificates: 16,
    Users: 4000,
  };
  for (const name of ['main', 'second', 'bare'] as const)
    front.answer(
      { service: 'iam', operation: 'GetAccountSummary', account: accountIds[name] },
      // Its quotas are constants too: `second` is near all of them.
      { SummaryMap: { ...flags[name], ...quotaCounters(name === 'second' ? nearQuota : {}) } },
    );
  // The emulator has no virtual device of a root user: with one, the root user of `bare` has MFA that is no hardware.
  front.answer(
    { service: 'iam', operation: 'ListVirtualMFADevices', account: accountIds.bare },
    {
      IsTruncated: false,
      VirtualMFADevices: [
        {
          SerialNumber: `arn:aws:iam::${accountIds.bare}:mfa/root-account-mfa-device`,
          User: {
            Path: '/',
            UserName: '',
            UserId: accountIds.bare,
            Arn: `arn:aws:iam::${accountIds.bare}:root`,
            CreateDate: daysAgo(world, 900),
          },
        },
      ],
    },
  );
  // The emulator gives every certificate the same date of expiry.
  front.answer({ service: 'iam', operation: 'ListServerCertificates', account: accountIds.main }, () => ({
    IsTruncated: false,
    ServerCertificateMetadataList: [
      certificate('expired-cert', daysAgo(world, 20)),
      certificate('valid-cert', daysAgo(world, -200)),
    ],
  }));
  // What the load balancers of the second account present.
  front.answer({ service: 'iam', operation: 'ListServerCertificates', account: accountIds.second }, () => ({
    IsTruncated: false,
    ServerCertificateMetadataList: [
      certificate('shop', daysAgo(world, -200), accountIds.second),
      certificate('shop-old', daysAgo(world, 20), accountIds.second),
    ],
  }));
}

const certificate = (name: string, expiration: string, account: string = accountIds.main): object => ({
  Path: '/',
  ServerCertificateName: name,
  ServerCertificateId: `ASCAEXAMPLE${name.slice(0, 5).toUpperCase()}`,
  Arn: `arn:aws:iam::${account}:server-certificate/${name}`,
  UploadDate: '2024-01-01T00:00:00Z',
  Expiration: expiration,
});
