import { needsEscape } from './escape.ts';

/** Terraform with values in it: a text is a string, anything else what its JSON says. */
export function hcl(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return parts.reduce((text, part, at) => `${text}${literal(values[at - 1])}${part}`);
}

/** Terraform reads JSON as an expression once `${` and `%{` in its strings are escaped. */
const literal = (value: unknown): string =>
  typeof value === 'string' ? `"${insideString(value)}"` : JSON.stringify(value).replaceAll(/[$%](?=\{)/g, '$&$&');

/** A value inside a string of Terraform. */
export const insideString = (value: string): string =>
  Array.from(value, (c) => (c === '"' || c === '\\' ? `\\${c}` : needsEscape(c) ? `\\${unicode(c)}` : c))
    .join('')
    .replaceAll(/[$%](?=\{)/g, '$&$&');

/** As Terraform writes it. */
function unicode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xffff ? `u${code.toString(16).padStart(4, '0')}` : `U${code.toString(16).padStart(8, '0')}`;
}
