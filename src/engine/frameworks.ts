import afsbp from '../../frameworks/aws_foundational_security_best_practices.json' with { type: 'json' };
import cis7 from '../../frameworks/cis_7.0.json' with { type: 'json' };
import { unknownName } from './select.ts';

export interface Requirement {
  readonly id: string;
  /** Ids of the checks that answer it; empty = nothing can be automated. */
  readonly checks: readonly string[];
}

/** A compliance programme as data: requirement to checks. */
export interface Framework {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  readonly requirements: readonly Requirement[];
}

export const frameworks: readonly Framework[] = [afsbp, cis7];

let added: readonly Framework[] = [];

/** The frameworks of the packs of this run. */
export function addFrameworks(all: readonly Framework[]): void {
  added = all;
  byCheck = undefined;
}

/** Built-in frameworks and those of packs. */
export const allFrameworks = (): readonly Framework[] => [...frameworks, ...added];

/** @throws AuditError `usage` with the nearest keys */
export function frameworkByKey(key: string): Framework {
  const found = allFrameworks().find((f) => f.key === key);
  if (found === undefined)
    throw unknownName(
      'framework',
      key,
      allFrameworks().map((f) => f.key),
      'Run `audit frameworks list` to see them all.',
    );
  return found;
}

let byCheck: Map<string, string[]> | undefined;

/** The requirements a check answers, as `<framework>:<requirement>`, e.g. `cis_7.0:2.1.4`. */
export function requirementsOf(check: string): readonly string[] {
  if (byCheck === undefined) {
    byCheck = new Map();
    for (const { key, requirements } of allFrameworks()) {
      for (const requirement of requirements) {
        for (const id of requirement.checks) {
          const list = byCheck.get(id);
          if (list === undefined) byCheck.set(id, [`${key}:${requirement.id}`]);
          else list.push(`${key}:${requirement.id}`);
        }
      }
    }
  }
  return byCheck.get(check) ?? [];
}
