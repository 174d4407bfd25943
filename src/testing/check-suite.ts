import type { SubjectBase, TypedCheck } from '../engine/check.ts';
import { assertVerdict } from '../engine/check.ts';
import type { Case, Given } from './cases.ts';
import { freeze, seen, textOf, verbs } from './cases.ts';

/** Of any test runner: `node:test`, Vitest, Jest, Mocha. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => void) => unknown;
}

/**
 * Runs a check over a table of cases and adds what holds for every check: a passing and a failing (or manual) case exist,
 * the verdict is the same twice, the input is not changed, and the message names the resource.
 * @param base the subject that cases differ from
 */
export function checkSuite<Sub extends SubjectBase, Con>(
  check: TypedCheck<Sub, Con>,
  base: Given<Sub>,
  cases: readonly Case<Sub, Con>[],
  { describe, it }: Runner,
): void {
  describe(check.id, () => {
    it('has a passing and a failing case', () => {
      for (const kind of ['pass', 'fail'] as const)
        if (!cases.some((c) => c.expect === kind || c.expect === 'manual')) throw new Error(`no case expects ${kind}`);
    });
    for (const c of cases) it(`${verbs[c.expect]} when ${c.when}`, () => holdsIn(check, base, c));
  });
}

/** @throws Error saying what of a case does not hold */
function holdsIn<Sub extends SubjectBase, Con>(check: TypedCheck<Sub, Con>, base: Given<Sub>, c: Case<Sub, Con>): void {
  const { subject, context } = seen(check, base, c);
  // A check that changes what it is given throws here.
  const judged = (): unknown => check.evaluate(freeze(subject) as never, freeze(context) as never);
  const verdict = judged();
  assertVerdict(verdict);
  const text = textOf(verdict);
  const hold = (ok: boolean, expected: string): void => {
    if (!ok) throw new Error(`${check.id}: ${verdict.kind}, "${text}"; expected ${expected}`);
  };
  hold(verdict.kind === c.expect, c.expect);
  hold(c.message === undefined || c.message.test(text), `a text like ${String(c.message)}`);
  if (!check.resource.singleton && ['pass', 'fail', 'manual'].includes(verdict.kind))
    hold(text.includes(String(subject['name'])), `the resource's name, ${String(subject['name'])}, in it`);
  hold(!/[.!]$|undefined|\[object|NaN|Invalid Date/.test(text), 'no full stop, and no value that is missing');
  hold(JSON.stringify(judged()) === JSON.stringify(verdict), 'the same verdict twice');
  const given = 'actions' in verdict ? (verdict.actions ?? []) : [];
  if (c.actions !== undefined) hold(String(given) === String(c.actions), `the actions ${c.actions.join(', ')}`);
}
