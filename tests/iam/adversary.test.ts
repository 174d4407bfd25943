import { describe, expect, it } from 'vitest';
import { decide } from '../../src/iam/authorize.ts';
import { exposure, type ExposureInput, type ExposureVerdict } from '../../src/iam/index.ts';
import type { AuthorizationRequest, DecisionVerdict } from '../../src/iam/types.ts';
import { ACCOUNT, allow, deny, docs, type Json, MEMBER, NOW, ORGANIZATION, OTHER, policy } from './documents.ts';

/** Documents as people write them wrong, long or oddly, with what AWS makes of them by its evaluation logic. */
const options = { account: ACCOUNT, organization: ORGANIZATION, now: NOW } as const;
const bucket = 'arn:aws:s3:::b';
const both = [bucket, `${bucket}/*`];
const read = (more: Json): Json => ({ Action: 's3:GetObject', Resource: `${bucket}/*`, ...more });
const all = { Principal: '*' };
const when = (Condition: Json): Json => allow(read({ ...all, Condition }));
const s3 = (...statements: Json[]): ExposureInput => ({ kind: 's3', arn: bucket, policy: policy(...statements) });
const trust = (...statements: Json[]): ExposureInput => ({
  kind: 'role',
  arn: `arn:aws:iam::${ACCOUNT}:role/r`,
  policy: policy(...statements),
});
const assume = (more: Json): Json => allow({ Action: 'sts:AssumeRole', ...more });
const queue = `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`;
const sqs = (...statements: Json[]): ExposureInput => ({ kind: 'sqs', arn: queue, policy: policy(...statements) });
const send = (more: Json): Json => allow({ Action: 'sqs:SendMessage', Resource: queue, ...more });
const own = (id: string): string => `arn:aws:iam::${id}:root`;

type Exposed = readonly [what: string, input: ExposureInput, expected: ExposureVerdict];

const principals: readonly Exposed[] = [
  ['the account as a bare number', s3(allow(read({ Principal: { AWS: OTHER } }))), 'cross-account'],
  ['the own account as a bare number', s3(allow(read({ Principal: { AWS: ACCOUNT } }))), 'private'],
  ['a member as a bare number', s3(allow(read({ Principal: { AWS: [MEMBER] } }))), 'organization'],
  ['a star in a list with the own account', s3(allow(read({ Principal: { AWS: [own(ACCOUNT), '*'] } }))), 'public'],
  ['an empty list of principals', s3(allow(read({ Principal: { AWS: [] } }))), 'private'],
  // some service acts for anybody who has an account
  ['a star for services alone', sqs(send({ Principal: { Service: '*' } })), 'any-account'],
  ['a canonical user', s3(allow(read({ Principal: { CanonicalUser: 'a'.repeat(64) } }))), 'cross-account'],
  [
    'everybody but a user of the own account',
    s3(allow(read({ NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:user/a` } }))),
    'public',
  ],
  ['everybody but another account', s3(allow(read({ NotPrincipal: { AWS: own(OTHER) } }))), 'public'],
  [
    'denied to everybody but the own account',
    s3(allow(read(all)), deny({ ...read({}), NotPrincipal: { AWS: own(ACCOUNT) } })),
    'private',
  ],
  [
    'denied to everybody but another account',
    s3(allow(read(all)), deny({ ...read({}), NotPrincipal: { AWS: own(OTHER) } })),
    'cross-account',
  ],
  [
    'denied to everybody but a service',
    s3(allow(read(all)), deny({ ...read({}), NotPrincipal: { Service: 'cloudfront.amazonaws.com' } })),
    'private',
  ],
  ['denied to a star in AWS', s3(allow(read(all)), deny({ ...read({}), Principal: { AWS: '*' } })), 'private'],
  [
    'denied to another account only',
    s3(allow(read(all)), deny({ ...read({}), Principal: { AWS: own(OTHER) } })),
    'public',
  ],
  [
    'denied to anonymous alone, by the absence of an account',
    s3(allow(read(all)), deny({ ...read(all), Condition: { Null: { 'aws:PrincipalAccount': 'true' } } })),
    'any-account',
  ],
  ['a user of another account', trust(assume({ Principal: { AWS: `arn:aws:iam::${OTHER}:user/a` } })), 'cross-account'],
  [
    'a session of another account',
    trust(assume({ Principal: { AWS: `arn:aws:sts::${OTHER}:assumed-role/x/y` } })),
    'cross-account',
  ],
  [
    'a trust for everybody limited by a session tag',
    trust(assume({ ...all, Condition: { StringEquals: { 'aws:RequestTag/team': 'x' } } })),
    'any-account',
  ],
  // AWS takes no such policy; read as it is meant
  ['the effect in the wrong case', s3({ ...allow(read(all)), Effect: 'allow' }), 'public'],
  [
    'an element in the wrong case',
    s3({ effect: 'Allow', principal: '*', action: 's3:GetObject', resource: `${bucket}/*` }),
    'public',
  ],
];

const conditions: readonly Exposed[] = [
  [
    'own account, IfExists: requests without credentials have no such key',
    s3(when({ StringEqualsIfExists: { 'aws:PrincipalAccount': ACCOUNT } })),
    'public',
  ],
  [
    'own organization, IfExists',
    s3(when({ StringEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION.id } })),
    'public',
  ],
  [
    'own account, ForAllValues: none is all',
    s3(when({ 'ForAllValues:StringEquals': { 'aws:PrincipalAccount': ACCOUNT } })),
    'public',
  ],
  [
    'own organization paths, ForAllValues',
    s3(when({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION.id}/*` } })),
    'public',
  ],
  [
    'own organization paths, ForAnyValue',
    s3(when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION.id}/*` } })),
    'organization',
  ],
  ['not the own account', s3(when({ StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } })), 'public'],
  [
    'not another account: anonymous has none',
    s3(when({ StringNotEquals: { 'aws:PrincipalAccount': OTHER } })),
    'public',
  ],
  [
    'an account of the organization or another',
    s3(when({ StringEquals: { 'aws:PrincipalAccount': [MEMBER, OTHER] } })),
    'cross-account',
  ],
  [
    'an account and the organization: both',
    s3(when({ StringEquals: { 'aws:PrincipalAccount': OTHER, 'aws:PrincipalOrgID': ORGANIZATION.id } })),
    'private',
  ],
  ['any account, by a star', s3(when({ StringLike: { 'aws:PrincipalAccount': '*' } })), 'any-account'],
  ['twelve question marks', s3(when({ StringLike: { 'aws:PrincipalAccount': '????????????' } })), 'any-account'],
  [
    'thirteen question marks, which no account has',
    s3(when({ StringLike: { 'aws:PrincipalAccount': '?????????????' } })),
    'private',
  ],
  ['an account as a number', s3(when({ StringEquals: { 'aws:PrincipalAccount': 444455556666 } })), 'cross-account'],
  ['an account by NumericEquals', s3(when({ NumericEquals: { 'aws:PrincipalAccount': OTHER } })), 'cross-account'],
  ['the key in odd case', s3(when({ stringequals: { 'AWS:principalACCOUNT': OTHER } })), 'cross-account'],
  ['a star in StringEquals is a star', s3(when({ StringEquals: { 'aws:PrincipalAccount': '*' } })), 'private'],
  ['Null true: requests that have no account', s3(when({ Null: { 'aws:PrincipalAccount': 'true' } })), 'public'],
  ['Null false: requests that have one', s3(when({ Null: { 'aws:PrincipalAccount': 'false' } })), 'any-account'],
  ['Null as a boolean', s3(when({ Null: { 'aws:PrincipalAccount': false } })), 'any-account'],
  [
    'an ARN with the account open',
    s3(when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' } })),
    'any-account',
  ],
  [
    'an ARN of another account',
    s3(when({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/*` } })),
    'cross-account',
  ],
  ['a star alone as ARN', s3(when({ ArnLike: { 'aws:PrincipalArn': '*' } })), 'any-account'],
  [
    'ARN by StringNotLike of the own account',
    s3(when({ StringNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:*` } })),
    'public',
  ],
  ['TLS alone', s3(when({ Bool: { 'aws:SecureTransport': 'true' } })), 'public'],
  ['without TLS', s3(when({ Bool: { 'aws:SecureTransport': 'false' } })), 'public'],
  ['a service alone, which is no person', s3(when({ Bool: { 'aws:PrincipalIsAWSService': 'true' } })), 'any-account'],
  // requests without credentials do not have the key
  ['no service', s3(when({ Bool: { 'aws:PrincipalIsAWSService': 'false' } })), 'any-account'],
  [
    'MFA: anybody has MFA in his own account',
    s3(when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
    'any-account',
  ],
  ['BoolIfExists MFA', s3(when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })), 'public'],
  ['a time that is over', s3(when({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } })), 'private'],
  ['a time that comes', s3(when({ DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } })), 'public'],
  ['an epoch that is over', s3(when({ NumericLessThan: { 'aws:EpochTime': '1' } })), 'private'],
  ['a condition without operators', s3(when({})), 'public'],
  ['an operator without keys', s3(when({ StringEquals: {} })), 'public'],
  ['a key without values', s3(when({ StringEquals: { 'aws:PrincipalAccount': [] } })), 'private'],
  ['a negated key without values', s3(when({ StringNotEquals: { 'aws:PrincipalAccount': [] } })), 'public'],
  [
    "the caller's own account as variable",
    s3(when({ StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } })),
    'any-account',
  ],
  [
    "the resource's account as variable",
    s3(when({ StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } })),
    'private',
  ],
  [
    "the resource's organization as variable",
    s3(when({ StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } })),
    'organization',
  ],
  ['the own resource account', s3(when({ StringEquals: { 'aws:ResourceAccount': ACCOUNT } })), 'public'],
  ['another resource account', s3(when({ StringEquals: { 'aws:ResourceAccount': OTHER } })), 'private'],
  [
    'two operators of the same key that cannot both hold',
    s3(when({ StringEquals: { 'aws:PrincipalAccount': OTHER }, StringNotEquals: { 'aws:PrincipalAccount': OTHER } })),
    'private',
  ],
];

const addresses: readonly Exposed[] = [
  ['an office', s3(when({ IpAddress: { 'aws:SourceIp': '198.51.101.0/24' } })), 'private'],
  ['the office as one value', s3(when({ IpAddress: { 'aws:SourceIp': ['198.51.101.7'] } })), 'private'],
  ['everything', s3(when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })), 'public'],
  ['everything of IPv6', s3(when({ IpAddress: { 'aws:SourceIp': '::/0' } })), 'public'],
  ['two halves', s3(when({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } })), 'public'],
  ['not one address', s3(when({ NotIpAddress: { 'aws:SourceIp': '198.51.101.7' } })), 'public'],
  [
    'the office, IfExists: an endpoint of anybody has none',
    s3(when({ IpAddressIfExists: { 'aws:SourceIp': '198.51.101.0/24' } })),
    'public',
  ],
  ['private ranges alone', s3(when({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '192.168.0.0/16'] } })), 'private'],
  ['an endpoint', s3(when({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })), 'private'],
  ['not an endpoint', s3(when({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })), 'public'],
  [
    'denied outside an endpoint',
    s3(allow(read(all)), deny({ ...read(all), Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } })),
    'private',
  ],
  [
    'denied outside an endpoint, IfExists',
    s3(
      allow(read(all)),
      deny({ ...read(all), Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } }),
    ),
    'private',
  ],
  [
    'denied outside the office by NotIpAddress',
    s3(allow(read(all)), deny({ ...read(all), Condition: { NotIpAddress: { 'aws:SourceIp': '198.51.101.0/24' } } })),
    'private',
  ],
  [
    'denied in the office',
    s3(allow(read(all)), deny({ ...read(all), Condition: { IpAddress: { 'aws:SourceIp': '198.51.101.0/24' } } })),
    'public',
  ],
  [
    'denied where two conditions hold together',
    s3(
      allow(read(all)),
      deny({
        ...read(all),
        Condition: {
          NotIpAddress: { 'aws:SourceIp': '198.51.101.0/24' },
          StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT },
        },
      }),
    ),
    'private',
  ],
];

const actions: readonly Exposed[] = [
  [
    'no action but reading denied, with NotAction',
    s3(allow({ ...all, NotAction: 's3:PutObject', Resource: both })),
    'public',
  ],
  ['NotAction of everything', s3(allow({ ...all, NotAction: '*', Resource: both })), 'private'],
  ['NotAction of the service', s3(allow({ ...all, NotAction: 's3:*', Resource: both })), 'private'],
  ['an action of another service', s3(allow({ ...all, Action: 'ec2:*', Resource: both })), 'private'],
  ['the action in odd case', s3(allow({ ...all, Action: 'S3:gEtObJeCt', Resource: `${bucket}/*` })), 'public'],
  ['a wildcard inside the action', s3(allow({ ...all, Action: 's3:G*Obj??t', Resource: `${bucket}/*` })), 'public'],
  [
    'NotResource of another bucket',
    s3(allow({ ...all, Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' })),
    'public',
  ],
  ['NotResource of this bucket', s3(allow({ ...all, Action: 's3:*', NotResource: both })), 'private'],
  [
    'denied everywhere but under a prefix',
    s3(
      allow({ ...all, Action: 's3:GetObject', Resource: `${bucket}/*` }),
      deny({ ...all, Action: 's3:*', NotResource: `${bucket}/public/*` }),
    ),
    'public',
  ],
  ['another bucket', s3(allow({ ...all, Action: 's3:*', Resource: 'arn:aws:s3:::other/*' })), 'private'],
  [
    'the bucket in another case, which is another bucket',
    s3(allow({ ...all, Action: 's3:*', Resource: 'arn:aws:s3:::B/*' })),
    'private',
  ],
  ['a question mark for the bucket', s3(allow({ ...all, Action: 's3:*', Resource: 'arn:aws:s3:::?/*' })), 'public'],
  [
    'objects alone for an action on buckets',
    s3(allow({ ...all, Action: 's3:ListBucket', Resource: `${bucket}/*` })),
    'private',
  ],
  [
    'all listed by a denial with NotAction',
    s3(
      allow({ ...all, Action: 's3:*', Resource: both }),
      deny({ ...all, NotAction: 's3:ListAllMyBuckets', Resource: both }),
    ),
    'private',
  ],
  ['the same statement twice', s3(allow(read(all)), allow(read(all))), 'public'],
  ['an allow after its denial', s3(deny(read(all)), allow(read(all))), 'private'],
  [
    'one statement that is no list',
    { kind: 's3', arn: bucket, policy: { Version: '2012-10-17', Statement: allow(read(all)) } },
    'public',
  ],
  ['the policy as text', { kind: 's3', arn: bucket, policy: JSON.stringify(policy(allow(read(all)))) }, 'public'],
  [
    'the policy encoded for a URL',
    { kind: 's3', arn: bucket, policy: encodeURIComponent(JSON.stringify(policy(allow(read(all))))) },
    'public',
  ],
  ['a policy cut off', { kind: 's3', arn: bucket, policy: '{"Statement": [{"Effect": "Allow"' }, 'unknown'],
  [
    'a thousand grants to the own account and one to everybody',
    s3(
      ...Array.from({ length: 1000 }, (_, at) => allow(read({ Sid: `s${at}`, Principal: { AWS: own(ACCOUNT) } }))),
      allow(read(all)),
    ),
    'public',
  ],
  [
    'a thousand accounts that are not the own and a denial of all outside',
    s3(
      allow(read({ Principal: { AWS: Array.from({ length: 1000 }, (_, at) => String(500_000_000_000 + at)) } })),
      deny(read({ ...all, Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } } })),
    ),
    'private',
  ],
  [
    'without a version variables are text',
    {
      kind: 's3',
      arn: bucket,
      policy: { Statement: [when({ StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } })] },
    },
    'private',
  ],
  [
    'of the old version too',
    {
      kind: 's3',
      arn: bucket,
      policy: {
        Version: '2008-10-17',
        Statement: [when({ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::${aws:PrincipalAccount}:*' } })],
      },
    },
    'private',
  ],
];

const services: readonly Exposed[] = [
  [
    'a service with the own source account',
    sqs(
      send({
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
      }),
    ),
    'private',
  ],
  [
    'everybody with a source of the own account: services alone carry it',
    sqs(send({ ...all, Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:sns:*:${ACCOUNT}:*` } } })),
    'private',
  ],
  [
    'everybody with a source of any account',
    sqs(send({ ...all, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } } })),
    'any-account',
  ],
  [
    'everybody with a source of another account',
    sqs(send({ ...all, Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:${OTHER}:t` } } })),
    'cross-account',
  ],
  [
    'everybody with another source account, IfExists',
    sqs(send({ ...all, Condition: { StringEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } } })),
    'public',
  ],
  ['a queue for another account', sqs(send({ Principal: { AWS: OTHER } })), 'cross-account'],
  ['a queue for everybody', sqs(send(all)), 'public'],
];

const trusts: readonly Exposed[] = [
  [
    'everybody of the organization',
    trust(assume({ ...all, Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION.id } } })),
    'organization',
  ],
  [
    'everybody of the organization in lower case operator',
    trust(
      assume({
        ...all,
        Condition: { StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': ORGANIZATION.id.toUpperCase() } },
      }),
    ),
    'organization',
  ],
  [
    'another organization whatever the case',
    trust(assume({ ...all, Condition: { StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'O-ZZZZZZZZZZ' } } })),
    'cross-account',
  ],
  [
    'units of the own organization whatever the case',
    trust(
      assume({
        ...all,
        Condition: {
          'ForAnyValue:StringEqualsIgnoreCase': { 'aws:PrincipalOrgPaths': `${ORGANIZATION.id.toUpperCase()}/R-AB12/` },
        },
      }),
    ),
    'organization',
  ],
  [
    'an ARN of another account whatever the case',
    trust(
      assume({
        ...all,
        Condition: { StringEqualsIgnoreCase: { 'aws:PrincipalArn': `ARN:AWS:IAM::${OTHER}:ROLE/CI` } },
      }),
    ),
    'cross-account',
  ],
  [
    'denied to outsiders whatever the case',
    trust(
      assume(all),
      deny({
        ...all,
        Action: 'sts:*',
        Condition: { StringNotEqualsIgnoreCase: { 'aws:PrincipalOrgID': ORGANIZATION.id.toUpperCase() } },
      }),
    ),
    'organization',
  ],
  ['an external id', trust(assume({ ...all, Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })), 'conditional'],
  ['no external id', trust(assume({ ...all, Condition: { Null: { 'sts:ExternalId': 'true' } } })), 'any-account'],
  [
    'not one external id',
    trust(assume({ ...all, Condition: { StringNotEquals: { 'sts:ExternalId': 'x' } } })),
    'any-account',
  ],
  ['any external id', trust(assume({ ...all, Condition: { StringLike: { 'sts:ExternalId': '*' } } })), 'any-account'],
  ['tagging of sessions alone lets nobody in', trust(allow({ ...all, Action: 'sts:TagSession' })), 'private'],
  ['another action in a list', trust(allow({ ...all, Action: ['sts:TagSession', 'STS:AssumeRole'] })), 'any-account'],
  // tokens of Cognito need no provider of the account
  ['everything of STS', trust(allow({ Principal: { AWS: '*' }, Action: 'sts:*' })), 'public'],
  ['NotAction of another service', trust(allow({ Principal: { AWS: '*' }, NotAction: 's3:*' })), 'public'],
  [
    'a token action for an account',
    trust(allow({ Principal: { AWS: '*' }, Action: 'sts:AssumeRoleWithWebIdentity' })),
    'public',
  ],
  [
    'SAML for the own provider',
    trust(
      allow({
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/x` },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      }),
    ),
    'private',
  ],
  [
    'the session name the caller chooses',
    trust(assume({ ...all, Condition: { StringEquals: { 'sts:RoleSessionName': '${aws:username}' } } })),
    'any-account',
  ],
  ['a trust for a service', trust(assume({ Principal: { Service: 'ec2.amazonaws.com' } })), 'private'],
  [
    'a trust whose allow is denied to outsiders',
    trust(
      assume(all),
      deny({
        ...all,
        Action: 'sts:AssumeRole',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION.id } },
      }),
    ),
    'organization',
  ],
  [
    'denied with IfExists to outsiders',
    trust(
      assume(all),
      deny({
        ...all,
        Action: 'sts:*',
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION.id } },
      }),
    ),
    'organization',
  ],
  [
    'a denial of what a request without the key does not meet',
    trust(
      assume(all),
      deny({
        ...all,
        Action: 'sts:*',
        Condition: { 'ForAnyValue:StringNotLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION.id}/*` } },
      }),
    ),
    'any-account',
  ],
];

describe.each([
  ['principals', docs.principal, principals],
  ['conditions', docs.conditions, conditions],
  ['addresses', docs.keys, addresses],
  ['actions and resources', docs.action, actions],
  ['services', docs.deputy, services],
  ['role trust', docs.trust, trusts],
])('exposure: %s (%s)', (_, __, cases) => {
  it.each(cases)('%s', (_what, input, expected) => {
    expect(exposure(input, options).verdict).toBe(expected);
  });
});

const partitions: readonly [string, string, ExposureVerdict][] = [
  ['aws-cn', 'the own account', 'private'],
  ['aws-us-gov', 'the own account', 'private'],
];
describe('exposure: partitions', () => {
  it.each(partitions)('in %s: %s', (partition, _what, expected) => {
    const arn = `arn:${partition}:s3:::b`;
    const at = (Principal: unknown): ExposureInput => ({
      kind: 's3',
      arn,
      policy: policy(allow({ Principal, Action: 's3:GetObject', Resource: `${arn}/*` })),
    });
    expect(exposure(at({ AWS: `arn:${partition}:iam::${ACCOUNT}:root` }), options).verdict).toBe(expected);
    expect(exposure(at({ AWS: `arn:${partition}:iam::${OTHER}:root` }), options).verdict).toBe('cross-account');
    expect(exposure(at('*'), options).verdict).toBe('public');
  });
});

// one request
const user = `arn:aws:iam::${ACCOUNT}:user/team/ann`;
const alice: AuthorizationRequest['caller'] = { type: 'user', arn: user, account: ACCOUNT, tags: { team: 'blue' } };
const doc = (...statements: Json[]) => [{ name: 'p', document: policy(...statements) }];
const may = (more: Json = {}): Json => allow({ Action: 's3:GetObject', Resource: `${bucket}/*`, ...more });
const request = (more: Partial<AuthorizationRequest>): AuthorizationRequest => ({
  caller: alice,
  action: 's3:GetObject',
  resource: `${bucket}/k`,
  resourceAccount: ACCOUNT,
  identity: doc(may()),
  now: NOW,
  ...more,
});
const everything = doc(allow({ Action: '*', Resource: '*' }));
const role: AuthorizationRequest['caller'] = {
  type: 'role',
  arn: `arn:aws:iam::${ACCOUNT}:role/r`,
  account: ACCOUNT,
  tags: {},
};
const onUser = doc(allow(read({ Principal: { AWS: user } })));
const onRole = doc(allow(read({ Principal: { AWS: role.arn } })));
const session = `arn:aws:sts::${ACCOUNT}:assumed-role/r/s`;
const onSession = doc(allow(read({ Principal: { AWS: session } })));
const onAccount = doc(allow(read({ Principal: { AWS: own(ACCOUNT) } })));

const decisions: readonly [what: string, request: AuthorizationRequest, expected: DecisionVerdict][] = [
  // SCPs and RCPs
  [
    'an SCP on two levels, one silent',
    request({ scps: [everything, doc(allow({ Action: 'ec2:*', Resource: '*' }))] }),
    'denied',
  ],
  ['an empty level', request({ scps: [everything, []] }), 'denied'],
  [
    'an SCP that allows by NotAction',
    request({ scps: [doc(allow({ NotAction: 'ec2:*', Resource: '*' }))] }),
    'allowed',
  ],
  [
    'an SCP that denies another region',
    request({
      scps: [
        doc(
          allow({ Action: '*', Resource: '*' }),
          deny({ Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
        ),
      ],
      context: { 'aws:RequestedRegion': 'us-east-1' },
    }),
    'denied',
  ],
  [
    'an SCP that spares one role',
    request({
      scps: [
        doc(
          allow({ Action: '*', Resource: '*' }),
          deny({
            Action: '*',
            Resource: '*',
            Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/team/*' } },
          }),
        ),
      ],
    }),
    'allowed',
  ],
  ['an SCP in the management account', request({ scps: [[]], managementAccount: true }), 'allowed'],
  [
    'an SCP does not bind a service-linked role',
    request({ caller: { ...role, type: 'service-linked-role' }, scps: [[]] }),
    'allowed',
  ],
  [
    'an SCP binds root',
    request({ caller: { type: 'root', arn: own(ACCOUNT), account: ACCOUNT }, identity: [], scps: [[]] }),
    'denied',
  ],
  ['an SCP binds what the bucket grants', request({ identity: [], resourcePolicies: onUser, scps: [[]] }), 'denied'],
  [
    'an RCP denies another organization, and the caller is of the own',
    request({
      rcps: [
        doc(
          allow({ Principal: '*', Action: '*', Resource: '*' }),
          deny({
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION.id } },
          }),
        ),
      ],
      caller: { ...alice, organizationId: ORGANIZATION.id },
    }),
    'allowed',
  ],
  [
    'the same for a stranger',
    request({
      caller: { type: 'user', arn: `arn:aws:iam::${OTHER}:user/x`, account: OTHER, organizationId: 'o-zzzzzzzzzz' },
      resourcePolicies: doc(allow(read({ Principal: '*' }))),
      rcps: [
        doc(
          allow({ Principal: '*', Action: '*', Resource: '*' }),
          deny({
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION.id } },
          }),
        ),
      ],
    }),
    'denied',
  ],
  [
    'an RCP for a service that has none',
    request({
      action: 'ec2:StartInstances',
      resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
      identity: everything,
      rcps: [[]],
    }),
    'allowed',
  ],
  // boundaries
  [
    'a boundary that is silent',
    request({ boundary: { name: 'b', document: policy(allow({ Action: 'ec2:*', Resource: '*' })) } }),
    'denied',
  ],
  [
    'a boundary that allows',
    request({ boundary: { name: 'b', document: policy(allow({ Action: 's3:*', Resource: '*' })) } }),
    'allowed',
  ],
  [
    'a boundary that denies',
    request({
      boundary: {
        name: 'b',
        document: policy(allow({ Action: '*', Resource: '*' }), deny({ Action: 's3:GetObject', Resource: '*' })),
      },
    }),
    'denied',
  ],
  [
    'a boundary alone gives nothing',
    request({ identity: [], boundary: { name: 'b', document: policy(allow({ Action: '*', Resource: '*' })) } }),
    'denied',
  ],
  [
    'a boundary does not limit what the bucket gives a user',
    request({
      identity: [],
      resourcePolicies: onUser,
      boundary: { name: 'b', document: policy(allow({ Action: 'ec2:*', Resource: '*' })) },
    }),
    'allowed',
  ],
  [
    'a boundary limits what the bucket gives a role',
    request({
      caller: role,
      identity: [],
      resourcePolicies: onRole,
      boundary: { name: 'b', document: policy(allow({ Action: 'ec2:*', Resource: '*' })) },
    }),
    'denied',
  ],
  [
    'a boundary does not limit what the bucket gives a session',
    request({
      caller: { ...role, sessionArn: session },
      identity: [],
      resourcePolicies: onSession,
      boundary: { name: 'b', document: policy(allow({ Action: 'ec2:*', Resource: '*' })) },
    }),
    'allowed',
  ],
  ['a boundary that was not read', request({ boundary: 'unknown' }), 'possible'],
  ['a boundary with nothing in it', request({ boundary: { name: 'b', document: policy() } }), 'denied'],
  // session policies
  [
    'a session policy that is silent',
    request({ caller: role, session: doc(allow({ Action: 'ec2:*', Resource: '*' })) }),
    'denied',
  ],
  ['a session policy that allows', request({ caller: role, session: everything }), 'allowed'],
  ['a session policy gives nothing itself', request({ caller: role, identity: [], session: everything }), 'denied'],
  [
    'a session policy limits what the bucket gives the role',
    request({
      caller: role,
      identity: [],
      resourcePolicies: onRole,
      session: doc(allow({ Action: 'ec2:*', Resource: '*' })),
    }),
    'denied',
  ],
  [
    'a session policy does not limit what the bucket gives the session',
    request({
      caller: { ...role, sessionArn: session },
      identity: [],
      resourcePolicies: onSession,
      session: doc(allow({ Action: 'ec2:*', Resource: '*' })),
    }),
    'allowed',
  ],
  [
    'a denial of the session policy',
    request({
      caller: { ...role, sessionArn: session },
      identity: [],
      resourcePolicies: onSession,
      session: doc(deny({ Action: 's3:*', Resource: '*' })),
    }),
    'denied',
  ],
  // whose
  [
    'the bucket for the whole account and no policy of his own',
    request({ identity: [], resourcePolicies: onAccount }),
    'denied',
  ],
  [
    'another account without a policy there',
    request({ caller: { type: 'user', arn: `arn:aws:iam::${OTHER}:user/x`, account: OTHER } }),
    'denied',
  ],
  [
    'another account, both allow',
    request({
      caller: { type: 'user', arn: `arn:aws:iam::${OTHER}:user/x`, account: OTHER },
      resourcePolicies: doc(allow(read({ Principal: { AWS: OTHER } }))),
    }),
    'allowed',
  ],
  [
    'another account, the bucket alone',
    request({
      caller: { type: 'user', arn: `arn:aws:iam::${OTHER}:user/x`, account: OTHER },
      identity: [],
      resourcePolicies: doc(allow(read({ Principal: '*' }))),
    }),
    'denied',
  ],
  [
    'NotPrincipal that leaves him out of a denial',
    request({ resourcePolicies: doc(deny({ ...read({}), NotPrincipal: { AWS: [user, own(ACCOUNT)] } })) }),
    'allowed',
  ],
  [
    'NotPrincipal of another user',
    request({
      resourcePolicies: doc(deny({ ...read({}), NotPrincipal: { AWS: [`arn:aws:iam::${ACCOUNT}:user/b`] } })),
    }),
    'denied',
  ],
  [
    'NotPrincipal in an allow that names him',
    request({ identity: [], resourcePolicies: doc(allow(read({ NotPrincipal: { AWS: user } }))) }),
    'denied',
  ],
  // keys
  [
    'a key that leaves it to the account',
    request({
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k`,
      identity: everything,
      resourcePolicies: doc(allow({ Principal: { AWS: own(ACCOUNT) }, Action: 'kms:*', Resource: '*' })),
    }),
    'allowed',
  ],
  [
    'a key for another user',
    request({
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k`,
      identity: everything,
      resourcePolicies: doc(
        allow({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/b` }, Action: 'kms:*', Resource: '*' }),
      ),
    }),
    'denied',
  ],
  [
    'a key for him, who has no policy',
    request({
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k`,
      identity: [],
      resourcePolicies: doc(allow({ Principal: { AWS: user }, Action: 'kms:*', Resource: '*' })),
    }),
    'allowed',
  ],
  // variables and names
  [
    'his own name as variable',
    request({ resource: `${bucket}/ann/k`, identity: doc(may({ Resource: `${bucket}/\${aws:username}/*` })) }),
    'allowed',
  ],
  [
    "another's name",
    request({ resource: `${bucket}/bob/k`, identity: doc(may({ Resource: `${bucket}/\${aws:username}/*` })) }),
    'denied',
  ],
  [
    'a variable a role does not have',
    request({
      caller: role,
      resource: `${bucket}/r/k`,
      identity: doc(may({ Resource: `${bucket}/\${aws:username}/*` })),
    }),
    'denied',
  ],
  [
    'its default',
    request({
      caller: role,
      resource: `${bucket}/none/k`,
      identity: doc(may({ Resource: `${bucket}/\${aws:username, 'none'}/*` })),
    }),
    'allowed',
  ],
  [
    'a tag as variable',
    request({
      resource: `${bucket}/blue/k`,
      identity: doc(may({ Resource: `${bucket}/\${aws:PrincipalTag/team}/*` })),
    }),
    'allowed',
  ],
  [
    'a star that is meant',
    request({ resource: `${bucket}/*`, identity: doc(may({ Resource: `${bucket}/\${*}` })) }),
    'allowed',
  ],
  [
    'a star that is meant, for another',
    request({ resource: `${bucket}/k`, identity: doc(may({ Resource: `${bucket}/\${*}` })) }),
    'denied',
  ],
  [
    'a dollar that is meant',
    request({ resource: `${bucket}/$k`, identity: doc(may({ Resource: `${bucket}/\${$}k` })) }),
    'allowed',
  ],
  [
    'the key of an object has its case',
    request({ resource: `${bucket}/K`, identity: doc(may({ Resource: `${bucket}/k` })) }),
    'denied',
  ],
  // odd documents
  [
    'a denial whose condition has no values',
    request({
      identity: [
        ...doc(may()),
        ...doc(deny({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:username': [] } } })),
      ],
    }),
    'allowed',
  ],
  [
    'a denial with Null on a key he has',
    request({
      identity: doc(may(), deny({ Action: '*', Resource: '*', Condition: { Null: { 'aws:username': 'true' } } })),
    }),
    'allowed',
  ],
  [
    'a denial by IfExists of a key that nobody has',
    request({
      identity: doc(
        may(),
        deny({ Action: '*', Resource: '*', Condition: { StringEqualsIfExists: { 'aws:PrincipalTag/gone': 'x' } } }),
      ),
    }),
    'denied',
  ],
  [
    'a denial by a negated operator of a key he does not have',
    request({
      identity: doc(
        may(),
        deny({ Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:PrincipalTag/gone': 'x' } } }),
      ),
    }),
    'denied',
  ],
  [
    'a denial by ForAllValues of a key he does not have',
    request({
      identity: doc(
        may(),
        deny({
          Action: '*',
          Resource: '*',
          Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalTag/gone': 'x' } },
        }),
      ),
    }),
    'denied',
  ],
  [
    'a denial by ForAnyValue of a key he does not have',
    request({
      identity: doc(
        may(),
        deny({
          Action: '*',
          Resource: '*',
          Condition: { 'ForAnyValue:StringEquals': { 'aws:PrincipalTag/gone': 'x' } },
        }),
      ),
    }),
    'allowed',
  ],
  [
    'a denial with an operator that does not exist',
    request({
      identity: doc(may(), deny({ Action: '*', Resource: '*', Condition: { StringFancy: { 'aws:username': 'x' } } })),
    }),
    'possible',
  ],
  [
    'NotResource of another object',
    request({ identity: doc(allow({ Action: 's3:*', NotResource: `${bucket}/other` })) }),
    'allowed',
  ],
  [
    'NotResource of a list with it',
    request({ identity: doc(allow({ Action: 's3:*', NotResource: [`${bucket}/other`, `${bucket}/k`] })) }),
    'denied',
  ],
  [
    'NotAction of a list with it in odd case',
    request({ identity: doc(allow({ NotAction: ['iam:*', 'S3:GETobject'], Resource: '*' })) }),
    'denied',
  ],
  [
    'a tag in odd case of the key',
    request({ identity: doc(may({ Condition: { StringEquals: { 'aws:principaltag/TEAM': 'blue' } } })) }),
    'allowed',
  ],
  [
    'a tag in odd case of the value',
    request({ identity: doc(may({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'Blue' } } })) }),
    'denied',
  ],
  [
    'its case ignored',
    request({ identity: doc(may({ Condition: { StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': 'BLUE' } } })) }),
    'allowed',
  ],
  [
    'a value among several',
    request({ identity: doc(may({ Condition: { StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } } })) }),
    'allowed',
  ],
  [
    'a negated value among several',
    request({ identity: doc(may({ Condition: { StringNotEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } } })) }),
    'denied',
  ],
  [
    'an ARN compared with its path',
    request({
      identity: doc(may({ Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/*` } } })),
    }),
    'allowed',
  ],
  [
    'an ARN of six parts with a star for the account',
    request({ identity: doc(may({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:user/team/a?n' } } })) }),
    'allowed',
  ],
];

describe(`one request (${docs.evaluation})`, () => {
  it.each(decisions)('%s', (_, asked, expected) => {
    expect(decide(asked)).toBe(expected);
  });
});
