import type { FieldTest, FilterExpr, TextTest } from './filter-pattern.ts';

function formatText(test: TextTest): string {
  if (test.kind === 'regex') return `%${test.source}%`;
  const text = test.text.replaceAll(/["\\]/g, String.raw`\$&`);
  if (test.text === '' && test.anyBefore && test.anyAfter) return '"*"';
  return `"${test.anyBefore ? '*' : ''}${text}${test.anyAfter ? '*' : ''}"`;
}

function formatTest(test: FieldTest): string {
  if (test.op === 'is') return `IS ${String(test.value).toUpperCase()}`;
  if (test.op === 'exists' || test.op === 'not exists') return test.op.toUpperCase();
  return `${test.op} ${'value' in test && test.number === undefined ? formatText(test.value) : test.number}`;
}

function flatten(expr: FilterExpr, kind: 'and' | 'or'): FilterExpr[] {
  return expr.kind === kind ? expr.terms.flatMap((term) => flatten(term, kind)) : [expr];
}

function format(expr: FilterExpr): string {
  if (expr.kind === 'term') return `${expr.path} ${formatTest(expr.test)}`;
  const kind = expr.kind;
  const parts = [
    ...new Set(flatten(expr, kind).map((term) => (term.kind === 'term' ? format(term) : `(${format(term)})`))),
  ];
  return parts.sort().join(kind === 'and' ? ' && ' : ' || ');
}

/**
 * One text for all spellings of an expression that differ only in order, spacing, quotes, needless brackets and repetition.
 * For wider questions than equality of spelling use `covers`.
 */
export function normalForm(expr: FilterExpr): string {
  return `{ ${format(expr)} }`;
}
