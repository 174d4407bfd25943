import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotFromText, snapshotLines } from '../../src/inventory/snapshot.ts';
import type { Outcome } from '../../src/aws/outcome.ts';
import { bucket as bucketType } from '../../src/services/s3/bucket.ts';
import { ACCOUNT, ADMINISTRATOR, allow, details, doc, iamArn, policyArn, trustService } from '../iam/paths/account.ts';
import { audit, folder } from './run.ts';

const everyone = (actions: string | string[], more: object = {}) => doc({ Principal: '*', ...allow(actions), ...more });
const files = folder({
  'details.json': JSON.stringify(
    details({
      users: {
        boss: { attached: [ADMINISTRATOR] },
        reader: { inline: [doc(allow('s3:GetObject', 'arn:aws:s3:::b/*'), allow(['ec2:*', 'kms:*', 'iam:*']))] },
        careful: {
          inline: [doc(allow('ec2:*'), { Effect: 'Deny', Action: 'ec2:*', Resource: 'arn:aws:ec2:*:*:instance/i-1' })],
        },
        idle: {},
        half: { attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
        bounded: { attached: [ADMINISTRATOR], boundary: policyArn('limit') },
        loose: { attached: [ADMINISTRATOR], boundary: 'arn:aws:iam::aws:policy/Gone' },
      },
      roles: {
        app: { attached: [ADMINISTRATOR], trust: trustService('ec2.amazonaws.com') },
        local: {
          trust: doc({
            Principal: { Service: 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
          }),
        },
        open: { trust: doc({ Principal: '*', Action: 'sts:AssumeRole' }) },
        AWSServiceRoleForX: {
          path: '/aws-service-role/x.amazonaws.com/',
          trust: trustService('x.amazonaws.com'),
          attached: [ADMINISTRATOR],
        },
        AWSReservedSSO_x: { path: '/aws-reserved/sso.amazonaws.com/' },
      },
      policies: { limit: [doc(allow('s3:*'))] },
    }),
  ),
  'full.json': JSON.stringify([[doc(allow('*'))], [doc(allow('*'))]]),
  'one.json': JSON.stringify(doc(allow('*'))),
  'nos3.json': JSON.stringify([
    [doc(allow('*'))],
    [doc(allow('*'), { Effect: 'Deny', Action: 's3:*', Resource: '*' })],
  ]),
  'only-ec2.json': JSON.stringify([doc(allow('ec2:*'))]),
  'own-only.json': JSON.stringify([
    doc({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } },
    }),
  ]),
  'nothing.json': JSON.stringify(doc({ Principal: { AWS: iamArn('user/gone') }, ...allow('s3:GetObject') })),
  'everybody.json': JSON.stringify(everyone('s3:GetObject')),
  'sealed.json': JSON.stringify(doc({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' })),
  'printed.json': JSON.stringify({ Policy: JSON.stringify(everyone('s3:*')) }),
  'trail.json': JSON.stringify(
    doc({
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      ...allow('s3:PutObject', 'arn:aws:s3:::b/*', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }),
    }),
  ),
  'queue.json': JSON.stringify(everyone('sqs:SendMessage')),
  'key.json': JSON.stringify(doc({ Principal: { AWS: iamArn('root') }, ...allow('kms:*') })),
  'session.json': JSON.stringify(doc(allow('ec2:*'))),
  'text.json': '"no policy"',
  'number.json': '7',
  'empty-list.json': '[]',
  'empty-level.json': '[[]]',
  'object.json': '{}',
  'null.json': '[null]',
  'cut.json': '{"Statement": [',
  'typo.json': JSON.stringify([
    { Version: '2012-10-17', Statement: [{ Effect: 'Denied', Action: '*', Resource: '*' }] },
  ]),
  'version.json': JSON.stringify({ Version: '2020-01-01', Statement: [] }),
});
afterAll(() => files.remove());

/** Values of options that name a file of the folder. */
const named = (args: readonly string[]): string[] =>
  args.map((one) => (one.endsWith('.json') && !one.startsWith('/') ? `${files.path}/${one}` : one));
const can = (...args: string[]) => audit(['can', ...named(args), '--iam-details', `${files.path}/details.json`]);

interface Answer {
  verdict: string;
  reason: string;
  action: string;
  unread: string[];
  stated: string[];
  depends: string[];
  resourceAccount: { account: string | null; by: string };
  layers: { layer: string; verdict: string; source: string }[];
}
const object = 'arn:aws:s3:::b/k';
const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`;
const queue = `arn:aws:sqs:us-east-1:${ACCOUNT}:q`;
const instance = `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/i-1`;
const foreignQueue = 'arn:aws:sqs:us-east-1:999988887777:q';
const own = ['--resource-account', ACCOUNT];
const noScps = ['--scps', 'none'];
const noRcps = ['--rcps', 'none'];
const noPolicy = ['--resource-policy', 'none'];
const policy = (name: string): string[] => ['--resource-policy', name];
const all = [...noScps, ...noRcps, ...noPolicy, ...own];
const whole = (name: string): string[] => [...noScps, ...noRcps, ...own, ...policy(name)];

type Case = [what: string, who: string, action: string, on: string, args: string[], verdict: string, depends?: RegExp];

describe('what an allow needs', () => {
  it.each<Case>([
    // every layer that could deny
    ['every layer stated', 'boss', 's3:GetObject', object, all, 'allowed'],
    [
      'nothing stated',
      'boss',
      's3:GetObject',
      object,
      [],
      'possible',
      /resource policy, not read; service control policies, not read; resource control policies, not read; whose /,
    ],
    [
      'all but SCPs',
      'boss',
      's3:GetObject',
      object,
      [...noRcps, ...noPolicy, ...own],
      'possible',
      /^depends on service control policies, not read$/,
    ],
    [
      'all but RCPs',
      'boss',
      's3:GetObject',
      object,
      [...noScps, ...noPolicy, ...own],
      'possible',
      /^depends on resource control policies, not read$/,
    ],
    [
      "all but the resource's policy",
      'boss',
      's3:GetObject',
      object,
      [...noScps, ...noRcps, ...own],
      'possible',
      /^depends on resource policy, not read$/,
    ],
    [
      'all but whose it is',
      'boss',
      's3:GetObject',
      object,
      [...noScps, ...noRcps, ...noPolicy],
      'possible',
      /^depends on resource control policies, not read; whose .* names no account$/,
    ],
    [
      'SCPs of a file',
      'boss',
      's3:GetObject',
      object,
      ['--scps', 'full.json', ...noRcps, ...noPolicy, ...own],
      'allowed',
    ],
    [
      'SCPs as one document',
      'boss',
      's3:GetObject',
      object,
      ['--scps', 'one.json', ...noRcps, ...noPolicy, ...own],
      'allowed',
    ],
    [
      'an RCP without AWS’s own',
      'boss',
      's3:GetObject',
      object,
      [...noScps, '--rcps', 'own-only.json', ...noPolicy, ...own],
      'allowed',
    ],
    // a denial stands whatever was not read
    ['an SCP that denies', 'boss', 's3:GetObject', object, ['--scps', 'nos3.json'], 'denied'],
    [
      'an SCP that does not allow',
      'boss',
      's3:GetObject',
      object,
      ['--scps', 'only-ec2.json', ...all.slice(2)],
      'denied',
    ],
    ['a bucket policy that denies', 'boss', 's3:GetObject', object, policy('sealed.json'), 'denied'],
    ['nothing that allows', 'idle', 's3:GetObject', object, all, 'denied'],
    [
      'nothing that allows, and a policy unread',
      'idle',
      's3:GetObject',
      object,
      [...noScps, ...noRcps, ...own],
      'possible',
      /resource policy, not read/,
    ],
    ['nothing that allows, and nothing else', 'idle', 'ec2:StopInstances', instance, [], 'denied'],
    ['a boundary', 'bounded', 'ec2:StopInstances', instance, [], 'denied'],
    ['within a boundary', 'bounded', 's3:GetObject', object, all, 'allowed'],
    [
      'a boundary unread',
      'loose',
      'ec2:StopInstances',
      instance,
      noScps,
      'possible',
      /^depends on permissions boundary, not read$/,
    ],
    [
      'a policy unread',
      'half',
      'ec2:StopInstances',
      instance,
      noScps,
      'possible',
      /policies that were not read: arn:aws:iam::aws:policy\/ReadOnlyAccess/,
    ],
    // layers that do not apply
    ['a type without policies', 'reader', 'ec2:StopInstances', instance, noScps, 'allowed'],
    [
      'a type without policies, and SCPs unread',
      'reader',
      'ec2:StopInstances',
      instance,
      [],
      'possible',
      /^depends on service control policies, not read$/,
    ],
    ['a service without RCPs', 'boss', 'ec2:RunInstances', '*', noScps, 'allowed'],
    ['no resource at all', 'boss', 's3:ListAllMyBuckets', '*', [...noScps, ...noRcps], 'allowed'],
    [
      'every resource, of those with policies',
      'boss',
      's3:GetObject',
      '*',
      [...noScps, ...noRcps],
      'possible',
      /^depends on which resource it is on$/,
    ],
    [
      'every resource, one of which is denied',
      'careful',
      'ec2:StopInstances',
      '*',
      noScps,
      'possible',
      /which resource it is on/,
    ],
    ['the resource that is denied', 'careful', 'ec2:StopInstances', instance, noScps, 'denied'],
    ['an action that needs no permission', 'idle', 'sts:GetCallerIdentity', '*', [], 'allowed'],
    ['the root user', iamArn('root'), 's3:GetObject', object, all, 'allowed'],
    [
      'the root user, SCPs unread',
      iamArn('root'),
      's3:GetObject',
      object,
      [...noRcps, ...noPolicy, ...own],
      'possible',
      /^depends on service control policies, not read$/,
    ],
    ['a service-linked role', 'AWSServiceRoleForX', 'ec2:StopInstances', instance, [], 'allowed'],
    ['a session', `arn:aws:sts::${ACCOUNT}:assumed-role/app/x`, 's3:GetObject', object, all, 'allowed'],
    ['a session policy', 'app', 's3:GetObject', object, [...all, '--session-policy', 'session.json'], 'denied'],
    ['a session policy that is none', 'app', 's3:GetObject', object, [...all, '--session-policy', 'none'], 'allowed'],
    // whose it is
    ['a foreign ARN', 'boss', 'sqs:SendMessage', foreignQueue, all.slice(0, 6), 'denied'],
    [
      'a foreign ARN, policy unread',
      'boss',
      'sqs:SendMessage',
      foreignQueue,
      [...noScps, ...noRcps],
      'possible',
      /resource policy, not read; resource control policies, not read/,
    ],
    [
      'a foreign ARN, policy stated',
      'boss',
      'sqs:SendMessage',
      foreignQueue,
      [...noScps, ...policy('queue.json')],
      'possible',
      /^depends on resource control policies, not read$/,
    ],
    ['a foreign ARN, without a right', 'idle', 'sqs:SendMessage', foreignQueue, policy('queue.json'), 'denied'],
    ['an own ARN', 'boss', 'sqs:SendMessage', queue, [...noScps, ...noRcps, ...noPolicy], 'allowed'],
    [
      'a bucket stated to be another’s',
      'boss',
      's3:GetObject',
      object,
      [...noScps, ...noRcps, ...noPolicy, '--resource-account', '999988887777'],
      'denied',
    ],
    [
      'a bucket of another, with a policy',
      'boss',
      's3:GetObject',
      object,
      [...noScps, ...policy('everybody.json'), '--resource-account', '999988887777'],
      'possible',
      /^depends on resource control policies, not read$/,
    ],
    [
      'a policy that grants nothing, of whom',
      'boss',
      's3:GetObject',
      object,
      policy('nothing.json'),
      'possible',
      /whose arn:aws:s3:::b\/k is/,
    ],
    [
      'a policy that grants, of whom',
      'idle',
      's3:GetObject',
      object,
      policy('everybody.json'),
      'possible',
      /whose arn:aws:s3:::b\/k is/,
    ],
    ['a policy that grants, of the account', 'idle', 's3:GetObject', object, whole('everybody.json'), 'allowed'],
    ['a policy as AWS prints it', 'idle', 's3:PutObject', object, whole('printed.json'), 'allowed'],
    [
      'an API without an account',
      'boss',
      'apigateway:GET',
      'arn:aws:apigateway:us-east-1::/restapis/x',
      noScps,
      'possible',
      /whose /,
    ],
    // keys and roles, whose own policies decide
    [
      'a key, policy unread',
      'boss',
      'kms:Decrypt',
      key,
      [...noScps, ...noRcps],
      'possible',
      /resource policy, not read/,
    ],
    [
      'a key, which has a policy whatever is stated',
      'boss',
      'kms:Decrypt',
      key,
      all.slice(0, 6),
      'possible',
      /resource policy, not read/,
    ],
    ['a key, policy stated', 'reader', 'kms:Decrypt', key, [...noScps, ...noRcps, ...policy('key.json')], 'allowed'],
    [
      'a key, policy stated, without a right',
      'idle',
      'kms:Decrypt',
      key,
      [...noScps, ...noRcps, ...policy('key.json')],
      'denied',
    ],
    ['a role, whose trust was read', 'idle', 'sts:AssumeRole', iamArn('role/open'), [...noScps, ...noRcps], 'allowed'],
    [
      'a role, RCPs unread',
      'idle',
      'sts:AssumeRole',
      iamArn('role/open'),
      noScps,
      'possible',
      /^depends on resource control policies, not read$/,
    ],
    ['a role that trusts somebody else', 'boss', 'sts:AssumeRole', iamArn('role/app'), [], 'denied'],
    [
      'a role that is not there',
      'boss',
      'sts:AssumeRole',
      iamArn('role/gone'),
      [...noScps, ...noRcps],
      'possible',
      /resource policy, not read/,
    ],
    // what AWS guards
    ['a policy of AWS', 'boss', 'iam:CreatePolicyVersion', ADMINISTRATOR, noScps, 'denied', /nobody but AWS/],
    [
      'the version of a policy of AWS',
      'boss',
      'iam:SetDefaultPolicyVersion',
      'arn:aws:iam::aws:policy/job-function/Billing',
      noScps,
      'denied',
      /nobody but AWS/,
    ],
    [
      'a policy of AWS, in another partition',
      'boss',
      'iam:DeletePolicy',
      'arn:aws-us-gov:iam::aws:policy/X',
      noScps,
      'denied',
      /nobody but AWS/,
    ],
    ['reading a policy of AWS', 'boss', 'iam:GetPolicyVersion', ADMINISTRATOR, noScps, 'allowed'],
    ['an own policy', 'boss', 'iam:CreatePolicyVersion', policyArn('limit'), noScps, 'allowed'],
    [
      'a service-linked role, its trust',
      'boss',
      'iam:UpdateAssumeRolePolicy',
      iamArn('role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX'),
      noScps,
      'denied',
      /only the service/,
    ],
    [
      'a service-linked role, its policies',
      'boss',
      'iam:AttachRolePolicy',
      iamArn('role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX'),
      noScps,
      'denied',
      /only the service/,
    ],
    [
      'giving up a service-linked role',
      'boss',
      'iam:DeleteServiceLinkedRole',
      iamArn('role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX'),
      noScps,
      'allowed',
    ],
    [
      'a role of a permission set',
      'boss',
      'iam:PutRolePolicy',
      iamArn('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x'),
      noScps,
      'denied',
      /Identity Center/,
    ],
    ['the policies of a user', 'boss', 'iam:AttachUserPolicy', iamArn('user/idle'), noScps, 'allowed'],
    // without credentials
    [
      'anybody, let in',
      'anonymous',
      's3:GetObject',
      object,
      whole('everybody.json'),
      'possible',
      /^depends on public access blocks of the bucket and the account, not read$/,
    ],
    [
      'anybody, and no policy lets in',
      'anonymous',
      's3:GetObject',
      object,
      whole('nothing.json'),
      'possible',
      /^depends on ACLs/,
    ],
    [
      'anybody, for what no ACL gives',
      'anonymous',
      's3:PutBucketPolicy',
      'arn:aws:s3:::b',
      whole('nothing.json'),
      'denied',
    ],
    ['anybody, denied', 'anonymous', 's3:GetObject', object, whole('sealed.json'), 'denied'],
    [
      'anybody, kept out by an RCP',
      'anonymous',
      's3:GetObject',
      object,
      ['--rcps', 'own-only.json', ...own, ...policy('everybody.json')],
      'denied',
    ],
    ['anybody and a queue', 'anonymous', 'sqs:SendMessage', queue, [...noRcps, ...policy('queue.json')], 'allowed'],
    [
      'anybody and a queue, RCPs unread',
      'anonymous',
      'sqs:SendMessage',
      queue,
      policy('queue.json'),
      'possible',
      /^depends on resource control policies, not read$/,
    ],
    [
      'anybody and a queue, policy unread',
      'anonymous',
      'sqs:SendMessage',
      queue,
      noRcps,
      'possible',
      /resource policy, not read/,
    ],
    [
      'anybody and a key',
      'anonymous',
      'kms:Decrypt',
      key,
      policy('everybody.json'),
      'denied',
      /no request without credentials/,
    ],
    [
      'anybody and a role',
      'anonymous',
      'sts:AssumeRole',
      iamArn('role/open'),
      noRcps,
      'denied',
      /no request without credentials/,
    ],
    ['anybody and an instance', 'anonymous', 'ec2:StopInstances', instance, [], 'denied'],
    // services
    [
      'a service, for this account',
      'service:cloudtrail.amazonaws.com',
      's3:PutObject',
      object,
      [...whole('trail.json'), '--source-account', ACCOUNT],
      'allowed',
    ],
    [
      'a service, for another account',
      'service:cloudtrail.amazonaws.com',
      's3:PutObject',
      object,
      [...whole('trail.json'), '--source-account', '999988887777'],
      'denied',
    ],
    [
      'a service, for whom',
      'cloudtrail.amazonaws.com',
      's3:PutObject',
      object,
      whole('trail.json'),
      'possible',
      /aws:SourceAccount/,
    ],
    ['another service', 'service:config.amazonaws.com', 's3:PutObject', object, whole('trail.json'), 'denied'],
    [
      'a service, which no SCP binds',
      'service:ec2.amazonaws.com',
      'sts:AssumeRole',
      iamArn('role/app'),
      noRcps,
      'allowed',
    ],
    [
      'a service, RCPs unread',
      'service:ec2.amazonaws.com',
      'sts:AssumeRole',
      iamArn('role/app'),
      [],
      'possible',
      /^depends on resource control policies, not read$/,
    ],
    [
      'a service, by --context',
      'service:ec2.amazonaws.com',
      'sts:AssumeRole',
      iamArn('role/local'),
      [...noRcps, '--context', `aws:SourceAccount=${ACCOUNT}`],
      'allowed',
    ],
    [
      'a service that is not trusted',
      'service:lambda.amazonaws.com',
      'sts:AssumeRole',
      iamArn('role/app'),
      noRcps,
      'denied',
    ],
    // actions
    ['an action in another case', 'boss', 'EC2:runinstances', '*', noScps, 'allowed'],
    [
      'an action that is not listed',
      'boss',
      's3:GetObjectt',
      object,
      [...all, '--any-action'],
      'possible',
      /whether there is an action s3:GetObjectt, which was not known on \d{4}-/,
    ],
    ['an action that is not listed, denied', 'idle', 's3:GetObjectt', object, [...all, '--any-action'], 'denied'],
    [
      'a service that is not listed',
      'boss',
      'nova:Fly',
      '*',
      [...noScps, '--any-action'],
      'possible',
      /whether there is an action/,
    ],
    [
      'an action that is listed, whatever is asked',
      'boss',
      'ec2:RunInstances',
      '*',
      [...noScps, '--any-action'],
      'allowed',
    ],
  ])('%s', async (_, who, action, on, args, verdict, depends) => {
    const { code, stdout, stderr } = await can(who, action, on, ...args, '--format', 'json');
    expect([code, stderr]).toEqual([0, '']);
    const answer = JSON.parse(stdout) as Answer;
    expect([answer.verdict, answer.reason]).toEqual([verdict, answer.reason]);
    if (depends !== undefined) expect(answer.reason).toMatch(depends);
    if (verdict === 'allowed') expect([answer.unread, answer.depends]).toEqual([[], []]);
  });
});

describe('what the answer says of its layers', () => {
  it('tells what was stated and what was not read', async () => {
    const answer = JSON.parse(
      (await can('boss', 's3:GetObject', object, ...noScps, ...own, '--format', 'json')).stdout,
    ) as Answer;
    expect(answer).toMatchObject({
      verdict: 'possible',
      unread: ['resource', 'rcp'],
      stated: ['scp'],
      resourceAccount: { account: ACCOUNT, by: 'stated' },
    });
    expect(answer.layers.map(({ layer, source }) => `${layer}: ${source}`)).toEqual([
      'identity: read',
      'resource: not read',
      'boundary: not applicable',
      'session: not applicable',
      'scp: stated',
      'rcp: not read',
    ]);
  });

  it('shows it to people', async () => {
    const { stdout } = await can('boss', 'S3:getobject', object, ...noScps);
    expect(stdout).toMatch(
      /^POSSIBLE {2}depends on resource policy, not read; resource control policies, not read; whose /,
    );
    expect(stdout).toMatch(/\n {2}s3:GetObject\n/);
    expect(stdout).toMatch(/service control policies +not applicable \(stated\): none, says --scps\n/);
  });

  it.each([
    ['allowed', 0, all],
    ['denied', 1, ['--scps', 'nos3.json']],
    ['possible', 3, []],
  ])('ends %s with exit code %i when asked to', async (verdict, code, args) => {
    const found = await can('boss', 's3:GetObject', object, ...args, '--exit-code');
    expect([found.stdout.split(' ')[0]?.toLowerCase(), found.code]).toEqual([verdict, code]);
    expect((await can('boss', 's3:GetObject', object, ...args)).code).toBe(0);
  });
});

describe('what is refused', () => {
  it.each<[string, string[], RegExp]>([
    [
      'an unknown action',
      ['boss', 's3:GetObjekt', object],
      /s3:GetObjekt: is not in AWS's list of actions of \d{4}-\d\d-\d\d\nDid you mean s3:GetObject/,
    ],
    ['an action of another service', ['boss', 's3:RunInstances', '*'], /s3:RunInstances: is not in AWS's list/],
    [
      'an unknown service',
      ['boss', 'ec3:RunInstances', '*'],
      /AWS has no service ec3 .*\nDid you mean ec2:RunInstances\?/,
    ],
    [
      'the name of a client',
      ['boss', 'cognito:AdminCreateUser', '*'],
      /no service cognito .*\nDid you mean cognito-idp:AdminCreateUser/,
    ],
    [
      'a pattern',
      ['boss', 's3:Get*', object],
      /s3:Get\*: is not an action but a pattern\nIt stands for \d+ actions; ask for one, e\.g\. s3:Get/,
    ],
    ['a pattern of everything', ['boss', '*', object], /is not an action but a pattern/],
    ['a pattern that fits nothing', ['boss', 's3:Nope?', object], /pattern\nWrite one action/],
    ['a pattern even with --any-action', ['boss', 's3:*', object, '--any-action'], /is not an action but a pattern/],
    [
      'an account that is none',
      ['boss', 's3:GetObject', object, '--resource-account', '1'],
      /--resource-account: 1 is not an account id/,
    ],
    [
      'an account that the ARN does not name',
      ['boss', 'sqs:SendMessage', queue, '--resource-account', '999988887777'],
      /is not the account that .* names/,
    ],
    [
      'a service that is none',
      ['service:ec2', 's3:GetObject', object],
      /service:ec2: is not the principal of a service/,
    ],
    [
      'a source that is none',
      ['service:ec2.amazonaws.com', 's3:GetObject', object, '--source-arn', 'x'],
      /--source-arn: x is not an ARN/,
    ],
    [
      'a source account that is none',
      ['service:ec2.amazonaws.com', 's3:GetObject', object, '--source-account', 'x'],
      /--source-account: x is not/,
    ],
    [
      'a resource policy that is no JSON',
      ['boss', 's3:GetObject', object, '--resource-policy', 'cut.json'],
      /cut\.json:\d+:\d+: is not JSON/,
    ],
    [
      'a resource policy that is none',
      ['boss', 's3:GetObject', object, '--resource-policy', 'object.json'],
      /--resource-policy .*object\.json: is not a policy/,
    ],
    [
      'a session policy that is none',
      ['boss', 's3:GetObject', object, '--session-policy', 'number.json'],
      /--session-policy .*: is not a policy/,
    ],
    ...(['text', 'number', 'object', 'null', 'typo', 'version'] as const).flatMap((name) =>
      (['scps', 'rcps'] as const).map((type): [string, string[], RegExp] => [
        `--${type} of ${name}.json`,
        ['boss', 's3:GetObject', object, `--${type}`, `${name}.json`],
        new RegExp(`--${type} .*${name}\\.json: (service|resource) control policy 1 of level 1: is not a policy`),
      ]),
    ),
    [
      '--scps without a level',
      ['boss', 's3:GetObject', object, '--scps', 'empty-list.json'],
      /it holds no policy\n.*--scps none/,
    ],
    [
      '--rcps with an empty level',
      ['boss', 's3:GetObject', object, '--rcps', 'empty-level.json'],
      /level 1 holds no policy/,
    ],
    [
      '--scps that is no JSON',
      ['boss', 's3:GetObject', object, '--scps', 'cut.json'],
      /cut\.json:\d+:\d+: is not JSON/,
    ],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await can(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('with a snapshot', () => {
  const bucket = 'arn:aws:s3:::marlow-access-logs';
  const admin = 'arn:aws:iam::408210937655:root';
  const noControls = [...noScps, ...noRcps];
  let folderOf: ReturnType<typeof folder>;
  beforeAll(async () => {
    const inventory = await snapshotFromText(readFileSync('demo/account.ndjson', 'utf8'), 'the demo account');
    for (const { result } of inventory.listings(bucketType)) {
      if (result.kind !== 'present') continue;
      for (const { arn, outcomes } of result.records)
        if (arn === bucket)
          (outcomes as Record<string, Outcome>)['policy'] = { kind: 'absent', code: 'NoSuchBucketPolicy' };
    }
    folderOf = folder({ 'account.ndjson': [...snapshotLines(inventory)].join('') });
  });
  afterAll(() => folderOf.remove());
  it.each<[string, string, string[], string, { account: string | null; by: string }, RegExp?]>([
    ['a bucket of the account', `${bucket}/k`, noControls, 'allowed', { account: '408210937655', by: 'inventory' }],
    [
      'a bucket of the account, whatever is stated',
      `${bucket}/k`,
      [...noControls, ...noPolicy],
      'allowed',
      { account: '408210937655', by: 'inventory' },
    ],
    [
      'a bucket that it does not have',
      'arn:aws:s3:::elsewhere/k',
      noControls,
      'possible',
      { account: null, by: 'unknown' },
      /whose .* is, which the account does not have/,
    ],
    [
      'SCPs that it is not told',
      `${bucket}/k`,
      [],
      'possible',
      { account: '408210937655', by: 'inventory' },
      /service control policies, not read/,
    ],
  ])('%s', async (_, on, args, verdict, owner, reason) => {
    const { stdout } = await audit([
      'can',
      admin,
      's3:GetObject',
      on,
      ...args,
      '--from',
      `${folderOf.path}/account.ndjson`,
      '--format',
      'json',
    ]);
    const answer = JSON.parse(stdout) as Answer;
    expect(answer).toMatchObject({ verdict, resourceAccount: owner });
    if (reason !== undefined) expect(answer.reason).toMatch(reason);
  });
});
