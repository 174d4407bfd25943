import type { Lookup } from './condition.ts';
import { compile } from './compile.ts';
import { conditionsHold, coversResource, matchPrincipal, type PrincipalMatch, type Target } from './match.ts';
import type { Policy, Statement } from './policy.ts';
import { and } from './tri.ts';
import { type Caller, MAYBE, NO, type PolicySource, type StatementRef, type Tri, YES } from './types.ts';

/** A compiled document with its name. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
}

/** One document with a name. */
export const asPolicy = (document: unknown, name = 'policy'): NamedPolicy => ({ name, policy: compile(document) });

const compiled = new WeakMap<readonly PolicySource[], readonly NamedPolicy[]>();

/** Compiles a list of policies; the list is remembered by identity, as its documents are. */
export function named(sources: readonly PolicySource[]): readonly NamedPolicy[] {
  let found = compiled.get(sources);
  if (found === undefined || found.length !== sources.length) {
    found = sources.map((source) => ({ name: source.name, policy: compile(source.document) }));
    compiled.set(sources, found);
  }
  return found;
}

/** A statement that takes part in a decision, and how surely it applies. */
export interface Applied {
  readonly policy: NamedPolicy;
  readonly statement: Statement;
  readonly applies: Tri;
  readonly by: PrincipalMatch['by'];
}

/** What the policies of one layer say together; `statements` holds those that may apply. */
export interface LayerResult {
  allow: Tri;
  deny: Tri;
  statements: Applied[];
}

export function refOf(policy: NamedPolicy, statement: Statement): StatementRef {
  const { index, sid, effect, json } = statement;
  return sid === undefined
    ? { policy: policy.name, index, effect, json }
    : { policy: policy.name, index, sid, effect, json };
}

/**
 * Evaluates the policies of a layer against one request. `caller` is given for resource policies, whose statements name
 * their principals; elsewhere Principal plays no part and a missing Resource element leaves the statement open.
 */
export function evaluateLayer(
  policies: readonly NamedPolicy[],
  action: string,
  resource: Target,
  lookup: Lookup,
  caller?: Caller,
  hasBoundary = false,
): LayerResult {
  const result: LayerResult = { allow: NO, deny: NO, statements: [] };
  for (const policy of policies) {
    for (const statement of policy.policy.forAction(action)) {
      let applies: Tri = YES;
      let by: PrincipalMatch['by'] = 'named';
      if (statement.problem !== undefined) {
        applies = MAYBE;
      } else {
        if (caller !== undefined) {
          const found = matchPrincipal(statement, caller, hasBoundary);
          if (found.match === NO) continue;
          applies = found.match;
          by = found.by;
        }
        const covered = coversResource(statement, resource, lookup, caller === undefined ? MAYBE : YES);
        if (covered === NO) continue;
        const held = conditionsHold(statement, lookup);
        if (held === NO) continue;
        applies = and(applies, and(covered, held));
      }
      if (statement.effect !== 'Deny' && applies > result.allow) {
        result.allow = statement.effect === 'Allow' ? applies : MAYBE;
      }
      if (statement.effect !== 'Allow' && applies > result.deny) {
        result.deny = statement.effect === 'Deny' ? applies : MAYBE;
      }
      result.statements.push({ policy, statement, applies, by });
    }
  }
  return result;
}
