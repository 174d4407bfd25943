import { describe, expect, it } from 'vitest';
import {
  allowsAction,
  allowsActionOnAnyResource,
  assumesAnyRole,
  deniesInsecureTransport,
  fullServices,
  grantsAdministrator,
  grantsFullService,
  passesAnyRole,
  problemsOf,
  usesNotActionAllow,
  usesNotResourceAllow,
} from '../../src/iam/index.ts';
import { ACCOUNT, allow, deny, docs, type Json, OTHER, policy } from './documents.ts';

const everything = allow({ Action: '*', Resource: '*' });

describe(`an administrator (${docs.action})`, () => {
  it.each<readonly [string, unknown, string]>([
    ['Action * on Resource *', policy(everything), 'yes'],
    ['Action *:*', policy(allow({ Action: '*:*', Resource: '*' })), 'yes'],
    ['every ARN', policy(allow({ Action: '*', Resource: ['*', 'arn:aws:s3:::b'] })), 'yes'],
    [
      'in two statements',
      policy(allow({ NotAction: 'iam:*', Resource: '*' }), allow({ Action: 'iam:*', Resource: '*' })),
      'yes',
    ],
    ['all but billing', policy(allow({ NotAction: 'aws-portal:*', Resource: '*' })), 'yes'],
    ['all but IAM', policy(allow({ NotAction: ['iam:*', 'organizations:*'], Resource: '*' })), 'no'],
    ['one service', policy(allow({ Action: 'iam:*', Resource: '*' })), 'no'],
    [
      'many services, but not what nobody names',
      policy(allow({ Action: ['iam:*', 'sts:*', 's3:*', 'ec2:*', 'kms:*'], Resource: '*' })),
      'no',
    ],
    ['everything on one resource', policy(allow({ Action: '*', Resource: 'arn:aws:s3:::b' })), 'no'],
    ['everything but IAM by a denial', policy(everything, deny({ Action: 'iam:*', Resource: '*' })), 'no'],
    [
      'with MFA',
      policy(allow({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      'yes',
    ],
    [
      'unless without MFA',
      policy(
        everything,
        deny({
          NotAction: 'iam:*',
          Resource: '*',
          Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
        }),
      ),
      'yes',
    ],
    [
      'under an operator nobody knows',
      policy(allow({ Action: '*', Resource: '*', Condition: { Sometimes: { 'a:b': 'c' } } })),
      'possible',
    ],
    [
      'a denial under an operator nobody knows',
      policy(everything, deny({ Action: '*', Resource: '*', Condition: { Sometimes: { 'a:b': 'c' } } })),
      'possible',
    ],
    ['a denial of everything', policy(everything, deny({ Action: '*', Resource: '*' })), 'no'],
    ['nothing', policy(), 'no'],
    ['garbage', '{"Statement":', 'possible'],
  ])('%s', (_, document, expected) => {
    expect(grantsAdministrator(document).answer).toBe(expected);
  });

  it('shows the statement and what it needs', () => {
    const found = grantsAdministrator(
      policy(
        allow({
          Sid: 'Admin',
          Action: '*',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        }),
      ),
    );
    expect(found.statements).toMatchObject([{ index: 0, sid: 'Admin' }]);
    expect(found.conditions).toEqual({ 'aws:multifactorauthpresent': ['true'] });
    expect(grantsAdministrator(policy(everything)).conditions).toEqual({});
  });
});

describe('a whole service', () => {
  it.each<readonly [unknown, string, string]>([
    [policy(allow({ Action: 'cloudtrail:*', Resource: '*' })), 'cloudtrail', 'yes'],
    [policy(everything), 'cloudtrail', 'yes'],
    [policy(allow({ Action: 'cloud*', Resource: '*' })), 'cloudtrail', 'yes'],
    [policy(allow({ Action: 'cloudtrail:Get*', Resource: '*' })), 'cloudtrail', 'no'],
    [policy(allow({ Action: 'cloudtrail:*', Resource: 'arn:aws:cloudtrail:*:*:trail/x' })), 'cloudtrail', 'no'],
    [policy(allow({ Action: 'cloudtrail:*', Resource: 'arn:aws:cloudtrail:*:*:trail/*' })), 'cloudtrail', 'yes'],
    [policy(allow({ NotAction: 'iam:*', Resource: '*' })), 'kms', 'yes'],
    [policy(everything, deny({ Action: 'kms:*', Resource: '*' })), 'kms', 'no'],
  ])('%j grants %s: %s', (document, service, expected) => {
    expect(grantsFullService(document, service).answer).toBe(expected);
  });

  const services = (document: unknown) =>
    fullServices(document).map(({ service, judgement }) => `${service} ${judgement.answer}`);

  it.each<readonly [string, unknown, readonly string[]]>([
    ['one', policy(allow({ Action: 's3:*', Resource: '*' })), ['s3 yes']],
    ['another case', policy(allow({ Action: 'S3:*', Resource: '*' })), ['s3 yes']],
    ['as a list', policy(allow({ Action: ['s3:*'], Resource: ['*'] })), ['s3 yes']],
    ['several stars', policy(allow({ Action: 's3:**', Resource: '*' })), ['s3 yes']],
    ['at least one letter', policy(allow({ Action: 's3:?*', Resource: '*' })), ['s3 yes']],
    ['several', policy(allow({ Action: ['sqs:*', 'kms:*'], Resource: '*' })), ['kms yes', 'sqs yes']],
    [
      'in two statements',
      policy(allow({ Action: 'sqs:*', Resource: '*' }), allow({ Action: 'kms:*', Resource: '*' })),
      ['kms yes', 'sqs yes'],
    ],
    ['services that begin alike', policy(allow({ Action: 'cloud*:*', Resource: '*' })), ['cloud* yes']],
    ['services that begin alike, without colon', policy(allow({ Action: 'cloud*', Resource: '*' })), ['cloud* yes']],
    ['all', policy(everything), ['* yes']],
    ['all and one', policy(everything, allow({ Action: 's3:*', Resource: '*' })), ['* yes']],
    ['all but a list', policy(allow({ NotAction: 'iam:*', Resource: '*' })), ['* yes']],
    ['all of every service', policy(allow({ Action: '*:*', Resource: '*' })), ['* yes']],
    ['every bucket and object', policy(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::*' })), ['s3 yes']],
    ['every object', policy(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::*/*' })), ['s3 yes']],
    ['every bucket of China', policy(allow({ Action: 's3:*', Resource: 'arn:aws-cn:s3:::*' })), ['s3 yes']],
    ['every queue', policy(allow({ Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:*' })), ['sqs yes']],
    ['every topic of a region', policy(allow({ Action: 'sns:*', Resource: 'arn:aws:sns:eu-west-1:*:*' })), ['sns yes']],
    [
      'every key of some regions',
      policy(allow({ Action: 'kms:*', Resource: 'arn:aws:kms:eu-*:*:key/*' })),
      ['kms yes'],
    ],
    [
      'every trail',
      policy(allow({ Action: 'cloudtrail:*', Resource: 'arn:aws:cloudtrail:*:*:trail/*' })),
      ['cloudtrail yes'],
    ],
    ['every resource but one', policy(allow({ Action: 's3:*', NotResource: 'arn:aws:s3:::b/*' })), ['s3 yes']],
    [
      'with MFA',
      policy(allow({ Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      ['s3 yes'],
    ],
    [
      'under an operator nobody knows',
      policy(allow({ Action: 's3:*', Resource: '*', Condition: { Sometimes: { 'a:b': 'c' } } })),
      ['s3 possible'],
    ],
    [
      'with a denial of some actions',
      policy(allow({ Action: 's3:*', Resource: '*' }), deny({ Action: 's3:Delete*', Resource: '*' })),
      ['s3 yes'],
    ],
    ['one bucket', policy(allow({ Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] })), []],
    ['buckets that begin alike', policy(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::team-*' })), []],
    ['one queue', policy(allow({ Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:orders' })), []],
    ['some actions', policy(allow({ Action: ['s3:Get*', 's3:Put*', 's3:ListBucket'], Resource: '*' })), []],
    ['denied again', policy(allow({ Action: 'sqs:*', Resource: '*' }), deny({ Action: 'sqs:*', Resource: '*' })), []],
    [
      'everything else denied',
      policy(allow({ Action: 'sqs:*', Resource: '*' }), deny({ NotAction: 'sqs:Send*', Resource: '*' })),
      [],
    ],
    ['only denied', policy(deny({ Action: 's3:*', Resource: '*' })), []],
    ['nothing', policy(), []],
    ['garbage', '{"Statement":', ['* possible']],
  ])('is found: %s', (_, document, expected) => {
    expect(services(document)).toEqual(expected);
  });
});

describe(`an action on any resource (${docs.resource})`, () => {
  it.each<readonly [string, Json, string, string]>([
    ['*', allow({ Action: 'kms:Decrypt', Resource: '*' }), 'kms:Decrypt', 'yes'],
    ['all keys', allow({ Action: 'kms:*', Resource: 'arn:aws:kms:*:*:key/*' }), 'kms:Decrypt', 'yes'],
    [
      'all keys of an account',
      allow({ Action: 'kms:*', Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` }),
      'kms:Decrypt',
      'yes',
    ],
    [
      'all keys of a region',
      allow({ Action: 'kms:*', Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*` }),
      'kms:Decrypt',
      'yes',
    ],
    ['one key', allow({ Action: 'kms:*', Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234` }), 'kms:Decrypt', 'no'],
    ['all aliases', allow({ Action: 'kms:*', Resource: 'arn:aws:kms:*:*:alias/*' }), 'kms:Decrypt', 'no'],
    [
      'all but one',
      allow({ Action: 'kms:*', NotResource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234` }),
      'kms:Decrypt',
      'yes',
    ],
    [
      'all tables',
      allow({ Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:*:*:table/*' }),
      'dynamodb:GetItem',
      'yes',
    ],
    [
      'all resources of a type that no list knows',
      allow({ Action: 'glue:*', Resource: `arn:aws:glue:*:${ACCOUNT}:job/*` }),
      'glue:StartJobRun',
      'yes',
    ],
    [
      'a name pattern',
      allow({ Action: 'glue:*', Resource: `arn:aws:glue:*:${ACCOUNT}:job/team-*` }),
      'glue:StartJobRun',
      'no',
    ],
    ['all objects', allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*/*' }), 's3:GetObject', 'yes'],
    ['one bucket', allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }), 's3:GetObject', 'no'],
    ['another action', allow({ Action: 'kms:Encrypt', Resource: '*' }), 'kms:Decrypt', 'no'],
  ])('%s', (_, statement, action, expected) => {
    expect(allowsActionOnAnyResource(policy(statement), action).answer).toBe(expected);
  });

  it('is asked for roles to assume and to pass', () => {
    expect(assumesAnyRole(policy(allow({ Action: 'sts:AssumeRole', Resource: '*' }))).answer).toBe('yes');
    expect(
      assumesAnyRole(policy(allow({ Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${OTHER}:role/*` }))).answer,
    ).toBe('yes');
    expect(
      assumesAnyRole(policy(allow({ Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${OTHER}:role/one` }))).answer,
    ).toBe('no');
    expect(passesAnyRole(policy(allow({ Action: 'iam:*', Resource: '*' }))).answer).toBe('yes');
    expect(
      passesAnyRole(
        policy(
          allow({
            Action: 'iam:PassRole',
            Resource: '*',
            Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
          }),
        ),
      ),
    ).toMatchObject({
      answer: 'yes',
      conditions: { 'iam:passedtoservice': ['ec2.amazonaws.com'] },
    });
    expect(
      passesAnyRole(policy(allow({ Action: 'iam:PassRole', Resource: `arn:aws:iam::${ACCOUNT}:role/app-*` }))).answer,
    ).toBe('no');
  });

  it('is asked of one resource', () => {
    const document = policy(allow({ Action: 's3:Get*', Resource: 'arn:aws:s3:::b/*' }));
    expect(allowsAction(document, 's3:GetObject', 'arn:aws:s3:::b/k').answer).toBe('yes');
    expect(allowsAction(document, 's3:GetObject', 'arn:aws:s3:::c/k').answer).toBe('no');
  });
});

describe('statements of a form', () => {
  it('are found by effect and element', () => {
    const document = policy(
      allow({ NotAction: 'iam:*', Resource: '*' }),
      deny({ NotAction: 'iam:*', Resource: '*' }),
      allow({ Action: 's3:*', NotResource: 'arn:aws:s3:::b/*' }),
    );
    expect(usesNotActionAllow(document).map((ref) => ref.index)).toEqual([0]);
    expect(usesNotResourceAllow(document).map((ref) => ref.index)).toEqual([2]);
    expect(problemsOf(document)).toEqual([]);
    expect(problemsOf('nothing')).toHaveLength(1);
  });
});

describe('a bucket that refuses plain HTTP (https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html)', () => {
  const bucket = 'arn:aws:s3:::b';
  const both = [bucket, `${bucket}/*`];
  const insecure = { Bool: { 'aws:SecureTransport': 'false' } };
  const plain = { Principal: '*', Action: 's3:*', Resource: both, Condition: insecure };
  it.each<readonly [string, unknown, string]>([
    ['the usual statement', policy(deny(plain)), 'yes'],
    ['by AWS: *', policy(deny({ ...plain, Principal: { AWS: '*' } })), 'yes'],
    ['all actions', policy(deny({ ...plain, Action: '*' })), 'yes'],
    ['any bucket', policy(deny({ ...plain, Resource: '*' })), 'yes'],
    [
      'in two statements',
      policy(deny({ ...plain, Resource: bucket }), deny({ ...plain, Resource: `${bucket}/*` })),
      'yes',
    ],
    ['a boolean value', policy(deny({ ...plain, Condition: { Bool: { 'aws:securetransport': false } } })), 'yes'],
    ['a denial of everything', policy(deny({ ...plain, Condition: {} })), 'yes'],
    [
      'by the TLS version, which plain HTTP lacks',
      policy(deny({ ...plain, Condition: { NumericLessThanIfExists: { 's3:TlsVersion': '1.2' } } })),
      'yes',
    ],
    [
      'by the TLS version if there is one',
      policy(deny({ ...plain, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } })),
      'no',
    ],
    ['the objects only', policy(deny({ ...plain, Resource: `${bucket}/*` })), 'no'],
    ['the bucket only', policy(deny({ ...plain, Resource: bucket })), 'no'],
    ['one prefix only', policy(deny({ ...plain, Resource: [bucket, `${bucket}/a/*`] })), 'no'],
    ['another bucket', policy(deny({ ...plain, Resource: ['arn:aws:s3:::c', 'arn:aws:s3:::c/*'] })), 'no'],
    ['reading only', policy(deny({ ...plain, Action: 's3:Get*' })), 'no'],
    ['one account only', policy(deny({ ...plain, Principal: { AWS: OTHER } })), 'no'],
    [
      'all but one role',
      policy(
        deny({
          Effect: 'Deny',
          NotPrincipal: { AWS: [`arn:aws:iam::${ACCOUNT}:role/r`, `arn:aws:iam::${ACCOUNT}:root`] },
          Action: 's3:*',
          Resource: both,
          Condition: insecure,
        }),
      ),
      'no',
    ],
    [
      'with a second condition',
      policy(deny({ ...plain, Condition: { ...insecure, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })),
      'no',
    ],
    ['the wrong way round', policy(deny({ ...plain, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })), 'no'],
    [
      'an Allow for TLS only',
      policy(allow({ ...plain, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      'no',
    ],
    ['no policy', policy(), 'no'],
    [
      'under an operator nobody knows',
      policy(deny({ ...plain, Condition: { Boole: { 'aws:SecureTransport': 'false' } } })),
      'possible',
    ],
    ['garbage', '{"Statement', 'possible'],
  ])('%s', (_, document, expected) => {
    expect(deniesInsecureTransport(document, bucket).answer).toBe(expected);
  });
});
