import Table from 'cli-table3';
import { widthOf } from './width.ts';

/** A cell: lines that already fit its column, styled with SGR sequences or not. */
export type Cell = readonly string[];

export interface Column {
  readonly width: number;
  readonly align?: 'left' | 'right';
}

const none = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Columns between two neighbours. */
export const gutter = 2;

const stand = '\ue000';
const filler = '\ue001';
const stands = /\ue000\ue001*/g;
// oxlint-disable-next-line no-control-regex -- SGR sequences are what it looks for
const styles = /\u001b\[\d+m/g;

/**
 * Lays out rows in columns without borders. The lines end without spaces and no line is longer than the columns allow.
 *
 * The table is laid out with stand-ins of the lines' widths, and the lines are put in afterwards, in the same order:
 * cli-table3 measures with older Unicode tables, by which newer emoji would be cut or overflow. It shortens every cell
 * letter by letter, for a message nobody asked for, unless a cell is one line of as many columns as letters: that takes
 * minutes for a long text, and is why each line is a row of its own. The stand-ins are of the private use area, which
 * cannot come from the account: `escapeText` has escaped it.
 */
export function grid(rows: readonly (readonly Cell[])[], columns: readonly Column[], indent: number): string {
  const table = new Table({
    chars: none,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align ?? 'left'),
  });
  const lines: string[] = [];
  for (const row of rows.flatMap(physical)) {
    table.push(row.map(standIn));
    lines.push(...row.filter((line) => standIn(line) !== ''));
  }
  let next = 0;
  const margin = ' '.repeat(indent);
  return table
    .toString()
    .replaceAll(stands, () => lines[next++] ?? '')
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd())
    .join('\n');
}

/** The lines of a row's cells side by side. */
function physical(row: readonly Cell[]): string[][] {
  const height = Math.max(1, ...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) => row.map((cell) => cell[at] ?? ''));
}

function standIn(line: string): string {
  const width = widthOf(line.replaceAll(styles, ''));
  return width === 0 ? '' : stand + filler.repeat(width - 1);
}
