import { boundaryOf } from '../boundary-key.ts';
import { compile } from '../compile.ts';
import type { Ask, Rights } from '../graph/rights.ts';
import { boundaryArn, changed, denies, type HeldPolicy, type Subject } from '../graph/subject.ts';
import type { User } from '../graph/types.ts';
import type { World } from '../graph/world.ts';
import { YES } from '../types.ts';
import type { Changes } from './change-list.ts';
import { edgeById } from './edges.ts';
import { groundwork, mayHave } from './groundwork.ts';

/** Boundaries, denials and MFA conditions that can be taken away. */
export function unguarding(world: World, victim: Subject, changes: Changes): void {
  const { principal, boundary } = victim;
  if (principal.kind === 'role' && (principal.serviceLinked || principal.permissionSet)) return;
  const kind = principal.kind === 'user' ? 'User' : 'Role';
  const low = principal.kind;
  const on = principal;
  const { arn } = principal;
  const context = boundaryOf(boundaryArn(victim));
  if (boundary !== undefined) {
    changes.add(
      `iam-delete-${low}-boundary`,
      arn,
      [{ action: `iam:Delete${kind}PermissionsBoundary`, resource: arn, on, context }],
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
          context: boundaryOf(world.administratorPolicy),
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
        [{ action: `iam:Put${kind}PermissionsBoundary`, resource: arn, on, context: boundaryOf(policy.arn) }],
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
        [
          {
            action: `iam:Detach${kind}Policy`,
            resource: arn,
            on,
            context: { ...context, 'iam:PolicyARN': held.arn ?? '' },
          },
        ],
        () => without((one) => one === held),
      );
    } else if (held.via === 'inline') {
      changes.add(
        `iam-delete-${low}-inline-policy`,
        arn,
        [{ action: `iam:Delete${kind}Policy`, resource: arn, on, context }],
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
export function relaxing(actor: Rights, victim: Subject, changes: Changes): void {
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
