import { describe, expect, it } from 'vitest';
import { crossingsOf } from '../../../src/iam/across/crossings.ts';
import type { Placed } from '../../../src/iam/across/assume.ts';
import { waysBetween, type Ways } from '../../../src/iam/across/ways.ts';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { ACCOUNT, ADMINISTRATOR, allow, type AccountSpec, details, doc } from '../paths/account.ts';

const [A, B, C, M] = ['111111111111', '222222222222', '333333333333', '999999999999'] as const;
const organization = 'o-abcdefghij';
const path = `${organization}/r-ab12/ou-ab12-11111111/`;

interface Member extends AccountSpec {
  readonly around?: Surroundings;
}

/** An account as its export says it, through JSON as the store keeps it. */
function member(id: string, { around = {}, ...spec }: Member): Placed {
  const own = JSON.parse(JSON.stringify(details(spec)).replaceAll(ACCOUNT, id)) as Record<string, unknown>;
  const account = {
    ...accountFromDetails(own, {
      organization: { id: organization, accounts: [A, B, C, M], path },
      trustedAccounts: [A, B, C, M],
      managementAccount: id === M,
      now: new Date('2026-01-31T12:00:00Z'),
      ...around,
    }),
    id,
  };
  const crossings = crossingsOf(account, findPaths(account, { brief: true, asRead: true }));
  return { id, path, crossings: JSON.parse(JSON.stringify(crossings)) as typeof crossings };
}
const unread = (id: string): Placed => ({ id, path, crossings: undefined });

const ways = (members: readonly Placed[]): Ways =>
  waysBetween(members, { organization, managementAccount: M, now: new Date('2026-01-31T12:00:00Z') });

const arn = (id: string, name: string): string => `arn:aws:iam::${id}:${name}`;
const trust = (who: unknown, more: object = {}): unknown => doc({ Principal: who, Action: 'sts:AssumeRole', ...more });
const assume = (resource: unknown, more: object = {}): { readonly inline: readonly unknown[] } => ({
  inline: [doc({ Action: 'sts:AssumeRole', Resource: resource, ...more })],
});
const administers = { attached: [ADMINISTRATOR] };
const when = (operator: string, key: string, value: unknown): object => ({
  Condition: { [operator]: { [key]: value } },
});
const opsOf = (of: unknown, more: object = {}): Member => ({
  roles: { ops: { ...administers, trust: trust(of, more) } },
});
const root = (id: string): object => ({ AWS: arn(id, 'root') });
const scp = (...statements: object[]): Surroundings => ({
  scps: [
    [
      { name: 'full', document: doc(allow('*')) },
      { name: 'own', document: doc(...(statements as never[])) },
    ],
  ],
});
const rcp = (...statements: object[]): Surroundings => ({
  rcps: [
    [
      { name: 'full', document: doc({ Action: '*', Resource: '*', Principal: '*' }) },
      { name: 'own', document: doc(...(statements as never[])) },
    ],
  ],
});
const ops = arn(B, 'role/ops');
const dev = (more: object): Member => ({ users: { dev: more } });
/** Nobody but administrators leaves A. */
const nobody: Member = { users: { dev: { inline: [doc(allow('s3:*'))] } } };

const short = ({ told }: Ways): string[] =>
  told.map(({ from, to, verdict, begins }) => `${from[0]}→${to[0]} ${verdict} ${begins}`);

describe('from one account to administrator of another', () => {
  it.each<[string, Member, Member, string[]]>([
    ['both sides allow', dev(assume(ops)), opsOf(root(A)), ['1→2 proven principal']],
    ['whoever administers the account that is trusted', nobody, opsOf(root(A)), ['1→2 proven administrator']],
    ['the trust names another account', dev(assume(ops)), opsOf(root(C)), []],
    [
      'the trust names the user, whose policies say nothing',
      nobody,
      opsOf({ AWS: arn(A, 'user/dev') }),
      ['1→2 proven administrator'],
    ],
    [
      'the trust names the user, whose policies allow',
      dev(assume('*')),
      opsOf({ AWS: arn(A, 'user/dev') }),
      ['1→2 proven principal'],
    ],
    [
      'the trust names another user',
      dev(assume('*')),
      opsOf({ AWS: arn(A, 'user/other') }),
      ['1→2 proven administrator'],
    ],
    [
      'a wildcard in account and name',
      dev(assume('arn:aws:iam::*:role/o?s')),
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'a wildcard in the action',
      dev({ inline: [doc(allow('STS:Assume*'))] }),
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'all actions but others',
      dev({ inline: [doc({ NotAction: 'iam:*', Resource: '*' })] }),
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'all actions but this',
      dev({ inline: [doc({ NotAction: 'sts:*', Resource: '*' })] }),
      opsOf(root(A)),
      ['1→2 proven administrator'],
    ],
    [
      'all resources but this',
      dev({ inline: [doc({ Action: 'sts:AssumeRole', NotResource: ops })] }),
      opsOf(root(A)),
      ['1→2 proven administrator'],
    ],
    [
      'a Deny of this role',
      dev({ inline: [doc(allow('sts:*'), { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: ops })] }),
      opsOf(root(A)),
      ['1→2 proven administrator'],
    ],
    ['resources of the own account only', dev(assume(arn(A, 'role/*'))), opsOf(root(A)), ['1→2 proven administrator']],
    [
      'a boundary that does not allow it',
      { ...dev({ ...assume('*'), boundary: arn(ACCOUNT, 'policy/limit') }), policies: { limit: [doc(allow('s3:*'))] } },
      opsOf(root(A)),
      ['1→2 proven administrator'],
    ],
    [
      'a boundary that allows it',
      {
        ...dev({ ...assume('*'), boundary: arn(ACCOUNT, 'policy/limit') }),
        policies: { limit: [doc(allow('sts:*'))] },
      },
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'a boundary that was not read',
      dev({ ...assume('*'), boundary: arn(ACCOUNT, 'policy/gone') }),
      opsOf(root(A)),
      ['1→2 proven administrator'],
    ],
    [
      'an external id',
      dev(assume('*')),
      opsOf(root(A), when('StringEquals', 'sts:ExternalId', 'x-1')),
      ['1→2 possible principal'],
    ],
    [
      'MFA',
      dev(assume('*')),
      opsOf(root(A), when('Bool', 'aws:MultiFactorAuthPresent', 'true')),
      ['1→2 possible principal'],
    ],
    [
      'an address',
      dev(assume('*')),
      opsOf(root(A), when('IpAddress', 'aws:SourceIp', '203.0.113.0/24')),
      ['1→2 possible principal'],
    ],
    [
      'everybody of the organization',
      dev(assume('*')),
      opsOf('*', when('StringEquals', 'aws:PrincipalOrgID', organization)),
      ['1→2 proven principal'],
    ],
    [
      'everybody of another organization',
      dev(assume('*')),
      opsOf('*', when('StringEquals', 'aws:PrincipalOrgID', 'o-zzzzzzzzzz')),
      [],
    ],
    [
      'everybody of the unit',
      dev(assume('*')),
      opsOf(
        '*',
        when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', [`${organization}/r-ab12/ou-ab12-11111111/*`]),
      ),
      ['1→2 proven principal'],
    ],
    [
      'everybody of another unit',
      dev(assume('*')),
      opsOf(
        '*',
        when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', [`${organization}/r-ab12/ou-ab12-22222222/*`]),
      ),
      [],
    ],
    [
      'roles by a pattern of their names',
      { roles: { 'ci-1': assume('*') } },
      opsOf('*', when('ArnLike', 'aws:PrincipalArn', arn('*', 'role/ci-*'))),
      ['1→2 proven principal'],
    ],
    [
      'users by a pattern that is not theirs',
      dev(assume('*')),
      opsOf(root(A), when('ArnLike', 'aws:PrincipalArn', arn(A, 'role/ci-*'))),
      ['1→2 proven administrator'],
    ],
    [
      'the account by a condition',
      dev(assume('*')),
      opsOf('*', when('StringEquals', 'aws:PrincipalAccount', [A])),
      ['1→2 proven principal'],
    ],
    [
      'a Deny for the organization in the trust',
      dev(assume('*')),
      {
        roles: {
          ops: {
            ...administers,
            trust: doc(
              { Principal: root(A), Action: 'sts:AssumeRole' },
              {
                Effect: 'Deny',
                Principal: '*',
                Action: 'sts:*',
                ...when('StringEquals', 'aws:PrincipalOrgID', organization),
              },
            ),
          },
        },
      },
      [],
    ],
    ['a trust for tokens only', dev(assume('*')), opsOf(root(A), { Action: 'sts:AssumeRoleWithWebIdentity' }), []],
    [
      'a service control policy of the account that asks',
      { ...dev(assume('*')), around: scp({ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }) },
      opsOf(root(A)),
      [],
    ],
    [
      'one that keeps to the organization',
      {
        ...dev(assume('*')),
        around: scp({
          Effect: 'Deny',
          Action: 'sts:AssumeRole',
          Resource: '*',
          ...when('StringNotEquals', 'aws:ResourceOrgID', organization),
        }),
      },
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'service control policies that were not read',
      { ...dev(assume('*')), around: { scps: 'unknown' } },
      opsOf(root(A)),
      ['1→2 possible principal'],
    ],
    [
      'a service control policy of the account that is asked',
      dev(assume('*')),
      { ...opsOf(root(A)), around: scp({ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }) },
      ['1→2 proven principal'],
    ],
    [
      'a resource control policy of the account that is asked',
      dev(assume('*')),
      {
        ...opsOf(root(A)),
        around: rcp({
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Resource: '*',
          ...when('StringEquals', 'aws:PrincipalAccount', A),
        }),
      },
      [],
    ],
    [
      'one of the account that asks',
      { ...dev(assume('*')), around: rcp({ Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' }) },
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'resource control policies that were not read',
      dev(assume('*')),
      { ...opsOf(root(A)), around: { rcps: 'unknown' } },
      ['1→2 possible principal'],
    ],
    [
      'a role that is no administrator',
      dev(assume('*')),
      { roles: { ops: { inline: [doc(allow('s3:*'))], trust: trust(root(A)) } } },
      [],
    ],
    [
      'a role that makes itself administrator',
      dev(assume('*')),
      { roles: { ops: { inline: [doc(allow('iam:PutRolePolicy'))], trust: trust(root(A)) } } },
      ['1→2 proven principal'],
    ],
    ['a trust that cannot be read', dev(assume('*')), opsOf('*', { Effect: 'Perhaps' }), ['1→2 possible principal']],
    [
      'who can become the user that may',
      { users: { dev: assume(ops), lead: { inline: [doc(allow('iam:CreateAccessKey', arn(ACCOUNT, 'user/dev')))] } } },
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'who can become administrator of the trusted account',
      { users: { lead: { inline: [doc(allow('iam:PutUserPolicy'))] } } },
      opsOf(root(A)),
      ['1→2 proven principal'],
    ],
    [
      'a stranger who becomes a role that may',
      { roles: { open: { ...assume('*'), trust: trust('*') } } },
      opsOf(root(A)),
      ['1→2 proven outsider'],
    ],
    [
      'a stranger who becomes administrator of the trusted account',
      { roles: { open: { ...administers, trust: trust('*') } } },
      opsOf(root(A)),
      ['1→2 proven outsider', '2→1 proven administrator'],
    ],
    [
      'a policy that was not read',
      dev({ attached: [arn(ACCOUNT, 'policy/gone')] }),
      opsOf({ AWS: arn(A, 'user/dev') }),
      ['1→2 proven administrator'],
    ],
    ['a role of the account itself', { roles: { ops: { ...administers, trust: trust(root(ACCOUNT)) } } }, nobody, []],
  ])('%s', (_, a, b, expected) => {
    expect(short(ways([member(A, a), member(B, b)]))).toEqual(expected);
  });

  it('goes over several accounts and the ways inside each, to the management account first', () => {
    const found = ways([
      member(A, dev(assume(arn(B, 'role/hop')))),
      member(B, {
        roles: {
          hop: { inline: [doc(allow('sts:AssumeRole', arn(ACCOUNT, 'role/next')))], trust: trust(root(A)) },
          next: { ...assume(arn(M, 'role/org')), trust: trust(root(ACCOUNT)) },
        },
      }),
      member(M, {
        roles: { org: { inline: [doc(allow('iam:AttachRolePolicy'))], trust: trust({ AWS: arn(B, 'role/next') }) } },
      }),
    ]);
    expect(short(found)).toEqual(['2→9 proven principal', '1→9 proven principal']);
    const [, first] = found.told;
    expect(first?.toManagement).toBe(true);
    expect(first?.accounts).toEqual([A, B, M]);
    expect(first?.steps.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      `${A} user/dev > ${B} role/hop`,
      `${B} role/hop > ${B} role/next`,
      `${B} role/next > ${M} role/org`,
      `${M} role/org > ${M} administrator`,
    ]);
  });

  it('does not count the management account over its members, whose role is there for it', () => {
    const found = ways([member(M, nobody), member(A, opsOf(root(M))), member(B, opsOf(root(M)))]);
    expect([short(found), found.byManagement]).toEqual([[], 2]);
  });

  it('but counts who is no administrator there', () => {
    expect(short(ways([member(M, dev(assume('*'))), member(A, opsOf(root(M)))]))).toEqual(['9→1 proven principal']);
  });

  it.each<[string, Placed[], string, RegExp]>([
    [
      'an account that was not read and is let in',
      [unread(A), member(B, opsOf(root(A)))],
      B,
      /lets in account 111111111111, which was not read/,
    ],
    [
      'everybody is let in and one was not read',
      [unread(A), member(B, opsOf('*', when('StringEquals', 'aws:PrincipalOrgID', organization)))],
      B,
      /was not read/,
    ],
    [
      'the role cannot be judged',
      [
        member(A, nobody),
        member(B, { roles: { ops: { attached: [arn(ACCOUNT, 'policy/gone')], trust: trust(root(A)) } } }),
      ],
      B,
      /not all policies .*role\/ops were read/,
    ],
    ['the account itself', [unread(A), member(B, nobody)], A, /were not read/],
  ])('is not known: %s', (_, members, account, why) => {
    const found = ways(members);
    expect(found.told).toEqual([]);
    expect(
      found.unknown
        .filter((one) => one.account === account)
        .map((one) => one.why)
        .join(),
    ).toMatch(why);
  });

  it('knows all where the account that was not read is let in nowhere', () => {
    expect(ways([unread(A), member(B, nobody)]).unknown.map(({ account }) => account)).toEqual([A]);
  });

  it('keeps no value of an external id', () => {
    const { crossings } = member(
      B,
      opsOf(root(A), {
        Condition: { StringEquals: { 'sts:ExternalId': 'only-we-two-know' }, Null: { 'STS:externalid': 'false' } },
      }),
    );
    const text = JSON.stringify(crossings);
    expect(text).not.toMatch('only-we-two-know');
    expect(text).not.toMatch(/"(Statement|Version|Action)"/);
  });

  it('counts what it does not tell, and says what it does not follow', () => {
    const members = [
      member(A, dev(assume('*'))),
      member(C, dev(assume('*'))),
      member(B, {
        roles: { ops: { ...administers, trust: doc({ Principal: { AWS: [A, C] }, Action: 'sts:AssumeRole' }) } },
      }),
    ];
    const around = { organization, managementAccount: M, now: new Date(0) };
    const one = waysBetween(members, around, { ways: 1 });
    expect([one.told.length, one.left]).toEqual([1, 1]);
    expect(waysBetween(members, around, { visits: -1 }).unknown).toContainEqual({
      account: B,
      why: expect.stringMatching(/too many ways/) as string,
    });
  });
});
