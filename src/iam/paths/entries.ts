import { exposure } from '../exposure/exposure.ts';
import type { Exposure } from '../exposure/types.ts';
import { compile } from '../compile.ts';
import { trustSummary } from '../graph/trust.ts';
import type { Account, Compute, Role } from '../graph/types.ts';
import { MAYBE, NO, type StatementRef, type Tri, YES } from '../types.ts';
import { setOfRole, signsIn } from './assigned.ts';
import { actsAs } from './entitled.ts';
import type { Node, Searched } from './search.ts';
import { statementName } from '../statement.ts';
import type { Entry, EntryClass, PathsResult, PathStep } from './types.ts';

/** How a stranger comes in. */
interface Door {
  readonly class: EntryClass;
  readonly who: string;
  readonly edge: string;
  readonly title: string;
  readonly actions: readonly string[];
  readonly level: Tri;
  readonly statements: readonly StatementRef[];
  readonly condition?: string | undefined;
}

/** Whether a trust names anybody outside the account at all. */
function looksOutside(account: Account, role: Role): boolean {
  const { named, odd, providers } = trustSummary(account, role);
  if (odd || providers.length > 0) return true;
  for (const arn of named) if (!arn.includes(`:${account.id}:`)) return true;
  return compile(role.trust).statements.some(
    ({ effect, principals }) =>
      effect === 'Allow' &&
      principals !== undefined &&
      (principals.everyone ||
        principals.entries.some((entry) => entry.type === 'account' && entry.account !== account.id)),
  );
}

const ownPrincipals = new WeakMap<Account, ReadonlySet<string>>();

/** Unique ids of the account's users and roles. */
function principalsOf(account: Account): ReadonlySet<string> {
  let found = ownPrincipals.get(account);
  if (found === undefined) {
    found = new Set([...account.users, ...account.roles].flatMap(({ uniqueId }) => uniqueId ?? []));
    ownPrincipals.set(account, found);
  }
  return found;
}

function trustExposure(account: Account, role: Role, standsAlone: boolean): Exposure {
  const { trustedAccounts, rcps, now } = account;
  const organization = standsAlone ? null : account.organization;
  return exposure(
    { kind: 'role', arn: role.arn, policy: role.trust },
    {
      account: account.id,
      ownPrincipals: principalsOf(account),
      ...(organization === undefined ? {} : { organization }),
      ...(trustedAccounts === undefined ? {} : { trustedAccounts }),
      ...(now === undefined ? {} : { now }),
      ...(rcps === undefined || rcps === 'unknown' ? {} : { rcps }),
    },
  );
}

const witnessText = ({ witness }: Exposure): string | undefined => {
  const conditions = Object.entries(witness?.conditions ?? {}).map(([key, values]) =>
    values.length === 0 ? `without ${key}` : `${key} = ${values.join(', ')}`,
  );
  return conditions.length === 0 ? undefined : conditions.join('; ');
};

/** Who has a permission set comes in by its role; who that is was not read. */
function permissionSetDoor(account: Account, role: Role): Door[] {
  if (account.assigned !== undefined || signsIn(account, role) === NO) return [];
  return [
    {
      class: 'identity-center',
      who: `whoever IAM Identity Center assigns the permission set ${setOfRole(role) ?? `of ${role.name}`}`,
      edge: 'entry-identity-center',
      title: 'Sign in with a permission set',
      actions: ['sts:AssumeRoleWithSAML'],
      level: MAYBE,
      statements: [],
      condition: 'whether anybody is assigned it, which the account is told that administers IAM Identity Center',
    },
  ];
}

/** Whoever account access manager entitles comes in by a role that trusts it; entitlements of other accounts are not told. */
function entitlementDoor(account: Account, role: Role): Door[] {
  if (account.entitled?.some((one) => one.role === role.arn) === true || actsAs(account, role, undefined) === NO)
    return [];
  return [
    {
      class: 'identity-center',
      who: `whoever account access manager entitles to ${role.name}`,
      edge: 'entry-identity-center',
      title: 'Act as a role by an entitlement',
      actions: ['sts:AssumeRole'],
      level: MAYBE,
      statements: [],
      condition: 'whether anybody is entitled to it, which the account is told that has the application',
    },
  ];
}

function doorsOf(account: Account, role: Role, standsAlone: boolean): Door[] {
  if (role.permissionSet) return permissionSetDoor(account, role);
  if (role.serviceLinked) return [];
  const doors = entitlementDoor(account, role);
  if (!looksOutside(account, role)) return doors;
  const found = trustExposure(account, role, standsAlone);
  for (const grant of found.federated) {
    if (grant.verdict !== 'public' && grant.verdict !== 'any-account' && grant.verdict !== 'conditional') continue;
    doors.push({
      class: 'identity-provider',
      who: `${grant.verdict === 'conditional' ? 'some' : 'any'} identity of ${grant.provider.replace(/^.*oidc-provider\//, '')}`,
      edge: 'entry-identity-provider',
      title: 'Assume the role with a token of an identity provider',
      actions: ['sts:AssumeRoleWithWebIdentity'],
      level: grant.verdict === 'conditional' ? MAYBE : YES,
      statements: [grant.statement],
      condition: witnessText(found),
    });
  }
  const byToken = found.federated.some((grant) => grant.verdict === found.verdict);
  if (!byToken && (found.verdict === 'public' || found.verdict === 'any-account' || found.verdict === 'conditional')) {
    doors.push({
      class: 'open-trust',
      who: found.verdict === 'conditional' ? 'every AWS account that meets the condition' : 'every AWS account',
      edge: 'entry-open-trust',
      title: 'Assume the role from any account',
      actions: ['sts:AssumeRole'],
      level: found.verdict === 'conditional' ? MAYBE : YES,
      statements: found.statements,
      condition: witnessText(found),
    });
  }
  if (found.organizations.length > 0) {
    const isKnown = found.possiblyOwn.length === 0;
    const unsure = `whether ${found.possiblyOwn.join(', ')} is another organization than the own, which is not known`;
    const conditions = [...(isKnown ? [] : [unsure]), ...(found.accounts.length > 0 ? [] : [witnessText(found) ?? []])];
    doors.push({
      class: 'cross-account',
      who: `every account of organization ${found.organizations.join(', ')}`,
      edge: 'entry-cross-account',
      title: 'Assume the role from another organization',
      actions: ['sts:AssumeRole'],
      level: isKnown ? YES : MAYBE,
      statements: found.statements,
      condition: conditions.length === 0 ? undefined : conditions.flat().join('; '),
    });
  }
  if (found.unknownPrincipals.length > 0) {
    const ids = found.unknownPrincipals.join(', ');
    doors.push({
      class: 'cross-account',
      who: `the principal with the unique id ${ids}`,
      edge: 'entry-cross-account',
      title: 'Assume the role from another account',
      actions: ['sts:AssumeRole'],
      level: MAYBE,
      statements: found.statements,
      condition: `whether ${ids}, which no user or role of the account has, still exists in another`,
    });
  }
  const strangers = found.accounts.filter((one) => !found.trustedAccounts.includes(one));
  if (strangers.length > 0) {
    doors.push({
      class: 'cross-account',
      who: `account ${strangers.join(', ')}`,
      edge: 'entry-cross-account',
      title: 'Assume the role from another account',
      actions: ['sts:AssumeRole'],
      level: YES,
      statements: found.statements,
      condition: witnessText(found),
    });
  }
  return doors;
}

const flaw = 'a flaw in what answers there';

function computeDoor(compute: Compute): Door | undefined {
  const { internet } = compute;
  if (internet === undefined) return undefined;
  const unsure = internet === 'unknown' || internet.unsure === true;
  return {
    class: compute.kind === 'ec2-instance' ? 'internet-compute' : 'public-endpoint',
    who: 'the internet',
    edge: compute.kind === 'ec2-instance' ? 'entry-internet-instance' : 'entry-public-endpoint',
    title:
      compute.kind === 'ec2-instance'
        ? 'Take over what listens on an instance'
        : 'Take over what answers a public endpoint',
    actions: [],
    level: unsure ? MAYBE : YES,
    statements: [],
    condition:
      internet === 'unknown'
        ? `whether the internet reaches it, and ${flaw}`
        : unsure
          ? `whether it is reached ${internet.via}, and ${flaw}`
          : `${flaw}, which is reached ${internet.via}`,
  };
}

/** A way in, and where it goes on from the role that it gives. */
function entryOf(
  door: Door,
  role: Pick<Role, 'arn' | 'name'>,
  from: string,
  surely: boolean,
  tail: readonly PathStep[],
): Entry {
  const verdict = door.level === YES && surely ? 'proven' : 'possible';
  const policy = `trust policy of ${role.name}`;
  const first: PathStep = {
    edge: door.edge,
    title: door.title,
    from,
    to: role.arn,
    actions: door.actions,
    policies: door.statements.map((statement) => `${policy} (${statementName(statement)})`),
    ...(door.condition === undefined ? {} : { condition: door.condition }),
    grants: door.statements.map((statement) => ({
      policy,
      statement,
      action: door.actions[0] ?? '',
      resource: role.arn,
    })),
  };
  return { class: door.class, who: door.who, arn: from, verdict, path: { verdict, steps: [first, ...tail] } };
}

/** Ways from outside to roles that come to the goal. */
export function entriesOf({ world, reached }: Searched, tail: (node: Node) => readonly PathStep[]): Entry[] {
  const { account } = world;
  const running = [...(account.instances ?? []), ...(account.endpoints ?? [])];
  const entries: Entry[] = [];
  for (const node of reached) {
    const { principal } = node.subject;
    if (principal.kind !== 'role') continue;
    const enter = (door: Door, from: string): void => {
      entries.push(entryOf(door, principal, from, node.reach?.level === YES, tail(node)));
    };
    for (const door of doorsOf(account, principal, world.standsAlone)) enter(door, door.who);
    for (const compute of running) {
      if (compute.role !== principal.arn) continue;
      const door = computeDoor(compute);
      if (door !== undefined) enter(door, compute.arn);
    }
  }
  return entries;
}

/** The same of things that run with a role and were not known when the paths were searched: no path leads over them. */
export function entriesThrough({ principals }: Pick<PathsResult, 'principals'>, running: readonly Compute[]): Entry[] {
  const byArn = new Map(principals.map((one) => [one.arn, one]));
  return running.flatMap((compute): Entry[] => {
    const role = byArn.get(compute.role);
    const door = computeDoor(compute);
    if (door === undefined || (role?.verdict !== 'proven' && role?.verdict !== 'possible')) return [];
    const name = role.arn.slice(role.arn.lastIndexOf('/') + 1);
    return [entryOf(door, { arn: role.arn, name }, compute.arn, role.verdict === 'proven', role.paths[0]?.steps ?? [])];
  });
}
