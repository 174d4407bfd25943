import { build, compile } from '../compile.ts';
import type { NamedPolicy } from '../layer.ts';
import type { Policy } from '../policy.ts';
import type { Findings } from './surface.ts';
import type { AccessGroup } from './types.ts';

/** A resource policy, split into what could be read and what could not. */
export interface ReadPolicy {
  readonly named: NamedPolicy;
  /** The document as compiled, problems included. */
  readonly whole: Policy;
  /** Statements that could not be read and may allow something. */
  readonly mayAllow: boolean;
}

/** Compiles a policy; what could not be read goes to the findings' `unknown`. undefined when there is none. */
export function readPolicy(name: string, document: unknown, findings: Findings): ReadPolicy | undefined {
  if (document === undefined || document === null || document === '') return undefined;
  const whole = compile(document);
  const readable = whole.statements.filter((statement) => statement.problem === undefined);
  for (const problem of whole.problems.slice(0, 20)) findings.unknown.add(`${name}: ${problem}`);
  const policy = readable.length === whole.statements.length ? whole : build(whole.version, readable, []);
  return {
    named: { name, policy },
    whole,
    mayAllow: whole.statements.some((statement) => statement.problem !== undefined && statement.effect !== 'Deny'),
  };
}

/** The same policy with nothing but its denials. */
export const denialsOf = (policy: NamedPolicy): NamedPolicy => ({
  name: policy.name,
  policy: build(
    policy.policy.version,
    policy.policy.statements.filter((statement) => statement.effect === 'Deny'),
    [],
  ),
});

/** Where something that may allow could not be read or judged, no group is known to be narrower than "unknown". */
export function blur(findings: Findings, policies: readonly (ReadPolicy | undefined)[]): void {
  const tooLarge = findings.budget.left < 0;
  if (tooLarge) findings.unknown.add('the policy is too large to be judged whole');
  if (!tooLarge && !policies.some((policy) => policy?.mayAllow === true)) return;
  for (const group of ['read', 'write', 'administer'] as const satisfies AccessGroup[]) {
    const verdict = findings.access[group];
    if (verdict === 'private' || verdict === 'organization' || verdict === 'cross-account')
      findings.access[group] = 'unknown';
  }
}
