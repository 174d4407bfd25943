import { describe, expect, it } from 'vitest';
import type { ExactFix, SubjectBase, TypedCheck, Verdict } from '../../src/engine/check.ts';
import type { Case, Given } from '../../src/testing/cases.ts';
import { freeze, seen, testNow, textOf, verbs, withDerived } from '../../src/testing/cases.ts';
import { partitions } from '../../src/partitions/partitions.ts';
import { exactFix } from '../../src/engine/exact-fix.ts';
import { problemsOf } from './fix-commands.ts';
import { Move } from '../../src/stand-in/move-partition.ts';

export type { Case, Given };
export { seen, testNow, textOf };

/**
 * Runs a check over a table of cases and adds what holds for every check: a passing and a failing (or manual) case
 * exist, the verdict is deterministic, the input is not changed, the message names the resource.
 */
export function checkSuite<Sub extends SubjectBase, Con>(
  check: TypedCheck<Sub, Con>,
  base: Given<Sub>,
  cases: readonly Case<Sub, Con>[],
): void {
  describe(check.id, () => {
    it('has a passing and a failing case', () => {
      const kinds = new Set(cases.map((c) => c.expect));
      expect(kinds.has('pass') || kinds.has('manual')).toBe(true);
      expect(kinds.has('fail') || kinds.has('manual')).toBe(true);
    });
    for (const facet of check.needs) {
      if ((check.resource.facetDefs[facet]?.absentOn.length ?? 0) === 0) continue;
      it(`has a case in which ${facet} is absent`, () => {
        const all = cases.map((c): Record<string, unknown> => ({ ...base, ...c.given }));
        expect(all.some((subject) => subject[facet] === undefined)).toBe(true);
      });
    }
    it.each(cases.map((c) => [`${verbs[c.expect]} when ${c.when}`, c] as const))('%s', (_name, c) => {
      const { verdict, text, fix } = expectLaws(check, base, c);
      expect(verdict.kind, text).toBe(c.expect);
      if (c.fix !== undefined) expect(fix).toMatchObject(c.fix);
      if (c.message !== undefined) expect(text).toMatch(c.message);
      if (c.actions !== undefined) expect(verdict.kind === 'unknown' && verdict.actions).toEqual(c.actions);
    });
    // A case that names a partition is about that one.
    const anywhere = cases.filter(({ given }) => given?.partition === undefined);
    it.each(otherPartitions)('says the same in %s', (id) => {
      for (const c of anywhere) expectSameIn(id, check, base, c);
    });
  });
}

/** What holds of every verdict of a check: it names the resource, is the same twice, and changes nothing of its input. */
export function expectLaws<Sub extends SubjectBase, Con>(
  check: TypedCheck<Sub, Con>,
  base: Given<Sub>,
  c: Omit<Case<Sub, Con>, 'expect'>,
): { readonly verdict: Verdict; readonly text: string; readonly fix: ExactFix | undefined } {
  const { subject, context } = seen(check, base, c);
  const { along } = context;
  const before = JSON.stringify([subject, along]);
  const verdict = check.evaluate(freeze(subject) as never, freeze(context) as never);
  const text = textOf(verdict);
  if (verdict.kind === 'pass' || verdict.kind === 'fail' || verdict.kind === 'manual') {
    if (!check.resource.singleton) expect(text).toContain(String(subject['name']));
    expect(text).not.toMatch(/[.!]$|undefined|\[object|NaN|Invalid Date/);
  }
  expect(check.evaluate(subject as never, context as never)).toEqual(verdict);
  const fix = verdict.kind === 'fail' ? exactFix(check, subject, context, verdict) : undefined;
  // What it throws, the engine takes for a fact that was not read.
  if (verdict.kind === 'fail') check.fix.exact?.(subject as never, context as never);
  if (fix?.cli !== undefined) expect(problemsOf(fix.cli)).toEqual([]);
  expect(JSON.stringify([subject, along])).toBe(before);
  return { verdict, text, fix };
}

/**
 * An account in another partition is judged like one in the commercial partition: the same verdict in the same words but for names of
 * ARNs and regions, or none, for a reason that the partition's data gives.
 */
export function expectSameIn<Sub extends SubjectBase, Con>(
  id: string,
  check: TypedCheck<Sub, Con>,
  base: Given<Sub>,
  c: Omit<Case<Sub, Con>, 'expect'>,
): void {
  const move = new Move(id);
  const here = seen(check, base, c);
  const there = move.to(structuredClone({ ...here, context: { ...here.context, derived: {} } }));
  const moved = (value: Record<string, unknown>): Record<string, unknown> => ({ ...value, partition: id });
  const along = Object.fromEntries(
    Object.entries(there.context.along as Record<string, readonly Record<string, unknown>[]>).map(([name, all]) => [
      name,
      all.map(moved),
    ]),
  );
  const judged = (subject: object, context: object): Verdict => check.evaluate(subject as never, context as never);
  const subject = moved(there.subject);
  const verdict = judged(freeze(subject), freeze(withDerived(check, subject, { ...there.context, along })));
  const reasons: readonly string[] = Object.values(move.partition.lacks);
  const said = textOf(verdict);
  if (['not-applicable', 'manual'].includes(verdict.kind) && reasons.some((reason) => said.includes(reason))) return;
  const expected = judged(freeze(here.subject), freeze(here.context));
  expect([id, verdict.kind, said]).toEqual([id, expected.kind, move.to(textOf(expected))]);
}

export const otherPartitions = partitions.map(({ id }) => id).filter((id) => id !== 'aws');
