import stringWidth from 'string-width';
import { inert, visible } from '../text.ts';

const plain = /^[\x20-\x7e]*$/;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A piece of text that is never split, and the terminal columns it takes. */
export interface Grapheme {
  readonly text: string;
  readonly width: number;
}

/** Splits inert text into graphemes; one that has no width of its own is written as escapes. */
export function* graphemes(text: string): Generator<Grapheme> {
  for (const { segment } of segmenter.segment(text)) {
    const width = plain.test(segment) ? segment.length : stringWidth(segment);
    if (width > 0) yield { text: segment, width };
    else for (const character of Array.from(segment, (c) => visible(c)).join('')) yield { text: character, width: 1 };
  }
}

/** Terminal columns of inert text on one line. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
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
  for (const word of inert(text)
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
  const whole = inert(text);
  if (widthOf(whole) <= width) return whole;
  let line = '';
  let used = 0;
  for (const grapheme of graphemes(whole)) {
    if (used + grapheme.width > width - 1) break;
    line += grapheme.text;
    used += grapheme.width;
  }
  return `${line}…`;
}
