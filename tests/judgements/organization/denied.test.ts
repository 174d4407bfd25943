import { describe, expect, it } from 'vitest';
import { rootActions, securityServiceActions } from '../../../src/judgements/organization/denials.ts';
import { allDenied, type Asker } from '../../../src/judgements/organization/denied.ts';
import type { OrganizationPolicies } from '../../../src/iam/types.ts';

const where = { account: '111122223333', partition: 'aws', now: Date.parse('2026-06-01T00:00:00Z') };
const full = { Effect: 'Allow', Action: '*', Resource: '*' };
const scp = (...Statement: readonly object[]) => ({ name: 'SCP x', document: { Version: '2012-10-17', Statement } });
/** The root's level, a unit's and the account's: each with FullAWSAccess, and these. */
const levels = (
  root: readonly object[] = [],
  unit: readonly object[] = [],
  own: readonly object[] = [],
): OrganizationPolicies =>
  [root, unit, own].map((statements) => [scp(full), ...(statements.length === 0 ? [] : [scp(...statements)])]);
const deny = (more: object = {}) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...more });
/** Everything but some is denied. */
const denyBut = (NotAction: string | readonly string[], more: object = {}) => ({
  Effect: 'Deny',
  NotAction,
  Resource: '*',
  ...more,
});
const rootOnly = { Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } } };
const unless = (key: string, operator: string, value: string | readonly string[]) => ({
  Condition: { [operator]: { [key]: value } },
});

type Row = readonly [when: string, scps: OrganizationPolicies, answer: 'yes' | 'no' | 'unknown'];

const forRoot: readonly Row[] = [
  ['FullAWSAccess alone', levels(), 'no'],
  ['everything is denied to everybody', levels([deny()]), 'yes'],
  ['to the root user, by a pattern', levels([deny(rootOnly)]), 'yes'],
  ['by ARN operators', levels([deny(unless('aws:PrincipalArn', 'ArnLike', 'arn:*:iam::*:root'))]), 'yes'],
  [
    'key in another case, values in a list',
    levels([deny(unless('AWS:principalARN', 'StringLike', ['arn:aws:iam::*:root']))]),
    'yes',
  ],
  ['a denial in the unit counts', levels([], [deny(rootOnly)]), 'yes'],
  ['a denial on the account counts', levels([], [], [deny(rootOnly)]), 'yes'],
  [
    'two policies together',
    levels(
      [deny({ ...rootOnly, Action: ['iam:*', 'ec2:*', 's3:*'] })],
      [denyBut(['iam:*', 'ec2:*', 's3:*'], rootOnly)],
    ),
    'yes',
  ],
  ['some services only', levels([deny({ ...rootOnly, Action: ['ec2:*', 'iam:*'] })]), 'no'],
  [
    'NotAction leaves what only the root user does',
    levels([denyBut(['iam:DeactivateMFADevice', 's3:PutBucketPolicy', 'sqs:SetQueueAttributes'], rootOnly)]),
    'yes',
  ],
  ['NotAction leaves too much', levels([denyBut('ec2:*', rootOnly)]), 'no'],
  [
    'another account is named',
    levels([deny(unless('aws:PrincipalArn', 'StringLike', 'arn:aws:iam::999999999999:root'))]),
    'no',
  ],
  ['roles are meant', levels([deny(unless('aws:PrincipalArn', 'StringLike', 'arn:aws:iam::*:role/*'))]), 'no'],
  [
    'sessions of centralised root access are exempt',
    levels([
      deny({
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } },
      }),
    ]),
    'yes',
  ],
  ['only without MFA', levels([deny(unless('aws:MultiFactorAuthPresent', 'BoolIfExists', 'false'))]), 'no'],
  ['from other addresses only', levels([deny(unless('aws:SourceIp', 'NotIpAddress', '203.0.113.0/24'))]), 'no'],
  ['it has ended', levels([deny(unless('aws:CurrentTime', 'DateLessThan', '2020-01-01T00:00:00Z'))]), 'no'],
  ['it began', levels([deny(unless('aws:CurrentTime', 'DateGreaterThan', '2020-01-01T00:00:00Z'))]), 'yes'],
  [
    'nothing is allowed at the root',
    [[scp({ Effect: 'Allow', Action: 'sts:*', Resource: '*' })], [scp(full)], [scp(full)]],
    'yes',
  ],
  [
    'an allow list that has it',
    [
      [
        scp({
          Effect: 'Allow',
          Action: ['ec2:*', 'iam:*', 's3:*', 'kms:*', 'lambda:*', 'cloudtrail:*'],
          Resource: '*',
        }),
      ],
      [scp(full)],
    ],
    'no',
  ],
  [
    'an allow list in the unit has it, one on the account not',
    [[scp(full)], [scp(full)], [scp({ Effect: 'Allow', Action: 'sts:*', Resource: '*' })]],
    'yes',
  ],
  ['a policy that cannot be read', [[scp(full)], [{ name: 'SCP y', document: undefined }, scp(full)]], 'unknown'],
  [
    'an operator of tomorrow',
    levels([deny(unless('aws:PrincipalArn', 'ArnResembles', 'arn:aws:iam::*:root'))]),
    'unknown',
  ],
];

const security = securityServiceActions.map(({ action }) => action);
const guarding = (more: object = {}) => ({ Effect: 'Deny', Action: security, Resource: '*', ...more });
const forAll: readonly Row[] = [
  ['FullAWSAccess alone', levels(), 'no'],
  ['the actions one by one', levels([guarding()]), 'yes'],
  [
    'by wildcards',
    levels([
      guarding({
        Action: [
          'cloudtrail:*',
          'config:Stop*',
          'config:Delete*',
          'guardduty:D*',
          'securityhub:Disable*',
          'access-analyzer:Delete?nalyzer',
        ],
      }),
    ]),
    'yes',
  ],
  ['in other letters', levels([guarding({ Action: security.map((action) => action.toUpperCase()) })]), 'yes'],
  ['one is missing', levels([guarding({ Action: security.slice(1) })]), 'no'],
  [
    'but for one role',
    levels([guarding(unless('aws:PrincipalArn', 'ArnNotLike', 'arn:aws:iam::*:role/security'))]),
    'yes',
  ],
  [
    'but for roles with a tag',
    levels([guarding(unless('aws:PrincipalTag/team', 'StringNotEquals', 'security'))]),
    'yes',
  ],
  ['but for all roles', levels([guarding(unless('aws:PrincipalArn', 'ArnNotLike', 'arn:aws:iam::*:role/*'))]), 'no'],
  ['but for all users', levels([guarding(unless('aws:PrincipalArn', 'ArnNotLike', 'arn:aws:iam::*:user/*'))]), 'no'],
  [
    'but not for the root user',
    levels([guarding(unless('aws:PrincipalArn', 'ArnNotLike', 'arn:aws:iam::*:root'))]),
    'no',
  ],
  ['but for one service', levels([denyBut('cloudtrail:*')]), 'no'],
  [
    'only what the organization made',
    levels([guarding({ Resource: 'arn:aws:cloudtrail:*:*:trail/aws-controltower-*' })]),
    'no',
  ],
  [
    'on each kind of resource',
    levels([
      guarding({
        Resource: [
          'arn:aws:cloudtrail:*:*:trail/*',
          'arn:aws:config:*:*:*',
          'arn:aws:guardduty:*:*:*',
          'arn:aws:securityhub:*:*:hub/*',
          'arn:aws:access-analyzer:*:*:analyzer/*',
        ],
      }),
      guarding({ Action: 'guardduty:Disassociate*' }),
    ]),
    'yes',
  ],
  ['in one region', levels([guarding(unless('aws:RequestedRegion', 'StringEquals', 'eu-west-1'))]), 'no'],
  ['only with a tag on the resource', levels([guarding(unless('aws:ResourceTag/keep', 'StringEquals', 'yes'))]), 'no'],
  [
    'half at the root, half in the unit',
    levels([guarding({ Action: security.slice(0, 4) })], [guarding({ Action: security.slice(4) })]),
    'yes',
  ],
];

const ask = (askers: readonly Asker[], rows: readonly Row[], denials: Parameters<typeof allDenied>[1]) =>
  it.each(rows)('%s', (_, scps, answer) => {
    expect(allDenied(askers, denials, { scps }, where)).toMatchObject({ answer });
  });

describe('what a set of service control policies denies the root user', () => {
  ask(['root'], forRoot, rootActions);
});

describe('what it denies everybody', () => {
  ask(['role', 'user', 'root'], forAll, securityServiceActions);

  it('names the statements that decide, each once', () => {
    const found = allDenied(['role', 'user', 'root'], securityServiceActions, { scps: levels([guarding()]) }, where);
    expect(found.answer === 'yes' && found.statements).toHaveLength(1);
  });

  it('says what somebody may, and on what it depends', () => {
    const without = allDenied(['role'], securityServiceActions, { scps: levels() }, where);
    expect(without).toEqual({ answer: 'no', because: 'a role may cloudtrail:StopLogging' });
    const tagged = levels([guarding(unless('aws:ResourceTag/keep', 'StringEquals', 'yes'))]);
    expect(allDenied(['role'], securityServiceActions, { scps: tagged }, where)).toMatchObject({
      because: expect.stringContaining('aws:ResourceTag/keep') as string,
    });
  });
});
