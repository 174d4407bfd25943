import { boundaryOf } from '../boundary-key.ts';
import { compile } from '../compile.ts';
import type { Ask, Rights } from '../graph/rights.ts';
import { boundaryArn, changed, everything, type HeldPolicy, policiesOf, type Subject } from '../graph/subject.ts';
import type { Group, Role } from '../graph/types.ts';
import type { World } from '../graph/world.ts';
import { type ContextInput, type KeyState, NO } from '../types.ts';
import { attachable } from './attachable.ts';
import { Changes } from './change-list.ts';
import { relaxing, unguarding } from './guardrails.ts';
import type { Change } from './move.ts';

/** Groups tried one by one; all that can be joined are tried together as well. */
const MOST_GROUPS = 25;

const added: HeldPolicy = { name: 'AdministratorAccess, attached on the way', document: everything, via: 'added' };

/** The subject with a policy that allows everything besides its own. */
const withEverything = (subject: Subject): Subject =>
  subject.identity.includes(added)
    ? subject
    : changed(subject, 'a policy of the attacker', { identity: [...subject.identity, added] });

/** New policies for the victim or its groups. */
function rewriting(world: World, actor: Rights, victim: Subject, changes: Changes): void {
  const { principal } = victim;
  const on = principal;
  const bound = boundaryOf(boundaryArn(victim));
  const ask = (action: string, resource: string, context?: ContextInput): Ask => ({ action, resource, context, on });
  const wide = (): Subject => withEverything(victim);
  const attach = (edge: string, action: string, resource: string, own?: ContextInput): void => {
    if (!actor.has(action)) return;
    for (const { context, policy } of attachable(world, actor, { action, resource, on, context: own })) {
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
    changes.add('iam-put-user-policy', principal.arn, [ask('iam:PutUserPolicy', principal.arn, bound)], wide);
    attach('iam-attach-user-policy', 'iam:AttachUserPolicy', principal.arn, bound);
    for (const name of principal.groups) {
      const group = world.group(name);
      if (group === undefined) continue;
      changes.add('iam-put-group-policy', group.arn, [ask('iam:PutGroupPolicy', group.arn)], wide);
      attach('iam-attach-group-policy', 'iam:AttachGroupPolicy', group.arn);
    }
  } else if (!principal.serviceLinked && !principal.permissionSet) {
    changes.add('iam-put-role-policy', principal.arn, [ask('iam:PutRolePolicy', principal.arn, bound)], wide);
    attach('iam-attach-role-policy', 'iam:AttachRolePolicy', principal.arn, bound);
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
