import type { Pair } from './types.ts';

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gsy;

interface Level {
  readonly list: boolean;
  /** The name this object or list stands under. */
  readonly under: string;
  key: string | undefined;
  /** In `{ "name": ..., "value": ... }` the name that was given, and values that came before it. */
  named: string | undefined;
  waiting: Omit<Pair, 'name'>[];
}

/** Keys that say what the value beside them is called, and keys of such values. */
export const namesName = /^(?:name|key|parameterkey|environmentvariable|outputkey|variable)$/i;
export const namesValue = /^(?:value|parametervalue|outputvalue|defaultvalue|default|stringvalue)$/i;

function text(literal: string): string {
  if (!literal.startsWith('"')) return literal;
  try {
    const parsed: unknown = JSON.parse(literal);
    return typeof parsed === 'string' ? parsed : literal;
  } catch {
    return literal.slice(1, -1);
  }
}

/**
 * Every string and number of a JSON document with the name it stands under, and where it stands. `{"Name": "X", "Value": "y"}` and a
 * CloudFormation parameter's `Default` are told under the name they belong to. Undefined when the text is no JSON document.
 */
export function jsonPairs(source: string): Pair[] | undefined {
  if (!/^\s*[{[]/.test(source) || !isJson(source)) return undefined;
  const pairs: Pair[] = [];
  const levels: Level[] = [];
  token.lastIndex = /^\s*/.exec(source)?.[0].length ?? 0;
  let afterColon = false;
  for (let match = token.exec(source); match; match = next(source)) {
    const [literal] = match;
    const level = levels.at(-1);
    if (literal === '{' || literal === '[') {
      levels.push({
        list: literal === '[',
        under: level?.key ?? level?.under ?? '',
        key: undefined,
        named: undefined,
        waiting: [],
      });
      afterColon = false;
    } else if (literal === '}' || literal === ']') {
      for (const waiting of levels.pop()?.waiting ?? []) pairs.push({ name: level?.under ?? '', ...waiting });
      afterColon = false;
    } else if (literal === ':') afterColon = true;
    else if (literal === ',') afterColon = false;
    else if (level !== undefined && !level.list && !afterColon) level.key = text(literal);
    else if (level !== undefined) {
      member(level, { value: text(literal), offset: match.index + (literal.startsWith('"') ? 1 : 0) }, pairs);
      afterColon = false;
    }
  }
  return pairs;
}

function next(source: string): RegExpExecArray | null {
  while (/\s/.test(source[token.lastIndex] ?? '')) token.lastIndex += 1;
  return token.lastIndex < source.length ? token.exec(source) : null;
}

function member(level: Level, pair: Omit<Pair, 'name'>, pairs: Pair[]): void {
  const key = level.key ?? level.under;
  if (level.list) pairs.push({ name: level.under, ...pair });
  else if (namesValue.test(key)) {
    if (level.named === undefined) level.waiting.push(pair);
    else pairs.push({ name: level.named, ...pair });
  } else {
    pairs.push({ name: key, ...pair });
    if (namesName.test(key)) {
      level.named = pair.value;
      for (const waiting of level.waiting.splice(0)) pairs.push({ name: pair.value, ...waiting });
    }
  }
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
