import { widthOf } from './width.ts';

/** A cell: lines that already fit its column, styled with SGR sequences or not. */
export type Cell = readonly string[];

export interface Column {
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Columns between two neighbours. */
export const gutter = 2;

// oxlint-disable-next-line no-control-regex -- SGR sequences are what it looks for
const styles = /\u001b\[\d+m/g;

/** Lays out rows in columns without borders. The lines end without spaces and no line is longer than the columns allow. */
export function grid(rows: readonly (readonly Cell[])[], columns: readonly Column[], indent: number): string {
  const margin = ' '.repeat(indent);
  return rows
    .flatMap(physical)
    .map((row) =>
      `${margin}${columns.map((column, at) => padded(row[at] ?? '', column)).join(' '.repeat(gutter))}`.trimEnd(),
    )
    .join('\n');
}

/** The lines of a row's cells side by side. */
function physical(row: readonly Cell[]): string[][] {
  const height = Math.max(1, ...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) => row.map((cell) => cell[at] ?? ''));
}

function padded(line: string, { width, align }: Column): string {
  const room = ' '.repeat(Math.max(0, width - widthOf(line.replaceAll(styles, ''))));
  return align === 'right' ? room + line : line + room;
}
