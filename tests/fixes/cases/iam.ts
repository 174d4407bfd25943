import { lacks } from '../lacks.ts';
import { credentialReport } from '../../../src/stand-in/credential-report.ts';
import type { Row } from '../../../src/stand-in/credential-report.ts';
import { account } from '../world.ts';
import type { Aws, Build } from '../world.ts';

type Statement = Readonly<Record<string, unknown>>;
const policy = (...statements: readonly Statement[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((one) => ({ Effect: 'Allow', ...one })),
});
const readS3 = policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-bucket/*' });
const all = policy({ Action: '*', Resource: '*' });
const managed = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const admin = managed('AdministratorAccess');
const POLICY_DOCUMENT = JSON.stringify(readS3);

/** A customer's policy with one statement, attached to a group. */
const customer =
  (Action: string, versions = 1): Build =>
  async (aws) => {
    const document = policy({ Action, Resource: '*' });
    const arn =
      await aws`iam create-policy --policy-name deploy --policy-document ${document} --query Policy.Arn --output text`;
    for (let at = 1; at < versions; at += 1)
      await aws`iam create-policy-version --policy-arn ${arn} --policy-document ${document} --set-as-default`;
    await aws`iam create-group --group-name dev`;
    await aws`iam attach-group-policy --group-name dev --policy-arn ${arn}`;
    return { POLICY_DOCUMENT };
  };

const trustOf = (Principal: unknown, more: Statement = {}) => policy({ Principal, Action: 'sts:AssumeRole', ...more });
const own = trustOf({ AWS: `arn:aws:iam::${account}:root` });
const partner = trustOf({ AWS: 'arn:aws:iam::999900001111:root' });
const role = (aws: Aws, name: string, trust: object): Promise<string> =>
  aws`iam create-role --role-name ${name} --assume-role-policy-document ${trust} --query Role.Arn --output text`;

/** The same statement in a policy of a user, a group or a role, whose names have to be quoted. */
const inline = (document: object): readonly Build[] => [
  async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam put-user-policy --user-name anna --policy-name a=b --policy-document ${document}`;
    return { POLICY_DOCUMENT };
  },
  async (aws) => {
    await aws`iam create-group --group-name dev`;
    await aws`iam put-group-policy --group-name dev --policy-name deploy --policy-document ${document}`;
    return { POLICY_DOCUMENT };
  },
  async (aws) => {
    await role(aws, 'app', own);
    await aws`iam put-role-policy --role-name app --policy-name deploy --policy-document ${document}`;
    return { POLICY_DOCUMENT };
  },
];
const inlineOf = (Action: string): readonly Build[] => inline(policy({ Action, Resource: '*' })).slice(2);

const trusting =
  (trust: object): Build =>
  async (aws) => {
    await role(aws, 'app', trust);
    return { TRUST_POLICY: JSON.stringify(own) };
  };

/** A password policy of the account's own. */
const weak: Build = async (aws) => {
  await aws`iam update-account-password-policy --minimum-password-length 6 --max-password-age 1000 --hard-expiry`;
};
const none: Build = async () => {};

/**
 * A user with a password and so many keys, in a credential report of other days than the emulator's: what of them is there the
 * emulator says, how old it is the row.
 */
const reported =
  (row: Partial<Row>, keys = row.keys?.length ?? 0): Build =>
  async (aws, front) => {
    const ids: Record<string, string> = {};
    await aws`iam create-user --user-name anna`;
    if (row.password !== undefined)
      await aws`iam create-login-profile --user-name anna --password ${'Correct-horse-1'}`;
    for (let at = 1; at <= keys; at += 1)
      ids[`KEY_${at}_ID`] =
        await aws`iam create-access-key --user-name anna --query AccessKey.AccessKeyId --output text`;
    front.answer({ service: 'iam', operation: 'GenerateCredentialReport' }, { State: 'COMPLETE' });
    front.answer({ service: 'iam', operation: 'GetCredentialReport' }, async () => {
      const active =
        await aws`iam list-access-keys --user-name anna --query ${"AccessKeyMetadata[?Status=='Active'].AccessKeyId"} --output text`;
      const password = await aws`iam get-login-profile --user-name anna`.then(
        () => row.password,
        () => undefined,
      );
      const { password: _, ...rest } = row;
      const text = credentialReport(Date.now(), {
        anna: {
          arn: `arn:aws:iam::${account}:user/anna`,
          created: 300,
          ...rest,
          ...(password === undefined ? {} : { password }),
          keys: (row.keys ?? []).filter((_key, at) => active.includes(ids[`KEY_${at + 1}_ID`] ?? '-')),
        },
      });
      return { Content: new TextEncoder().encode(text), ReportFormat: 'text/csv' };
    });
    front.answer(
      { service: 'iam', operation: 'GenerateServiceLastAccessedDetails' },
      { JobId: '00000000-0000-0000-0000-000000000000' },
    );
    front.answer(
      { service: 'iam', operation: 'GetServiceLastAccessedDetails' },
      { JobStatus: 'COMPLETED', ServicesLastAccessed: [], JobCreationDate: new Date(), JobCompletionDate: new Date() },
    );
    front.error(
      { service: 'support', operation: 'DescribeTrustedAdvisorCheckResult' },
      { code: 'SubscriptionRequiredException', status: 400 },
    );
    return ids;
  };

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'iam-user-administrator-access-not-attached': async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam attach-user-policy --user-name anna --policy-arn ${admin}`;
  },
  'iam-group-administrator-access-not-attached': async (aws) => {
    await aws`iam create-group --group-name admins`;
    await aws`iam attach-group-policy --group-name admins --policy-arn ${admin}`;
  },
  'iam-role-administrator-access-not-attached': async (aws) => {
    await role(aws, 'admin', own);
    await aws`iam attach-role-policy --role-name admin --policy-arn ${admin}`;
  },
  'iam-cloudshell-full-access-not-attached': async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam attach-user-policy --user-name anna --policy-arn ${managed('AWSCloudShellFullAccess')}`;
    await role(aws, 'dev', own);
    await aws`iam attach-role-policy --role-name dev --policy-arn ${managed('AWSCloudShellFullAccess')}`;
  },
  'iam-group-no-inline-policies': async (aws) => {
    await aws`iam create-group --group-name dev`;
    await aws`iam put-group-policy --group-name dev --policy-name ${'read logs'} --policy-document ${readS3}`;
  },
  'iam-group-not-empty': async (aws) => {
    await aws`iam create-group --group-name dev`;
    await aws`iam put-group-policy --group-name dev --policy-name deploy --policy-document ${readS3}`;
    await aws`iam attach-group-policy --group-name dev --policy-arn ${managed('ReadOnlyAccess')}`;
  },
  'iam-role-permissions-boundary-set': async (aws) => {
    await role(aws, 'app', own);
    return { POLICY_ARN: managed('ReadOnlyAccess') };
  },
  'iam-role-no-inline-policies': async (aws) => {
    await role(aws, 'app', own);
    await aws`iam put-role-policy --role-name app --policy-name ${'read logs'} --policy-document ${readS3}`;
  },
  'iam-role-max-session-duration-limited': async (aws) => {
    await role(aws, 'app', own);
    await aws`iam update-role --role-name app --max-session-duration 43200`;
  },
  'iam-user-in-group': async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam create-group --group-name dev`;
    return { GROUP: 'dev' };
  },
  'iam-user-no-direct-policies': async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam attach-user-policy --user-name anna --policy-arn ${managed('ReadOnlyAccess')}`;
    await aws`iam put-user-policy --user-name anna --policy-name read --policy-document ${readS3}`;
  },
  'iam-group-admin-members-mfa-enabled': async (aws) => {
    await aws`iam create-group --group-name admins`;
    await aws`iam attach-group-policy --group-name admins --policy-arn ${admin}`;
    await aws`iam create-group --group-name staff`;
    for (const name of ['anna', 'ben', 'carl']) {
      await aws`iam create-user --user-name ${name}`;
      for (const group of ['admins', 'staff'])
        await aws`iam add-user-to-group --group-name ${group} --user-name ${name}`;
    }
    // He has MFA, and stays.
    await aws`iam create-virtual-mfa-device --virtual-mfa-device-name carl --outfile /dev/null --bootstrap-method Base32StringSeed`;
    await aws`iam enable-mfa-device --user-name carl --serial-number ${`arn:aws:iam::123456789012:mfa/carl`} --authentication-code1 123456 --authentication-code2 654321`;
  },

  'iam-customer-policy-attached-no-admin': customer('*'),
  'iam-customer-policy-no-cloudtrail-full-access': customer('cloudtrail:*'),
  'iam-customer-policy-no-kms-full-access': customer('kms:*'),
  'iam-customer-policy-unattached-no-admin': async (aws) => {
    await aws`iam create-policy --policy-name deploy --policy-document ${all}`;
    return { POLICY_DOCUMENT };
  },
  'iam-customer-policy-kms-decrypt-restricted': customer('kms:Decrypt'),
  'iam-customer-policy-no-not-action': async (aws) => {
    const document = policy({ NotAction: 'iam:*', Resource: '*' });
    await aws`iam create-policy --policy-name deploy --policy-document ${document}`;
    return { POLICY_DOCUMENT };
  },
  'iam-customer-policy-no-privilege-escalation': customer('iam:AttachRolePolicy'),
  'iam-customer-policy-no-service-wildcard': [customer('s3:*'), customer('s3:*', 5)],
  'iam-customer-policy-no-wildcard-role-assumption': customer('sts:AssumeRole'),
  'iam-policy-no-pass-role-to-anything': customer('iam:PassRole'),
  'iam-policy-rds-db-connect-not-wildcard': customer('rds-db:connect'),
  'iam-inline-policy-no-admin': inline(all),
  'iam-inline-policy-kms-decrypt-restricted': inlineOf('kms:Decrypt'),
  'iam-inline-policy-no-cloudtrail-full-access': inlineOf('cloudtrail:*'),
  'iam-inline-policy-no-kms-full-access': inlineOf('kms:*'),
  'iam-inline-policy-no-not-action': inline(policy({ NotAction: 'iam:*', Resource: '*' })),
  'iam-inline-policy-no-pass-role-to-anything': inlineOf('iam:PassRole'),
  'iam-inline-policy-no-privilege-escalation': inlineOf('iam:AttachRolePolicy'),
  'iam-inline-policy-no-service-wildcard': inlineOf('s3:*'),

  'iam-password-policy-exists': none,
  'iam-password-policy-length-14': [weak, none],
  'iam-password-policy-lowercase-required': weak,
  'iam-password-policy-max-age-90': [weak, none],
  'iam-password-policy-number-required': weak,
  'iam-password-policy-reuse-24': weak,
  'iam-password-policy-strong': [weak, none],
  'iam-password-policy-symbol-required': weak,
  'iam-password-policy-uppercase-required': weak,
  'iam-password-policy-users-can-change': weak,

  'iam-oidc-provider-role-subject-restricted': async (aws) => {
    const host = 'token.actions.githubusercontent.com';
    const arn =
      await aws`iam create-open-id-connect-provider --url ${`https://${host}`} --client-id-list sts.amazonaws.com --thumbprint-list ${'0'.repeat(40)} --query OpenIDConnectProviderArn --output text`;
    const trust = (condition: object) =>
      trustOf({ Federated: arn }, { Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition });
    await role(aws, 'ci', trust({ StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } }));
    return {
      TRUST_POLICY: JSON.stringify(
        trust({ StringEquals: { [`${host}:sub`]: 'repo:example/app:ref:refs/heads/main' } }),
      ),
    };
  },
  'iam-saml-role-audience-restricted': async (aws) => {
    const trust = (more: object) =>
      trustOf(
        { Federated: 'arn:aws:iam::123456789012:saml-provider/Corp' },
        { Action: 'sts:AssumeRoleWithSAML', ...more },
      );
    await role(aws, 'people', trust({}));
    const audience = { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } };
    return { TRUST_POLICY: JSON.stringify(trust({ Condition: audience })) };
  },
  'iam-role-cross-account-mfa-or-external-id': trusting(partner),
  'iam-role-no-cross-account-readonly-access': async (aws) => {
    await role(
      aws,
      'partner',
      trustOf({ AWS: 'arn:aws:iam::999900001111:root' }, { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }),
    );
    await aws`iam attach-role-policy --role-name partner --policy-arn ${managed('ReadOnlyAccess')}`;
  },
  'iam-role-trust-confused-deputy-protected': [
    trusting(trustOf({ Service: 'sns.amazonaws.com' })),
    trusting(
      policy(
        { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
        {
          Principal: { Service: ['sns.amazonaws.com'] },
          Action: 'sts:AssumeRole',
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        },
      ),
    ),
  ],
  'iam-role-trust-not-public': trusting(trustOf('*')),
  'iam-saml-provider-exists': async () => ({
    PROVIDER_NAME: 'corporate',
    METADATA_XML: `<EntityDescriptor>${'x'.repeat(1000)}</EntityDescriptor>`,
  }),
  'iam-support-role-exists': async (aws) => {
    await role(aws, 'support', own);
    return { ROLE_NAME: 'support' };
  },

  'iam-user-access-key-not-exposed': async (aws, front) => {
    const { KEY_1_ID = '' } = (await reported({ keys: [{ rotated: 10 }] })(aws, front)) ?? {};
    front.answer(
      { service: 'support', operation: 'DescribeTrustedAdvisorCheckResult' },
      {
        result: {
          checkId: '12Fnkpl8Y5',
          timestamp: new Date().toISOString(),
          status: 'error',
          resourcesSummary: { resourcesProcessed: 1, resourcesFlagged: 1, resourcesIgnored: 0, resourcesSuppressed: 0 },
          categorySpecificSummary: {},
          flaggedResources: [
            {
              status: 'error',
              resourceId: 'x',
              isSuppressed: false,
              metadata: [KEY_1_ID, 'anna', 'Exposed', 'case', '', '', '', ''],
            },
          ],
        },
      },
    );
  },
  'iam-user-password-changed-recently': reported({ password: { used: 1, changed: 400 }, created: 500 }),
  'iam-user-access-key-age-365': reported({ keys: [{ rotated: 400, used: [1, 's3'] }], created: 500 }),
  'iam-user-access-key-rotated-90': [
    reported({ keys: [{ rotated: 200, used: [1, 's3'] }] }),
    reported({ keys: [{ rotated: 200 }, { rotated: 300 }] }),
  ],
  'iam-user-access-key-used-45': reported({ keys: [{ rotated: 200, used: [100, 's3'] }, { rotated: 20 }] }),
  'iam-user-console-access-used-45': reported({ password: { changed: 200 } }),
  'iam-user-credentials-used-90': reported({ password: { used: 100, changed: 200 }, keys: [{ rotated: 200 }] }),
  'iam-user-initial-access-key-not-unused': reported({ password: { used: 1, changed: 300 }, keys: [{ rotated: 300 }] }),
  'iam-user-single-active-access-key': reported({
    keys: [
      { rotated: 80, used: [60, 's3'] },
      { rotated: 20, used: [1, 's3'] },
    ],
  }),
  'iam-user-uses-temporary-credentials': reported({ keys: [{ rotated: 20, used: [1, 's3'] }] }),
};

const cut = 'no command: which right to take or which door to close has to be chosen from what `audit paths` shows';
const onlyRoot = 'no command: only the root user can do it, in the console';

export const untried: Readonly<Record<string, string>> = {
  'iam-oidc-provider-thumbprint-not-relied-on': 'the check never fails: it passes or asks a person to look',
  'iam-saml-provider-certificate-not-expiring': 'no command: the new metadata is had from the identity provider',
  'iam-cross-account-trust-no-path-to-administrator': cut,
  'iam-customer-policy-in-use': 'the emulator does not say whose boundary a policy is',
  'iam-delegation-requests-reviewed': 'The emulator has no delegation requests',
  'iam-internet-compute-no-path-to-administrator': cut,
  'iam-managed-policy-attached-no-admin': 'no command: which holder keeps it has to be decided',
  'iam-open-trust-no-path-to-administrator': cut,
  'iam-principal-no-path-to-administrator': cut,
  'iam-public-endpoint-no-path-to-administrator': cut,
  'iam-role-least-privilege': 'no command: what the role needs has to be found out',
  'iam-role-used-recently': 'the emulator makes roles of today only',
  'iam-root-no-signing-certificates': onlyRoot,
  'iam-role-no-cross-account-write-access': 'no command: what the other account may still do has to be decided',
  'iam-root-credentials-centrally-managed': lacks('iam', 'ListOrganizationsFeatures'),
  'iam-root-hardware-mfa-enabled': onlyRoot,
  'iam-root-mfa-enabled': onlyRoot,
  'iam-root-no-access-keys': onlyRoot,
  'iam-root-no-failed-logins': 'no command: what happened stays',
  'iam-root-not-used-recently': 'no command: what happened stays',
  'iam-server-certificate-not-expired': 'the emulator gives every certificate the same day of expiry',
  'iam-user-console-mfa-enabled': 'no command: only the user can register a device',
  'iam-user-mfa-enabled': 'no command: only the user can register a device',
  'iam-user-hardware-mfa-enabled': 'the emulator has no hardware tokens',
  'iam-user-not-both-password-and-keys': 'no command: whether it is a person or a program has to be decided',
};
