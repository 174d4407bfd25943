import type { Pair } from './types.ts';

const attributes =
  /\b(?:key|name)\s{0,4}=\s{0,4}["']([\w.:-]{1,80})["']\s{1,20}value\s{0,4}=\s{0,4}["']([^"'\n]{512}|[^"'\n]{1,511}(?=["']))/gi;
const content =
  /\b(?:key|name)\s{0,4}=\s{0,4}["']([\w.:-]{1,80})["'][^<>\n]{0,80}>([^<>\n]{512}|[^<>\n]{1,511}(?=<))/gi;

/** `<add key="X" value="y"/>` and `<setting name="X">y</setting>`; of very long values the beginning. */
export function xmlPairs(source: string): Pair[] {
  if (!source.includes('<')) return [];
  return [attributes, content].flatMap((pattern) =>
    [...source.matchAll(pattern)].map(({ 0: all, 1: name = '', 2: value = '', index }) => ({
      name,
      value,
      offset: index + all.lastIndexOf(value),
    })),
  );
}
