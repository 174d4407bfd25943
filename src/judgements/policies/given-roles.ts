import type { Verdict } from '../../engine/check.ts';
import { pass, unknown } from '../../engine/check.ts';
import { arnAccount } from '../../text/arn.ts';
import type { Power, RolesMayDo } from './may-do.ts';
import { mayDoLess } from './may-do.ts';

/** Who gets a role from a pool or runs with it, and of what the words of its verdict are. */
export interface GivenRole {
  /** Such as `shop gives guests the role web-guest, which`. */
  readonly who: string;
  readonly role: string;
}

/** Users of an application are not the account's own people, and code that strangers feed is not either: a whole service is too much for them. */
export function judgeGivenRole(
  { who, role }: GivenRole,
  account: string,
  { of }: RolesMayDo,
  tooMuch: Power = 'service',
): Verdict {
  const owner = arnAccount(role);
  if (owner === undefined) return unknown(`${who} is no ARN`);
  if (owner !== account) return unknown(`${who} is one of account ${owner}, which alone sees what it gives`);
  const found = of(role);
  return found === undefined ? pass(`${who} does not exist`, { role }) : mayDoLess(who, found, tooMuch, { role });
}

/** The same of something that runs with a role; `role` undefined: AWS does not say which. */
export const judgeRunningRole = (
  { name, role, account }: { readonly name: string; readonly role?: string | undefined; readonly account: string },
  roles: RolesMayDo,
  tooMuch: Power,
): Verdict =>
  role === undefined
    ? unknown(`AWS does not say with which role ${name} runs`)
    : judgeGivenRole({ who: `${name} runs with the role ${roleName(role)}, which`, role }, account, roles, tooMuch);

/** A role by its name. */
export const roleName = (arn: string): string => arn.split('/').at(-1) ?? arn;
