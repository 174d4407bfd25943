import stringWidth from 'string-width';
import { escapeText, thousands, visible } from '../text.ts';

const plain = /^[\x20-\x7e]*$/;
/** Made when a text needs it: the first one of a process takes 8 ms. */
let segmenter: Intl.Segmenter | undefined;
const widths = new Map<string, number>();

/** Letters, punctuation and the report's own signs: one column each, and most reports have no others. */
const narrow = /^[\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2500-\u259f\u25b2\u2714\u2716]$/;
/** Texts of nothing else, and of printable ASCII: each character stands alone. */
const single = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2500-\u259f\u25b2\u2714\u2716]*$/;

/** A report is made of few graphemes, and measuring one is slow: the first one takes as long as a tenth of a report. */
function measured(segment: string): number {
  if (plain.test(segment)) return segment.length;
  if (narrow.test(segment)) return 1;
  let width = widths.get(segment);
  if (width === undefined) {
    width = stringWidth(segment);
    if (widths.size < 10_000) widths.set(segment, width);
  }
  return width;
}

/** A piece of text that is never split, and the terminal columns it takes. */
export interface Grapheme {
  readonly text: string;
  readonly width: number;
}

/** Longer texts are segmented piece by piece: the time of `Intl.Segmenter` grows with the square of the length. */
const pieceLength = 256;

function* segments(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (let at = 0; at < text.length;) {
    const part = text.slice(at, at + pieceLength);
    const found = Array.from(segmenter.segment(part), ({ segment }) => segment);
    // The last one may go on in the next piece; one that fills a whole piece is no character anybody writes.
    if (at + pieceLength < text.length && found.length > 1) found.pop();
    yield* found;
    at += found.reduce((sum, { length }) => sum + length, 0);
  }
}

/** Splits inert text into graphemes; one that has no width of its own is written as escapes. */
function* graphemes(text: string): Generator<Grapheme> {
  if (single.test(text)) {
    for (const character of text) yield { text: character, width: 1 };
    return;
  }
  for (const segment of segments(text)) {
    const width = measured(segment);
    if (width > 0) yield { text: segment, width };
    else for (const character of Array.from(segment, (c) => visible(c)).join('')) yield { text: character, width: 1 };
  }
}

/** Terminal columns of inert text on one line. */
export function widthOf(text: string): number {
  if (single.test(text)) return text.length;
  let total = 0;
  for (const { width } of graphemes(text)) total += width;
  return total;
}

/**
 * Makes text inert and breaks it into lines of at most `width` columns: at spaces where it can; a word longer than a line
 * after punctuation, as in names and ARNs, and anywhere as a last resort.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    if (used > 0) lines.push(line);
    line = '';
    used = 0;
  };
  const add = (piece: string, size: number): void => {
    line += piece;
    used += size;
  };
  for (const word of escapeText(text)
    .split(' ')
    .filter((part) => part !== '')) {
    const size = widthOf(word);
    const gap = used > 0 ? 1 : 0;
    if (used + gap + size <= width) {
      add(' '.repeat(gap) + word, size + gap);
      continue;
    }
    flush();
    for (const part of size > width ? word.split(/(?<=[-/:._,])/u) : [word]) {
      const partSize = widthOf(part);
      if (used + partSize > width) flush();
      if (partSize <= width) add(part, partSize);
      else
        for (const grapheme of graphemes(part)) {
          if (used + grapheme.width > width) flush();
          add(grapheme.text, grapheme.width);
        }
    }
  }
  flush();
  return lines.length === 0 ? [''] : lines;
}

/** The text on one line of at most `width` columns, marked with … when it was cut. */
export function clip(text: string, width: number): string {
  let line = '';
  let used = 0;
  let fits = '';
  for (const grapheme of graphemes(escapeText(text))) {
    used += grapheme.width;
    if (used > width) return `${fits}…`;
    line += grapheme.text;
    if (used < width) fits = line;
  }
  return line;
}

/** Characters of one text of the account that the table shows; the other reports have it whole. */
const longest = 1000;

/** The beginning of a text that is too long for a table, and how much more there is. */
export function shortened(text: string): string {
  if (text.length <= longest) return text;
  // Not the first half of a character.
  const end = /[\ud800-\udbff]/.test(text.charAt(longest - 1)) ? longest - 1 : longest;
  return `${text.slice(0, end)}… (${thousands(text.length - end)} more characters, see JSON or HTML)`;
}
