import { arnPatternOf, matchesArn } from './arn.ts';
import { type ArnParts } from '../text/arn.ts';
import { parseDate, parseNumber } from './compile-condition.ts';
import type { CompiledCondition, CompiledValue } from './condition-types.ts';
import { globOf, matchesGlob, type Piece } from './glob.ts';
import { type Cidr, holds, parseCidr } from './ip.ts';
import type { ResourcePattern, Template } from './policy.ts';
import { fromBoolean as tri, not } from './tri.ts';
import { type KeyState, MAYBE, NO, type Tri, YES } from './types.ts';

/** What is known of a key of the request; the key is in lower case. */
export type Lookup = (key: string) => KeyState;

/**
 * Resolves the variables of a template. `absent`: a variable without a value, so nothing matches;
 * `open`: its value is not known. Text that comes from a variable is literal, even if it holds `*`.
 */
function resolve(template: Template, lookup: Lookup): readonly Piece[] | 'absent' | 'open' {
  const resolved: Piece[] = [];
  for (const piece of template.pieces) {
    if (typeof piece !== 'object') {
      resolved.push(piece);
      continue;
    }
    const state = lookup(piece.variable);
    if (state.is === 'known' && state.values.length === 1) resolved.push(state.values[0] ?? '');
    else if (state.is === 'absent' && piece.fallback !== undefined) resolved.push(piece.fallback);
    // a key with several values cannot stand in a variable
    else if (state.is === 'absent' || state.is === 'known') return 'absent';
    else return 'open';
  }
  return resolved;
}

/** Whether an entry of Resource matches; `parts` is the resource already split. */
export function matchesResource(
  pattern: ResourcePattern,
  resource: string,
  parts: ArnParts | undefined,
  lookup: Lookup,
): Tri {
  if ('pattern' in pattern) return tri(matchesArn(pattern.pattern, resource, parts));
  const resolved = resolve(pattern.template, lookup);
  if (resolved === 'absent') return NO;
  if (resolved === 'open') return MAYBE;
  return tri(matchesArn(arnPatternOf(resolved), resource, parts));
}

/** Whether an entry of Resource holds a variable that has no value in the request. */
export const lacksValue = (pattern: ResourcePattern, lookup: Lookup): boolean =>
  'template' in pattern && resolve(pattern.template, lookup) === 'absent';

const fold = (parts: readonly Piece[]): Piece[] =>
  parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));

function compareNumbers(condition: CompiledCondition, actual: number, wanted: number): boolean {
  switch (condition.comparison) {
    case 'less':
      return actual < wanted;
    case 'lessEqual':
      return actual <= wanted;
    case 'greater':
      return actual > wanted;
    case 'greaterEqual':
      return actual >= wanted;
    case 'equal':
    case 'like':
      return actual === wanted;
  }
}

/** Whether one value of the request matches one value of the policy, before negation. */
function matchesValue(condition: CompiledCondition, value: CompiledValue, actual: string, lookup: Lookup): Tri {
  if ('bad' in value) return MAYBE;
  if ('template' in value) {
    const resolved = resolve(value.template, lookup);
    if (resolved === 'absent') return NO;
    if (resolved === 'open') return MAYBE;
    if (condition.family === 'arn') return tri(matchesArn(arnPatternOf(resolved), actual));
    if (condition.family === 'string' || condition.family === 'binary') {
      const parts = condition.ignoreCase ? fold(resolved) : resolved;
      return tri(matchesGlob(globOf(parts), condition.ignoreCase ? actual.toLowerCase() : actual));
    }
    const text = resolved.filter((part) => typeof part === 'string').join('');
    const plain: CompiledValue =
      condition.family === 'ip'
        ? ipValue(text)
        : condition.family === 'bool'
          ? { text, glob: { kind: 'exact', text: text.toLowerCase() } }
          : { text, number: condition.family === 'date' ? parseDate(text) : parseNumber(text) };
    return matchesValue(condition, plain, actual, lookup);
  }
  if ('glob' in value) {
    const folded = condition.ignoreCase || condition.family === 'bool' ? actual.toLowerCase() : actual;
    return tri(matchesGlob(value.glob, folded));
  }
  if ('arn' in value) return tri(matchesArn(value.arn, actual));
  if ('cidr' in value) {
    const address = addressOf(actual);
    return tri(address !== undefined && holds(value.cidr, address));
  }
  const number = condition.family === 'date' ? parseDate(actual) : parseNumber(actual);
  return Number.isNaN(number) || Number.isNaN(value.number) ? NO : tri(compareNumbers(condition, number, value.number));
}

let lastAddress: { readonly text: string; readonly address: Cidr | undefined } = { text: '', address: undefined };

/** An address of the request, which long lists are compared with many times in a row. */
function addressOf(text: string): Cidr | undefined {
  if (lastAddress.text !== text) lastAddress = { text, address: parseCidr(text) };
  return lastAddress.address;
}

function ipValue(text: string): CompiledValue {
  const cidr = parseCidr(text);
  return cidr === undefined ? { text, bad: true } : { text, cidr };
}

/** Whether the value is text to be compared as it stands. */
export const isPlain = (value: CompiledValue): boolean => 'glob' in value && value.glob.kind === 'exact';

/** A list from this length on is looked up instead of gone through. */
const LONG = 24;
const lists = new WeakMap<
  CompiledCondition,
  { readonly plain: ReadonlySet<string>; readonly others: readonly CompiledValue[] }
>();

function listOf(condition: CompiledCondition) {
  let found = lists.get(condition);
  if (found === undefined) {
    const plain = new Set<string>();
    for (const value of condition.values)
      if ('glob' in value && value.glob.kind === 'exact') plain.add(value.glob.text);
    found = { plain, others: condition.values.filter((value) => !isPlain(value)) };
    lists.set(condition, found);
  }
  return found;
}

/** The values but for plain texts of a long list. */
export const uncommonValues = (condition: CompiledCondition): readonly CompiledValue[] =>
  condition.values.length < LONG ? condition.values : listOf(condition).others;

/** One value of the request against all values of the policy: any of them, or for a negated operator none of them. */
function matchesAny(condition: CompiledCondition, actual: string, lookup: Lookup): Tri {
  let best: Tri = NO;
  let { values } = condition;
  if (values.length >= LONG) {
    const { plain, others } = listOf(condition);
    if (plain.has(condition.ignoreCase || condition.family === 'bool' ? actual.toLowerCase() : actual)) best = YES;
    else values = others;
  }
  for (const value of best === YES ? [] : values) {
    const result = matchesValue(condition, value, actual, lookup);
    if (result > best) best = result;
    if (best === YES) break;
  }
  return condition.negated ? not(best) : best;
}

/** What the condition says when the key is not in the request. */
function whenAbsent(condition: CompiledCondition): Tri {
  if (condition.ifExists || condition.quantifier === 'all') return YES;
  if (condition.quantifier === 'any') return NO;
  return tri(condition.negated);
}

function whenKnown(condition: CompiledCondition, values: readonly string[], lookup: Lookup): Tri {
  if (condition.quantifier === 'all') {
    let worst: Tri = YES;
    for (const actual of values) {
      const result = matchesAny(condition, actual, lookup);
      if (result < worst) worst = result;
    }
    return worst;
  }
  let found: Tri = NO;
  let worst: Tri = YES;
  for (const actual of values) {
    const result = matchesAny(condition, actual, lookup);
    if (result > found) found = result;
    if (result < worst) worst = result;
  }
  // Keys with several values need a set operator; what AWS does without one is not documented, so it counts only where
  // all values agree: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  return condition.quantifier === undefined && worst !== found ? MAYBE : found;
}

/** What the condition says of a key that is there with a value that is not known: certain only for `*`. */
function whenPresent(condition: CompiledCondition): Tri {
  const everything = condition.values.some(
    (value) => ('glob' in value && value.glob.kind === 'any') || ('arn' in value && value.arn.kind === 'any'),
  );
  if (everything) return tri(!condition.negated);
  // an empty list of values matches nothing
  return condition.values.length === 0 ? tri(condition.negated) : MAYBE;
}

/** What the condition says of a text of which the beginning is known. */
function whenBegins(condition: CompiledCondition, start: string): Tri {
  if (condition.family !== 'string') return whenPresent(condition);
  const known = condition.ignoreCase ? start.toLowerCase() : start;
  let best: Tri = NO;
  for (const value of condition.values) {
    // 'like' alone has wildcards
    const text = condition.ignoreCase ? value.text.toLowerCase() : value.text;
    const wildcard = condition.comparison === 'like' ? text.search(/[*?]/) : -1;
    const head = wildcard < 0 ? text : text.slice(0, wildcard);
    let result: Tri = MAYBE;
    if (!('bad' in value) && !('template' in value)) {
      // names of sessions have no wildcards, which are literal in an exact comparison
      if (wildcard < 0 && /[*?]/.test(text)) result = NO;
      else if (!head.startsWith(known) && (wildcard < 0 || !known.startsWith(head))) result = NO;
      else if (known.startsWith(head) && /^\*+$/.test(text.slice(wildcard))) result = YES;
    }
    if (result > best) best = result;
  }
  return condition.negated ? not(best) : best;
}

function whenBetween(condition: CompiledCondition, from: number, to: number): Tri {
  if (condition.family !== 'number' && condition.family !== 'date') return whenPresent(condition);
  let best: Tri = NO;
  for (const value of condition.values) {
    if (!('number' in value)) return MAYBE;
    let result: Tri = MAYBE;
    const low = compareNumbers(condition, from, value.number);
    const high = compareNumbers(condition, to, value.number);
    if (condition.comparison === 'equal' || condition.comparison === 'like') {
      if (value.number < from || value.number > to) result = NO;
      else if (from === to) result = YES;
    } else if (low === high) {
      result = tri(low);
    }
    if (result > best) best = result;
  }
  return condition.negated ? not(best) : best;
}

function nullCondition(condition: CompiledCondition, state: KeyState): Tri {
  if (condition.values.some((value) => 'bad' in value)) return MAYBE;
  const wanted = condition.values.map((value) => value.text.toLowerCase());
  if (wanted.includes('true') && wanted.includes('false')) return YES;
  const open = state.is === 'unknown' || state.is === 'caller' || (state.is === 'between' && state.orAbsent === true);
  if (open) return wanted.length === 0 ? NO : MAYBE;
  const absent = state.is === 'absent' || (state.is === 'known' && state.values.length === 0);
  return tri(wanted.includes(absent ? 'true' : 'false'));
}

/**
 * Evaluates one key of one operator. A missing key makes negated operators, `…IfExists` and `ForAllValues:` true and
 * everything else false; an operator that is not known is never more than open.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function evaluateCondition(condition: CompiledCondition, lookup: Lookup): Tri {
  if (condition.family === 'unknown') return MAYBE;
  const state = lookup(condition.key);
  if (condition.family === 'null') return nullCondition(condition, state);
  switch (state.is) {
    case 'known':
      return state.values.length === 0 ? whenAbsent(condition) : whenKnown(condition, state.values, lookup);
    case 'absent':
      return whenAbsent(condition);
    case 'begins':
      return whenBegins(condition, state.with);
    case 'between': {
      const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = state;
      const there = whenBetween(condition, from, to);
      return state.orAbsent !== true || whenAbsent(condition) === there ? there : MAYBE;
    }
    case 'unknown':
    case 'caller': {
      const absent = whenAbsent(condition);
      return absent === whenPresent(condition) ? absent : MAYBE;
    }
  }
}
