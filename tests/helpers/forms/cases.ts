import type { Verdict } from '../../../src/engine/check.ts';
import type { CompanionForm } from '../../../src/engine/forms/companion.ts';
import type { Form } from '../../../src/engine/forms/form.ts';
import type { JudgedForm } from '../../../src/engine/forms/judged.ts';
import type { ListForm, Judged } from '../../../src/engine/forms/list.ts';
import type { NumberForm } from '../../../src/engine/forms/number.ts';
import { headOf, keyOf, valueAt } from '../../../src/engine/forms/path.ts';
import type { StateForm } from '../../../src/engine/forms/state.ts';
import type { Cell } from '../../../src/engine/forms/words.ts';
import { notApplicable } from '../../../src/engine/check.ts';
import { testNow } from '../check-suite.ts';

export type Given = Readonly<Record<string, unknown>>;

/** A case that follows from a form's table. */
export interface Derived {
  readonly when: string;
  readonly given: Given;
  readonly along?: Readonly<Record<string, readonly object[]>>;
  /** Where the cell stands that decides; undefined where none does. */
  readonly cell: string | undefined;
  /** Undefined where a function decides. */
  readonly expect: Verdict['kind'] | undefined;
  /** What the text must name. */
  readonly names?: string;
}

interface Ground {
  readonly base: Given;
  /** All realistic resources of the type. */
  readonly bases: readonly Given[];
  /** A realistic resource of the companions' type. */
  readonly other: Given;
  readonly settings: Readonly<Record<string, unknown>>;
}

const kindOf = (cell: Cell | undefined): Verdict['kind'] | undefined =>
  cell === undefined ? 'unknown' : typeof cell === 'function' ? undefined : cell.kind;

/** A subject that says something else at a path. */
export function set(subject: Given, at: string, value: unknown): Given {
  const head = headOf(at);
  const rest = at.slice(head.length + 1);
  return { ...subject, [head]: rest === '' ? value : set((subject[head] ?? {}) as Given, rest, value) };
}

/** All that a form promises of a resource. */
export function casesOf(form: Form, ground: Ground): readonly Derived[] {
  return [...guardCases(form, ground), ...ownCases(form, ground).map((one) => guarded(form, one))];
}

/** A case that a guard on a value speaks of, such as silence of what the value is part of, is that guard's. */
function guarded({ unless }: Form, one: Derived): Derived {
  const i = unless.findIndex((guard) => 'at' in guard && guard.is.includes(valueAt(one.given, guard.at) ?? undefined));
  const guard = unless[i];
  if (guard === undefined || !('at' in guard)) return one;
  return { ...one, cell: `unless.${i}`, expect: kindOf(guard.verdict ?? notApplicable(guard.because ?? '')) };
}

function ownCases(form: Form, ground: Ground): readonly Derived[] {
  switch (form.kind) {
    case 'state':
      return stateCases(form as StateForm, ground);
    case 'each':
    case 'some':
      return listCases(form as ListForm, ground);
    case 'number':
    case 'age':
    case 'left':
      return numberCases(form as NumberForm, ground);
    case 'judged':
      return (form as JudgedForm).examples(ground.base as never).map(({ given, ...example }) => ({
        ...example,
        given: { ...ground.base, ...given },
        cell: undefined,
      }));
    case 'companion':
      return companionCases(form as CompanionForm, ground);
    default:
      throw new TypeError(`no cases are derived from a form ${form.kind}`);
  }
}

function guardCases({ unless }: Form, { base }: Ground): readonly Derived[] {
  return unless.flatMap((guard, i): readonly Derived[] => {
    if (!('at' in guard)) {
      const along = guard.along === undefined ? {} : { along: guard.along };
      const given = { ...base, ...guard.such };
      return [{ when: `guard ${i} speaks`, given, ...along, cell: `unless.${i}`, expect: undefined }];
    }
    const cell = guard.verdict ?? notApplicable(guard.because ?? '');
    return guard.is.map((value) => ({
      when: `${guard.at} is ${String(value)}`,
      given: set(base, guard.at, value),
      cell: `unless.${i}`,
      expect: kindOf(cell),
    }));
  });
}

function silenceCases(
  at: string,
  form: { absent: Cell | undefined; unsaid: Cell | undefined },
  base: Given,
): readonly Derived[] {
  const head = headOf(at);
  const nothing = (path: string, cell: 'absent' | 'unsaid'): Derived => ({
    when: `nothing is said of ${path}`,
    given: set(base, path, undefined),
    cell: form[cell] === undefined ? undefined : cell,
    expect: kindOf(form[cell]),
  });
  return [nothing(at, 'unsaid'), ...(head === at ? [] : [nothing(head, 'absent')])];
}

const typed = (key: string): unknown => (key === 'true' ? true : key === 'false' ? false : key);

/** Where any value has a verdict, an empty one has none. */
const emptyCases = ({ at, is, unsaid }: StateForm, base: Ground['base']): readonly Derived[] => [
  ...('' in is
    ? []
    : [
        {
          when: `${at} is an empty text`,
          given: set(base, at, ''),
          cell: unsaid === undefined ? undefined : 'unsaid',
          expect: kindOf(unsaid),
        },
      ]),
  { when: `${at} is no number`, given: set(base, at, Number.NaN), cell: undefined, expect: kindOf(undefined) },
];

function stateCases(form: StateForm, { base }: Ground): readonly Derived[] {
  const { at, is, otherwise } = form;
  const said = valueAt(base, at) ?? undefined;
  const other = said === undefined || keyOf(said) in is ? 'VALUE_OF_TOMORROW' : said;
  return [
    ...Object.entries(is).map(([key, cell]) => ({
      when: `${at} is ${key}`,
      given: set(base, at, typed(key)),
      cell: `is.${key}`,
      expect: kindOf(cell),
    })),
    {
      when: `${at} is something else`,
      given: set(base, at, otherwise === undefined ? 'VALUE_OF_TOMORROW' : other),
      cell: otherwise === undefined ? undefined : 'otherwise',
      expect: kindOf(otherwise),
    },
    ...(otherwise === undefined ? [] : emptyCases(form, base)),
    ...silenceCases(at, form, base),
  ];
}

/** An element of each kind, as far as the form knows one. */
function elements({ by, is, such }: ListForm, model: unknown): Readonly<Record<Judged, readonly unknown[]>> {
  const like = (part: unknown): unknown =>
    typeof part === 'object' && part !== null ? { ...(model as object | undefined), ...part } : part;
  if (by === undefined) return { good: [like(such?.good)], bad: [like(such?.bad)], skip: [], unsaid: [] };
  const of = (judged: Judged): readonly unknown[] =>
    Object.entries(is ?? {}).flatMap(([key, found]) => (found === judged ? [like({ [by]: typed(key) })] : []));
  const unsaid = [like({ [by]: undefined }), like({ [by]: 'VALUE_OF_TOMORROW' })];
  return { good: of('good'), bad: of('bad'), skip: of('skip'), unsaid };
}

function listCases(form: ListForm, { base, bases }: Ground): readonly Derived[] {
  const { kind, list, called, undecided } = form;
  const [model] = [base, ...bases].flatMap((one) => (valueAt(one, list) ?? []) as readonly unknown[]);
  const of = elements(form, model);
  const [good, bad] = [of.good[0], of.bad[0]];
  const open = undecided === undefined ? undefined : 'undecided';
  const case_ = (
    when: string,
    all: readonly unknown[],
    cell: 'pass' | 'fail' | 'none' | 'undecided' | undefined,
  ): Derived => ({
    when: `${list} has ${when}`,
    given: set(base, list, all),
    cell,
    expect: kindOf(cell === undefined ? undefined : form[cell]),
    ...(kind === 'each' && cell === 'fail' && typeof called === 'function' ? { names: called(bad as never) } : {}),
  });
  const one = kind === 'each';
  return [
    case_('no element', [], 'none'),
    ...of.skip.map((element) => case_('only what does not matter', [element], 'none')),
    ...of.good.map((element) => case_('a good element', [element], 'pass')),
    ...of.bad.map((element) => case_('a bad element', [element], 'fail')),
    case_('a good and a bad element', [good, bad], one ? 'fail' : 'pass'),
    ...of.unsaid.flatMap((element) => [
      case_('a good element and one that nothing is said of', [good, element], one ? open : 'pass'),
      case_('a bad element and one that nothing is said of', [element, bad], one ? 'fail' : open),
    ]),
    ...silenceCases(list, form, base),
  ];
}

const dayMs = 86_400_000;

function numberCases(form: NumberForm, { base, settings }: Ground): readonly Derived[] {
  const { kind, at, atLeast, atMost, fail, past } = form;
  const bound = atLeast ?? atMost;
  const limit = bound === undefined ? 0 : Number(settings[bound]);
  const now = Date.parse(testNow);
  /** A value that lies so many whole days, or so much, from nothing. */
  const value = (n: number, ms = 0): unknown =>
    kind === 'number' ? n : new Date(kind === 'age' ? now - n * dayMs - ms : now + n * dayMs + ms).toISOString();
  const case_ = (when: string, said: unknown, cell: 'pass' | 'fail' | 'past' | undefined): Derived => ({
    when: `${at} is ${when}`,
    given: set(base, at, said),
    cell: cell !== undefined && form[cell] === undefined ? undefined : cell,
    expect: kindOf(cell === undefined ? undefined : form[cell]),
  });
  const one = (sign: 1 | -1): unknown => (kind === 'age' && sign === 1 ? value(limit, 1) : value(limit + sign));
  const [right, wrong] = atLeast === undefined ? [one(-1), one(1)] : [one(1), one(-1)];
  return [
    ...(fail === undefined
      ? []
      : [case_('on the right side', right, 'pass'), case_('on the wrong side', wrong, 'fail')]),
    case_('the limit itself', value(limit), 'pass'),
    ...(past === undefined ? [] : [case_('just past', new Date(now - 1).toISOString(), 'past')]),
    case_('none that can be compared', kind === 'number' ? Number.NaN : 'no_information', undefined),
    ...silenceCases(at, form, base),
  ];
}

function companionCases({ such, pass, fail, faulty }: CompanionForm, { base, other }: Ground): readonly Derived[] {
  const like = such(base as never);
  const case_ = (when: string, others: readonly object[], cell: string, by: Cell): Derived => ({
    when,
    given: base,
    along: { others: others.map((one) => ({ ...other, ...one })) },
    cell,
    expect: kindOf(by),
  });
  const bad = like.faulty === undefined ? [] : [like.faulty];
  return [
    case_('there is no companion', [], 'fail', fail),
    case_('there is another only', [{}], 'fail', fail),
    case_('there is a companion', [...bad, like.good], 'pass', pass),
    ...bad.map((one) =>
      case_('there is one with a fault', [one], faulty === undefined ? 'fail' : 'faulty', faulty ?? fail),
    ),
  ];
}
