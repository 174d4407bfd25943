import type { AreaText } from './areas.ts';

/** What a test measured, in the short form that runs with the other tests and in the long form of `npm run soak`. */
export interface Row {
  readonly area: string;
  readonly what: string;
  readonly bound: string;
  readonly short?: string;
  readonly soak?: string;
}

/** One figure as a test leaves it: tests/helpers/figures.ts. */
export interface Measured {
  readonly area: string;
  readonly what: string;
  readonly measured: string;
  readonly bound: string;
  readonly form: 'short' | 'soak';
}

/**
 * Puts new figures beside those of the other form. Within an area rows are sorted by name, because tests end in any order.
 * @param areas those that were measured anew: their old figures of this form are dropped
 */
export function merge(rows: readonly Row[], measured: readonly Measured[], form: 'short' | 'soak'): Row[] {
  const anew = new Set(measured.map(({ area }) => area));
  const merged = new Map<string, Row>();
  const keyOf = ({ area, what }: { area: string; what: string }): string => `${area}\0${what}`;
  for (const row of rows) {
    const { [form]: old, ...kept } = row;
    const fresh: Row = anew.has(row.area) || old === undefined ? kept : row;
    if (fresh.short !== undefined || fresh.soak !== undefined) merged.set(keyOf(row), fresh);
  }
  for (const { area, what, bound, measured: value } of measured) {
    merged.set(keyOf({ area, what }), { ...merged.get(keyOf({ area, what })), area, what, bound, [form]: value });
  }
  return [...merged.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** docs/RELIABILITY.md. The same rows give the same bytes. */
export function render(areas: readonly AreaText[], rows: readonly Row[]): string {
  const lines = [
    '# Reliability',
    '',
    'What the program promises when things go wrong, how each promise is tested, and what was measured. Everything runs the built',
    'program over HTTP against a server that answers as AWS does and fails as it is told to.',
    '',
    '`npm run reliability` runs the short forms and writes their figures here; `npm run soak` does the same with the long forms. Times',
    'and shares vary from run to run: the bound is what the tests assert. A figure stays until its test writes the next one, and checks are',
    'added more often than the long form runs: of how many each was taken is said beside it.',
  ];
  for (const { id, title, script, text } of areas) {
    lines.push('', `## ${title}`, '', text, '', `\`npm run ${script}\``);
    const own = rows.filter(({ area }) => area === id);
    if (own.length === 0) continue;
    lines.push('', '| measured | bound | short | long |', '|---|---|---:|---:|');
    for (const { what, bound, short = '', soak = '' } of own) {
      lines.push(`| ${[what, bound, short, soak].map(cell).join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<=', '≤').replaceAll('>=', '≥');
