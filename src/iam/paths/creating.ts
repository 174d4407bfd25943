import { boundaryOf } from '../boundary-key.ts';
import type { Rights } from '../graph/rights.ts';
import { everything, freeContext, policiesOf, type Subject } from '../graph/subject.ts';
import type { Role, User } from '../graph/types.ts';
import { least, type World } from '../graph/world.ts';
import { FRESH } from '../search.ts';
import { type ContextInput, MAYBE, NO, type Tri, YES } from '../types.ts';
import { edgeById } from './edges.ts';
import type { Change } from './move.ts';
import { type Found, someResources, type Wanted } from './resources.ts';
import { groundwork, mayHave } from './groundwork.ts';

const newPrincipals = new WeakMap<World, Map<string, Tri>>();

/** Whether a new principal with these policies would be an administrator under the organisation's policies. */
function newAdministrator(
  world: World,
  kind: 'user' | 'role',
  documents: readonly { name: string; document: unknown }[],
  mark: string,
): Tri {
  let known = newPrincipals.get(world);
  if (known === undefined) newPrincipals.set(world, (known = new Map()));
  const key = `${kind} ${mark}`;
  let level = known.get(key);
  if (level === undefined) {
    const { id, partition } = world.account;
    const arn = `arn:${partition}:iam::${id}:${kind}/${FRESH}`;
    const common = { arn, name: FRESH, attached: [], inline: [], boundary: undefined, tags: {} };
    const principal: User | Role =
      kind === 'user'
        ? { ...common, kind, groups: [] }
        : { ...common, kind, trust: undefined, instanceProfiles: [], serviceLinked: false, permissionSet: false };
    const subject: Subject = {
      key: `new ${key}`,
      principal,
      identity: documents.map((one) => ({ ...one, via: 'added' as const })),
      boundary: undefined,
      scps: world.account.managementAccount === true ? undefined : world.account.scps,
      rcps: world.account.rcps,
      context: freeContext,
      depth: 0,
      unread: [],
    };
    level = world.administrator(subject);
    known.set(key, level);
  }
  return level;
}

/** The new principal gets none and has none. */
const withoutBoundary: ContextInput = boundaryOf(undefined);

const changeOf = (
  edge: string,
  found: Found,
  level: Tri,
  depends: readonly string[] = [],
  pick: string = edge,
): Change => ({
  move: {
    edge,
    level: least(found.level, level, depends.length === 0 ? YES : MAYBE),
    to: found.on.find(({ action }) => action === pick)?.resource ?? found.on[0]?.resource ?? '*',
    asks: found.on.map((one) => ({ ...one })),
    depends,
  },
  result: 'administrator',
});

/** What it depends on where the new principal is not certain to be an administrator. */
const limits = (level: Tri): string[] =>
  level === MAYBE ? ['whether what binds every principal of the account leaves the new one every right'] : [];

/** New principals with every right, which need nobody's help. */
export function creationsOf(world: World, rights: Rights): Change[] {
  const found: Change[] = [];
  const attached: ContextInput = { ...withoutBoundary, 'iam:PolicyARN': world.administratorPolicy };
  const unused = (name: string): boolean => !world.byArn.has(name);
  const create = (
    edge: string,
    kind: 'user' | 'role',
    always: readonly Wanted[],
    options: readonly Wanted[][],
  ): void => {
    if (!always.every(({ action }) => rights.has(action))) return;
    const level = newAdministrator(world, kind, [{ name: 'AdministratorAccess', document: everything }], 'everything');
    if (level === NO) return;
    let best: Found | undefined;
    for (const option of options) {
      const one = someResources(rights, [...always, ...option], undefined, unused);
      if (one.level > (best?.level ?? NO)) best = one;
    }
    if (best !== undefined) found.push(changeOf(edge, best, level, limits(level), always[0]?.action));
  };
  create(
    'iam-create-role-with-policy',
    'role',
    [{ action: 'iam:CreateRole', context: withoutBoundary }],
    [
      [{ action: 'iam:AttachRolePolicy', context: attached }],
      [{ action: 'iam:PutRolePolicy', context: withoutBoundary }],
    ],
  );
  const newUser: Wanted[] = [{ action: 'iam:CreateUser', context: withoutBoundary }, { action: 'iam:CreateAccessKey' }];
  create('iam-create-user-with-policy', 'user', newUser, [
    [{ action: 'iam:AttachUserPolicy', context: attached }],
    [{ action: 'iam:PutUserPolicy', context: withoutBoundary }],
  ]);
  if (
    rights.has('iam:AddUserToGroup') &&
    !found.some(({ move }) => move.edge === 'iam-create-user-with-policy' && move.level === YES)
  ) {
    for (const group of world.account.groups.values()) {
      if (rights.may({ action: 'iam:AddUserToGroup', resource: group.arn }) === NO) continue;
      const level = newAdministrator(world, 'user', policiesOf(world.account, group, group.name).held, group.arn);
      if (level === NO) continue;
      const user = someResources(rights, newUser, undefined, unused);
      if (user.level === NO) continue;
      const join = { action: 'iam:AddUserToGroup', resource: group.arn };
      const all = { level: least(user.level, rights.may(join)), on: [...user.on, join] };
      found.push(changeOf('iam-create-user-with-policy', all, level, limits(level), 'iam:CreateUser'));
      break;
    }
  }
  identityCenter(world, rights, found);
  return found;
}

/**
 * What only the management account, or an account it has delegated to, can do: permission sets and root of member accounts
 * are administered for the whole organization, so an account outside one has neither.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/account-instances-identity-center.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#id_root-user-access-management
 */
function identityCenter(world: World, rights: Rights, found: Change[]): void {
  if (world.standsAlone) return;
  const none = new Set<string>();
  const { managementAccount } = world.account;
  const where =
    managementAccount === true
      ? 'this account, which manages the organization, using'
      : `this account being ${managementAccount === false ? '' : 'the management account or '}a delegated administrator of`;
  const permissionSet = edgeById('sso-new-admin-permission-set');
  if (mayHave(rights, permissionSet)) {
    const base = groundwork(rights, permissionSet, none);
    if (base.level !== NO) found.push(changeOf(permissionSet.id, base, YES, [`${where} IAM Identity Center`]));
  }
  const { principal } = rights.subject;
  if (principal.kind === 'role' && principal.permissionSet) {
    for (const id of ['sso-attach-managed-policy', 'sso-put-inline-policy']) {
      const edge = edgeById(id);
      if (!mayHave(rights, edge)) continue;
      const base = groundwork(rights, edge, none);
      if (base.level !== NO) found.push(changeOf(id, base, YES, [`${where} IAM Identity Center`]));
    }
  }
  const root = edgeById('sts-assume-root');
  if (mayHave(rights, root)) {
    const { partition, organization } = world.account;
    const members = organization?.accounts?.filter((account) => account !== world.account.id);
    const names = members?.map((account) => `arn:${partition}:iam::${account}:root`) ?? [undefined];
    for (const name of names) {
      const base = groundwork(rights, root, none, name);
      if (base.level === NO) continue;
      const change = changeOf(root.id, base, YES, [`${where} root access to member accounts`]);
      // whose number is not known, and which is not this account
      const to = name ?? `arn:${partition}:iam::*:root`;
      found.push({ ...change, move: { ...change.move, to } });
      break;
    }
  }
}
