import { compile } from '../compile.ts';
import type { Ask, Rights } from '../graph/rights.ts';
import { changed, denies, everything, type HeldPolicy, policiesOf, type Subject } from '../graph/subject.ts';
import type { Group, Role, User } from '../graph/types.ts';
import { least, type World } from '../graph/world.ts';
import { type ContextInput, type KeyState, MAYBE, NO, type Tri, YES } from '../types.ts';
import { attachable } from './attachable.ts';
import { edgeById } from './edges.ts';
import type { Change } from './move.ts';
import { groundwork, mayHave } from './ways.ts';

/** Groups tried one by one; all that can be joined are tried together as well. */
const MOST_GROUPS = 25;

const added: HeldPolicy = { name: 'AdministratorAccess, attached on the way', document: everything, via: 'added' };

/** The subject with a policy that allows everything besides its own. */
export const withEverything = (subject: Subject): Subject =>
  subject.identity.includes(added)
    ? subject
    : changed(subject, 'a policy of the attacker', { identity: [...subject.identity, added] });

/** What a change comes to: an administrator, or a principal in a new state that is looked at on its own. */
function outcome(world: World, subject: Subject): { result: Change['result']; level: Tri } {
  const level = world.administrator(subject);
  return level === NO ? { result: subject, level: YES } : { result: 'administrator', level };
}

class Changes {
  readonly found: Change[] = [];
  readonly #world: World;
  readonly #actor: Rights;

  constructor(world: World, actor: Rights) {
    this.#world = world;
    this.#actor = actor;
  }

  /** Adds a change if the actor may. */
  add(edge: string, to: string, asks: readonly Ask[], result: () => Subject, depends: readonly string[] = []): void {
    for (const { action } of asks) if (!this.#actor.has(action)) return;
    const allowed = least(...asks.map((ask) => this.#actor.may(ask)), depends.length === 0 ? YES : MAYBE);
    if (allowed === NO) return;
    const end = outcome(this.#world, result());
    const level = least(allowed, end.level);
    const open = end.level === MAYBE ? ['the conditions under which the result is an administrator'] : [];
    this.found.push({ move: { edge, level, to, asks, depends: [...depends, ...open] }, result: end.result });
  }
}

const boundaryContext = (arn: string): ContextInput => ({ 'iam:PermissionsBoundary': arn });

/** New policies for the victim or its groups. */
function rewriting(world: World, actor: Rights, victim: Subject, changes: Changes): void {
  const { principal } = victim;
  const on = principal;
  const ask = (action: string, resource: string, context?: ContextInput): Ask => ({ action, resource, context, on });
  const wide = (): Subject => withEverything(victim);
  const attach = (edge: string, action: string, resource: string): void => {
    if (!actor.has(action)) return;
    for (const { context, policy } of attachable(world, actor, action, resource, principal)) {
      changes.add(edge, resource, [ask(action, resource, context)], () =>
        policy === undefined
          ? wide()
          : changed(victim, policy.arn, {
              identity: [
                ...victim.identity,
                { name: policy.arn, document: policy.document, via: 'managed', arn: policy.arn },
              ],
            }),
      );
    }
  };
  if (principal.kind === 'user') {
    changes.add('iam-put-user-policy', principal.arn, [ask('iam:PutUserPolicy', principal.arn)], wide);
    attach('iam-attach-user-policy', 'iam:AttachUserPolicy', principal.arn);
    for (const name of principal.groups) {
      const group = world.group(name);
      if (group === undefined) continue;
      changes.add('iam-put-group-policy', group.arn, [ask('iam:PutGroupPolicy', group.arn)], wide);
      attach('iam-attach-group-policy', 'iam:AttachGroupPolicy', group.arn);
    }
  } else if (!principal.serviceLinked && !principal.permissionSet) {
    changes.add('iam-put-role-policy', principal.arn, [ask('iam:PutRolePolicy', principal.arn)], wide);
    attach('iam-attach-role-policy', 'iam:AttachRolePolicy', principal.arn);
  }
  versions(world, victim, changes);
}

/** Other contents for the customer managed policies that hang on the victim, directly, through a group or as boundary. */
function versions(world: World, victim: Subject, changes: Changes): void {
  const held = new Set(victim.identity.flatMap(({ arn }) => arn ?? []));
  const boundary = victim.boundary !== undefined && victim.boundary !== 'unknown' ? victim.boundary.name : undefined;
  for (const arn of [...held, ...(boundary === undefined || held.has(boundary) ? [] : [boundary])]) {
    const policy = world.account.policies.get(arn);
    if (policy === undefined || policy.awsManaged) continue;
    const replace = (document: unknown, mark: string): Subject =>
      changed(victim, `${mark} of ${arn}`, {
        identity: victim.identity.map((one) => (one.arn === arn ? { ...one, document } : one)),
        boundary: arn === boundary ? { name: arn, document } : victim.boundary,
      });
    changes.add('iam-create-policy-version', arn, [{ action: 'iam:CreatePolicyVersion', resource: arn }], () =>
      replace(everything, 'a new version'),
    );
    for (const { id, document } of policy.otherVersions) {
      changes.add(
        'iam-set-default-policy-version',
        arn,
        [{ action: 'iam:SetDefaultPolicyVersion', resource: arn }],
        () => replace(document, `version ${id}`),
      );
    }
  }
}

/** Groups the victim is not in and that allow something. */
function joining(world: World, actor: Rights, victim: Subject, changes: Changes): void {
  const { principal } = victim;
  if (principal.kind !== 'user' || !actor.has('iam:AddUserToGroup')) return;
  const open: { group: Group; held: HeldPolicy[] }[] = [];
  for (const group of world.account.groups.values()) {
    if (principal.groups.includes(group.name) || victim.identity.some((one) => one.group === group.name)) continue;
    if (actor.may({ action: 'iam:AddUserToGroup', resource: group.arn }) === NO) continue;
    const { held } = policiesOf(world.account, group, group.name);
    if (held.length > 0) open.push({ group, held });
  }
  const join = (groups: typeof open): void => {
    const names = groups.map(({ group }) => group.name).join(', ');
    changes.add(
      'iam-add-user-to-group',
      groups[0]?.group.arn ?? '',
      groups.map(({ group }) => ({ action: 'iam:AddUserToGroup', resource: group.arn })),
      () =>
        changed(victim, `group ${names}`, { identity: [...victim.identity, ...groups.flatMap(({ held }) => held)] }),
    );
  };
  for (const one of open.slice(0, MOST_GROUPS)) join([one]);
  if (open.length > 1) join(open);
}

const tagKey = 'aws:principaltag/';

/** Keys of principal tags that the policies of the victim look at. */
function tagKeys(victim: Subject): string[] {
  const found = new Set<string>();
  for (const { document } of victim.identity) {
    for (const statement of compile(document).statements) {
      if (statement.effect === 'Deny') continue;
      for (const { key } of statement.conditions) if (key.startsWith(tagKey)) found.add(key);
      for (const resource of statement.resources ?? []) {
        for (const [, key = ''] of resource.text.matchAll(/\$\{(aws:principaltag\/[^},]+)/gi))
          found.add(key.toLowerCase());
      }
    }
  }
  return [...found];
}

/** Tags of the attacker's choice, which unlock what is conditioned on them. */
function tagging(victim: Subject, changes: Changes): void {
  const { principal } = victim;
  const keys = tagKeys(victim);
  if (keys.length === 0) return;
  const chosen: Record<string, KeyState> = Object.fromEntries(keys.map((key) => [key, { is: 'caller' }]));
  const result = (): Subject => changed(victim, 'tags of the attacker', { context: { ...victim.context, ...chosen } });
  const ask = (action: string, trust?: Role): Ask => ({ action, resource: principal.arn, on: principal, trust });
  const edge = 'sts-tag-session-abac';
  if (principal.kind === 'user') changes.add(edge, principal.arn, [ask('iam:TagUser')], result);
  else {
    changes.add(edge, principal.arn, [ask('iam:TagRole')], result);
    changes.add(edge, principal.arn, [ask('sts:TagSession', principal)], result);
  }
}

/** Boundaries, denials and MFA conditions that can be taken away. */
function unguarding(world: World, victim: Subject, changes: Changes): void {
  const { principal, boundary } = victim;
  if (principal.kind === 'role' && (principal.serviceLinked || principal.permissionSet)) return;
  const kind = principal.kind === 'user' ? 'User' : 'Role';
  const low = principal.kind;
  const on = principal;
  const { arn } = principal;
  if (boundary !== undefined) {
    changes.add(
      `iam-delete-${low}-boundary`,
      arn,
      [{ action: `iam:Delete${kind}PermissionsBoundary`, resource: arn, on }],
      () => changed(victim, 'no boundary', { boundary: undefined }),
    );
    changes.add(
      `iam-put-${low}-boundary`,
      arn,
      [
        {
          action: `iam:Put${kind}PermissionsBoundary`,
          resource: arn,
          on,
          context: boundaryContext(world.administratorPolicy),
        },
      ],
      () => changed(victim, 'no boundary', { boundary: undefined }),
    );
    const free = changes.found.some(({ move }) => move.edge === `iam-put-${low}-boundary` && move.level === YES);
    for (const policy of free ? [] : world.account.policies.values()) {
      if (policy.awsManaged || policy.arn === principal.boundary || world.account.policies.size > 200) continue;
      changes.add(
        `iam-put-${low}-boundary`,
        arn,
        [{ action: `iam:Put${kind}PermissionsBoundary`, resource: arn, on, context: boundaryContext(policy.arn) }],
        () => changed(victim, `boundary ${policy.arn}`, { boundary: { name: policy.arn, document: policy.document } }),
      );
    }
  }
  for (const held of victim.identity) {
    if (held.via === 'added' || !denies(held.document)) continue;
    const without = (gone: (one: HeldPolicy) => boolean): Subject =>
      changed(victim, `no ${held.name}`, { identity: victim.identity.filter((one) => !gone(one)) });
    if (held.via === 'managed') {
      changes.add(
        `iam-detach-${low}-policy`,
        arn,
        [{ action: `iam:Detach${kind}Policy`, resource: arn, on, context: { 'iam:PolicyARN': held.arn ?? '' } }],
        () => without((one) => one === held),
      );
    } else if (held.via === 'inline') {
      changes.add(
        `iam-delete-${low}-inline-policy`,
        arn,
        [{ action: `iam:Delete${kind}Policy`, resource: arn, on }],
        () => without((one) => one === held),
      );
    } else {
      const group = world.group(held.group ?? '');
      if (group === undefined) continue;
      changes.add(
        'iam-remove-user-from-group',
        group.arn,
        [{ action: 'iam:RemoveUserFromGroup', resource: group.arn }],
        () => without((one) => one.group === held.group),
      );
    }
  }
  if (principal.kind === 'user') takingMfa(world, victim, principal, changes);
}

const mfaKeys = ['aws:multifactorauthpresent', 'aws:multifactorauthage'];

function takingMfa(world: World, victim: Subject, user: User, changes: Changes): void {
  if ('aws:MultiFactorAuthPresent' in victim.context) return;
  const looks = victim.identity.some(({ document }) =>
    compile(document).statements.some((statement) => statement.conditions.some(({ key }) => mfaKeys.includes(key))),
  );
  if (!looks) return;
  const { partition, id } = world.account;
  const result = (): Subject =>
    changed(victim, 'a new MFA device', {
      context: { ...victim.context, 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '1' },
    });
  const edge = 'iam-mfa-device-takeover';
  const ask = (action: string): Ask => ({ action, resource: user.arn, on: user });
  const device = [user.name, 'x-unlisted'].map((name): Ask => ({
    action: 'iam:CreateVirtualMFADevice',
    resource: `arn:${partition}:iam::${id}:mfa/${name}`,
  }));
  for (const made of device)
    changes.add(edge, user.arn, [ask('iam:DeactivateMFADevice'), made, ask('iam:EnableMFADevice')], result);
  changes.add(edge, user.arn, [ask('iam:DeactivateMFADevice'), ask('iam:ResyncMFADevice')], result);
}

/** Policies of the organisation that the victim's account is under. */
function relaxing(actor: Rights, victim: Subject, changes: Changes): void {
  if (victim.scps === undefined || victim.scps === 'unknown' || victim.scps.length === 0) return;
  const edge = edgeById('organizations-relax-scp');
  if (!mayHave(actor, edge)) return;
  const { on } = groundwork(actor, edge, new Set());
  if (on.length === 0) return;
  const result = (): Subject => changed(victim, 'no SCPs', { scps: undefined });
  changes.add(edge.id, victim.principal.arn, on, result, [
    'the organization letting this account administer its policies',
  ]);
}

const actionsOfChanges: readonly string[] = [
  'iam:PutUserPolicy',
  'iam:AttachUserPolicy',
  'iam:PutGroupPolicy',
  'iam:AttachGroupPolicy',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:AddUserToGroup',
  'iam:TagUser',
  'iam:TagRole',
  'sts:TagSession',
  'iam:DeleteUserPermissionsBoundary',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PutUserPermissionsBoundary',
  'iam:PutRolePermissionsBoundary',
  'iam:DetachUserPolicy',
  'iam:DetachRolePolicy',
  'iam:DeleteUserPolicy',
  'iam:DeleteRolePolicy',
  'iam:RemoveUserFromGroup',
  'iam:DeactivateMFADevice',
  'organizations:DetachPolicy',
  'organizations:UpdatePolicy',
  'organizations:DisablePolicyType',
];

/** Whether a principal may be able to change any principal at all. */
export const mayChange = (rights: Rights): boolean => actionsOfChanges.some((action) => rights.has(action));

/** What `actor` can make of `victim`, which may be itself. Whoever changes another principal still has to come to be it. */
export function changesOf(world: World, actor: Rights, victim: Subject): Change[] {
  if (!mayChange(actor)) return [];
  const changes = new Changes(world, actor);
  rewriting(world, actor, victim, changes);
  joining(world, actor, victim, changes);
  tagging(victim, changes);
  unguarding(world, victim, changes);
  relaxing(actor, victim, changes);
  return changes.found;
}
