import { decide } from '../authorize.ts';
import { trustOf } from '../graph/rights.ts';
import { trustSummary, trustsProvider } from '../graph/trust.ts';
import type { Account, AssignedSet, Entitled, Role } from '../graph/types.ts';
import { most } from '../graph/world.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import { actsAs } from './entitled.ts';
import type { Path, PathStep, PrincipalPaths } from './types.ts';

/**
 * The permission set that a role was made for: `AWSReservedSSO_`, its name, and 16 hexadecimal digits
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html); undefined: the name says none.
 */
export const setOfRole = ({ name }: Pick<Role, 'name'>): string | undefined =>
  /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/i.exec(name)?.[1];

/** SAML providers of the account that a role's trust names; IAM Identity Center makes one of its own. */
const providersOf = (account: Account, role: Role): readonly string[] =>
  trustSummary(account, role).providers.filter(
    (arn) => arn.includes(':saml-provider/') && arn.includes(`::${account.id}:`),
  );

/** How surely the trust of a permission set's role lets IAM Identity Center sign somebody in with it. */
export const signsIn = (account: Account, role: Role): Tri =>
  most(NO, ...providersOf(account, role).map((provider) => trustsProvider(account, role, provider)));

/** Whether a resource control policy denies it, if it binds IAM Identity Center, which AWS's documentation does not say. */
function isDenied(account: Account, role: Role): boolean {
  const { rcps } = account;
  if (rcps === undefined || rcps === 'unknown') return false;
  return providersOf(account, role).every((arn) => {
    const asked = {
      caller: { type: 'federated' as const, arn },
      action,
      resource: role.arn,
      resourceAccount: account.id,
      resourcePolicies: trustOf(role),
      context: { 'aws:RequestedRegion': { is: 'caller' as const } },
      ...(account.now === undefined ? {} : { now: account.now }),
    };
    return decide({ ...asked, rcps }) === 'denied' && decide(asked) !== 'denied';
  });
}

const action = 'sts:AssumeRoleWithSAML';

/** A role that somebody gets who is assigned a permission set. */
interface Given {
  readonly role: Role;
  readonly level: Tri;
  readonly depends: readonly string[];
  readonly how: Pick<PathStep, 'edge' | 'title' | 'actions'>;
}

const bySet: Given['how'] = { edge: 'identity-center', title: 'Sign in with a permission set', actions: [action] };

/** @param unread whether resource control policies, which were not read, may deny it */
function rolesOf(account: Account, { name }: AssignedSet, unread: boolean): Given[] {
  const roles = account.roles.filter((role) => role.permissionSet && name !== undefined && setOfRole(role) === name);
  return roles.flatMap((role): Given[] => {
    const trust = signsIn(account, role);
    if (trust === NO) return [];
    const depends = [
      ...(roles.length > 1 ? [`which of ${roles.length} roles is that of permission set ${name}`] : []),
      ...(trust === MAYBE ? [`what the trust policy of ${role.name} asks for`] : []),
      ...(isDenied(account, role) ? ['resource control policies, which may deny it to IAM Identity Center'] : []),
      ...(unread ? ['resource control policies, not read'] : []),
    ];
    return [{ role, level: depends.length > 0 ? MAYBE : YES, depends, how: bySet }];
  });
}

const kinds: Readonly<Record<string, string>> = { USER: 'user', GROUP: 'group' };

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_identitystore.html */
const arnOf = ({ partition }: Account, { id, type = '' }: AssignedSet['principals'][number]): string =>
  `arn:${partition}:identitystore:::${kinds[type] ?? 'principal'}/${id}`;

const byEntitlement: Given['how'] = {
  edge: 'identity-center',
  title: 'Act as a role by an entitlement',
  actions: ['sts:AssumeRole'],
};

/** The role of an entitlement, if its trust lets account access manager in. */
function entitledRole(account: Account, { role: arn, by }: Entitled): Given[] {
  const role = account.roles.find((one) => one.arn === arn);
  const level = role === undefined ? NO : actsAs(account, role, by);
  if (role === undefined || level === NO) return [];
  const depends = level === YES ? [] : [`what the trust policy of ${role.name} asks of account access manager`];
  return [{ role, level, depends, how: byEntitlement }];
}

const order: Readonly<Record<PrincipalPaths['verdict'], number>> = {
  proven: 0,
  possible: 1,
  // as of one principal: what is not known may be open
  unknown: 2,
  blocked: 3,
  none: 4,
};

const weaker = <V extends PrincipalPaths['verdict']>(verdict: V, level: Tri): V | 'possible' =>
  verdict === 'proven' && level !== YES ? 'possible' : verdict;

/** What somebody comes to through one role. */
function through(arn: string, { role, level, depends, how }: Given, found: PrincipalPaths): PrincipalPaths {
  const step: PathStep = {
    ...how,
    from: arn,
    to: role.arn,
    policies: [],
    ...(depends.length === 0 ? {} : { condition: depends.join('; ') }),
    grants: [],
  };
  // who is there already needs no step more
  const there: readonly Path[] = found.verdict === 'proven' ? [{ verdict: 'proven', steps: [] }] : [];
  return {
    arn,
    admin: found.admin && level === YES,
    verdict: weaker(found.verdict, level),
    paths: (found.paths.length === 0 ? there : found.paths).map((path) => ({
      verdict: weaker(path.verdict, level),
      steps: [step, ...path.steps],
    })),
  };
}

/** Everything that somebody comes to, the surest first. */
function together(arn: string, all: readonly PrincipalPaths[], brief: boolean): PrincipalPaths {
  const [best = { arn, admin: false, verdict: 'none' as const, paths: [] }] = [...all].sort(
    (a, b) => order[a.verdict] - order[b.verdict] || Number(b.admin) - Number(a.admin),
  );
  const comes = best.verdict === 'proven' || best.verdict === 'possible';
  const paths = all
    .flatMap((one) => one.paths)
    .filter(({ verdict }) => (verdict !== 'blocked') === comes)
    .sort((a, b) => order[a.verdict] - order[b.verdict] || a.steps.length - b.steps.length);
  return { arn, admin: best.admin, verdict: best.verdict, paths: brief ? paths.slice(0, 1) : paths };
}

/**
 * The users and groups of IAM Identity Center that are assigned permission sets in the account, or entitled to its roles: what each
 * comes to through these roles. Members of a group are not told apart.
 * @param of what was found of a role
 */
export function assignedPaths(
  account: Account,
  of: (role: Role) => PrincipalPaths | undefined,
  { brief, asRead }: { readonly brief: boolean; readonly asRead: boolean },
): PrincipalPaths[] {
  const byArn = new Map<string, PrincipalPaths[]>();
  const add = (principals: AssignedSet['principals'], given: readonly Given[], isKnown: boolean): void => {
    for (const principal of principals) {
      const arn = arnOf(account, principal);
      const list = byArn.get(arn) ?? [];
      byArn.set(arn, list);
      // AWS did not say which role it is
      if (!isKnown) list.push({ arn, admin: false, verdict: 'unknown', paths: [] });
      for (const one of given) {
        const found = of(one.role);
        if (found !== undefined) list.push(through(arn, one, found));
      }
    }
  };
  for (const set of account.assigned ?? [])
    add(set.principals, rolesOf(account, set, account.rcps === 'unknown' && !asRead), set.name !== undefined);
  for (const one of account.entitled ?? []) add(one.principals, entitledRole(account, one), true);
  return [...byArn].map(([arn, all]) => together(arn, all, brief));
}
