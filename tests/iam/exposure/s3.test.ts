import { describe, expect, it } from 'vitest';
import { exposure, type ExposureInput } from '../../../src/iam/index.ts';
import { ACCOUNT, allow, deny, docs, type Json, MEMBER, OTHER, policy } from '../documents.ts';
import { options, tables } from './cases.ts';

const bucket = 'arn:aws:s3:::b';
const both = [bucket, `${bucket}/*`];
const P = 'private';
type S3 = Extract<ExposureInput, { kind: 's3' }>;
const s3 = (document: unknown, more: Partial<S3> = {}): S3 => ({ kind: 's3', arn: bucket, policy: document, ...more });
/** Everybody may read objects, under this condition. */
const when = (condition?: Json, more: Json = {}): S3 =>
  s3(
    policy(
      allow({
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `${bucket}/*`,
        ...(condition === undefined ? {} : { Condition: condition }),
        ...more,
      }),
    ),
  );
const open = allow({ Principal: '*', Action: 's3:*', Resource: both });
const everyone = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' };
const signedIn = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers' };
const owner = 'a'.repeat(64);
const point = `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/ap`;
const delegating = policy(
  allow({
    Principal: { AWS: '*' },
    Action: '*',
    Resource: both,
    Condition: { StringEquals: { 's3:DataAccessPointAccount': ACCOUNT } },
  }),
);
const pointPolicy = (principal: unknown): Json =>
  policy(allow({ Principal: principal, Action: 's3:GetObject', Resource: `${point}/object/*` }));

/** Everybody may read objects below this. */
const below = (path: string, more: Json = {}): S3 =>
  s3(policy(allow({ Principal: '*', Action: 's3:GetObject', Resource: `${bucket}/${path}/*`, ...more })));

tables({
  'policy variables in resources': [
    docs.variables,
    [
      ['the name of the user, which strangers choose', below('${aws:username}'), ['any-account', P, P]],
      ['a name with a default for those who have none', below("${aws:username, 'anon'}"), ['public', P, P]],
      ['the account of whoever asks', below('${aws:PrincipalAccount}'), ['any-account', P, P]],
      ['the organisation of whoever asks', below('${aws:PrincipalOrgID}'), ['any-account', P, P]],
      ['a tag of whoever asks', below('${aws:PrincipalTag/team}'), ['any-account', P, P]],
      [
        'the account of a named account',
        below('${aws:PrincipalAccount}', { Principal: { AWS: OTHER } }),
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'a name that a condition limits, which is left open',
        below('${aws:username}', { Condition: { StringLike: { 'aws:username': 'a*' } } }),
        ['conditional', P, P],
      ],
      ['a star that is meant literally', below('${*}'), ['public', P, P]],
      [
        'a denial of the own folder alone',
        s3(policy(open, deny({ Principal: '*', Action: 's3:GetObject', Resource: `${bucket}/\${aws:username}/*` }))),
        'public',
      ],
    ],
  ],
  'principals of a bucket policy': [
    docs.principal,
    [
      ['no policy', { kind: 's3', arn: bucket }, P],
      ['everybody', when(), ['public', P, P]],
      [
        'everybody, by AWS: *',
        s3(policy(allow({ Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: `${bucket}/*` }))),
        ['public', P, P],
      ],
      [
        'everybody in a list',
        s3(policy(allow({ Principal: { AWS: [OTHER, '*'] }, Action: 's3:PutObject', Resource: `${bucket}/*` }))),
        [P, 'public', P],
        [OTHER],
      ],
      ['everything to everybody', s3(policy(open)), 'public'],
      [
        'the own account',
        s3(policy(allow({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 's3:*', Resource: both }))),
        P,
      ],
      [
        'another account by its number',
        s3(policy(allow({ Principal: { AWS: OTHER }, Action: 's3:*', Resource: both }))),
        'cross-account',
        [OTHER],
      ],
      [
        'a role of another account',
        s3(
          policy(
            allow({
              Principal: { AWS: `arn:aws:iam::${OTHER}:role/r` },
              Action: 's3:GetObject',
              Resource: `${bucket}/*`,
            }),
          ),
        ),
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'an account of the organisation',
        s3(policy(allow({ Principal: { AWS: MEMBER }, Action: 's3:GetObject', Resource: `${bucket}/*` }))),
        ['organization', P, P],
        [],
      ],
      [
        'a deleted principal',
        s3(policy(allow({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' }, Action: 's3:*', Resource: both }))),
        P,
        [],
      ],
      [
        'a canonical id',
        s3(policy(allow({ Principal: { CanonicalUser: owner }, Action: 's3:GetObject', Resource: `${bucket}/*` }))),
        ['cross-account', P, P],
        [owner],
      ],
      [
        'a CloudFront origin access identity',
        s3(
          policy(
            allow({
              Principal: { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' },
              Action: 's3:GetObject',
              Resource: `${bucket}/*`,
            }),
          ),
        ),
        P,
        [],
      ],
      [
        "AWS's account for load balancer logs",
        s3(policy(allow({ Principal: { AWS: '127311923021' }, Action: 's3:PutObject', Resource: `${bucket}/*` }))),
        P,
        [],
      ],
      [
        'an AWS service',
        s3(
          policy(
            allow({
              Principal: { Service: 'cloudtrail.amazonaws.com' },
              Action: 's3:PutObject',
              Resource: `${bucket}/*`,
            }),
          ),
        ),
        P,
      ],
      [
        'everybody but one',
        s3(policy(allow({ NotPrincipal: { AWS: OTHER }, Action: 's3:GetObject', Resource: `${bucket}/*` }))),
        ['public', P, P],
      ],
    ],
  ],
  'actions and resources': [
    docs.action,
    [
      [
        'bucket actions only',
        s3(policy(allow({ Principal: '*', Action: 's3:ListBucket', Resource: bucket }))),
        ['public', P, P],
      ],
      [
        'an object action on the bucket alone',
        s3(policy(allow({ Principal: '*', Action: 's3:GetObject', Resource: bucket }))),
        P,
      ],
      [
        'a bucket action on the objects alone',
        s3(policy(allow({ Principal: '*', Action: 's3:ListBucket', Resource: `${bucket}/*` }))),
        P,
      ],
      [
        'the policy of another bucket',
        s3(policy(allow({ Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::other/*' }))),
        P,
      ],
      [
        'one prefix',
        s3(policy(allow({ Principal: '*', Action: 's3:GetObject', Resource: `${bucket}/public/*` }))),
        ['public', P, P],
      ],
      [
        'a bucket name pattern',
        s3(policy(allow({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::*/logo.png' }))),
        ['public', P, P],
      ],
      [
        'policy management',
        s3(policy(allow({ Principal: '*', Action: 's3:PutBucketPolicy', Resource: bucket }))),
        [P, P, 'public'],
      ],
      [
        'NotAction',
        s3(policy(allow({ Principal: '*', NotAction: ['s3:Put*', 's3:Delete*'], Resource: both }))),
        ['public', 'public', 'public'],
      ],
      ['NotAction of everything', s3(policy(allow({ Principal: '*', NotAction: 's3:*', Resource: both }))), P],
      [
        'NotResource elsewhere',
        s3(policy(allow({ Principal: '*', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::other/*' }))),
        ['public', P, P],
      ],
      ['NotResource here', s3(policy(allow({ Principal: '*', Action: 's3:GetObject', NotResource: both }))), P],
      [
        'a new action that no list knows',
        s3(policy(allow({ Principal: '*', Action: 's3:GetBrandNewThing', Resource: both }))),
        ['public', P, P],
      ],
    ],
  ],
  'conditions that name who calls': [
    docs.keys,
    [
      [
        'the own organisation',
        when({ StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        ['organization', P, P],
      ],
      [
        'another organisation',
        when({ StringEquals: { 'aws:PrincipalOrgID': 'o-other12345' } }),
        ['cross-account', P, P],
      ],
      [
        'the organisation of the resource, the other way around',
        when({ StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } }),
        ['organization', P, P],
      ],
      [
        'a unit in whatever organisation, whose id is unique in one organisation only',
        when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '*/ou-ab12-11111111/*' } }),
        ['conditional', P, P],
      ],
      [
        'the same, denied to all others',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: {
                'ForAllValues:StringNotLike': { 'aws:PrincipalOrgPaths': '*/ou-ab12-11111111/*' },
                StringNotEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' },
              },
            }),
          ),
        ),
        'conditional',
      ],
      [
        'any unit of any organisation',
        when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '*/r-*/ou-*' } }),
        ['any-account', P, P],
      ],
      [
        'a unit somewhere in the own organisation',
        when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/*/ou-ab12-11111111/*' } }),
        ['organization', P, P],
      ],
      [
        'a path with a star that is meant literally',
        when({ 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/*' } }),
        P,
      ],
      ['any organisation', when({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }), ['any-account', P, P]],
      [
        'a unit of the own organisation',
        when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/r-ab12/ou-ab12-11111111/*' } }),
        ['organization', P, P],
      ],
      [
        'units by ForAllValues, which strangers pass by having none',
        when({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/*' } }),
        ['public', P, P],
      ],
      [
        'the organisation of the resource',
        when({ StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } }),
        ['organization', P, P],
      ],
      [
        'not the own organisation',
        when({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        ['public', P, P],
      ],
      [
        'the organisation if there is one',
        when({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        ['public', P, P],
      ],
      ['the own account', when({ StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }), P],
      [
        'another account',
        when({ StringEquals: { 'aws:PrincipalAccount': [ACCOUNT, OTHER] } }),
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'a role of another account',
        when({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/*` } }),
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'a role name in any account',
        when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } }),
        ['any-account', P, P],
      ],
      [
        'two name patterns of the own account',
        when({
          ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:role/a*`, `arn:aws:iam::${ACCOUNT}:role/b*`] },
        }),
        P,
      ],
      [
        'an equality with a star, which no ARN meets',
        when({ StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } }),
        P,
      ],
      [
        'a tag, which strangers give their own roles',
        when({ StringEquals: { 'aws:PrincipalTag/team': 'red' } }),
        ['any-account', P, P],
      ],
      ['a role session by its id', when({ StringLike: { 'aws:userid': 'AROAEXAMPLEID:*' } }), ['cross-account', P, P]],
      ['a session name with any id', when({ StringLike: { 'aws:userid': '*:deploy' } }), ['any-account', P, P]],
      [
        'not an anonymous caller',
        when({ StringNotEquals: { 'aws:PrincipalType': 'Anonymous' } }),
        ['any-account', P, P],
      ],
      ['an AWS service only', when({ Bool: { 'aws:PrincipalIsAWSService': 'true' } }), ['any-account', P, P]],
    ],
  ],
  'conditions that name on whose behalf a service calls': [
    docs.deputy,
    [
      ['the own account', when({ StringEquals: { 'aws:SourceAccount': ACCOUNT } }), P],
      ['another account', when({ StringEquals: { 'aws:SourceAccount': OTHER } }), ['cross-account', P, P], [OTHER]],
      ['an own resource', when({ ArnLike: { 'aws:SourceArn': `arn:aws:cloudfront::${ACCOUNT}:distribution/*` } }), P],
      ["anybody's resource", when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }), ['any-account', P, P]],
      ["anybody's bucket", when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }), ['any-account', P, P]],
      ['one bucket in a pattern', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:one' } }), P],
      [
        'a bucket whose name begins so',
        when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:one-*' } }),
        ['any-account', P, P],
      ],
      [
        "anybody's access point",
        when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:accesspoint/one' } }),
        ['any-account', P, P],
      ],
      ['one bucket', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::one' } }), P],
      ['the own organisation', when({ StringEquals: { 'aws:SourceOrgID': 'o-ownorg1234' } }), ['organization', P, P]],
    ],
  ],
  'conditions on the network': [
    docs.s3Public,
    [
      ['an office', when({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } }), P],
      ['a range of /8', when({ IpAddress: { 'aws:SourceIp': '11.0.0.0/8' } }), P],
      ['a range wider than /8', when({ IpAddress: { 'aws:SourceIp': '10.0.0.0/7' } }), ['public', P, P]],
      ['an IPv6 range wider than /32', when({ IpAddress: { 'aws:SourceIp': '2000::/3' } }), ['public', P, P]],
      ['the whole world', when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }), ['public', P, P]],
      [
        'the world in two halves',
        when({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }),
        ['public', P, P],
      ],
      ['everywhere but the office', when({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), ['public', P, P]],
      [
        'every range of /8 there is',
        when({ IpAddress: { 'aws:SourceIp': Array.from({ length: 256 }, (_, at) => `${at}.0.0.0/8`) } }),
        ['public', P, P],
      ],
      [
        'private addresses of a VPC, which strangers have too',
        when({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }),
        ['any-account', P, P],
      ],
      [
        'private addresses of a VPC that is named',
        when({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } }),
        P,
      ],
      ['a VPC endpoint', when({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }), P],
      ['any VPC', when({ StringLike: { 'aws:SourceVpc': 'vpc-*' } }), ['public', P, P]],
      ['a VPC', when({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }), P],
      [
        'another account from its network',
        s3(
          policy(
            allow({
              Principal: { AWS: OTHER },
              Action: 's3:GetObject',
              Resource: `${bucket}/*`,
              Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
            }),
          ),
        ),
        ['cross-account', P, P],
        [OTHER],
      ],
    ],
  ],
  'conditions that the caller meets at will, or that nobody decides': [
    docs.keys,
    [
      ['the referer', when({ StringLike: { 'aws:Referer': 'https://example.com/*' } }), ['public', P, P]],
      ['the user agent', when({ StringEquals: { 'aws:UserAgent': 'secret' } }), ['public', P, P]],
      ['TLS', when({ Bool: { 'aws:SecureTransport': 'true' } }), ['public', P, P]],
      [
        'a header of the upload',
        s3(
          policy(
            allow({
              Principal: '*',
              Action: 's3:PutObject',
              Resource: `${bucket}/*`,
              Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
            }),
          ),
        ),
        [P, 'public', P],
      ],
      ['a tag of the object', when({ StringEquals: { 's3:ExistingObjectTag/public': 'yes' } }), ['public', P, P]],
      ['a shared value', when({ StringEquals: { 'sts:ExternalId': 'abc' } }), ['conditional', P, P]],
      ['a key nobody knows', when({ StringEquals: { 'foo:Bar': 'x' } }), ['conditional', P, P]],
      [
        'an operator nobody knows',
        when({ StringResembles: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        ['conditional', P, P],
      ],
      ['a time that is over', when({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }), P],
      [
        'a time that is not over',
        when({ DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }),
        ['public', P, P],
      ],
      [
        'two conditions that exclude each other',
        when({ StringLike: { 'aws:UserAgent': 'a*' }, StringNotLike: { 'aws:UserAgent': 'a*' } }),
        P,
      ],
      [
        'two patterns that hold together',
        when({ StringLike: { 'aws:UserAgent': 'a*' }, 'ForAnyValue:StringLike': { 'aws:UserAgent': '*b' } }),
        ['public', P, P],
      ],
      [
        'two patterns of which it is not clear whether they do',
        when({ StringLike: { 'aws:UserAgent': '*a*' }, StringNotLike: { 'aws:UserAgent': ['*', 'b*'] } }),
        ['conditional', P, P],
      ],
      [
        'two conditions that exclude each other by value',
        when({ StringEquals: { 'aws:UserAgent': 'a' }, StringNotEquals: { 'aws:UserAgent': 'a' } }),
        P,
      ],
    ],
  ],
  denials: [
    docs.evaluation,
    [
      ['of everything', s3(policy(open, deny({ Principal: '*', Action: 's3:*', Resource: both }))), P],
      [
        'of reading objects only',
        s3(policy(open, deny({ Principal: '*', Action: 's3:GetObject*', Resource: both }))),
        'public',
      ],
      [
        'of the objects only',
        s3(policy(open, deny({ Principal: '*', Action: 's3:*', Resource: `${bucket}/*` }))),
        'public',
      ],
      [
        'of one prefix only',
        s3(
          policy(
            allow({ Principal: '*', Action: 's3:GetObject', Resource: `${bucket}/*` }),
            deny({ Principal: '*', Action: 's3:*', Resource: `${bucket}/secret/*` }),
          ),
        ),
        ['public', P, P],
      ],
      [
        'of all but the own account',
        s3(
          policy(open, deny({ NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 's3:*', Resource: both })),
        ),
        P,
      ],
      [
        'of all but another account',
        s3(
          policy(open, deny({ NotPrincipal: { AWS: [`arn:aws:iam::${OTHER}:root`] }, Action: 's3:*', Resource: both })),
        ),
        'cross-account',
        [OTHER],
      ],
      [
        'outside the organisation',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } },
            }),
          ),
        ),
        'organization',
      ],
      [
        'outside named accounts',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { StringNotEquals: { 'aws:PrincipalAccount': [ACCOUNT, OTHER] } },
            }),
          ),
        ),
        'cross-account',
        [OTHER],
      ],
      [
        'outside the office',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
            }),
          ),
        ),
        P,
      ],
      [
        'outside the office, but for what services do for others, which anonymous requests are not',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: {
                NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                Bool: { 'aws:ViaAWSService': 'false' },
              },
            }),
          ),
        ),
        'any-account',
      ],
      [
        'outside a VPC endpoint',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
            }),
          ),
        ),
        P,
      ],
      [
        'outside a VPC endpoint, for requests that come through some endpoint',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' }, Null: { 'aws:SourceVpce': 'false' } },
            }),
          ),
        ),
        'public',
      ],
      [
        'without TLS',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            }),
          ),
        ),
        'public',
      ],
      [
        'of another account by name',
        s3(policy(open, deny({ Principal: { AWS: OTHER }, Action: 's3:*', Resource: both }))),
        'public',
        [],
      ],
      [
        'of anonymous callers',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { StringEquals: { 'aws:PrincipalType': 'Anonymous' } },
            }),
          ),
        ),
        'any-account',
      ],
      [
        'of callers without an account',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { Null: { 'aws:PrincipalAccount': 'true' } },
            }),
          ),
        ),
        'any-account',
      ],
      [
        'under an operator nobody knows',
        s3(
          policy(
            open,
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { Unlikely: { 'aws:PrincipalOrgID': 'x' } },
            }),
          ),
        ),
        'conditional',
      ],
      ['alone', s3(policy(deny({ Principal: '*', Action: 's3:*', Resource: both }))), P],
    ],
  ],
  'access control lists': [
    docs.s3Acl,
    [
      [
        'READ to everyone',
        { kind: 's3', arn: bucket, acl: [{ Grantee: everyone, Permission: 'READ' }] },
        ['public', P, P],
      ],
      [
        'WRITE to everyone',
        { kind: 's3', arn: bucket, acl: [{ Grantee: everyone, Permission: 'WRITE' }] },
        [P, 'public', P],
      ],
      [
        'READ_ACP to everyone',
        { kind: 's3', arn: bucket, acl: [{ Grantee: everyone, Permission: 'READ_ACP' }] },
        ['public', P, P],
      ],
      [
        'WRITE_ACP to every AWS account',
        { kind: 's3', arn: bucket, acl: [{ Grantee: signedIn, Permission: 'WRITE_ACP' }] },
        [P, P, 'any-account'],
      ],
      [
        'FULL_CONTROL to everyone',
        { kind: 's3', arn: bucket, acl: [{ Grantee: everyone, Permission: 'FULL_CONTROL' }] },
        'public',
      ],
      [
        'the owner',
        {
          kind: 's3',
          arn: bucket,
          owner,
          acl: [{ Grantee: { Type: 'CanonicalUser', ID: owner }, Permission: 'FULL_CONTROL' }],
        },
        P,
        [],
      ],
      [
        'another canonical user',
        { kind: 's3', arn: bucket, owner, acl: [{ Grantee: { ID: 'b'.repeat(64) }, Permission: 'READ' }] },
        ['cross-account', P, P],
        ['b'.repeat(64)],
      ],
      [
        'log delivery',
        {
          kind: 's3',
          arn: bucket,
          acl: [
            { Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' }, Permission: 'WRITE' },
          ],
        },
        P,
      ],
      [
        'switched off by object ownership',
        {
          kind: 's3',
          arn: bucket,
          objectOwnership: 'BucketOwnerEnforced',
          acl: [{ Grantee: everyone, Permission: 'READ' }],
        },
        P,
      ],
      [
        'ignored by the bucket',
        {
          kind: 's3',
          arn: bucket,
          publicAccessBlock: { IgnorePublicAcls: true },
          acl: [{ Grantee: everyone, Permission: 'READ' }],
        },
        P,
      ],
      [
        'ignored by the account',
        {
          kind: 's3',
          arn: bucket,
          accountPublicAccessBlock: { IgnorePublicAcls: true },
          acl: [{ Grantee: signedIn, Permission: 'READ' }],
        },
        P,
      ],
      [
        'not undone by BlockPublicAcls, which stops new ones',
        {
          kind: 's3',
          arn: bucket,
          publicAccessBlock: { BlockPublicAcls: true, BlockPublicPolicy: true },
          acl: [{ Grantee: everyone, Permission: 'READ' }],
        },
        ['public', P, P],
      ],
      [
        'denied by the policy',
        s3(policy(deny({ Principal: '*', Action: 's3:ListBucket*', Resource: bucket })), {
          acl: [{ Grantee: everyone, Permission: 'READ' }],
        }),
        P,
      ],
    ],
  ],
  'public-access blocks': [
    docs.s3Public,
    [
      ['RestrictPublicBuckets on the bucket', { ...when(), publicAccessBlock: { RestrictPublicBuckets: true } }, P],
      [
        'RestrictPublicBuckets on the account',
        { ...when(), accountPublicAccessBlock: { RestrictPublicBuckets: true } },
        P,
      ],
      [
        'it also cuts named accounts of a public policy',
        s3(policy(open, allow({ Principal: { AWS: OTHER }, Action: 's3:*', Resource: both })), {
          publicAccessBlock: { RestrictPublicBuckets: true },
        }),
        P,
        [],
      ],
      [
        'it leaves named accounts of a policy that is not public',
        s3(policy(allow({ Principal: { AWS: OTHER }, Action: 's3:*', Resource: both })), {
          publicAccessBlock: { RestrictPublicBuckets: true },
        }),
        'cross-account',
        [OTHER],
      ],
      [
        'it goes by what S3 calls public, denials aside',
        s3(
          policy(
            open,
            allow({ Principal: { AWS: OTHER }, Action: 's3:*', Resource: both }),
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: both,
              Condition: { StringNotEquals: { 'aws:PrincipalAccount': [OTHER] } },
            }),
          ),
          { publicAccessBlock: { RestrictPublicBuckets: true } },
        ),
        P,
        [],
      ],
      [
        'it does not touch an organisation',
        {
          ...when({ StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
          publicAccessBlock: { RestrictPublicBuckets: true },
        },
        ['organization', P, P],
      ],
      [
        'BlockPublicPolicy stops new policies only',
        { ...when(), publicAccessBlock: { BlockPublicPolicy: true } },
        ['public', P, P],
      ],
      [
        'it does not ignore ACLs',
        {
          ...when(),
          publicAccessBlock: { RestrictPublicBuckets: true },
          acl: [{ Grantee: everyone, Permission: 'WRITE' }],
        },
        [P, 'public', P],
      ],
      ['not configured', { ...when(), publicAccessBlock: null, accountPublicAccessBlock: null }, ['public', P, P]],
      ["the account's could not be read", { ...when(), accountPublicAccessBlock: 'unknown' }, ['unknown', P, P]],
      [
        "the account's could not be read, but the bucket's cuts",
        { ...when(), publicAccessBlock: { RestrictPublicBuckets: true }, accountPublicAccessBlock: 'unknown' },
        P,
      ],
      [
        'they could not be read, and nothing is public',
        { kind: 's3', arn: bucket, publicAccessBlock: 'unknown', accountPublicAccessBlock: 'unknown' },
        P,
      ],
      [
        'a public switch set to false',
        { ...when(), publicAccessBlock: { RestrictPublicBuckets: false, IgnorePublicAcls: false } },
        ['public', P, P],
      ],
    ],
  ],
  'access points': [
    docs.s3AccessPoints,
    [
      ['delegation alone', s3(delegating), P],
      [
        'delegation and a public access point',
        s3(delegating, { accessPoints: [{ arn: point, networkOrigin: 'Internet', policy: pointPolicy('*') }] }),
        ['public', P, P],
      ],
      [
        'a public access point without delegation',
        s3(undefined, { accessPoints: [{ arn: point, policy: pointPolicy('*') }] }),
        P,
      ],
      [
        'an access point for another account',
        s3(delegating, { accessPoints: [{ arn: point, policy: pointPolicy({ AWS: OTHER }) }] }),
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'an access point of a VPC',
        s3(delegating, { accessPoints: [{ arn: point, networkOrigin: 'VPC', policy: pointPolicy('*') }] }),
        ['conditional', P, P],
      ],
      [
        'a public access point that is blocked',
        s3(delegating, {
          accessPoints: [{ arn: point, policy: pointPolicy('*'), publicAccessBlock: { RestrictPublicBuckets: true } }],
        }),
        P,
      ],
      [
        'a denial of the bucket reaches through',
        s3(
          policy(
            allow({
              Principal: '*',
              Action: '*',
              Resource: both,
              Condition: { StringEquals: { 's3:DataAccessPointAccount': ACCOUNT } },
            }),
            deny({ Principal: '*', Action: 's3:GetObject', Resource: both }),
          ),
          { accessPoints: [{ arn: point, policy: pointPolicy('*') }] },
        ),
        P,
      ],
      [
        "anybody's access point",
        when({ StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:*:*:accesspoint/*' } }),
        ['any-account', P, P],
      ],
      [
        'own access points by ARN',
        when({ StringLike: { 's3:DataAccessPointArn': `arn:aws:s3:*:${ACCOUNT}:accesspoint/*` } }),
        P,
      ],
      [
        "another account's access points",
        when({ StringEquals: { 's3:DataAccessPointAccount': OTHER } }),
        ['cross-account', P, P],
        [OTHER],
      ],
    ],
  ],
});

describe('the witness of a bucket', () => {
  it('is a request that passes, with the statement that lets it through', () => {
    const found = exposure(when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { Sid: 'World' }), options);
    expect(found.witness).toMatchObject({ principal: 'anonymous', action: 's3:GetObject' });
    expect(found.witness?.resource).toMatch(/^arn:aws:s3:::b\/./);
    expect(found.witness?.conditions['aws:SourceIp']?.[0]).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(found.statements).toMatchObject([{ policy: 'bucket policy', index: 0, sid: 'World' }]);
  });

  it('names an action of the group it stands for', () => {
    const found = exposure(s3(policy(open)), options);
    expect(found.witnesses).toMatchObject({
      read: { action: 's3:GetObject' },
      write: { action: 's3:PutObject' },
      administer: { action: 's3:PutBucketPolicy' },
    });
  });

  it('goes around what is denied', () => {
    const found = exposure(
      s3(
        policy(
          allow({ Principal: '*', Action: 's3:GetObject', Resource: `${bucket}/*` }),
          deny({ Principal: '*', Action: 's3:GetObject', NotResource: `${bucket}/public/*` }),
        ),
      ),
      options,
    );
    expect(found.witness?.resource).toMatch(/^arn:aws:s3:::b\/public\//);
  });

  it('says that an ACL is the way in', () => {
    expect(
      exposure({ kind: 's3', arn: bucket, acl: [{ Grantee: everyone, Permission: 'READ' }] }, options).witness?.via,
    ).toBe('ACL grant READ to AllUsers');
  });
});

describe('whom we are', () => {
  const shared = s3(
    policy(
      allow({ Principal: { AWS: [OTHER, MEMBER, '777788889999'] }, Action: 's3:GetObject', Resource: `${bucket}/*` }),
    ),
  );

  it('tells trusted accounts and accounts of the organisation from strangers', () => {
    const found = exposure(shared, { ...options, trustedAccounts: [OTHER] });
    expect(found.verdict).toBe('cross-account');
    expect(found.accounts).toEqual([OTHER, '777788889999']);
    expect(found.trustedAccounts).toEqual([OTHER]);
    expect(found.organizationAccounts).toEqual([MEMBER]);
  });

  it('admits that it does not know the own account', () => {
    expect(exposure(shared, {}).unknown.join()).toContain('own account is not given');
    expect(exposure(shared, options).unknown).toEqual([]);
  });

  it('takes no organisation for the own one unless it is known which that is, and says so', () => {
    const one = when({ StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } });
    const found = exposure(one, { account: ACCOUNT });
    expect(found).toMatchObject({ verdict: 'cross-account', possiblyOwn: ['o-ownorg1234'] });
    expect(found.unknown.join()).toContain('own organisation is not known: o-ownorg1234 may be it');
    const standalone = exposure(one, { account: ACCOUNT, organization: null });
    expect(standalone).toMatchObject({ verdict: 'cross-account', organizations: ['o-ownorg1234'], possiblyOwn: [] });
    expect(standalone.unknown).toEqual([]);
  });

  it('lists other organisations', () => {
    expect(exposure(when({ StringEquals: { 'aws:PrincipalOrgID': 'o-other12345' } }), options).organizations).toEqual([
      'o-other12345',
    ]);
  });

  it('finds the bucket in the policy when its ARN is not given', () => {
    const { kind, policy: document } = when();
    const found = exposure({ kind, policy: document }, options);
    expect(found.access.read).toBe('public');
    expect(found.witness?.resource).toMatch(/^arn:aws:s3:::b\//);
  });
});

describe(`resource control policies (${docs.rcp})`, () => {
  const guard = (condition: Json): Json =>
    policy(
      allow({ Principal: '*', Action: '*', Resource: '*' }),
      deny({ Principal: '*', Action: 's3:*', Resource: '*', Condition: condition }),
    );
  const rcps = (document: Json) => [[{ name: 'rcp', document }]];

  it('keep strangers out', () => {
    const perimeter = guard({
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ownorg1234' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    });
    const found = exposure(s3(policy(open)), { ...options, rcps: rcps(perimeter) });
    expect(found.access.read).not.toBe('public');
    expect(found.access.read).not.toBe('cross-account');
  });

  it('that deny nothing change nothing', () => {
    expect(
      exposure(when(), { ...options, rcps: rcps(policy(allow({ Principal: '*', Action: '*', Resource: '*' }))) })
        .verdict,
    ).toBe('public');
  });

  it('that could not be read are mentioned', () => {
    expect(exposure(when(), { ...options, rcps: 'unknown' }).unknown.join()).toContain('resource control policies');
  });
});

describe('policies made to take long', () => {
  const keys = (count: number, value: string): Json =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`aws:RequestTag/k${at}`, value]));
  /** A quarter of the size shows growth with its square as well; `SOAK=1` is the whole. */
  const share = process.env['SOAK'] === '1' ? 1 : 1 / 4;
  const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at).padStart(12, '0'));
  const judge = (input: S3, seconds = 15 * share) => {
    const before = process.cpuUsage();
    const found = exposure(input, options);
    const { user, system } = process.cpuUsage(before);
    // Each took minutes where the work grew with the square of the size
    expect((user + system) / 1e6).toBeLessThan(seconds);
    return found;
  };

  it('a statement with thousands of condition keys', () => {
    expect(judge(when({ StringLike: keys(20_000 * share, 'x*') })).access.read).toBe('public');
    const never = {
      StringEquals: { ...keys(5000, 'x'), 'aws:UserAgent': 'a' },
      StringNotEquals: { 'aws:UserAgent': 'a' },
    };
    const found = judge(when(never));
    expect(found.access.read).toBe('conditional');
    expect(found.unknown).toContain('access depends on more combinations of condition keys than were tried');
  });

  it('a hundred thousand principals', () => {
    const found = judge(when(undefined, { Principal: { AWS: ids(100_000 * share) } }));
    expect([found.access.read, found.accounts.length]).toEqual(['cross-account', 100_000 * share]);
    const spared = judge(
      s3(policy(open, deny({ NotPrincipal: { AWS: ids(20_000 * share) }, Action: 's3:*', Resource: both }))),
    );
    expect([spared.access.read, spared.accounts.length]).toEqual(['cross-account', 20_000 * share]);
  });

  it('a hundred thousand exceptions', () => {
    const referers = Array.from({ length: 100_000 * share }, (_, at) => `v${at}`);
    expect(judge(when({ StringNotEquals: { 'aws:Referer': referers } })).access.read).toBe('public');
  });

  it('tens of thousands of patterns are not judged whole, and never private', () => {
    const arns = ids(20_000).map((id) => `arn:aws:iam::${id}:role/r`);
    const found = judge(when({ ArnLike: { 'aws:PrincipalArn': arns } }), 15);
    expect(found.access.read).toBe('unknown');
    expect(found.unknown).toContain('the policy is too large to be judged whole');
  });
});

describe('witnesses', () => {
  it('are users where the name of the user matters, and services where a service calls', () => {
    expect(exposure(below('${aws:username}'), options).witness?.principal).toMatch(/:user\/x$/);
    const sent = when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } });
    expect(exposure(sent, options).witness?.principal).toBe('sns.amazonaws.com');
  });

  it('a statement without Principal is named as what is open', () => {
    const { Principal: _, ...statement } = open as Record<string, unknown>;
    expect(exposure(s3(policy(statement)), options).unknown).toEqual([
      'access depends on a statement without Principal',
    ]);
  });
});
