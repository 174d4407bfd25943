import { fieldMatches, object, textMatches, type AbsentDiffers, type FieldValue } from './filter-match.ts';
import {
  parseFilterPattern,
  type FieldTest,
  type FilterExpr,
  type FilterPattern,
  type TextTest,
} from './filter-pattern.ts';

/** What {@link covers} found. */
export type Coverage =
  | { readonly covers: true }
  /** `missed` describes an event that is required and not matched, for people: `$.eventName = "DeleteRoute"`. */
  | { readonly covers: false; readonly missed: string }
  /** A pattern was not understood: no verdict. */
  | { readonly covers: 'unparsable'; readonly reason: string };

type Fields = ReadonlyMap<string, FieldValue>;

/** A text that no pattern of an account speaks of: it stands for "any other value". */
const other = 'x\u{2022}';

interface Term {
  readonly path: string;
  readonly test: FieldTest;
}

const termLists = new WeakMap<FilterExpr, readonly Term[]>();

function termsOf(expr: FilterExpr): readonly Term[] {
  let found = termLists.get(expr);
  if (found === undefined) {
    found = expr.kind === 'term' ? [expr] : expr.terms.flatMap(termsOf);
    termLists.set(expr, found);
  }
  return found;
}

const patterns = new Map<string, FilterPattern>();

/** Reads a pattern once: an account's filters are compared with each of the events that somebody wants to hear of. */
function parsedOnce(text: string): FilterPattern {
  let found = patterns.get(text);
  if (found === undefined) patterns.set(text, (found = parseFilterPattern(text)));
  return found;
}

/** Texts that tell a regular expression from a wildcard: its own words, and a letter or digit of each sort. */
function wordsOf(source: string): string[] {
  return [...source.split(/[^\w.:/-]+/).filter((word) => word !== ''), 'a', 'Z', '9', '.'];
}

/** The whole text is asked for, and nothing around it. */
const isExact = (test: TextTest): boolean => test.kind === 'text' && !test.anyBefore && !test.anyAfter;

/** Texts that tell one test's answers apart: what matches, barely matches, and barely does not. */
function textsFor(test: TextTest): string[] {
  if (test.kind === 'regex') {
    return wordsOf(test.source).flatMap((word) => [word, `${word}${other}`, `${other}${word}`]);
  }
  const { text } = test;
  return [text, `${text}${other}`, `${other}${text}`, `${other}${text}${other}`];
}

/** Every value of a property worth trying: a finite set in which any real value has a twin that all tests answer alike. */
function candidates(tests: readonly FieldTest[]): FieldValue[] {
  const values: FieldValue[] = [other, undefined, null, true, false, object, 0];
  const patterns: TextTest[] = [];
  for (const test of tests) {
    if (test.op === '=' || test.op === '!=') patterns.push(test.value);
    if ('number' in test && test.number !== undefined) values.push(test.number, test.number - 1, test.number + 1);
  }
  // where every test asks for a whole text, a text with something around it is like any other
  const whole = patterns.every(isExact);
  values.push(...patterns.flatMap((test) => (whole && test.kind === 'text' ? test.text : textsFor(test))));
  const texts = patterns.filter((pattern) => pattern.kind === 'text');
  const words = patterns.flatMap((pattern) => (pattern.kind === 'regex' ? wordsOf(pattern.source) : []));
  for (const { text, anyBefore, anyAfter } of words.length === 0 ? [] : texts) {
    if (anyAfter) values.push(...words.map((word) => `${text}${word}`));
    if (anyBefore) values.push(...words.map((word) => `${word}${text}`));
  }
  for (const before of texts) {
    for (const after of texts)
      if (before.anyAfter && after.anyBefore)
        values.push(`${before.text}${other}${after.text}`, `${before.text}${after.text}`);
  }
  return values;
}

/** What tells two tests apart; a test that has no such text is like no other. */
function nameOf(test: FieldTest): FieldTest | string {
  if ((test.op !== '=' && test.op !== '!=') || test.value.kind === 'regex') return test;
  const { anyBefore, anyAfter, text } = test.value;
  return `${test.op} ${anyBefore} ${anyAfter} ${test.number !== undefined} ${text}`;
}

/** Tests without repetitions: the wanted pattern and an account's filter often list the same names. */
const differing = (tests: readonly FieldTest[]): FieldTest[] => [
  ...new Map(tests.map((test) => [nameOf(test), test] as const)).values(),
];

/** The candidates without those that all tests answer like an earlier one. */
function distinct(tests: readonly FieldTest[], absentDiffers: AbsentDiffers): FieldValue[] {
  const bySignature = new Map<string, FieldValue>();
  for (const value of new Set(candidates(tests))) {
    let signature = '';
    for (const test of tests) signature += fieldMatches(test, value, absentDiffers) ? '1' : '0';
    const kind = value === undefined ? 'absent' : value === object ? 'object' : 'value';
    if (!bySignature.has(signature + kind)) bySignature.set(signature + kind, value);
  }
  return [...bySignature.values()];
}

/** True, false, or undefined while properties it depends on are not chosen yet. */
function partly(expr: FilterExpr, fields: Fields, absentDiffers: AbsentDiffers): boolean | undefined {
  if (expr.kind === 'term') {
    return fields.has(expr.path) ? fieldMatches(expr.test, fields.get(expr.path), absentDiffers) : undefined;
  }
  const decisive = expr.kind === 'or';
  let open = false;
  for (const term of expr.terms) {
    const answer = partly(term, fields, absentDiffers);
    if (answer === decisive) return decisive;
    open ||= answer === undefined;
  }
  return open ? undefined : !decisive;
}

/** Whether an event can have these properties: what lies below an object is there only if the object is. */
function possible(fields: Fields): boolean {
  for (const [path, value] of fields) {
    if (value === undefined) continue;
    for (const [above, outer] of fields) {
      if (path !== above && (path.startsWith(`${above}.`) || path.startsWith(`${above}[`)) && outer !== object)
        return false;
    }
  }
  return true;
}

const tooComplex = Symbol('too complex');
const mostSteps = 200_000;

/** An event that `required` matches and `given` does not, if there is one. */
function findMissed(
  required: FilterExpr,
  given: FilterPattern,
  absentDiffers: AbsentDiffers,
): Fields | undefined | typeof tooComplex {
  const terms = [...termsOf(required), ...(given.kind === 'json' ? termsOf(given.expr) : [])];
  const testsOf = new Map<string, FieldTest[]>();
  for (const { path, test } of terms) {
    const list = testsOf.get(path);
    if (list === undefined) testsOf.set(path, [test]);
    else list.push(test);
  }
  const paths = [...testsOf.keys()];
  const values = [...testsOf.values()].map((tests) =>
    given.kind === 'json' ? distinct(differing(tests), absentDiffers) : candidates(tests),
  );
  const fields = new Map<string, FieldValue>();
  let steps = 0;

  const search = (depth: number): Fields | undefined | typeof tooComplex => {
    steps += 1;
    if (steps > mostSteps) return tooComplex;
    if (partly(required, fields, absentDiffers) === false) return undefined;
    if (given.kind === 'json' && partly(given.expr, fields, absentDiffers) === true) return undefined;
    const path = paths[depth];
    if (path === undefined) {
      if (given.kind === 'text' && textPatternMatches(given, fields)) return undefined;
      return possible(fields) ? new Map(fields) : undefined;
    }
    for (const value of values[depth] ?? []) {
      fields.set(path, value);
      const found = search(depth + 1);
      if (found !== undefined) return found;
    }
    fields.delete(path);
    return undefined;
  };
  return search(0);
}

/**
 * The parts of an event's text that can be relied on: each property with its value, as compact JSON writes it. What stands next to what is
 * not known, so a word that reaches over two properties is not found.
 */
function textParts(fields: Fields): string[] {
  return [...fields].flatMap(([path, value]) => {
    if (value === undefined) return [];
    const steps = path.match(/[^.[\]$]+/g) ?? [];
    const keys = steps.map((step) => `${JSON.stringify(step)}:`);
    return value === object ? keys : [...keys, `${keys.at(-1)}${JSON.stringify(value)}`];
  });
}

function textPatternMatches(pattern: FilterPattern & { kind: 'text' }, fields: Fields): boolean {
  const parts = textParts(fields);
  const found = (term: TextTest): boolean => parts.some((part) => textMatches(term, part));
  return pattern.all.every(found) && (pattern.any.length === 0 || pattern.any.some(found));
}

function describe(fields: Fields): string {
  return [...fields]
    .map(([path, value]) => {
      if (value === undefined) return `${path} absent`;
      if (value === object) return `${path} an object`;
      if (typeof value !== 'string') return `${path} = ${value}`;
      return value === other ? `${path} = any other value` : `${path} = "${value.replaceAll(other, '*')}"`;
    })
    .join(', ');
}

/** Only what explains a miss: what the required pattern asks for by name, and whatever the given one looks at. */
function relevant(fields: Fields, required: FilterExpr, given: FilterPattern): Fields {
  const named = termsOf(required).filter(
    ({ test, path }) => test.op !== '!=' && fieldMatches(test, fields.get(path), false),
  );
  const looked = given.kind === 'json' ? termsOf(given.expr) : [];
  const paths = new Set([...named, ...looked].map(({ path }) => path));
  return new Map([...fields].filter(([path]) => paths.size === 0 || paths.has(path)));
}

/**
 * Whether every event that the required pattern matches is matched by the given one (or, of several, by at least one of them).
 * Judged by meaning: order, spacing, quotes, brackets and wider patterns do not matter.
 *
 * It looks for a counter-example among the finitely many kinds of events that the two patterns tell apart, under both readings of `!=` on
 * an absent property, so `covers: true` holds whichever is AWS's.
 */
export function covers(given: string | readonly string[], required: string): Coverage {
  const wanted = parsedOnce(required);
  if (wanted.kind !== 'json') {
    return {
      covers: 'unparsable',
      reason: wanted.kind === 'text' ? 'the required pattern is not a JSON pattern' : wanted.reason,
    };
  }
  const parsed = (typeof given === 'string' ? [given] : given).map(parsedOnce);
  const understood = parsed.filter((pattern) => pattern.kind !== 'unparsable');
  let verdict: Coverage | undefined;
  for (const pattern of union(understood)) {
    verdict = verdictOf(pattern, wanted.expr);
    if (verdict.covers === true) return verdict;
  }
  const unclear = parsed.find((pattern) => pattern.kind === 'unparsable');
  if (unclear?.kind === 'unparsable') return { covers: 'unparsable', reason: unclear.reason };
  return verdict ?? { covers: false, missed: 'every event' };
}

/** JSON patterns count as one, joined by "or"; plain terms each stand alone. */
function union(patterns: readonly FilterPattern[]): FilterPattern[] {
  const json = patterns.filter((pattern) => pattern.kind === 'json').map(({ expr }) => expr);
  const texts = patterns.filter((pattern) => pattern.kind === 'text');
  return json.length === 0 ? texts : [...texts, { kind: 'json', expr: { kind: 'or', terms: json } }];
}

function verdictOf(given: FilterPattern, required: FilterExpr): Coverage {
  // A word to be left out may occur in any event, in a property that nothing else speaks of.
  if (given.kind === 'text' && given.none.length > 0)
    return { covers: false, missed: 'an event that contains a word the pattern excludes' };
  for (const absentDiffers of [false, true]) {
    const missed = findMissed(required, given, absentDiffers);
    if (missed === tooComplex) return { covers: 'unparsable', reason: 'the pattern is too complex to be compared' };
    if (missed !== undefined) return { covers: false, missed: describe(relevant(missed, required, given)) };
  }
  return { covers: true };
}

/** A value with which a test holds, where one is easily named. */
function passing(test: FieldTest): { readonly value: FieldValue } | undefined {
  switch (test.op) {
    case '=':
      return test.value.kind === 'text' ? { value: test.number ?? test.value.text } : undefined;
    case '!=':
    case 'exists':
      return { value: other };
    case 'not exists':
      return { value: undefined };
    case 'is':
      return { value: test.value };
    case '<':
      return { value: test.number - 1 };
    case '>':
      return { value: test.number + 1 };
    case '<=':
    case '>=':
      return { value: test.number };
  }
}

/** Properties with which an expression holds: of alternatives the first or the last. */
function sample(expr: FilterExpr, at: 0 | -1, fields: Map<string, FieldValue>): void {
  if (expr.kind === 'term') {
    const found = passing(expr.test);
    if (found !== undefined && !fields.has(expr.path)) fields.set(expr.path, found.value);
    return;
  }
  const chosen = expr.kind === 'and' ? expr.terms : expr.terms.slice(at).slice(0, 1);
  for (const term of chosen) sample(term, at, fields);
}

/**
 * A cheap look before {@link covers}: true when one of two sample events shows already that the given pattern does not
 * match all that the required one does. False says nothing.
 */
export function certainlyMisses(given: string, required: string): boolean {
  const wanted = parsedOnce(required);
  const pattern = parsedOnce(given);
  if (wanted.kind !== 'json' || pattern.kind !== 'json') return false;
  return ([0, -1] as const).some((at) => {
    const fields = new Map<string, FieldValue>();
    sample(wanted.expr, at, fields);
    for (const { path } of [...termsOf(wanted.expr), ...termsOf(pattern.expr)])
      if (!fields.has(path)) fields.set(path, undefined);
    return (
      possible(fields) && partly(wanted.expr, fields, false) === true && partly(pattern.expr, fields, false) === false
    );
  });
}
