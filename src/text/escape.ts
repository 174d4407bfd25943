import { limitDepth } from './depth-limit.ts';

/**
 * Characters that act on a terminal or browser, or are invisible: control and format characters (escape sequences,
 * bidirectional overrides, zero-width joiners), line and paragraph separators, lone surrogates, private use and
 * unassigned code points, and the blank Hangul fillers.
 */
const active = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/u;
const allActive = new RegExp(active, 'gu');
const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character written as an escape that can be read. */
export function visible(character: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Whether a text holds characters that `escapeText` would replace. */
export const needsEscape = (text: string): boolean => active.test(text);

/**
 * Makes text that came from the account safe to show on one line: what a terminal or browser would act on, or not
 * show at all, becomes a visible escape such as `\x1b` or `\u{202e}`. All other text is left as it is.
 */
export const escapeText = (text: string): string => text.replaceAll(allActive, visible);

/** As `escapeText`, for text whose line breaks are meant. */
export const escapeLines = (text: string): string => text.split('\n').map(escapeText).join('\n');

/** What `JSON.stringify` leaves bare of it; most texts have nothing that needs a closer look. */
const notInJson = /[\u007f-\u009f\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;
const beyondAscii = /[^\n -~]/;

const jsonEscape = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

function stringify(value: unknown, indent: number | undefined): string | undefined {
  try {
    return JSON.stringify(value, undefined, indent);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // nested so deeply that the stack does not suffice
    return JSON.stringify(limitDepth(value), undefined, indent);
  }
}

/**
 * JSON whose text is inert on a terminal too: characters that `JSON.stringify` leaves bare but a terminal acts on are
 * escaped. It parses to the same value, but for what is nested thousands of levels deep.
 * @param indent spaces a level; without it, all on one line
 */
export function toJson(value: unknown, indent?: number): string {
  const text = stringify(value, indent) ?? 'null';
  return beyondAscii.test(text) ? text.replaceAll(notInJson, jsonEscape) : text;
}
