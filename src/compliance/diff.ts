import type { Framework, Requirement } from '../engine/frameworks.ts';

/** A requirement of one framework and what it is in the other. */
export interface Pair {
  readonly before: Requirement;
  readonly after: Requirement;
}

export interface FrameworkDiff {
  /** What the second asks beyond the first. */
  readonly added: readonly Requirement[];
  /** What only the first asks. */
  readonly removed: readonly Requirement[];
  /** The same under another id, the same checks or not. */
  readonly renumbered: readonly Pair[];
  /** The same, with other checks. */
  readonly changed: readonly Pair[];
  readonly same: number;
}

/**
 * What one framework asks beyond another. Requirements are the same that have the same title; where one has no title, the same id; and of
 * those that are left, those that alone have the same checks.
 */
export function diffOf(first: Framework, second: Framework): FrameworkDiff {
  const left = new Set(first.requirements);
  const right = new Set(second.requirements);
  const pairs: Pair[] = [];
  const match = (keyOf: (requirement: Requirement) => string | undefined): void => {
    const before = grouped(left, keyOf);
    for (const [key, afters] of grouped(right, keyOf)) {
      const befores = before.get(key) ?? [];
      const [one, other] = [befores[0], afters[0]];
      if (befores.length !== 1 || afters.length !== 1 || one === undefined || other === undefined) continue;
      pairs.push({ before: one, after: other });
      left.delete(one);
      right.delete(other);
    }
  };
  match(({ id, title }) => (title === undefined ? undefined : `${id} ${title}`));
  match(({ title }) => title);
  match(({ checks }) => (checks.length === 0 ? undefined : checksOf(checks)));
  const untitled = [...left, ...right].some(({ title }) => title === undefined);
  if (untitled) match(({ id }) => id);
  const order = new Map(second.requirements.map((each, n) => [each, n]));
  pairs.sort((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0));
  const differs = ({ before, after }: Pair): boolean => checksOf(before.checks) !== checksOf(after.checks);
  const moved = ({ before, after }: Pair): boolean => before.id !== after.id;
  return {
    added: [...right],
    removed: [...left],
    renumbered: pairs.filter(moved),
    changed: pairs.filter(differs),
    same: pairs.filter((pair) => !differs(pair) && !moved(pair)).length,
  };
}

const checksOf = (checks: readonly string[]): string => [...checks].sort().join();

function grouped<T>(all: Iterable<T>, keyOf: (each: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
