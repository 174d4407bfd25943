export { escapeText, escapeLines, toJson, visible } from '../src/text/escape.ts';

/** `1234` as `1,234`, whatever the locale of the machine. */
export const thousands = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');

/** A count with its noun: `1 check`, `2 checks`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${thousands(count)} ${count === 1 ? noun : plural}`;

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
