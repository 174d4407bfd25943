import { filterRegexMatches } from './filter-regex.ts';
import type { FieldTest, FilterExpr, FilterPattern, TextTest } from './filter-pattern.ts';

/** What a property of an event can be, as far as filter patterns tell things apart. `object` is an object or a list. */
export type FieldValue = string | number | boolean | null | undefined | typeof object;

export const object: unique symbol = Symbol('object');

/**
 * Whether `!=` holds for a property that is absent or null. AWS does not say; where it matters, both answers are tried.
 */
export type AbsentDiffers = boolean;

/** Whether a text passes a test; comparison is case-sensitive, a regular expression may match anywhere. */
export function textMatches(test: TextTest, text: string): boolean {
  if (test.kind === 'regex') return filterRegexMatches(test.regex, text);
  if (test.anyBefore && test.anyAfter) return text.includes(test.text);
  if (test.anyBefore) return text.endsWith(test.text);
  if (test.anyAfter) return text.startsWith(test.text);
  return text === test.text;
}

function equals(test: FieldTest & { op: '=' | '!=' }, value: string | number | boolean): boolean {
  return typeof value === 'number' && test.number !== undefined
    ? value === test.number
    : textMatches(test.value, String(value));
}

const compare = {
  '<': (value: number, limit: number) => value < limit,
  '<=': (value: number, limit: number) => value <= limit,
  '>': (value: number, limit: number) => value > limit,
  '>=': (value: number, limit: number) => value >= limit,
};

/** Whether one property passes a test. A property that is an object or a list passes neither `=` nor `!=`. */
export function fieldMatches(test: FieldTest, value: FieldValue, absentDiffers: AbsentDiffers): boolean {
  if (test.op === 'exists') return value !== undefined;
  if (test.op === 'not exists') return value === undefined;
  if (test.op === 'is') return value === test.value;
  if (!('value' in test)) return typeof value === 'number' && compare[test.op](value, test.number);
  if (value === object) return false;
  if (value === undefined || value === null) return test.op === '!=' && absentDiffers;
  return equals(test, value) === (test.op === '=');
}

/** The property a selector such as `$.a.b[0]` points to. */
function fieldOf(event: unknown, path: string): FieldValue {
  let at: unknown = event;
  for (const step of path.match(/[^.[\]$]+/g) ?? []) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined;
  }
  if (typeof at === 'object' && at !== null) return object;
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' || at === null ? at : undefined;
}

function exprMatches(expr: FilterExpr, event: unknown, absentDiffers: AbsentDiffers): boolean {
  if (expr.kind === 'term') return fieldMatches(expr.test, fieldOf(event, expr.path), absentDiffers);
  const matches = (term: FilterExpr): boolean => exprMatches(term, event, absentDiffers);
  return expr.kind === 'and' ? expr.terms.every(matches) : expr.terms.some(matches);
}

/**
 * Whether a pattern matches an event (a parsed JSON object); undefined when the pattern was not understood.
 * A pattern of plain terms looks at the event's compact JSON text.
 */
export function filterMatches(
  pattern: FilterPattern,
  event: unknown,
  absentDiffers: AbsentDiffers = false,
): boolean | undefined {
  if (pattern.kind === 'unparsable') return undefined;
  if (pattern.kind === 'json') return exprMatches(pattern.expr, event, absentDiffers);
  const text = JSON.stringify(event);
  const found = (term: TextTest): boolean => textMatches(term, text);
  return pattern.all.every(found) && (pattern.any.length === 0 || pattern.any.some(found)) && !pattern.none.some(found);
}
