import { describe, expect, it } from 'vitest';
import { authorize, type AuthorizationRequest, type Caller } from '../../src/iam/index.ts';
import { ACCOUNT, allow, deny, docs, type Json, NOW, OTHER, policy } from './documents.ts';

const user: Caller = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/ann`, account: ACCOUNT };
const role: Caller = {
  type: 'role',
  arn: `arn:aws:iam::${ACCOUNT}:role/app`,
  sessionArn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/s1`,
  account: ACCOUNT,
};
const root: Caller = { type: 'root', arn: `arn:aws:iam::${ACCOUNT}:root`, account: ACCOUNT };
const linked: Caller = {
  type: 'service-linked-role',
  arn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/R`,
  account: ACCOUNT,
};
const service: Caller = { type: 'service', arn: 'ec2.amazonaws.com' };
const anonymous: Caller = { type: 'anonymous', arn: 'anonymous' };

const source = (...statements: readonly Json[]) => [{ name: 'p', document: policy(...statements) }];
const limit = (...statements: readonly Json[]) => ({ name: 'boundary', document: policy(...statements) });
const everything = allow({ Action: '*', Resource: '*' });
const object = 'arn:aws:s3:::b/key';
const base = { caller: user, action: 's3:GetObject', resource: object, resourceAccount: ACCOUNT, now: NOW } as const;

type Case = readonly [
  what: string,
  request: Partial<AuthorizationRequest>,
  expected: 'allowed' | 'denied' | 'possible',
];

const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`;
const target = `arn:aws:iam::${ACCOUNT}:role/target`;
const underBoundary = (action: string): Json =>
  allow({
    Action: action,
    Resource: '*',
    Condition: { StringEquals: { 'iam:PermissionsBoundary': `${target}-bound` } },
  });
const fullScp = [source(everything), source(everything)];

const tables: Readonly<Record<string, readonly [url: string, cases: readonly Case[]]>> = {
  'identity policies': [
    docs.evaluation,
    [
      ['nothing allows', {}, 'denied'],
      ['an Allow', { identity: source(allow({ Action: 's3:Get*', Resource: '*' })) }, 'allowed'],
      ['an Allow and a Deny', { identity: source(everything, deny({ Action: 's3:*', Resource: '*' })) }, 'denied'],
      [
        'a Deny of another resource',
        { identity: source(everything, deny({ Action: 's3:*', Resource: 'arn:aws:s3:::other/*' })) },
        'allowed',
      ],
      [
        'the action in other letters',
        { action: 'S3:GETOBJECT', identity: source(allow({ Action: 's3:getobject', Resource: '*' })) },
        'allowed',
      ],
      [
        'the resource in other letters',
        { identity: source(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::B/*' })) },
        'denied',
      ],
      [
        'an action pattern in the service',
        { identity: source(allow({ Action: 's*:GetObject', Resource: '*' })) },
        'allowed',
      ],
      [
        'several policies',
        {
          identity: [
            ...source(allow({ Action: 's3:PutObject', Resource: '*' })),
            ...source(allow({ Action: 's3:GetObject', Resource: '*' })),
          ],
        },
        'allowed',
      ],
      ['no Resource element', { identity: source(allow({ Action: 's3:GetObject' })) }, 'possible'],
    ],
  ],
  'operations that need no permission': [
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
    [
      ['the own identity', { action: 'sts:GetCallerIdentity', resource: '*' }, 'allowed'],
      [
        'the own identity, denied',
        { action: 'sts:GetCallerIdentity', resource: '*', identity: source(deny({ Action: '*', Resource: '*' })) },
        'allowed',
      ],
      ['the own identity of nobody', { caller: anonymous, action: 'sts:GetCallerIdentity', resource: '*' }, 'denied'],
      ['a session token', { action: 'sts:GetSessionToken', resource: '*', scps: [[]] }, 'allowed'],
      ['a session token of a role', { caller: role, action: 'sts:GetSessionToken', resource: '*' }, 'denied'],
      ['a federation token', { action: 'sts:GetFederationToken', resource: '*' }, 'denied'],
    ],
  ],
  'aliases of keys': [
    'https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html',
    [
      [
        'have no policy that would have to allow',
        {
          action: 'kms:CreateAlias',
          resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/a`,
          identity: source(everything),
          resourcePolicies: [],
        },
        'allowed',
      ],
      [
        'while the key has one',
        { action: 'kms:CreateAlias', resource: key, identity: source(everything), resourcePolicies: [] },
        'denied',
      ],
    ],
  ],
  'several values without a set operator': [
    docs.multivalued,
    [
      [
        'values that agree',
        {
          context: { 'aws:TagKeys': ['env', 'env2'] },
          identity: source(allow({ Action: '*', Resource: '*', Condition: { StringLike: { 'aws:TagKeys': 'env*' } } })),
        },
        'allowed',
      ],
      [
        'values that do not agree',
        {
          context: { 'aws:TagKeys': ['env', 'team'] },
          identity: source(allow({ Action: '*', Resource: '*', Condition: { StringLike: { 'aws:TagKeys': 'env*' } } })),
        },
        'possible',
      ],
      [
        'values that do not agree, negated',
        {
          context: { 'aws:TagKeys': ['env', 'team'] },
          identity: source(
            everything,
            deny({ Action: '*', Resource: '*', Condition: { StringNotLike: { 'aws:TagKeys': 'env*' } } }),
          ),
        },
        'possible',
      ],
    ],
  ],
  'a condition on a permissions boundary': [
    docs.boundary,
    [
      [
        'that the request sets',
        { action: 'iam:CreateUser', resource: target, identity: source(underBoundary('iam:CreateUser')) },
        'allowed',
      ],
      [
        'that the user has, which is not known',
        { action: 'iam:AttachUserPolicy', resource: target, identity: source(underBoundary('iam:AttachUserPolicy')) },
        'possible',
      ],
    ],
  ],
  'a Deny with NotPrincipal and a permissions boundary': [
    docs.boundary,
    [
      [
        'names the user and his account, which does not help him',
        {
          identity: source(everything),
          boundary: limit(everything),
          resourcePolicies: source(
            deny({ NotPrincipal: { AWS: [user.arn, `arn:aws:iam::${ACCOUNT}:root`] }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'denied',
      ],
      [
        'is of another action',
        {
          identity: source(everything),
          boundary: limit(everything),
          resourcePolicies: source(deny({ NotPrincipal: { AWS: user.arn }, Action: 's3:PutObject', Resource: '*' })),
        },
        'allowed',
      ],
    ],
  ],
  'a grant to everybody and a boundary that is silent': [
    docs.boundary,
    [
      [
        'is left open',
        {
          boundary: limit(allow({ Action: 'ec2:*', Resource: '*' })),
          resourcePolicies: source(allow({ Principal: '*', Action: 's3:*', Resource: '*' })),
        },
        'possible',
      ],
      [
        'is allowed where the boundary allows',
        {
          boundary: limit(everything),
          resourcePolicies: source(allow({ Principal: '*', Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
    ],
  ],
  'NotResource with a variable that has no value': [
    docs.variables,
    [
      [
        'an Allow of the rest',
        {
          caller: { ...user, tags: {} },
          identity: source(allow({ Action: 's3:*', NotResource: 'arn:aws:s3:::b/${aws:PrincipalTag/team}' })),
        },
        'possible',
      ],
      [
        'a resource that is excepted anyway',
        {
          caller: { ...user, tags: {} },
          identity: source(
            allow({ Action: 's3:*', NotResource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/${aws:PrincipalTag/team}'] }),
          ),
        },
        'denied',
      ],
      [
        'a value',
        {
          caller: { ...user, tags: { team: 'red' } },
          identity: source(allow({ Action: 's3:*', NotResource: 'arn:aws:s3:::b/${aws:PrincipalTag/team}' })),
        },
        'allowed',
      ],
    ],
  ],
  'NotAction and NotResource': [
    docs.notAction,
    [
      ['NotAction of another service', { identity: source(allow({ NotAction: 'iam:*', Resource: '*' })) }, 'allowed'],
      [
        'NotAction of this action',
        { identity: source(allow({ NotAction: ['iam:*', 's3:Get*'], Resource: '*' })) },
        'denied',
      ],
      [
        'Deny NotAction of this action',
        { identity: source(everything, deny({ NotAction: 's3:*', Resource: '*' })) },
        'allowed',
      ],
      [
        'Deny NotAction of another',
        { identity: source(everything, deny({ NotAction: 'iam:*', Resource: '*' })) },
        'denied',
      ],
      [
        'NotResource elsewhere',
        { identity: source(allow({ Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' })) },
        'allowed',
      ],
      [
        'NotResource here',
        { identity: source(allow({ Action: 's3:*', NotResource: ['arn:aws:s3:::b/*'] })) },
        'denied',
      ],
      [
        'Deny NotResource elsewhere',
        { identity: source(everything, deny({ Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' })) },
        'denied',
      ],
    ],
  ],
  'policy variables and versions': [
    docs.variables,
    [
      [
        'a variable in Resource',
        {
          resource: 'arn:aws:s3:::home/ann/f',
          identity: source(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
        },
        'allowed',
      ],
      [
        "another user's home",
        {
          resource: 'arn:aws:s3:::home/bob/f',
          identity: source(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
        },
        'denied',
      ],
      [
        'the old language, which has no variables',
        {
          resource: 'arn:aws:s3:::home/ann/f',
          identity: [
            {
              name: 'p',
              document: {
                Version: '2008-10-17',
                Statement: [allow({ Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' })],
              },
            },
          ],
        },
        'denied',
      ],
      [
        'a variable that a role does not have',
        {
          caller: role,
          resource: 'arn:aws:s3:::home/ann/f',
          identity: source(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
        },
        'denied',
      ],
      [
        'a tag of the principal',
        {
          caller: { ...role, tags: { Team: 'red' } },
          resource: 'arn:aws:s3:::red/f',
          identity: source(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' })),
        },
        'allowed',
      ],
      [
        'tags that are not known',
        {
          caller: role,
          resource: 'arn:aws:s3:::red/f',
          identity: source(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' })),
        },
        'possible',
      ],
    ],
  ],
  'condition keys': [
    docs.keys,
    [
      [
        'the principal',
        {
          identity: source(
            allow({
              Action: '*',
              Resource: '*',
              Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/a*' } },
            }),
          ),
        },
        'allowed',
      ],
      [
        'the account',
        {
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': OTHER } } }),
          ),
        },
        'denied',
      ],
      [
        'a network that is not known',
        {
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
          ),
        },
        'possible',
      ],
      [
        'a network that is given',
        {
          context: { 'aws:sourceIP': '10.1.1.1' },
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
          ),
        },
        'allowed',
      ],
      [
        'what the caller may choose',
        {
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:UserAgent': 'x' } } }),
          ),
        },
        'allowed',
      ],
      [
        'choices that exclude each other',
        {
          identity: source(
            allow({
              Action: '*',
              Resource: '*',
              Condition: { StringEquals: { 'aws:UserAgent': 'x' }, StringNotLike: { 'aws:useragent': '*' } },
            }),
          ),
        },
        'denied',
      ],
      [
        'a denial the caller can step around',
        {
          identity: source(
            everything,
            deny({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ),
        },
        'allowed',
      ],
      [
        'a denial he cannot',
        {
          identity: source(
            everything,
            deny({ Action: '*', Resource: '*', Condition: { Null: { 'aws:UserAgent': 'true' } } }),
            deny({ Action: '*', Resource: '*', Condition: { Null: { 'aws:UserAgent': 'false' } } }),
          ),
        },
        'denied',
      ],
      [
        'a time that is over',
        {
          identity: source(
            allow({
              Action: '*',
              Resource: '*',
              Condition: { DateLessThan: { 'aws:CurrentTime': '2025-01-01T00:00:00Z' } },
            }),
          ),
        },
        'denied',
      ],
      [
        'a time that is not over',
        {
          identity: source(
            allow({
              Action: '*',
              Resource: '*',
              Condition: { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
            }),
          ),
        },
        'allowed',
      ],
      [
        'seconds since 1970',
        {
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { NumericLessThan: { 'aws:EpochTime': '1700000000' } } }),
          ),
        },
        'denied',
      ],
      [
        'a token issued in the future',
        {
          caller: role,
          identity: source(
            allow({
              Action: '*',
              Resource: '*',
              Condition: { DateGreaterThan: { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z' } },
            }),
          ),
        },
        'denied',
      ],
      [
        'the region of the resource',
        {
          action: 'kms:ListGrants',
          resource: key,
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
          ),
        },
        'denied',
      ],
      [
        'an operator that is not known',
        {
          identity: source(
            allow({ Action: '*', Resource: '*', Condition: { StringResembles: { 'aws:username': 'ann' } } }),
          ),
        },
        'possible',
      ],
      [
        'a key that is not known',
        { identity: source(allow({ Action: '*', Resource: '*', Condition: { StringEquals: { 'foo:Bar': 'x' } } })) },
        'possible',
      ],
    ],
  ],
  'resource policies in the same account': [
    docs.evaluation,
    [
      [
        'naming the user',
        { resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })) },
        'allowed',
      ],
      [
        'naming another user',
        { resourcePolicies: source(allow({ Principal: { AWS: `${user.arn}x` }, Action: 's3:*', Resource: '*' })) },
        'denied',
      ],
      [
        'naming everybody',
        { resourcePolicies: source(allow({ Principal: '*', Action: 's3:*', Resource: '*' })) },
        'allowed',
      ],
      [
        'naming only the account',
        { resourcePolicies: source(allow({ Principal: { AWS: ACCOUNT }, Action: 's3:*', Resource: '*' })) },
        'denied',
      ],
      [
        'naming the account, with an identity policy',
        {
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: { AWS: ACCOUNT }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      ['silent, with an identity policy', { identity: source(everything), resourcePolicies: source() }, 'allowed'],
      [
        'denying',
        {
          identity: source(everything),
          resourcePolicies: source(deny({ Principal: '*', Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
      ['that could not be read', { resourcePolicies: 'unknown' }, 'possible'],
      [
        'for an anonymous caller',
        {
          caller: anonymous,
          resourcePolicies: source(allow({ Principal: { AWS: '*' }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'for nobody in particular',
        {
          caller: anonymous,
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
    ],
  ],
  NotPrincipal: [
    docs.notPrincipal,
    [
      [
        'an Allow for all but another',
        { resourcePolicies: source(allow({ NotPrincipal: { AWS: `${user.arn}x` }, Action: 's3:*', Resource: '*' })) },
        'allowed',
      ],
      [
        'an Allow for all but this one',
        { resourcePolicies: source(allow({ NotPrincipal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })) },
        'denied',
      ],
      [
        'a Deny for all but this one and the account',
        {
          identity: source(everything),
          resourcePolicies: source(
            deny({ NotPrincipal: { AWS: [user.arn, root.arn] }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'allowed',
      ],
      [
        'a Deny for all but another of the account, and the account for his sake',
        {
          identity: source(everything),
          resourcePolicies: source(
            deny({ NotPrincipal: { AWS: [`${user.arn}x`, root.arn] }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'denied',
      ],
      [
        'a Deny for all but a session of a role and the account, asked by another session',
        {
          caller: { ...role, sessionArn: `${role.sessionArn ?? ''}x` },
          identity: source(everything),
          resourcePolicies: source(
            deny({ NotPrincipal: { AWS: [role.sessionArn, root.arn] }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'denied',
      ],
      [
        'a Deny for all but the account alone, and somebody of another',
        {
          identity: source(everything),
          resourcePolicies: source(
            deny({ NotPrincipal: { AWS: [root.arn, `arn:aws:iam::${OTHER}:user/x`] }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'possible',
      ],
      [
        'a Deny for all but another',
        {
          identity: source(everything),
          resourcePolicies: source(deny({ NotPrincipal: { AWS: [`${user.arn}x`] }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
    ],
  ],
  'principals of other kinds': [
    docs.principal,
    [
      [
        'the id of a deleted user',
        {
          resourcePolicies: source(
            allow({ Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'denied',
      ],
      [
        'a form that nobody documents',
        {
          resourcePolicies: source(
            allow({ Principal: { AWS: 'arn:aws:iam::*:user/ann' }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'possible',
      ],
      [
        'a service',
        {
          caller: service,
          resourcePolicies: source(
            allow({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'allowed',
      ],
      [
        'another service',
        {
          caller: service,
          resourcePolicies: source(
            allow({ Principal: { Service: 'sns.amazonaws.com' }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'denied',
      ],
      [
        'a canonical id',
        {
          caller: { ...user, account: OTHER, canonicalId: 'f'.repeat(64) },
          identity: source(everything),
          resourcePolicies: source(
            allow({ Principal: { CanonicalUser: 'f'.repeat(64) }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'allowed',
      ],
      [
        'the session of a role',
        {
          caller: role,
          resourcePolicies: source(allow({ Principal: { AWS: role.sessionArn }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
    ],
  ],
  'other accounts': [
    docs.crossAccount,
    [
      ['only the identity policy', { resourceAccount: OTHER, identity: source(everything) }, 'denied'],
      [
        'only the resource policy',
        {
          resourceAccount: OTHER,
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'both',
        {
          resourceAccount: OTHER,
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: { AWS: ACCOUNT }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'everybody and an identity policy',
        {
          resourceAccount: OTHER,
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: '*', Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'a resource policy that could not be read',
        { resourceAccount: OTHER, identity: source(everything), resourcePolicies: 'unknown' },
        'possible',
      ],
    ],
  ],
  'permissions boundaries': [
    docs.boundary,
    [
      [
        'a boundary that allows',
        { identity: source(everything), boundary: limit(allow({ Action: 's3:*', Resource: '*' })) },
        'allowed',
      ],
      [
        'a boundary that is silent',
        { identity: source(everything), boundary: limit(allow({ Action: 'ec2:*', Resource: '*' })) },
        'denied',
      ],
      ['a boundary alone grants nothing', { boundary: limit(everything) }, 'denied'],
      [
        'a boundary that denies',
        { identity: source(everything), boundary: limit(everything, deny({ Action: 's3:*', Resource: '*' })) },
        'denied',
      ],
      [
        'a grant to the user is not limited',
        {
          boundary: limit(allow({ Action: 'ec2:*', Resource: '*' })),
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'a grant to the user is denied',
        {
          boundary: limit(deny({ Action: 's3:*', Resource: '*' })),
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'a grant to the role is limited',
        {
          caller: role,
          boundary: limit(allow({ Action: 'ec2:*', Resource: '*' })),
          resourcePolicies: source(allow({ Principal: { AWS: role.arn }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'a grant to the session is not',
        {
          caller: role,
          boundary: limit(allow({ Action: 'ec2:*', Resource: '*' })),
          resourcePolicies: source(allow({ Principal: { AWS: role.sessionArn }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      ['a boundary that could not be read', { identity: source(everything), boundary: 'unknown' }, 'possible'],
    ],
  ],
  'session policies': [
    docs.session,
    [
      [
        'allowing',
        { caller: role, identity: source(everything), session: source(allow({ Action: 's3:*', Resource: '*' })) },
        'allowed',
      ],
      [
        'silent',
        { caller: role, identity: source(everything), session: source(allow({ Action: 'ec2:*', Resource: '*' })) },
        'denied',
      ],
      [
        'silent, with a grant to the session',
        {
          caller: role,
          session: source(),
          resourcePolicies: source(allow({ Principal: { AWS: role.sessionArn }, Action: 's3:*', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'silent, with a grant to the role',
        {
          caller: role,
          session: source(),
          resourcePolicies: source(allow({ Principal: { AWS: role.arn }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
    ],
  ],
  'service control policies': [
    docs.scp,
    [
      ['all levels allow', { identity: source(everything), scps: fullScp }, 'allowed'],
      [
        'one level is silent',
        { identity: source(everything), scps: [...fullScp, source(allow({ Action: 'ec2:*', Resource: '*' }))] },
        'denied',
      ],
      [
        'one level denies',
        {
          identity: source(everything),
          scps: [[...source(everything), ...source(deny({ Action: 's3:*', Resource: '*' }))], source(everything)],
        },
        'denied',
      ],
      ['they grant nothing', { scps: fullScp }, 'denied'],
      [
        'the management account',
        { identity: source(everything), scps: [source()], managementAccount: true },
        'allowed',
      ],
      ['a service-linked role', { caller: linked, identity: source(everything), scps: [source()] }, 'allowed'],
      [
        'the root user is bound',
        { caller: root, scps: [source(everything, deny({ Action: 's3:*', Resource: '*' }))] },
        'denied',
      ],
      [
        'a service is not',
        {
          caller: service,
          scps: [source()],
          resourcePolicies: source(
            allow({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 's3:*', Resource: '*' }),
          ),
        },
        'allowed',
      ],
      [
        'they bind even where the resource policy names the user',
        {
          scps: [source()],
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 's3:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'that could not be read leave the verdict to the others',
        { identity: source(everything), scps: 'unknown' },
        'allowed',
      ],
    ],
  ],
  'resource control policies': [
    docs.rcp,
    [
      [
        'denying strangers',
        {
          caller: anonymous,
          resourcePolicies: source(allow({ Principal: '*', Action: 's3:*', Resource: '*' })),
          rcps: [
            source(
              allow({ Principal: '*', Action: '*', Resource: '*' }),
              deny({
                Principal: '*',
                Action: 's3:*',
                Resource: '*',
                Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-x' } },
              }),
            ),
          ],
        },
        'denied',
      ],
      [
        'of a service they do not cover',
        { action: 'ec2:RunInstances', resource: '*', identity: source(everything), rcps: [source()] },
        'allowed',
      ],
      [
        'that allow',
        { identity: source(everything), rcps: [source(allow({ Principal: '*', Action: '*', Resource: '*' }))] },
        'allowed',
      ],
      ['that are silent', { identity: source(everything), rcps: [source()] }, 'denied'],
      ['a service-linked role', { caller: linked, identity: source(everything), rcps: [source()] }, 'allowed'],
    ],
  ],
  'the root user': [
    docs.evaluation,
    [
      ['needs no policy', { caller: root }, 'allowed'],
      [
        'is denied by a resource policy',
        { caller: root, resourcePolicies: source(deny({ Principal: '*', Action: 's3:*', Resource: '*' })) },
        'denied',
      ],
      ['of another account', { caller: { ...root, account: OTHER } }, 'denied'],
    ],
  ],
  'KMS keys': [
    docs.kms,
    [
      [
        'the account statement with an identity policy',
        {
          action: 'kms:Decrypt',
          resource: key,
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: { AWS: root.arn }, Action: 'kms:*', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'the account statement alone',
        {
          action: 'kms:Decrypt',
          resource: key,
          resourcePolicies: source(allow({ Principal: { AWS: root.arn }, Action: 'kms:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'an identity policy without the account statement',
        {
          action: 'kms:Decrypt',
          resource: key,
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: { AWS: role.arn }, Action: 'kms:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'the key policy names the user',
        {
          action: 'kms:Decrypt',
          resource: key,
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 'kms:Decrypt', Resource: '*' })),
        },
        'allowed',
      ],
      [
        'another account needs both',
        {
          action: 'kms:Decrypt',
          resource: `arn:aws:kms:us-east-1:${OTHER}:key/k`,
          resourceAccount: OTHER,
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 'kms:Decrypt', Resource: '*' })),
        },
        'denied',
      ],
      [
        'the root user without an account statement',
        {
          caller: root,
          action: 'kms:Decrypt',
          resource: key,
          resourcePolicies: source(allow({ Principal: { AWS: role.arn }, Action: 'kms:*', Resource: '*' })),
        },
        'denied',
      ],
      [
        'a key policy that could not be read',
        { action: 'kms:Decrypt', resource: key, identity: source(everything), resourcePolicies: 'unknown' },
        'possible',
      ],
    ],
  ],
  'role trust': [
    docs.trust,
    [
      [
        'trust of the user',
        {
          action: 'sts:AssumeRole',
          resource: target,
          resourcePolicies: source(allow({ Principal: { AWS: user.arn }, Action: 'sts:AssumeRole' })),
        },
        'allowed',
      ],
      [
        'trust of the account alone',
        {
          action: 'sts:AssumeRole',
          resource: target,
          resourcePolicies: source(allow({ Principal: { AWS: root.arn }, Action: 'sts:AssumeRole' })),
        },
        'denied',
      ],
      [
        'trust of the account with an identity policy',
        {
          action: 'sts:AssumeRole',
          resource: target,
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: { AWS: root.arn }, Action: 'sts:AssumeRole' })),
        },
        'allowed',
      ],
      [
        'an administrator whom the role does not trust',
        {
          action: 'sts:AssumeRole',
          resource: target,
          identity: source(everything),
          resourcePolicies: source(allow({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })),
        },
        'denied',
      ],
      [
        'a service',
        {
          caller: service,
          action: 'sts:AssumeRole',
          resource: target,
          resourcePolicies: source(allow({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })),
        },
        'allowed',
      ],
      [
        'an external id that is not given',
        {
          action: 'sts:AssumeRole',
          resource: target,
          resourcePolicies: source(
            allow({
              Principal: { AWS: user.arn },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
            }),
          ),
        },
        'possible',
      ],
      [
        'an external id that is given',
        {
          action: 'sts:AssumeRole',
          resource: target,
          context: { 'sts:ExternalId': 'x' },
          resourcePolicies: source(
            allow({
              Principal: { AWS: user.arn },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
            }),
          ),
        },
        'allowed',
      ],
      [
        'a web identity',
        {
          caller: { type: 'federated', arn: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' },
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: target,
          context: { 'idp.example.com:sub': 'me' },
          resourcePolicies: source(
            allow({
              Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { StringEquals: { 'idp.example.com:sub': 'me' } },
            }),
          ),
        },
        'allowed',
      ],
    ],
  ],
};

for (const [name, [url, cases]] of Object.entries(tables)) {
  describe(`${name} (${url})`, () => {
    it.each(cases.map((one) => [...one] as const))('%s', (_, request, expected) => {
      expect(authorize({ ...base, ...request }).verdict).toBe(expected);
    });
  });
}

describe('the evidence of a decision', () => {
  it('names the layer and statement that denies', () => {
    const decision = authorize({
      ...base,
      identity: source(everything),
      scps: [[{ name: 'guard', document: policy(everything, deny({ Sid: 'NoS3', Action: 's3:*', Resource: '*' })) }]],
    });
    expect(decision.reason).toBe('explicitly denied by the service control policy "guard" (NoS3)');
    expect(decision.statements).toMatchObject([{ policy: 'guard', index: 1, sid: 'NoS3', effect: 'Deny' }]);
    expect(decision.layers.find((layer) => layer.layer === 'identity')?.verdict).toBe('allowed');
  });

  it('names the statement that allows', () => {
    const decision = authorize({ ...base, identity: source(allow({ Sid: 'Read', Action: 's3:Get*', Resource: '*' })) });
    expect(decision.reason).toBe('allowed by the identity policy "p" (Read)');
    expect(decision.statements).toMatchObject([{ policy: 'p', index: 0, sid: 'Read' }]);
    expect(decision.open).toEqual([]);
  });

  it('lists the conditions that are open', () => {
    const decision = authorize({
      ...base,
      identity: source(
        allow({
          Action: '*',
          Resource: '*',
          Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] }, StringResembles: { 'aws:username': 'x' } },
        }),
      ),
    });
    expect(decision.open).toEqual([
      { policy: 'p', index: 0, operator: 'IpAddress', key: 'aws:SourceIp', values: ['10.0.0.0/8'], reason: 'key' },
      { policy: 'p', index: 0, operator: 'StringResembles', key: 'aws:username', values: ['x'], reason: 'operator' },
    ]);
  });

  it('says what the caller has to choose', () => {
    const decision = authorize({
      ...base,
      identity: source(
        allow({ Action: '*', Resource: '*', Condition: { StringLike: { 'aws:UserAgent': 'cli*' } } }),
        deny({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ),
    });
    expect(decision.verdict).toBe('allowed');
    expect(decision.assumed['aws:useragent']?.[0]).toMatch(/^cli/);
    expect(decision.assumed['aws:securetransport']).not.toEqual(['false']);
  });

  it('says which layers could not be read', () => {
    expect(authorize({ ...base, identity: source(everything), scps: 'unknown', rcps: 'unknown' }).unread).toEqual([
      'scp',
      'rcp',
    ]);
  });

  it('tells what stands in the way', () => {
    const boundary = limit(allow({ Action: 'ec2:*', Resource: '*' }));
    expect(authorize({ ...base, identity: source(everything), boundary }).reason).toBe(
      'the permissions boundary does not allow it',
    );
    expect(authorize({ ...base, resourceAccount: OTHER, identity: source(everything) }).reason).toContain(
      'another account',
    );
    expect(authorize(base).reason).toBe('no statement allows it');
  });
});
