import { describe, expect, it } from 'vitest';
import { authorize, exposure } from '../../../src/iam/index.ts';
import { addressText, parseCidr } from '../../../src/iam/ip.ts';
import { ACCOUNT, allow, deny, type Json, NOW, OTHER, policy } from '../documents.ts';

const arn = 'arn:aws:s3:::b';
const about: Json = { Principal: '*', Action: 's3:GetObject', Resource: `${arn}/*` };
const from = (operator: string, ranges: unknown, more: Json = {}): Json => ({
  ...about,
  Condition: { [operator]: { 'aws:SourceIp': ranges }, ...more },
});
const judge = (...statements: readonly Json[]) =>
  exposure({ kind: 's3', arn, policy: policy(...statements) }, { account: ACCOUNT });

const halves = ['0.0.0.0/1', '128.0.0.0/1'];
/** [what, verdict of reading, statements] */
const cases: readonly (readonly [string, string, ...(readonly Json[])])[] = [
  ['a denial of IPv6, before', 'public', deny(from('NotIpAddress', halves)), allow(from('IpAddress', '52.0.0.0/6'))],
  ['a denial of IPv6, behind', 'public', allow(from('IpAddress', '52.0.0.0/6')), deny(from('NotIpAddress', halves))],
  [
    'halves in two statements',
    'public',
    allow(from('IpAddress', halves.slice(0, 1))),
    allow(from('IpAddress', halves.slice(1))),
  ],
  ['all but what is denied', 'public', allow(about), deny(from('IpAddress', '52.0.0.0/6'))],
  ['all of IPv4 denied', 'public', allow(about), deny(from('IpAddress', '0.0.0.0/0'))],
  ['both families denied', 'public', allow(about), deny(from('IpAddress', ['0.0.0.0/0', '::/0']))],
  [
    'both families denied and no endpoint',
    'private',
    allow(about),
    deny(from('IpAddressIfExists', ['0.0.0.0/0', '::/0'])),
  ],
  ['all but an office denied', 'private', allow(about), deny(from('NotIpAddress', '198.17.0.0/16'))],
  [
    'all but an office denied, where there is an address',
    'public',
    allow(about),
    deny(from('NotIpAddressIfExists', '198.17.0.0/16', { Null: { 'aws:SourceIp': 'false' } })),
  ],
  ['two of /8 beside each other, as good as a /7', 'public', allow(from('IpAddress', ['52.0.0.0/8', '53.0.0.0/8']))],
  [
    'the same in two statements',
    'public',
    allow(from('IpAddress', '53.0.0.0/8')),
    allow(from('IpAddress', '52.0.0.0/8')),
  ],
  [
    'the same in sixteen',
    'public',
    allow(
      from(
        'IpAddress',
        Array.from({ length: 16 }, (_, at) => `${52 + Math.floor(at / 8)}.${(at % 8) * 32}.0.0/11`),
      ),
    ),
  ],
  ['two of /8 apart', 'private', allow(from('IpAddress', ['52.0.0.0/8', '54.0.0.0/8']))],
  ['a /8 and an office next to it', 'private', allow(from('IpAddress', ['34.0.0.0/8', '35.155.0.0/16']))],
  ['a /8 given twice', 'private', allow(from('IpAddress', ['52.0.0.0/8', '52.0.0.0/8', '52.0.0.0/9']))],
  ['a /7 without an address', 'public', allow(from('IpAddress', '52.0.0.0/7')), deny(from('IpAddress', '52.1.2.3'))],
  [
    'a /7 of which half is denied',
    'private',
    allow(from('IpAddress', '52.0.0.0/7')),
    deny(from('IpAddress', '52.0.0.0/8')),
  ],
  [
    'a /6 of which a half is denied',
    'public',
    allow(from('IpAddress', '52.0.0.0/6')),
    deny(from('IpAddress', '52.0.0.0/7')),
  ],
  [
    'every second /8',
    'public',
    allow(
      from(
        'IpAddress',
        Array.from({ length: 112 }, (_, at) => `${at * 2}.0.0.0/8`),
      ),
    ),
  ],
  [
    'every eighth /8',
    'private',
    allow(
      from(
        'IpAddress',
        Array.from({ length: 28 }, (_, at) => `${at * 8}.0.0.0/8`),
      ),
    ),
  ],
  ['private networks', 'private', allow(from('IpAddress', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']))],
  ['multicast and what is reserved', 'private', allow(from('IpAddress', '224.0.0.0/3'))],
  ['all but the addresses of the internet denied', 'private', allow(about), deny(from('NotIpAddress', '240.0.0.0/4'))],
  ['local IPv6', 'private', allow(from('IpAddress', ['fc00::/7', 'fe80::/10']))],
  ['an IPv6 /32', 'private', allow(from('IpAddress', '2600::/32'))],
  [
    'two of them beside each other',
    'public',
    allow(from('IpAddress', ['2600::/32', '2601::/32'])),
    allow(from('IpAddress', '2600:1::/32')),
  ],
  ['IPv6 in capitals', 'public', allow(from('IpAddress', '2A00::/12'))],
  ['a pattern of text', 'private', allow(from('StringLike', '203.0.113.*'))],
  ['a pattern of text that is a /8', 'private', allow(from('StringLike', '52.*'))],
  ['patterns of text that are a /7', 'public', allow(from('StringLike', ['52.*', '53.*']))],
  ['a short pattern of text', 'public', allow(from('StringLike', '5*'))],
  ['a pattern of all texts', 'public', allow(from('StringLike', '*'))],
  ['a range as text, which no address is', 'private', allow(from('StringEquals', '0.0.0.0/0'))],
  ['an address as text', 'private', allow(from('StringEquals', '52.1.2.3'))],
  ['all but an address as text', 'public', allow(from('StringNotEquals', ['52.1.2.3', '2600::1']))],
  ['all but a pattern of text', 'public', allow(from('StringNotLike', '52.*'))],
  ['a pattern of the last octet', 'conditional', allow(from('StringLike', '*.7'))],
  ['patterns that are denied', 'public', allow(from('IpAddress', '52.0.0.0/6')), deny(from('StringLike', '52.*'))],
  [
    'text and ranges together',
    'private',
    allow(from('IpAddress', '52.0.0.0/6', { StringLike: { 'aws:SourceIp': '52.1.*' } })),
  ],
  ['a value that is no range', 'conditional', allow(from('IpAddress', 'office'))],
  [
    'a value that is no range beside half of all',
    'public',
    allow(from('IpAddress', ['office', ...halves.slice(0, 1)])),
  ],
  [
    'a value that is no range, denied',
    'conditional',
    allow(about),
    deny(from('IpAddressIfExists', ['office', '::/0'])),
    deny({ ...about, Condition: { Null: { 'aws:SourceIp': 'true' } } }),
  ],
  [
    'halves for different programs',
    'public',
    allow(from('IpAddress', halves.slice(0, 1), { StringEquals: { 'aws:UserAgent': 'one' } })),
    allow(from('IpAddress', halves.slice(1), { StringEquals: { 'aws:UserAgent': 'two' } })),
  ],
  [
    'quarters of a /7 for different programs',
    'public',
    ...[0, 64, 128, 192].flatMap((octet) =>
      [52, 53].map((first) =>
        allow(from('IpAddress', `${first}.${octet}.0.0/10`, { StringEquals: { 'aws:UserAgent': `program-${octet}` } })),
      ),
    ),
  ],
  [
    'a range for some, denied for the rest',
    'public',
    allow(from('IpAddress', '52.0.0.0/7')),
    deny(from('IpAddress', '52.0.0.0/7', { StringNotEquals: { 'aws:Referer': 'x' } })),
  ],
  [
    'a range denied to everybody in one of two ways',
    'private',
    allow(from('IpAddress', '52.0.0.0/7')),
    deny(from('IpAddress', '52.0.0.0/8')),
    deny(from('IpAddress', '53.0.0.0/8', { StringLike: { 'aws:UserAgent': '*' } })),
    deny(from('IpAddress', '53.0.0.0/8', { Null: { 'aws:UserAgent': 'true' } })),
  ],
  [
    'addresses of a VPC',
    'any-account',
    allow({ ...about, Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }),
  ],
  [
    'all addresses of a VPC',
    'public',
    allow({ ...about, Condition: { IpAddress: { 'aws:VpcSourceIp': '0.0.0.0/0' } } }),
  ],
  [
    'an instance with a private address',
    'any-account',
    allow({ ...about, Condition: { IpAddress: { 'aws:Ec2InstanceSourcePrivateIPv4': '10.0.0.7/32' } } }),
  ],
];

describe('a grant to addresses', () => {
  it.each(cases.map(([what, expected, ...statements]) => ({ what, expected, statements })))(
    '$what: $expected',
    ({ expected, statements }) => {
      for (const order of [statements, statements.toReversed()]) expect(judge(...order).access.read).toBe(expected);
    },
  );

  it('has a witness that passes, with an address of the internet where one does', () => {
    let seen = 0;
    for (const [name, expected, ...statements] of cases) {
      const { witness } = judge(...statements);
      if (expected !== 'public' || witness === undefined) continue;
      seen++;
      const decision = authorize({
        caller: { type: 'anonymous', arn: 'anonymous' },
        action: witness.action,
        resource: witness.resource,
        resourceAccount: ACCOUNT,
        resourcePolicies: [{ name: 'p', document: policy(...statements) }],
        context: Object.fromEntries(
          Object.entries(witness.conditions).map(([key, values]) => [
            key,
            values.length === 0 ? { is: 'absent' as const } : values,
          ]),
        ),
        now: NOW,
      });
      expect([name, decision.verdict]).toEqual([name, 'allowed']);
    }
    expect(seen).toBeGreaterThan(15);
    expect(
      judge(allow(from('IpAddress', '203.0.112.0/22')), allow(from('IpAddress', '0.0.0.0/2'))).witness?.conditions,
    ).toEqual({
      'aws:SourceIp': ['51.7.7.7'],
    });
  });

  it('lets a named account in from any address that passes, if it is a single one', () => {
    const named = { Principal: { AWS: OTHER } };
    for (const [ranges, expected] of [
      ['203.0.113.7', 'cross-account'],
      [['2600::1/128'], 'cross-account'],
      [['10.0.0.0/8'], 'cross-account'],
    ] as const)
      expect(judge(allow({ ...from('IpAddress', ranges), ...named })).access.read).toBe(expected);
    const hole = [allow({ ...from('IpAddress', '52.0.0.0/24'), ...named }), deny(from('IpAddress', '52.0.0.0/25'))];
    expect(judge(...hole).witness?.conditions['aws:SourceIp']).toEqual(['52.0.0.129']);
    expect(judge(...hole, deny(from('IpAddress', '52.0.0.128/25'))).access.read).toBe('private');
    const both = from('IpAddress', '52.0.0.0/24', { NotIpAddress: { 'aws:SourceIp': '52.0.0.0/23' } });
    expect(judge(allow({ ...both, ...named })).access.read).toBe('private');
    const literal = { ...from('StringEquals', ['52.*', '52.1.2.3']), ...named };
    expect(judge(allow(literal)).witness?.conditions['aws:SourceIp']).toEqual(['52.1.2.3']);
    const text = { ...from('StringLike', '52.1.*'), ...named };
    expect(judge(allow(text)).witness?.conditions['aws:SourceIp']).toEqual(['52.1.0.1']);
  });

  it('that nobody can meet is none, however many other keys there are to try', () => {
    const never = allow({
      ...about,
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' },
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' },
      },
    });
    const { Principal: _, ...rest } = about;
    const others = [
      deny({
        ...rest,
        NotPrincipal: '*',
        Condition: {
          'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/*' },
          Bool: { 'aws:SecureTransport': 'true' },
          NumericLessThan: { 's3:max-keys': ['10', '100', '1'] },
        },
      }),
      deny({ ...rest, NotPrincipal: '*', Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }),
      deny({ ...rest, NotPrincipal: '*', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
    ];
    expect(judge(...others, never).access.read).toBe('private');
    expect(judge(never, ...others).access.read).toBe('private');
  });

  it('of thousands of ranges is judged', () => {
    const many = Array.from({ length: 4000 }, (_, at) => `${11 + (at % 80)}.${Math.floor(at / 80)}.7.0/24`);
    expect(judge(allow(from('IpAddress', many))).access.read).toBe('private');
    expect(judge(allow(about), deny(from('IpAddress', many))).access.read).toBe('public');
    const apart = many.map((range) => allow(from('IpAddress', range)));
    expect(judge(...apart).access.read).toBe('private');
  });
});

describe('a token of an identity provider', () => {
  const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
  it.each([
    ['an office', ['203.0.113.0/24'], 'private'],
    ['both halves', halves, 'public'],
    ['as much as a /7', ['53.0.0.0/8', '52.0.0.0/8'], 'public'],
  ])('from %s', (_, ranges, expected) => {
    const trust = policy(
      allow({
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
          IpAddress: { 'aws:SourceIp': ranges },
        },
      }),
    );
    const arn = `arn:aws:iam::${ACCOUNT}:role/r`;
    expect(exposure({ kind: 'role', arn, policy: trust }, { account: ACCOUNT }).verdict).toBe(expected);
  });
});

describe('the text of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ])('%s is %s', (given, expected) => {
    const { version = 4, base = 0n } = parseCidr(given) ?? {};
    expect(addressText({ version, value: base })).toBe(expected);
  });
});
