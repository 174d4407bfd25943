import type { Denial } from './denied.ts';

const global =
  (service: string, rest: string): Denial['on'] =>
  ({ account, partition }) =>
    `arn:${partition}:${service}::${account}:${rest}`;
const regional =
  (service: string, rest: string): Denial['on'] =>
  ({ account, partition, region }) =>
    `arn:${partition}:${service}:${region}:${account}:${rest}`;

/**
 * What the root user of a member does that nobody needs it for: to make credentials, to start and read things, to stop the
 * watch. What AWS lets only the root user do is not among them
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#root-user-tasks).
 */
export const rootActions: readonly Denial[] = [
  { action: 'iam:CreateUser', on: global('iam', 'user/example') },
  { action: 'iam:CreateAccessKey', on: global('iam', 'user/example') },
  { action: 'ec2:RunInstances', on: regional('ec2', 'instance/*') },
  { action: 's3:GetObject', on: ({ partition }) => `arn:${partition}:s3:::example/example` },
  { action: 'kms:Decrypt', on: regional('kms', 'key/00000000-0000-4000-8000-000000000000') },
  { action: 'lambda:CreateFunction', on: regional('lambda', 'function:example') },
  { action: 'cloudtrail:StopLogging', on: regional('cloudtrail', 'trail/example') },
];

/** What switches off or blinds the services that watch an account. */
export const securityServiceActions: readonly Denial[] = [
  { action: 'cloudtrail:StopLogging', on: regional('cloudtrail', 'trail/example') },
  { action: 'cloudtrail:DeleteTrail', on: regional('cloudtrail', 'trail/example') },
  { action: 'config:StopConfigurationRecorder', on: regional('config', 'configuration-recorder/default/example0') },
  { action: 'config:DeleteConfigurationRecorder', on: regional('config', 'configuration-recorder/default/example0') },
  { action: 'guardduty:DeleteDetector', on: regional('guardduty', 'detector/00000000000000000000000000000000') },
  { action: 'guardduty:DisassociateFromAdministratorAccount', on: () => '*' },
  { action: 'securityhub:DisableSecurityHub', on: regional('securityhub', 'hub/default') },
  { action: 'access-analyzer:DeleteAnalyzer', on: regional('access-analyzer', 'analyzer/example') },
];

/** What is started in a region. */
export const regionalActions: readonly Omit<Denial, 'region'>[] = [
  { action: 'ec2:RunInstances', on: regional('ec2', 'instance/*') },
  { action: 'lambda:CreateFunction', on: regional('lambda', 'function:example') },
  { action: 'rds:CreateDBInstance', on: regional('rds', 'db:example') },
];

/** What an account does to be in no organization any more. */
export const leaving: readonly Denial[] = [{ action: 'organizations:LeaveOrganization', on: () => '*' }];
