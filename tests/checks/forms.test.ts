import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Check, Verdict } from '../../src/engine/check.ts';
import { pass } from '../../src/engine/check.ts';
import { settingsOf } from '../../src/engine/evaluate.ts';
import { type CompanionForm, judgeCompanion } from '../../src/engine/forms/companion.ts';
import type { Ask, Form } from '../../src/engine/forms/form.ts';
import { factsOf, judgeForm } from '../../src/engine/forms/form.ts';
import { judgeByExample } from '../../src/engine/forms/judged.ts';
import { judgeList } from '../../src/engine/forms/list.ts';
import { judgeNumber } from '../../src/engine/forms/number.ts';
import { judgeState } from '../../src/engine/forms/state.ts';
import { expectLaws, expectSameIn, otherPartitions, seen, textOf } from '../helpers/check-suite.ts';
import { affected, readsAffected } from '../helpers/affected.ts';
import { basesOf } from '../helpers/forms/base.ts';
import type { Derived, Given } from '../helpers/forms/cases.ts';
import { casesOf, set } from '../helpers/forms/cases.ts';

type Formed = Check & { readonly form: Form };
const formed = checks.filter((check): check is Formed => check.form !== undefined && readsAffected(check));

const judges: Readonly<Record<string, (form: never, ask: Ask) => Verdict>> = {
  state: judgeState,
  each: judgeList,
  some: judgeList,
  number: judgeNumber,
  age: judgeNumber,
  left: judgeNumber,
  companion: judgeCompanion,
  judged: judgeByExample,
};

/** The cases of a check, from a resource that no guard of it speaks of. */
function derive(check: Formed): readonly Derived[] {
  const { form, along } = check;
  const bases = basesOf(check);
  const settings = settingsOf(check.settings, undefined);
  const quiet = bases.find((base) => {
    const { subject, context } = seen(check as never, base as never, { when: '' });
    const ask: Ask = { subject, context, facts: factsOf(check.resource, subject, context) };
    const sentinel = pass('no guard speaks');
    return judgeForm(form, () => sentinel, ask) === sentinel;
  });
  const base = quiet ?? bases[0];
  if (base === undefined) throw new Error(`neither the demo company nor the world has a ${check.resource.key}`);
  const others = along['others'] === undefined ? [] : basesOf(along['others']);
  // One that is no companion of the resource: the cases make it one.
  const other = others.find((one) => !belongs(form, base, one)) ?? {};
  return casesOf(form, { base, bases, other, settings });
}

const belongs = (form: Form, base: Given, one: Given): boolean =>
  form.kind === 'companion' &&
  (form as CompanionForm).belongs(base as never, one as never, { along: {}, settings: {} } as never);

/** A form whose cell at a path is another. */
const withCell = (form: Form, path: string, cell: Verdict): Form => {
  if (!path.startsWith('unless.')) return set(form as unknown as Given, path, cell) as unknown as Form;
  const at = Number(path.slice('unless.'.length));
  const replaced = form.unless.map((guard, i) => {
    if (i !== at) return guard;
    return 'at' in guard
      ? { at: guard.at, is: guard.is, verdict: cell }
      : { ...guard, when: (...asked: [never, never]) => (guard.when(...asked) === undefined ? undefined : cell) };
  });
  return { ...form, unless: replaced };
};

it('checks are in forms; those that read a service that is gone through alone need not be', () => {
  if (affected === undefined) expect(formed.length).toBeGreaterThan(250);
});

describe.each(formed.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  const cases = derive(check);

  it('says of each value, of silence and of a value of tomorrow what its table says', () => {
    for (const c of cases) {
      const { verdict, text } = expectLaws(check as never, c.given as never, c as never);
      if (c.expect !== undefined) expect([c.when, verdict.kind], text).toEqual([c.when, c.expect]);
      if (c.names !== undefined) expect(text, c.when).toContain(c.names);
      expect(text, c.when).not.toMatch(/[{}]|\(not said\)|undefined|^ | $|  /);
    }
  });

  it('says the same in other partitions', () => {
    for (const c of cases)
      for (const id of otherPartitions) expectSameIn(id, check as never, c.given as never, c as never);
  });

  it('can pass or ask a person, and can fail', () => {
    const kinds = new Set(cases.map((c) => expectLaws(check as never, c.given as never, c as never).verdict.kind));
    expect(kinds.has('pass') || kinds.has('manual')).toBe(true);
    expect(kinds.has('fail') || kinds.has('manual')).toBe(true);
  });

  // A cell that no case reaches could say anything.
  it('has a case for each cell of its table: another verdict there is noticed', () => {
    for (const path of new Set(cases.flatMap(({ cell }) => cell ?? []))) {
      const mutant = withCell(check.form, path, pass('another verdict'));
      const changed = cases.filter((c) => {
        const { subject, context } = seen(check as never, c.given as never, c as never);
        const ask: Ask = { subject, context, facts: factsOf(check.resource, subject, context) };
        const verdict = judgeForm(mutant, judges[mutant.kind] as (form: Form, ask: Ask) => Verdict, ask);
        return textOf(verdict) === 'another verdict';
      });
      expect(
        changed.map(({ cell }) => cell),
        path,
      ).toContain(path);
      expect(new Set(changed.map(({ cell }) => cell)), path).toEqual(new Set([path]));
    }
    const cells = Object.entries(check.form).flatMap(([name, value]) => cellsIn(name, value));
    const reached = new Set(cases.map(({ cell }) => cell));
    expect(cells.filter((cell) => !reached.has(cell))).toEqual([]);
  });
});

/** Where a form holds verdicts. */
function cellsIn(name: string, value: unknown): readonly string[] {
  if (name === 'unless') return (value as readonly unknown[]).map((_, i) => `unless.${i}`);
  if (name === 'is')
    return Object.entries(value ?? {}).flatMap(([key, cell]) => (isVerdict(cell) ? [`is.${key}`] : []));
  return isVerdict(value) ? [name] : [];
}

const isVerdict = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value;
