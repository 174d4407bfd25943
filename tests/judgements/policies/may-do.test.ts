import { describe, expect, it } from 'vitest';
import {
  heldBy,
  mayDo,
  mayDoLess,
  rolesMayDo,
  type Power,
  type RolesMayDo,
} from '../../../src/judgements/policies/may-do.ts';

const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, Resource: unknown = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown = '*') => ({ Effect: 'Deny', Action, Resource });
const named = (...documents: readonly unknown[]) => documents.map((document, n) => ({ name: `policy ${n}`, document }));
const readOnly = policy(allow(['s3:Get*', 'ec2:Describe*']));

const sure: readonly (readonly [string, readonly unknown[], Power])[] = [
  ['everything', [policy(allow('*'))], 'administrator'],
  ['everything in one text', [JSON.stringify(policy(allow('*')))], 'administrator'],
  ['every service by a pattern', [policy(allow(['*:*']))], 'administrator'],
  ['everything but nothing', [policy({ Effect: 'Allow', NotAction: 'none:None', Resource: '*' })], 'administrator'],
  [
    'everything on everything but a bucket',
    [policy({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::x' })],
    'administrator',
  ],
  [
    'everything when it comes with MFA',
    [policy(allow('*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }))],
    'administrator',
  ],
  ['everything of China', [policy(allow('*', ['*', 'arn:aws-cn:s3:::x']))], 'administrator'],
  [
    'everything, in two halves',
    [policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), policy(allow('iam:*'))],
    'administrator',
  ],
  [
    'everything, and denied to leave the organization',
    [policy(allow('*')), policy(deny('organizations:LeaveOrganization'))],
    'administrator',
  ],
  ['everything, all of it denied in another policy', [policy(allow('*')), policy(deny('*'))], 'limited'],
  ['everything but IAM', [policy(allow('*')), policy(deny('iam:*'))], 'escalates'],
  ['all of IAM', [policy(allow('iam:*'))], 'escalates'],
  ['writing policies of any role', [policy(allow(['iam:PutRolePolicy', 'sts:AssumeRole']))], 'escalates'],
  [
    'passing any role to a new function',
    [policy(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))],
    'escalates',
  ],
  [
    'the same from two policies',
    [policy(allow('iam:PassRole')), policy(allow(['lambda:CreateFunction', 'lambda:InvokeFunction']))],
    'escalates',
  ],
  ['all of a service', [policy(allow('dynamodb:*'))], 'service'],
  ['all of a service in any case', [policy(allow('DynamoDB:*'))], 'service'],
  ['all of services of a pattern', [policy(allow('dynamo*:*'))], 'service'],
  [
    'all of a service on one table',
    [policy(allow('dynamodb:*', 'arn:aws:dynamodb:eu-west-1:111122223333:table/a'))],
    'limited',
  ],
  ['reading', [readOnly], 'limited'],
  ['nothing', [], 'limited'],
];

describe('what policies let somebody do', () => {
  it.each(sure)('%s', (_, documents, power) => {
    expect(mayDo({ identity: named(...documents) })).toMatchObject({ power });
  });
  it.each([
    ['reading', readOnly, 'limited'],
    ['one service', policy(allow('dynamodb:*')), 'service'],
    ['everything', policy(allow('*')), 'administrator'],
    ['everything but IAM', policy(allow('*'), deny('iam:*')), 'escalates'],
  ] as const)('a boundary limits an administrator to %s', (_, document, power) => {
    expect(mayDo({ identity: named(policy(allow('*'))), boundary: { name: 'limit', document } })).toMatchObject({
      power,
    });
  });
  it.each([
    [
      'a boundary that was not read',
      { identity: named(policy(allow('*'))), boundary: 'unknown' as const },
      /boundary was not read/,
    ],
    [
      'a policy that was not read',
      { identity: named(readOnly), missing: ['arn:aws:iam::aws:policy/X'] },
      /policy\/X was not read/,
    ],
    ['policies that were not read', { identity: [], missing: ['a', 'b'] }, /a and b were not read/],
    ['a document that cannot be read', { identity: named('{not json') }, /part of policy 0 cannot be read/],
  ])('says what it depends on: %s', (_, held, because) => {
    const found = mayDo(held);
    expect(found).toMatchObject({ power: 'limited', perhaps: { power: 'administrator' } });
    expect(found.perhaps?.because).toMatch(because);
    expect(mayDoLess('Role a', found, 'service')).toMatchObject({ kind: 'unknown' });
  });
  it('is sure of what it knows whatever else was not read', () => {
    const found = mayDo({ identity: named(policy(allow('*'))), missing: ['a'] });
    expect(found.power).toBe('administrator');
    expect(found.perhaps).toBeUndefined();
  });
  it("knows AWS's AdministratorAccess where it was not listed, as policy and as boundary", () => {
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const admin = { name: 'AdministratorAccess', arn };
    expect(mayDo(heldBy({ attached: [admin], inline: [], boundary: arn }, []))).toMatchObject({
      power: 'administrator',
    });
    const other = { name: 'AdministratorAccess', arn: 'arn:aws:iam::111122223333:policy/AdministratorAccess' };
    expect(mayDo(heldBy({ attached: [other], inline: [], boundary: undefined }, []))).toMatchObject({
      power: 'limited',
    });
  });
  it('names the policy and statement, and fails from the power on that is too much', () => {
    const found = mayDo({ identity: named(readOnly, policy(allow('s3:*'))) });
    expect(found).toMatchObject({ power: 'service', gives: 'every action of s3 on resources it does not name' });
    expect(mayDoLess('Role a', found, 'service')).toMatchObject({
      kind: 'fail',
      message: 'Role a gives every action of s3 on resources it does not name (policy 1, statement 1)',
    });
    expect(mayDoLess('Role a', found, 'escalates')).toMatchObject({ kind: 'pass' });
    expect(mayDoLess('Role a', found, 'administrator')).toMatchObject({
      kind: 'pass',
      message: 'Role a gives no full administration',
    });
  });

  const deploy = 'arn:aws:iam::111122223333:role/team/deploy';
  const unless = (operator: string, key: string, value: unknown) =>
    policy(allow('*'), { ...deny('*'), Condition: { [operator]: { [key]: value } } });
  it.each<[string, readonly unknown[][], Power]>([
    ['nothing', [], 'administrator'],
    ['denials of what is no matter', [[policy(allow('*'), deny('organizations:LeaveOrganization'))]], 'administrator'],
    ['all of IAM, in another policy of the level', [[policy(allow('*')), policy(deny('iam:*'))]], 'escalates'],
    ['all but one service', [[policy(allow('dynamodb:*'))]], 'service'],
    [
      'all but what two levels have both',
      [[policy(allow(['s3:*', 'sns:*']))], [policy(allow('dynamodb:*'))]],
      'limited',
    ],
    ['everything at the account, whatever is above', [[policy(allow('*'))], []], 'limited'],
    [
      'everything from all but the role',
      [[unless('ArnNotLike', 'aws:PrincipalArn', '*:role/team/*')]],
      'administrator',
    ],
    ['everything from the role', [[unless('ArnLike', 'AWS:PRINCIPALARN', ['arn:aws:iam::*:role/team/*'])]], 'limited'],
    ['everything from another account', [[unless('StringEquals', 'aws:PrincipalAccount', '1')]], 'administrator'],
    ['other regions', [[unless('StringNotEquals', 'aws:RequestedRegion', 'eu-west-1')]], 'administrator'],
    ['who came without MFA', [[unless('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false')]], 'administrator'],
  ])('service control policies take from an administrator: %s', (_, levels, power) => {
    const scps = levels.map((level) => named(...level));
    expect(mayDo({ identity: named(policy(allow('*'))), arn: deploy, scps })).toMatchObject({ power });
  });

  it('says where service control policies were not read, but of roles that are linked to services, which they spare', () => {
    const role = (path: string) => ({
      arn: `arn:aws:iam::111122223333:role${path}a`,
      path,
      attached: [],
      instanceProfiles: [],
      boundary: undefined,
      inline: [{ name: 'all', document: policy(allow('*')) }],
    });
    const serviceControls = {
      levels: [{ target: 'r-1', policies: [{ id: 'p-1', name: 'none', document: policy() }] }],
    };
    const told = (path: string, read: boolean) =>
      rolesMayDo.compute(
        {
          roles: [role(path)],
          policies: [],
          serviceControls: read ? [{ serviceControls }] : [],
        } as never,
        {
          unreadAlong: read ? {} : { serviceControls: { cause: 'denied', actions: ['organizations:ListRoots'] } },
        } as never,
      ) as RolesMayDo;
    const verdict = (path: string, read: boolean) =>
      mayDoLess('Role a', told(path, read).of(role(path).arn) ?? expect.unreachable(), 'administrator');
    expect(verdict('/', false)).toMatchObject({
      kind: 'fail',
      message:
        'Role a gives full administration (inline policy all, statement 1); service control policies were not read (organizations:ListRoots denied) and may take some of it away',
    });
    expect(verdict('/', true)).toMatchObject({ kind: 'pass' });
    for (const read of [true, false])
      expect(verdict('/aws-service-role/x.amazonaws.com/', read)).toMatchObject({
        kind: 'fail',
        message: expect.stringMatching(/statement 1\)$/) as string,
      });
  });

  it('tells it of roles by their ARN and by the profile they are in', () => {
    const profile = 'arn:aws:iam::111122223333:instance-profile/web';
    const deploy = {
      arn: 'arn:aws:iam::111122223333:role/deploy',
      path: '/',
      attached: [{ name: 'own', arn: 'arn:aws:iam::111122223333:policy/own' }],
      inline: [],
      boundary: undefined,
      instanceProfiles: [{ name: 'web', arn: profile }],
    };
    const policies = [{ arn: 'arn:aws:iam::111122223333:policy/own', document: policy(allow('*')) }];
    const found = rolesMayDo.compute(
      { roles: [deploy], policies, serviceControls: [] } as never,
      { unreadAlong: {} } as never,
    ) as RolesMayDo;
    expect(found.of(deploy.arn)).toMatchObject({ power: 'administrator' });
    expect(found.of(deploy.arn)).toBe(found.of(deploy.arn));
    expect(found.inProfile(profile)).toMatchObject({ role: deploy.arn, mayDo: { power: 'administrator' } });
    expect(found.of('arn:aws:iam::444455556666:role/deploy')).toBeUndefined();
    expect(found.inProfile(`${profile}-2`)).toBeUndefined();
  });
});
