import type { RunResult } from '../../src/engine/result.ts';
import type { Case } from './fixture.ts';
import { account, coverageOf, checkInfos, findingOf, hostileName, resultOf } from './fixture.ts';

const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;

const buckets = [
  'acme-prod-customer-exports',
  'acme-prod-cloudtrail-logs',
  'acme-staging-assets',
  'acme-data-lake-raw-eu-west-1-encrypted-with-a-very-long-name-99',
  'acme-website',
  'kunden-münchen-北京-🦆',
  'backups',
  'terraform-state',
] as const;

const blocked: Case[] = buckets.map((name, index) => ({
  check: 's3-bucket-public-access-blocked',
  status: (['fail', 'fail', 'pass', 'unknown', 'fail', 'fail', 'pass', 'suppressed'] as const)[index] ?? 'pass',
  region: index % 3 === 0 ? 'us-east-1' : 'eu-west-1',
  name,
  arn: bucketArn(name),
  tags: { Environment: index % 2 === 0 ? 'production' : 'staging', Owner: 'platform@acme.example' },
  message:
    index === 3
      ? `${name} could not be judged: access denied (s3:GetBucketPublicAccessBlock)`
      : index % 7 === 2 || index === 6
        ? `${name} blocks public ACLs and policies`
        : `${name} does not block public access: blockPublicPolicy is off, expected on`,
  ...(index === 3
    ? {
        unknown: { actions: ['s3:GetBucketPublicAccessBlock'], cause: 'access denied (s3:GetBucketPublicAccessBlock)' },
      }
    : {
        observed: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: index % 7 === 2,
          restrictPublicBuckets: false,
        },
      }),
  ...(index === 7
    ? {
        suppression: {
          reason: 'State bucket is behind a VPC endpoint policy, reviewed',
          owner: 'security@acme.example',
          until: '2026-12-31',
          status: 'fail' as const,
        },
      }
    : {}),
}));

const versioned: Case[] = buckets.slice(0, 6).map((name, index) => ({
  check: 's3-bucket-versioning-enabled',
  status: index < 2 ? 'fail' : 'pass',
  region: index % 3 === 0 ? 'us-east-1' : 'eu-west-1',
  name,
  arn: bucketArn(name),
  message: index < 2 ? `${name} has versioning suspended` : `${name} keeps versions`,
  observed: { status: index < 2 ? 'Suspended' : 'Enabled', mfaDelete: false },
}));

const groups: Case[] = Array.from({ length: 14 }, (_, index) => {
  const id = `sg-0${(0xabc123def45670 + index * 7919).toString(16)}`;
  return {
    check: 'ec2-security-group-no-public-ssh',
    status: 'fail',
    region: index < 9 ? 'eu-west-1' : 'us-east-1',
    name: index === 4 ? hostileName : `launch-wizard-${index + 1}`,
    id,
    arn: `arn:aws:ec2:${index < 9 ? 'eu-west-1' : 'us-east-1'}:${account}:security-group/${id}`,
    message: `${index === 4 ? hostileName : `launch-wizard-${index + 1}`} allows 0.0.0.0/0 on port 22`,
    tags: index === 4 ? { [hostileName]: hostileName } : {},
    observed: { rules: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '0.0.0.0/0' }] },
  };
});

const volumes: Case[] = Array.from({ length: 6 }, (_, index) => ({
  check: 'ec2-volume-attached',
  status: index < 2 ? 'fail' : 'pass',
  region: 'eu-west-1',
  name: `vol-0${(0x1d2c3b4a5f607 + index * 104729).toString(16)}`,
  arn: `arn:aws:ec2:eu-west-1:${account}:volume/vol-0${(0x1d2c3b4a5f607 + index * 104729).toString(16)}`,
  message:
    index < 2 ? 'volume of 500 GiB has been unattached for 61 days' : 'volume is attached to i-0a1b2c3d4e5f60718',
}));

const keys: Case[] = Array.from({ length: 5 }, (_, index) => {
  const id = `${index}c2f9d1e-7b1a-4c55-9d2e-0a4b5c6d7e8${index}`;
  return {
    check: 'kms-key-rotation-enabled',
    status: index === 0 ? 'fail' : index === 1 ? 'unknown' : 'pass',
    region: 'eu-west-1',
    name: `alias/app-${index}`,
    id,
    arn: `arn:aws:kms:eu-west-1:${account}:key/${id}`,
    message:
      index === 0
        ? `alias/app-${index} does not rotate`
        : index === 1
          ? `alias/app-${index} could not be judged: access denied (kms:GetKeyRotationStatus)`
          : `alias/app-${index} rotates every 365 days`,
    ...(index === 1
      ? { unknown: { actions: ['kms:GetKeyRotationStatus'], cause: 'access denied (kms:GetKeyRotationStatus)' } }
      : {}),
  };
});

const users: Case[] = ['deploy', 'jenkins', 'alice', 'bob', "o'brien"].map((name, index) => ({
  check: 'iam-user-access-key-rotated',
  status: index < 3 ? 'fail' : 'pass',
  name,
  id: `AKIAIOSFODNN7EXAMPL${index}`,
  arn: `arn:aws:iam::${account}:user/${name}/AKIAIOSFODNN7EXAMPL${index}`,
  message:
    index < 3
      ? `${name}'s key is ${412 - index * 77} days old, more than 90`
      : `${name}'s key is ${12 + index} days old`,
}));

const regional: Case[] = ['eu-west-1', 'us-east-1'].map((region, index) => ({
  check: 'guardduty-detector-enabled',
  status: index === 0 ? 'pass' : 'fail',
  region,
  name: region,
  arn: `arn:aws:guardduty:${region}:${account}:detector`,
  message: index === 0 ? `${region} has a detector that is enabled` : `${region} has no detector`,
}));

const quotas: Case[] = ['eu-west-1', 'us-east-1'].map((region, index) => ({
  check: 'vpc-quota-not-near',
  status: index === 0 ? 'fail' : 'unknown',
  region,
  name: region,
  arn: `arn:aws:ec2:${region}:${account}:vpc`,
  message:
    index === 0
      ? `${region} uses 5 of 5 VPCs`
      : `${region} could not be judged: throttled until the retries were used up`,
  ...(index === 1 ? { unknown: { actions: [], cause: 'throttled until the retries were used up' } } : {}),
}));

const functions: Case[] = Array.from({ length: 8 }, (_, index) => ({
  check: 'lambda-function-memory-fitting',
  status: index === 0 ? 'fail' : 'pass',
  region: 'eu-west-1',
  name: `orders-${index}`,
  arn: `arn:aws:lambda:eu-west-1:${account}:function:orders-${index}`,
  message: index === 0 ? `orders-${index} has 3008 MB and uses 212 MB` : `orders-${index} has 256 MB and uses 190 MB`,
}));

const singles: Case[] = [
  {
    check: 'account-root-mfa-enabled',
    status: 'fail',
    name: account,
    arn: `arn:aws:iam::${account}:root`,
    message: `The root user of ${account} has no MFA device`,
    observed: { AccountMFAEnabled: 0 },
  },
  {
    check: 'account-contacts-reviewed',
    status: 'manual',
    name: account,
    arn: `arn:aws:account::${account}:contact`,
    message: 'AWS does not say whether the contact is current: read it with its owner',
  },
];

/** About 60 findings of every status and category, with what could not be read, suppressions and a hostile name. */
export function smallResult(): RunResult {
  const findings = [blocked, versioned, groups, volumes, keys, users, regional, quotas, functions, singles]
    .flat()
    .map(findingOf);
  return resultOf(findings, {
    coverage: {
      complete: false,
      services: [
        { service: 'ec2', region: 'eu-west-1', calls: 12, denied: 0, failed: 0, unsupported: 0 },
        { service: 'ec2', region: 'us-east-1', calls: 9, denied: 0, failed: 0, unsupported: 0 },
        { service: 'guardduty', region: 'eu-west-1', calls: 2, denied: 0, failed: 0, unsupported: 0 },
        { service: 'guardduty', region: 'us-east-1', calls: 1, denied: 0, failed: 0, unsupported: 0 },
        { service: 'iam', region: 'global', calls: 14, denied: 0, failed: 0, unsupported: 0 },
        { service: 'kms', region: 'eu-west-1', calls: 11, denied: 1, failed: 0, unsupported: 0 },
        { service: 's3', region: 'eu-west-1', calls: 1043, denied: 0, failed: 0, unsupported: 0 },
        { service: 's3', region: 'us-east-1', calls: 18, denied: 1, failed: 0, unsupported: 0 },
        { service: 'servicequotas', region: 'us-east-1', calls: 6, denied: 0, failed: 1, unsupported: 0 },
      ],
      gaps: [
        {
          resourceType: 'AWS::EC2::VPC',
          region: 'us-east-1',
          facet: 'quota',
          kind: 'failed',
          actions: ['servicequotas:GetServiceQuota'],
          cause: 'throttled until the retries were used up',
          resources: 1,
          checks: ['vpc-quota-not-near'],
        },
        {
          resourceType: 'AWS::KMS::Key',
          region: 'eu-west-1',
          facet: 'rotation',
          kind: 'denied',
          actions: ['kms:GetKeyRotationStatus'],
          cause: 'access denied (kms:GetKeyRotationStatus)',
          deniedBy: 'missing-permission',
          resources: 1,
          checks: ['kms-key-rotation-enabled'],
        },
        {
          resourceType: 'AWS::Lambda::Function',
          region: 'us-east-1',
          facet: 'list',
          kind: 'unsupported',
          actions: [],
          cause: 'the service does not exist in this region',
          resources: 0,
          checks: ['lambda-function-memory-fitting'],
        },
        {
          resourceType: 'AWS::S3::Bucket',
          region: 'us-east-1',
          facet: 'publicAccessBlock',
          kind: 'denied',
          actions: ['s3:GetBucketPublicAccessBlock'],
          cause: 'access denied (s3:GetBucketPublicAccessBlock)',
          deniedBy: 'scp',
          resources: 1,
          checks: ['s3-bucket-public-access-blocked'],
        },
      ],
      checks: coverageOf(findings, checkInfos()),
      skippedRegions: [
        { region: 'ap-east-1', reason: 'not enabled for the account' },
        { region: 'me-south-1', reason: 'not enabled for the account' },
      ],
    },
    suppressions: [
      {
        kind: 'expired',
        reason: 'Migration to the new VPC',
        owner: 'network@acme.example',
        until: '2026-01-31',
        selector: 'check ec2-security-group-no-public-ssh, resource sg-0abc*',
      },
      { kind: 'unused', reason: hostileName, owner: 'bob@acme.example', selector: 'check rds-instance-encrypted' },
    ],
  });
}

/** Nothing to report: every check passed. */
export const cleanResult = (): RunResult =>
  resultOf([...functions, ...keys].filter(({ status }) => status === 'pass').map(findingOf), {});
