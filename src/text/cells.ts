/**
 * Characters that take two columns on a terminal: those that Unicode calls wide or full-width, and emoji.
 * https://www.unicode.org/reports/tr11/
 */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
/** Those that are drawn on the character before. */
const without = /[\p{Mn}\p{Me}\p{Cf}]/u;

const cellsOf = (character: string): number => (without.test(character) ? 0 : wide.test(character) ? 2 : 1);

/** How many columns a text takes on a terminal. */
export function cells(text: string): number {
  let sum = 0;
  for (const character of text) sum += cellsOf(character);
  return sum;
}

/** The beginning of a text that fits some columns: whole words, or as much of one as fits when not even one does. */
export function fitted(text: string, columns: number): string {
  if (cells(text) <= columns) return text;
  let whole = '';
  for (const word of text.split(' ')) {
    const longer = whole === '' ? word : `${whole} ${word}`;
    if (cells(longer) + 2 > columns) break;
    whole = longer;
  }
  if (whole !== '') return `${whole} …`;
  let part = '';
  for (const character of text) {
    if (cells(part) + cellsOf(character) + 1 > columns) break;
    part += character;
  }
  return `${part}…`;
}
