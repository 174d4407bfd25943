import { compile } from '../compile.ts';
import type { Rights } from '../graph/rights.ts';
import type { ManagedPolicy, Principal } from '../graph/types.ts';
import type { World } from '../graph/world.ts';
import { type ContextInput, NO, YES } from '../types.ts';

const contexts = new Map<string, ContextInput>();

const attached = (arn: string): ContextInput => {
  let found = contexts.get(arn);
  if (found === undefined) contexts.set(arn, (found = { 'iam:PolicyARN': arn }));
  return found;
};

/** A policy that can be attached; without one it is AWS's AdministratorAccess. */
export interface Attachable {
  readonly context: ContextInput;
  readonly policy: ManagedPolicy | undefined;
}

/**
 * Which policies may be attached to a principal or group: AdministratorAccess, unless a condition on iam:PolicyARN
 * forbids that one; then those of the account that allow anything.
 */
export function attachable(world: World, actor: Rights, action: string, resource: string, on: Principal): Attachable[] {
  const first = { context: attached(world.administratorPolicy), policy: undefined };
  if (actor.may({ action, resource, on, context: first.context }) === YES) return [first];
  const conditioned = actor
    .applicable(action.toLowerCase())
    .statements.some((statement) => statement.conditions.some(({ key }) => key === 'iam:policyarn'));
  if (!conditioned) return [first];
  const others: Attachable[] = [];
  for (const policy of world.account.policies.values()) {
    if (policy.document === undefined || others.length >= 20) continue;
    if (actor.subject.identity.some(({ arn }) => arn === policy.arn)) continue;
    const context = attached(policy.arn);
    if (actor.may({ action, resource, on, context }) === NO) continue;
    const grants = world.index.of(compile(policy.document));
    if (grants.some((one) => one === 1)) others.push({ context, policy });
  }
  return [first, ...others];
}
