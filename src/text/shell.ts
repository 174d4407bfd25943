import { needsEscape } from './escape.ts';

/**
 * A shell command with values in it, none of which can end its word or start another command:
 * a text or number is one word, a list of texts one word each, anything else one word of JSON.
 *
 * ```ts
 * shell`aws iam detach-user-policy --user-name ${name} --policy-arn ${arn}`
 * ```
 */
export function shell(parts: TemplateStringsArray, ...values: readonly ShellValue[]): string {
  return parts.reduce((command, part, at) => `${command}${wordsOf(values[at - 1] ?? '')}${part}`);
}

export type ShellValue = string | number | readonly string[] | object;

const wordsOf = (value: ShellValue): string =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
    ? value.map((each) => word(each)).join(' ')
    : word(typeof value === 'object' ? JSON.stringify(value) : String(value));

/** A value as one word of a POSIX shell: quoted when it needs to be, control characters written as `$'\x1b'`. */
export const word = (value: string): string =>
  /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(value) ? value : needsEscape(value) ? ansiC(value) : singleQuoted(value);

const singleQuoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;

/** A value inside `'…'` or `"…"` of a command. */
export function insideQuotes(value: string, quote: "'" | '"'): string {
  if (quote === '"')
    return leaving(
      value.replaceAll(/["\\$`!]/g, (c) => (c === '!' ? `"'!'"` : `\\${c}`)),
      quote,
    );
  return value
    .split("'")
    .map((part) => leaving(part, quote))
    .join(`'\\''`);
}

const ansiC = (value: string): string =>
  `$'${Array.from(value, (c) => (c === "'" || c === '\\' ? `\\${c}` : needsEscape(c) ? bytes(c) : c)).join('')}'`;

/** Leaves the quotes for the characters that can only be written as `$'…'`. */
const leaving = (value: string, quote: string): string =>
  needsEscape(value) ? Array.from(value, (c) => (needsEscape(c) ? `${quote}${ansiC(c)}${quote}` : c)).join('') : value;

/** Bytes rather than code points: what they make does not depend on the shell's locale. */
const bytes = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
