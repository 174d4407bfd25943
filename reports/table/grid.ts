import Table from 'cli-table3';
import { graphemes } from './width.ts';

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

/** Lays out rows in columns without borders. The lines end without spaces and no line is longer than the columns allow. */
export function grid(rows: readonly (readonly Cell[])[], columns: readonly Column[], indent: number): string {
  const shield = new Shield();
  const table = new Table({
    chars: none,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align ?? 'left'),
  });
  for (const row of rows) table.push(row.map((cell) => shield.hide(cell.join('\n'))));
  const margin = ' '.repeat(indent);
  return shield
    .show(table.toString())
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd())
    .join('\n');
}

const firstStand = 0xf0000;
const filler = '\u{fffff}';
// oxlint-disable-next-line no-control-regex -- SGR sequences are what it looks for
const notSimple = /[^\x20-\x7e]/;
// oxlint-disable-next-line no-control-regex
const styled = /(\u001b\[\d+m|\n)/;

/**
 * Replaces every grapheme that is not printable ASCII by private-use characters of the same number of columns while the
 * table is laid out: cli-table3 measures with older Unicode tables, by which newer emoji would be cut or overflow.
 * Private-use characters cannot come from the account, `inert` has escaped them.
 */
class Shield {
  readonly #hidden: string[] = [];
  readonly #places = new Map<string, string>();

  hide(cell: string): string {
    if (!notSimple.test(cell)) return cell;
    return cell
      .split(styled)
      .map((part, index) => (index % 2 === 1 || !notSimple.test(part) ? part : this.#hidePart(part)))
      .join('');
  }

  #hidePart(part: string): string {
    let out = '';
    for (const { text, width } of graphemes(part)) {
      if (!notSimple.test(text)) {
        out += text;
        continue;
      }
      let place = this.#places.get(text);
      if (place === undefined) {
        place = String.fromCodePoint(firstStand + this.#hidden.length) + filler.repeat(width - 1);
        this.#hidden.push(text);
        this.#places.set(text, place);
      }
      out += place;
    }
    return out;
  }

  show(text: string): string {
    return text.replaceAll(
      /[\u{f0000}-\u{ffffe}]\u{fffff}*/gu,
      (place) => this.#hidden[(place.codePointAt(0) ?? 0) - firstStand] ?? '',
    );
  }
}
