import type { Pair } from './types.ts';

const line = /^([ \t]*)((?:- +){0,4})["']?([\w./-]{1,80})["']?[ \t]*:(?:[ \t]+(\S[^\n]*))?$/;
const valueKey = /^(?:value|default|parametervalue|outputvalue|defaultvalue)$/i;
const nameKey = /^(?:name|key|parameterkey|outputkey)$/i;

/** Of longer lines the beginning is read: enough to judge a value by. */
const longestLine = 1400;

interface Open {
  readonly indent: number;
  readonly key: string;
  named?: string;
}

function unquoted(raw: string): string {
  const text = raw.replace(/\s+#.*$/, '').trim();
  if (/^(["']).*\1$/.test(text) && text.length > 1) return text.slice(1, -1);
  return text.length > longestLine / 2 ? text.replace(/^["']/, '') : text;
}

/**
 * What YAML says in two lines: `name: X` with `value: y` beside it, and `Default: y` under a parameter's name. Values on the same line as their
 * name are assignments and found without this.
 */
export function yamlPairs(source: string): Pair[] {
  const pairs: Pair[] = [];
  let open: Open[] = [];
  let offset = 0;
  for (const row of source.split('\n')) {
    const match = line.exec(row.slice(0, longestLine).trimEnd());
    if (match) {
      const [, space = '', dashes = '', key = '', raw] = match;
      const indent = space.length + dashes.length;
      open = open.filter((each) => each.indent < indent || (each.indent === indent && dashes === ''));
      const beside = open.find((each) => each.indent === indent);
      const parent = open.findLast((each) => each.indent < indent);
      if (raw !== undefined && nameKey.test(key)) {
        if (beside === undefined) open.push({ indent, key: '', named: unquoted(raw) });
        else beside.named = unquoted(raw);
      } else if (raw !== undefined && valueKey.test(key)) {
        const name = beside?.named ?? parent?.key ?? '';
        if (name !== '') pairs.push({ name, value: unquoted(raw), offset: offset + row.indexOf(raw, space.length) });
      } else if (raw === undefined) {
        open = open.filter((each) => each.indent < indent);
        open.push({ indent, key });
      }
    }
    offset += row.length + 1;
  }
  return pairs;
}
