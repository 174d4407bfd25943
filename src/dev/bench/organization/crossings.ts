import type { Crossings, Rules } from '../../../iam/across/types.ts';

/** Ids of the accounts of a synthetic organization. */
export const accountId = (at: number): string => String(100_000_000_000 + at * 7);

const root = (at: number) => ({ AWS: `arn:aws:iam::${accountId(at)}:root` });
const rules = (rule: object): Rules => ({ variables: true, rules: [{ effect: 'allow', ...rule }] });

/**
 * Who may come into an account from others, and who may leave it, as landing zones have it: the management account (the first) comes in as
 * administrator, the second looks, the first of each hundred deploys, a neighbour may come in, and in one of fifty a role is open to the
 * whole organization. Users and roles that may leave: some to any role, some to those of one name, some to one.
 */
export function syntheticCrossings(at: number, accounts: number): Crossings {
  const team = Math.floor(at / 100) * 100;
  const next = (at + 1) % accounts;
  const open = at % 50 === 7;
  const ourOwn = { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } };
  return {
    partition: 'aws',
    rules: [
      rules({ who: root(0) }),
      rules({ who: root(1), when: { ...ourOwn, StringLike: { 'sts:ExternalId': 'left-out' } } }),
      rules({ who: root(team) }),
      rules({ who: { AWS: `arn:aws:iam::${accountId(next)}:role/app-0` } }),
      rules({ who: '*', when: ourOwn }),
      rules({ roles: '*' }),
      rules({ roles: 'arn:aws:iam::*:role/deploy' }),
      rules({ roles: `arn:aws:iam::${accountId(at === 0 ? accounts - 1 : at - 1)}:role/shared` }),
    ],
    scps: [[5], [5], [5]],
    exits: [
      { name: 'role/operations', identity: [5], administers: 'already' },
      { name: 'role/app-0', identity: [6, 7], administers: 'no' },
      { name: 'role/app-1', identity: [6], administers: 'possible' },
      { name: 'user/robot', identity: [7], administers: 'no' },
      { name: 'user/somebody', identity: [5], administers: 'no' },
    ],
    doors: [
      { name: 'role/OrganizationAccountAccessRole', trust: 0, administers: 'already', becomes: [] },
      { name: 'role/audit', trust: 1, administers: 'no', becomes: [] },
      { name: 'role/deploy', trust: 2, administers: 'already', becomes: [{ exit: 0, sure: 'certain' }] },
      { name: 'role/shared', trust: 3, administers: 'no', becomes: [{ exit: 2, sure: 'possible' }] },
      ...(open
        ? [{ name: 'role/everybody', trust: 4, administers: 'certain', how: 'creates a key', becomes: [] } as const]
        : []),
    ],
    administrators: { count: 2, names: ['role/operations', 'user/break-glass'] },
    becoming: { certain: { count: 0, names: [] }, possible: { count: 1, names: ['role/app-1'] } },
    outsiders: at % 200 === 3 ? [{ class: 'identity-provider', who: 'a workflow of GitHub', sure: 'possible' }] : [],
    left: [],
  };
}
