import { escapeText } from '../text.ts';

/** What Markdown, or HTML in it, would act on. */
const active = /[\\`*_{}[\]()#+!|<>~&@$]|:(?=\/\/)/g;

/** A text of the account within a line or a table: nothing in it is markup, a link or a mention. */
export const cell = (text: string): string =>
  escapeText(text).replaceAll(active, (character) =>
    character === '<'
      ? '&lt;'
      : character === '>'
        ? '&gt;'
        : character === '&'
          ? '&amp;'
          : character === '@'
            ? '&#64;'
            : `\\${character}`,
  );

/** The same as code: between more backticks than it holds; in a table its `|` is escaped. */
export function code(text: string): string {
  const shown = escapeText(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${shown.replaceAll('|', '\\|')}${space}${fence}`;
}
