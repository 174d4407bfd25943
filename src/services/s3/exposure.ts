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

/** Whether a text holds characters that `inert` would replace. */
export const isActive = (text: string): boolean => active.test(text);

/**
 * Makes text that came from the account safe to show on one line: what a terminal or browser would act on, or not
 * show at all, becomes a visible escape such as `\x1b` or `\u{202e}`. All other text is left as it is.
 */
export const inert = (text: string): string => text.replaceAll(allActive, visible);

/** As `inert`, for text whose line breaks are meant. */
export const inertLines = (text: string): string => text.split('\n').map(inert).join('\n');

const notInJson = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

const jsonEscape = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/**
 * JSON whose text is inert on a terminal too: characters that `JSON.stringify` leaves bare but a terminal acts on are
 * escaped. It parses to the same value.
 */
export const toJson = (value: unknown): string => JSON.stringify(value).replaceAll(notInJson, jsonEscape);

/** `1234` as `1,234`, whatever the locale of the machine. */
export const thousands = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');

/** A count with its noun: `1 check`, `2 checks`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${thousands(count)} ${count === 1 ? noun : plural}`;
