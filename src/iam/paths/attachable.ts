import { compile } from '../compile.ts';
import type { Ask, Rights } from '../graph/rights.ts';
import type { ManagedPolicy } from '../graph/types.ts';
import type { World } from '../graph/world.ts';
import { type ContextInput, NO, YES } from '../types.ts';

const nothingElse: ContextInput = {};
const contexts = new WeakMap<ContextInput, Map<string, ContextInput>>();

/** The policy's ARN with what else is known of the request; made once, because answers are remembered by it. */
function attached(arn: string, rest: ContextInput = nothingElse): ContextInput {
  let known = contexts.get(rest);
  if (known === undefined) contexts.set(rest, (known = new Map()));
  let found = known.get(arn);
  if (found === undefined) known.set(arn, (found = { ...rest, 'iam:PolicyARN': arn }));
  return found;
}

/** A policy that can be attached; without one it is AWS's AdministratorAccess. */
export interface Attachable {
  readonly context: ContextInput;
  readonly policy: ManagedPolicy | undefined;
}

/**
 * Which policies may be attached to a principal or group: AdministratorAccess, unless a condition on iam:PolicyARN
 * forbids that one; then those of the account that allow anything.
 * @param ask to attach, with what is known of the request besides the policy
 */
export function attachable(world: World, actor: Rights, ask: Ask): Attachable[] {
  const first = { context: attached(world.administratorPolicy, ask.context), policy: undefined };
  if (actor.may({ ...ask, context: first.context }) === YES) return [first];
  const conditioned = actor
    .applicable(ask.action.toLowerCase())
    .statements.some((statement) => statement.conditions.some(({ key }) => key === 'iam:policyarn'));
  if (!conditioned) return [first];
  const others: Attachable[] = [];
  for (const policy of world.account.policies.values()) {
    if (policy.document === undefined || others.length >= 20) continue;
    if (actor.subject.identity.some(({ arn }) => arn === policy.arn)) continue;
    const context = attached(policy.arn, ask.context);
    if (actor.may({ ...ask, context }) === NO) continue;
    const grants = world.index.of(compile(policy.document));
    if (grants.some((one) => one === 1)) others.push({ context, policy });
  }
  return [first, ...others];
}
