import { describe, expect, it } from 'vitest';
import { exposure, type ExposureInput, type ExposureVerdict } from '../../../src/iam/index.ts';
import { ACCOUNT, allow, deny, docs, type Json, MEMBER, OTHER, policy } from '../documents.ts';
import { options } from './cases.ts';

const bucket = 'arn:aws:s3:::b';
const reading = { Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: `${bucket}/*` };
const s3 = (condition: Json, ...more: readonly Json[]): ExposureInput => ({
  kind: 's3',
  arn: bucket,
  policy: policy(allow({ ...reading, Condition: condition }), ...more),
});
const equals = (key: string, value: unknown): Json => ({ StringEquals: { [key]: value } });
const like = (key: string, value: unknown): Json => ({ StringLike: { [key]: value } });

interface Expected {
  readonly accounts?: readonly string[];
  readonly organizations?: readonly string[];
  readonly principals?: readonly string[];
}
type Row = readonly [what: string, condition: Json, verdict: ExposureVerdict, expected?: Expected];

const user = 'AIDAEXAMPLEEXAMPLE123';
const role = 'AROAEXAMPLEEXAMPLE123';

const rows: readonly Row[] = [
  // aws:userid
  ["another account's number: its root user", equals('aws:userid', OTHER), 'cross-account', { accounts: [OTHER] }],
  ['the own number', equals('aws:userid', ACCOUNT), 'private', { accounts: [] }],
  ['a number of the organisation', equals('aws:userid', MEMBER), 'organization', { accounts: [] }],
  ['the own and another number', equals('aws:userid', [ACCOUNT, OTHER]), 'cross-account', { accounts: [OTHER] }],
  ['federated users of another account', like('aws:userid', `${OTHER}:*`), 'cross-account', { accounts: [OTHER] }],
  ['a federated user of another account', equals('aws:userid', `${OTHER}:bob`), 'cross-account', { accounts: [OTHER] }],
  ['federated users of the own account', like('aws:userid', `${ACCOUNT}:*`), 'private'],
  ['federated users of any account', like('aws:userid', '*:bob'), 'any-account'],
  ['a user by his id', equals('aws:userid', user), 'cross-account', { accounts: [], principals: [user] }],
  ['a role by its id', like('aws:userid', `${role}:*`), 'cross-account', { principals: [role] }],
  ['a session of a role', equals('aws:userid', `${role}:deploy`), 'cross-account', { principals: [role] }],
  ['a role by its id without session, which no request has', equals('aws:userid', role), 'private'],
  ['any role', like('aws:userid', 'AROA*'), 'any-account'],
  ['any user', like('aws:userid', 'AIDA*'), 'any-account'],
  ['roles whose id begins so', like('aws:userid', 'AROAEX*:*'), 'any-account'],
  ['a session name', like('aws:userid', '*:deploy'), 'any-account'],
  ['anybody', like('aws:userid', '*'), 'public'],
  ['anybody but one user', { StringNotEquals: { 'aws:userid': user } }, 'public'],
  ['who has no account', equals('aws:userid', 'anonymous'), 'public'],
  ['a text that is no id', equals('aws:userid', 'alice'), 'private'],
  ['a star in an equality', equals('aws:userid', 'AROA*'), 'private'],
  ['some accounts', like('aws:userid', '4444*'), 'conditional'],
  [
    'another number, if the key is there, which it is',
    { StringEqualsIfExists: { 'aws:userid': OTHER } },
    'cross-account',
  ],
  [
    'an id, of a principal of another account that is named too',
    { StringEquals: { 'aws:userid': user, 'aws:PrincipalAccount': OTHER } },
    'cross-account',
    { accounts: [OTHER], principals: [] },
  ],
  [
    'an id, of a principal of the own account',
    { StringEquals: { 'aws:userid': user, 'aws:PrincipalAccount': ACCOUNT } },
    'private',
    { principals: [] },
  ],
  [
    'the root user by ARN and a user by id, who are not one',
    { StringEquals: { 'aws:userid': user, 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:root` } },
    'private',
  ],
  [
    'the root user by ARN and number',
    { StringEquals: { 'aws:userid': OTHER, 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:root` } },
    'cross-account',
  ],
  [
    'roles by ARN and users by id',
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' }, StringLike: { 'aws:userid': 'AIDA*' } },
    'private',
  ],
  [
    'roles by ARN and id',
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' }, StringLike: { 'aws:userid': 'AROA*' } },
    'any-account',
  ],
  // who calls
  ['another account', equals('aws:PrincipalAccount', OTHER), 'cross-account', { accounts: [OTHER] }],
  ['the own account', equals('aws:PrincipalAccount', ACCOUNT), 'private'],
  ['some accounts by number', like('aws:PrincipalAccount', '44*'), 'conditional'],
  ['any account', like('aws:PrincipalAccount', '*'), 'any-account'],
  ['a role of another account', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/r` } }, 'cross-account'],
  ['roles of the own account', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` } }, 'private'],
  ['a role name in any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' } }, 'any-account'],
  ['the own organisation', equals('aws:PrincipalOrgID', 'o-ownorg1234'), 'organization'],
  [
    'another organisation',
    equals('aws:PrincipalOrgID', 'o-other12345'),
    'cross-account',
    { organizations: ['o-other12345'] },
  ],
  ['any organisation', like('aws:PrincipalOrgID', 'o-*'), 'any-account'],
  ['no organisation at all', { Null: { 'aws:PrincipalOrgID': 'true' } }, 'public'],
  [
    'a unit of another organisation',
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-other12345/r-ab12/ou-ab12-11111111/*' } },
    'cross-account',
    { organizations: ['o-other12345'] },
  ],
  [
    'a unit of the own organisation',
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/r-ab12/ou-ab12-11111111/*' } },
    'organization',
  ],
  [
    'a unit for all values, which nobody outside has to have',
    { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/r-ab12/*' } },
    'public',
  ],
  ['a user name, which everybody gives his users', equals('aws:username', 'alice'), 'any-account'],
  ['a tag, which everybody gives his principals', equals('aws:PrincipalTag/team', 'red'), 'any-account'],
  ['the type of principal', equals('aws:PrincipalType', 'User'), 'any-account'],
  ['MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'any-account'],
  ['a source identity', equals('aws:SourceIdentity', 'alice'), 'any-account'],
  [
    'a provider of the own account',
    equals('aws:FederatedProvider', `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example.com`),
    'private',
  ],
  [
    'a provider of another account',
    equals('aws:FederatedProvider', `arn:aws:iam::${OTHER}:saml-provider/idp`),
    'cross-account',
    { accounts: [OTHER] },
  ],
  ['a provider that all accounts know', equals('aws:FederatedProvider', 'accounts.google.com'), 'any-account'],
  // for whom a service calls
  ['a service for another account', equals('aws:SourceAccount', OTHER), 'cross-account', { accounts: [OTHER] }],
  ['a service for the own account', equals('aws:SourceAccount', ACCOUNT), 'private'],
  ['a topic of another account', { ArnLike: { 'aws:SourceArn': `arn:aws:sns:*:${OTHER}:*` } }, 'cross-account'],
  ['any topic', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }, 'any-account'],
  ['a service for the own organisation', equals('aws:SourceOrgID', 'o-ownorg1234'), 'organization'],
  ['a service for another organisation', equals('aws:SourceOrgID', 'o-other12345'), 'cross-account'],
  [
    'a service for a unit of another organisation',
    { 'ForAnyValue:StringLike': { 'aws:SourceOrgPaths': 'o-other12345/r-ab12/*' } },
    'cross-account',
  ],
  ['the owner of a topic, another', equals('aws:SourceOwner', OTHER), 'cross-account', { accounts: [OTHER] }],
  ['a service by name', equals('aws:PrincipalServiceName', 'cloudtrail.amazonaws.com'), 'any-account'],
  ['some AWS service', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }, 'any-account'],
  ['not an AWS service', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }, 'any-account'],
  ['through an AWS service', { Bool: { 'aws:ViaAWSService': 'true' } }, 'any-account'],
  [
    'through a service by name',
    { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } },
    'any-account',
  ],
  // networks
  ['a VPC', equals('aws:SourceVpc', 'vpc-1'), 'private'],
  ['an endpoint', equals('aws:SourceVpce', 'vpce-1'), 'private'],
  ['any VPC', like('aws:SourceVpc', 'vpc-*'), 'public'],
  ['VPCs of another account', { ArnLike: { 'aws:SourceVpcArn': `arn:aws:ec2:*:${OTHER}:vpc/*` } }, 'cross-account'],
  ['endpoints of the own account', equals('aws:VpceAccount', ACCOUNT), 'private'],
  ['endpoints of another account', equals('aws:VpceAccount', OTHER), 'cross-account', { accounts: [OTHER] }],
  ['endpoints of another organisation', equals('aws:VpceOrgID', 'o-other12345'), 'cross-account'],
  [
    'a private address of an instance',
    { IpAddress: { 'aws:Ec2InstanceSourcePrivateIPv4': '10.0.0.0/24' } },
    'any-account',
  ],
  [
    'a private address of an instance in a VPC',
    {
      IpAddress: { 'aws:Ec2InstanceSourcePrivateIPv4': '10.0.0.0/24' },
      ...equals('aws:Ec2InstanceSourceVpc', 'vpc-1'),
    },
    'private',
  ],
  // access points
  [
    'access points of another account',
    equals('s3:DataAccessPointAccount', OTHER),
    'cross-account',
    { accounts: [OTHER] },
  ],
  ['access points of the own account', equals('s3:DataAccessPointAccount', ACCOUNT), 'private'],
  // what the caller writes
  ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }, 'public'],
  ['a referer', like('aws:Referer', 'https://example.com/*'), 'public'],
];

describe(`whom condition keys tie a grant to everybody to (${docs.keys})`, () => {
  it.each(rows.map(([what, condition, verdict, expected = {}]) => [what, condition, verdict, expected] as const))(
    '%s',
    (_, condition, verdict, expected) => {
      const found = exposure(s3(condition), options);
      expect(found.verdict).toBe(verdict);
      if (expected.accounts !== undefined) expect(found.accounts).toEqual(expected.accounts);
      if (expected.organizations !== undefined) expect(found.organizations).toEqual(expected.organizations);
      if (expected.principals !== undefined) expect(found.unknownPrincipals).toEqual(expected.principals);
    },
  );

  it('names who sends the request', () => {
    expect(exposure(s3(equals('aws:userid', OTHER)), options).witness?.principal).toBe(`arn:aws:iam::${OTHER}:root`);
    expect(exposure(s3(equals('aws:userid', `${OTHER}:bob`)), options).witness?.principal).toBe(
      `arn:aws:sts::${OTHER}:federated-user/bob`,
    );
  });

  it('is judged for the root user whom a policy names', () => {
    const statement = { ...reading, Principal: { AWS: `arn:aws:iam::${OTHER}:root` } };
    const rootOnly = { ...equals('aws:userid', user), ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:root` } };
    const document = policy(allow({ ...statement, Condition: rootOnly }));
    expect(exposure({ kind: 's3', arn: bucket, policy: document }, options).verdict).toBe('private');
  });

  it('says that an id may be of the account or of another, unless the ids of the account are known', () => {
    const input = s3(equals('aws:userid', user));
    expect(exposure(input, options).unknown).toEqual([
      `${user} may be a principal of the account, of another or of none any more`,
    ]);
    expect(exposure(input, { ...options, ownPrincipals: new Set([user]) })).toMatchObject({
      verdict: 'private',
      unknown: [],
    });
    expect(exposure(input, { ...options, ownPrincipals: new Set() }).verdict).toBe('cross-account');
  });

  it('counts whom a denial spares', () => {
    const spare = deny({
      Principal: '*',
      Action: 's3:*',
      Resource: [bucket, `${bucket}/*`],
      Condition: { StringNotLike: { 'aws:userid': [`${role}:*`, ACCOUNT] } },
    });
    const open = { kind: 's3', arn: bucket, policy: policy(allow(reading), spare) } as const;
    expect(exposure(open, options)).toMatchObject({ verdict: 'cross-account', unknownPrincipals: [role] });
    const own = policy(allow({ ...reading, Principal: { AWS: ACCOUNT } }), spare);
    expect(exposure({ kind: 's3', arn: bucket, policy: own }, options).verdict).toBe('private');
  });
});

const efs = `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:file-system/fs-1`;
describe('what EFS does not call public (https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html)', () => {
  const key = 'elasticfilesystem:AccessedViaMountTarget';
  it.each<readonly [string, Json, ExposureVerdict]>([
    ['through a mount target', { Bool: { [key]: 'true' } }, 'private'],
    ['through a mount target, as text', { StringEquals: { [key]: 'true' } }, 'private'],
    ['through a mount target if the key is there, which it is', { BoolIfExists: { [key]: 'true' } }, 'private'],
    ['not through a mount target', { Bool: { [key]: 'false' } }, 'public'],
    ['in either way', { Bool: { [key]: ['true', 'false'] } }, 'public'],
    ['a network', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, 'private'],
    ['an organisation', equals('aws:PrincipalOrgID', 'o-ownorg1234'), 'organization'],
    ['another account', equals('aws:SourceAccount', OTHER), 'cross-account'],
    ['a topic owner', equals('aws:SourceOwner', OTHER), 'cross-account'],
    ['an endpoint', equals('aws:SourceVpce', 'vpce-1'), 'private'],
    ['a VPC', equals('aws:SourceVpc', 'vpc-1'), 'private'],
    ['a role by its id', like('aws:userid', `${role}:*`), 'cross-account'],
    ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }, 'public'],
    ['an access point', equals('elasticfilesystem:AccessPointArn', `${efs}/ap`), 'public'],
  ])('%s', (_, condition, verdict) => {
    const document = policy(
      allow({ Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount', Resource: efs, Condition: condition }),
    );
    expect(exposure({ kind: 'efs', arn: efs, policy: document }, options).verdict).toBe(verdict);
  });

  it('a denial of what does not come through a mount target', () => {
    const document = policy(
      allow({ Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount', Resource: efs }),
      deny({ Principal: '*', Action: '*', Resource: efs, Condition: { Bool: { [key]: 'false' } } }),
    );
    expect(exposure({ kind: 'efs', arn: efs, policy: document }, options).verdict).toBe('private');
  });
});
