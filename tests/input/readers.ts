import { checks } from '../../checks/index.ts';
import { readJson } from '../../src/cli/json-file.ts';
import { levelsOf } from '../../src/cli/control-files.ts';
import { readReport } from '../../src/cli/report-file.ts';
import { readAcl, readPublicAccessBlock } from '../../src/cli/s3-files.ts';
import { loadConfig, loadSuppressions } from '../../src/config/load.ts';
import { assertKnown } from '../../src/config/known.ts';
import { exposure } from '../../src/iam/exposure/exposure.ts';
import { accountFromDetails } from '../../src/iam/graph/details.ts';

const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'One',
      Effect: 'Allow',
      Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'], Service: 's3.amazonaws.com' },
      NotAction: ['s3:DeleteBucket'],
      Resource: ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*'],
      Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] }, Bool: { 'aws:SecureTransport': 'true' } },
    },
  ],
};
const details = {
  UserDetailList: [
    {
      UserName: 'alice',
      UserId: 'AIDAEXAMPLE',
      Arn: 'arn:aws:iam::111122223333:user/alice',
      GroupList: ['admins'],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: policy }],
      AttachedManagedPolicies: [{ PolicyName: 'P', PolicyArn: 'arn:aws:iam::111122223333:policy/P' }],
      Tags: [{ Key: 'team', Value: 'a' }],
    },
  ],
  GroupDetailList: [
    { GroupName: 'admins', Arn: 'arn:aws:iam::111122223333:group/admins', AttachedManagedPolicies: [] },
  ],
  RoleDetailList: [
    {
      RoleName: 'r',
      Arn: 'arn:aws:iam::111122223333:role/r',
      AssumeRolePolicyDocument: policy,
      RolePolicyList: [],
      InstanceProfileList: [{ Arn: 'arn:aws:iam::111122223333:instance-profile/r' }],
    },
  ],
  Policies: [
    {
      Arn: 'arn:aws:iam::111122223333:policy/P',
      PolicyName: 'P',
      DefaultVersionId: 'v1',
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: policy }],
    },
  ],
};
const config = {
  regions: ['eu-*'],
  checks: { only: ['iam-*'], exclude: ['iam-root-mfa-enabled'], services: ['iam'], frameworks: ['cis_7.0'] },
  severity: { 'iam-root-mfa-enabled': 'low' },
  settings: { 'iam-user-access-key-rotated-90': { days: 60 } },
  trustedAccounts: ['111122223333'],
  suppressions: [
    { check: 'iam-*', resource: '*', reason: 'known to us', owner: 'me', until: '2026-12-31' },
    { fingerprint: '0'.repeat(32), reason: 'known to us', owner: 'me' },
  ],
  output: { formats: ['json'], path: 'out', failOn: 'high', allowIncomplete: true },
};
const yaml = `regions: &regions [eu-west-1, 'eu-*']
checks:
  only:
    - iam-*
settings:
  iam-user-access-key-rotated-90: { days: 60 }
suppressions:
  - check: iam-*
    reason: >
      known to us
    owner: me
x: *regions
`;

const finding = {
  fingerprint: '0'.repeat(32),
  aliases: ['1'.repeat(32)],
  check: 'iam-root-mfa-enabled',
  title: 't',
  severity: 'high',
  status: 'suppressed',
  message: 'm',
  account: '111122223333',
  region: 'global',
  resource: { type: 'AWS::IAM::User', id: 'i', arn: 'arn:aws:iam::111122223333:root', name: 'n', tags: {} },
  evidence: [{ facet: 'list', actions: ['iam:GetAccountSummary'], outcome: 'denied', code: 'AccessDenied' }],
  unknown: { actions: [], cause: 'c' },
  suppression: { reason: 'r', owner: 'o', until: '2026-12-31', status: 'fail' },
};

/** What is read, whole files of it, and how it is read. */
export const readers: readonly {
  readonly of: string;
  readonly good: unknown;
  readonly extension?: string;
  readonly read: (path: string) => Promise<unknown>;
}[] = [
  {
    of: 'a configuration',
    good: config,
    read: async (path) => {
      const loaded = await loadConfig(path, '.');
      assertKnown(loaded.config, checks, path, loaded.lineOf);
    },
  },
  { of: 'a configuration in YAML', good: yaml, extension: 'yaml', read: (path) => loadConfig(path, '.') },
  { of: 'suppressions', good: config.suppressions, read: (path) => loadSuppressions(path, '.', checks) },
  {
    of: 'control policies',
    good: [[policy], [policy, policy]],
    read: async (path) => levelsOf(await readJson(path), 'scps', path),
  },
  { of: 'details of IAM', good: details, read: async (path) => accountFromDetails(await readJson(path), {}, path) },
  {
    of: 'a policy whose exposure is asked for',
    good: policy,
    read: async (path) =>
      exposure({ kind: 's3', policy: await readJson(path) }, { account: '111122223333', now: new Date() }),
  },
  {
    of: 'an ACL',
    good: { Owner: { ID: 'a' }, Grants: [{ Grantee: { Type: 'Group', URI: 'x' }, Permission: 'READ' }] },
    read: (path) => readAcl('acl', path),
  },
  {
    of: 'a public-access block',
    good: { PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: false } },
    read: (path) => readPublicAccessBlock('public-access-block', path),
  },
  { of: 'a report', good: { findings: [finding, finding] }, read: readReport },
  {
    of: 'a report in lines',
    good: `${JSON.stringify({ type: 'run' })}\n${JSON.stringify({ type: 'finding', ...finding })}\n`,
    extension: 'ndjson',
    read: readReport,
  },
];
