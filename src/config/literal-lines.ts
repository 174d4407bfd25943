import type { LineOf } from './yaml.ts';

/**
 * Lines of the values in a configuration module, as far as its default export is written out as a literal: the walk
 * goes by brackets, text and comments alone and gives up where a program computes the value.
 */
export function literalLines(source: string): LineOf {
  const start = literalAt(source);
  return (path) => {
    if (start === undefined) return undefined;
    let at: number | undefined = start;
    let found = start;
    for (const step of path) {
      const parts: readonly Part[] = at === undefined ? [] : partsOf(source, at);
      const part: Part | undefined = typeof step === 'number' ? parts[step] : parts.find(({ key }) => key === step);
      if (part === undefined) break;
      found = part.from;
      at = part.value;
    }
    return source.slice(0, found).split('\n').length;
  };
}

/** A member of an object or array literal: where it begins, and where its value does. */
interface Part {
  readonly key: string | undefined;
  readonly from: number;
  readonly value: number;
}

/** Where the literal of `export default {`, `export default defineConfig({` or `export default [` begins. */
function literalAt(source: string): number | undefined {
  for (let at = 0; at < source.length; at = Math.max(at + 1, skipped(source, at))) {
    if (!source.startsWith('export', at) || skipped(source, at) > at) continue;
    const found = /^export\s+default\s+(?:\w+\s*\(\s*)?(?=[{[])/.exec(source.slice(at));
    if (found !== null) return at + found[0].length;
  }
  return undefined;
}

const opening = '{[(';
const closing = '}])';

function partsOf(source: string, open: number): readonly Part[] {
  if (!'{['.includes(source[open] ?? ' ')) return [];
  const parts: Part[] = [];
  let depth = 0;
  let from: number | undefined;
  for (let at = open; at < source.length; at++) {
    const past = skipped(source, at);
    const letter = source[at] ?? '';
    const begins = past > at ? /["'`]/ : /[^\s,\]}]/;
    if (depth === 1 && from === undefined && begins.test(letter)) from = at;
    if (past > at) {
      at = past - 1;
      continue;
    }
    if (closing.includes(letter)) depth -= 1;
    if (from !== undefined && (depth === 0 || (depth === 1 && letter === ','))) {
      parts.push(part(source, from, source[open] === '{'));
      from = undefined;
    }
    if (depth === 0 && at > open) break;
    if (opening.includes(letter)) depth += 1;
  }
  return parts;
}

function part(source: string, from: number, keyed: boolean): Part {
  const [whole = '', quoted, plain] =
    (keyed ? /^(?:(["'])(?:.*?)\1|([\w$-]+))\s*:\s*/.exec(source.slice(from)) : null) ?? [];
  const key = quoted === undefined ? plain : whole.slice(1, whole.lastIndexOf(quoted));
  return { key, from, value: from + whole.length };
}

const textOrComment = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/y;

/** Where a text or comment that begins here ends; the place itself where none does. */
function skipped(source: string, at: number): number {
  textOrComment.lastIndex = at;
  return textOrComment.test(source) ? textOrComment.lastIndex : at;
}
