import { ONE, STAR } from './glob.ts';
import type { Template, TemplatePiece } from './policy.ts';

/**
 * Splits text into literals, wildcards and policy variables. Variables exist from version 2012-10-17 on:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function parseTemplate(text: string, wildcards: boolean): Template {
  const found: TemplatePiece[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') found.push(literal);
    literal = '';
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    const end = char === '$' && text[at + 1] === '{' ? text.indexOf('}', at + 2) : -1;
    if (end >= 0) {
      const inner = text.slice(at + 2, end);
      if (inner === '*' || inner === '?' || inner === '$') {
        literal += inner;
      } else {
        flush();
        const match = /^([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/s.exec(inner);
        found.push({ variable: (match?.[1] ?? inner).trim().toLowerCase(), fallback: match?.[2] });
      }
      at = end + 1;
      continue;
    }
    if (wildcards && (char === '*' || char === '?')) {
      flush();
      found.push(char === '*' ? STAR : ONE);
    } else {
      literal += char;
    }
    at++;
  }
  flush();
  return { pieces: found, text };
}

/** Whether text needs {@link parseTemplate} in a document of this version. */
export const hasVariables = (text: string, version: string): boolean => version === '2012-10-17' && text.includes('${');
