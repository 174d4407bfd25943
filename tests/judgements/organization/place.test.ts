import { describe, expect, it } from 'vitest';
import { isKnown, placeOf, type Place, type Surroundings } from '../../../src/judgements/organization/place.ts';
import type { Standing } from '../../../src/judgements/organization/standing.ts';

const account = '111122223333';
const delegations = { kind: 'not told' } as const;
const alone: Standing = { kind: 'alone', because: 'the account is not in an organization' };
const member: Standing = {
  kind: 'member',
  organization: 'o-own',
  managementAccount: '9',
  administers: [],
  delegations,
};
const manager: Standing = { kind: 'management', organization: 'o-own', delegations };
const unread: Standing = { kind: 'unknown', cause: 'denied', actions: [] };
const stranger = '999988887777';
const ofOrganization = (rest: string) => `arn:aws:organizations::210987654321:${rest}`;

type Row = readonly [principal: string, standing: Standing, place: Place, called: string, more?: Partial<Surroundings>];
const table: readonly Row[] = [
  [account, member, 'own account', `account ${account}`],
  [`arn:aws:iam::${account}:root`, member, 'own account', `account ${account}`],
  [`arn:aws:iam::${account}:role/deploy`, alone, 'own account', `role deploy of account ${account}`],
  [stranger, member, 'outside', `account ${stranger}`],
  [stranger, alone, 'outside', `account ${stranger}`],
  [stranger, manager, 'outside', `account ${stranger}`],
  [stranger, member, 'trusted account', `account ${stranger}`, { trustedAccounts: [stranger] }],
  [stranger, member, 'own organization', `account ${stranger}`, { onlyOwnOrganization: true }],
  [`arn:aws:iam::${stranger}:role/path/x`, member, 'outside', `role path/x of account ${stranger}`],
  [
    `arn:aws-cn:iam::${stranger}:user/y`,
    member,
    'trusted account',
    `user y of account ${stranger}`,
    { trustedAccounts: [stranger] },
  ],
  [ofOrganization('organization/o-own'), member, 'own organization', 'organization o-own'],
  [ofOrganization('organization/o-own'), manager, 'own organization', 'organization o-own'],
  [ofOrganization('organization/o-else'), member, 'other organization', 'organization o-else'],
  [ofOrganization('organization/o-own'), alone, 'other organization', 'organization o-own'],
  [ofOrganization('organization/o-own'), unread, 'unknown', 'organization o-own'],
  [
    ofOrganization('ou/o-own/ou-ab12-cdefghij'),
    member,
    'own organization',
    'unit ou-ab12-cdefghij of organization o-own',
  ],
  [
    ofOrganization('ou/o-else/ou-ab12-cdefghij'),
    member,
    'other organization',
    'unit ou-ab12-cdefghij of organization o-else',
  ],
  [ofOrganization('policy/o-own/p-1'), member, 'unknown', ofOrganization('policy/o-own/p-1')],
  ['pca-connector-ad.amazonaws.com', member, 'service', 'service pca-connector-ad.amazonaws.com'],
  ['ec2.amazonaws.com.cn', member, 'service', 'service ec2.amazonaws.com.cn'],
  ['example.com', member, 'unknown', 'example.com'],
  ['', member, 'unknown', ''],
  ['arn:aws:iam::aws:policy/x', member, 'unknown', 'arn:aws:iam::aws:policy/x'],
];

describe('the place of a principal', () => {
  it.each(table.map((row) => [row[0], row[2], row] as const))(
    '%s: %s',
    (_, place, [principal, standing, , called, more = {}]) => {
      const found = placeOf(principal, { account, standing, trustedAccounts: [], ...more });
      expect(found).toEqual({ principal, place, called });
      const known: readonly Place[] = ['own account', 'own organization', 'trusted account', 'service'];
      expect(isKnown(found)).toBe(known.includes(place));
    },
  );
});
