import type { Pair } from './types.ts';
import { xmlPairs } from './xml-pairs.ts';
import { yamlPairs } from './yaml-pairs.ts';

const telling = /pass(?:w(?:or)?d|phrase|code)?|pwd|secret|token|key|cred|jwt|bearer|auth/gi;
const nameCharacter = /[\w.$-]/;
const longestName = 80;
const longestValue = 1024;

/** Where a quoted text that begins at `start` ends, or undefined when it does not on this line. */
function closingQuote(text: string, start: number, quote: string): number | undefined {
  const limit = Math.min(text.length, start + longestValue);
  for (let at = start; at < limit; at += 1) {
    const character = text[at];
    if (character === '\n') return undefined;
    if (text.startsWith(quote, at)) return at;
    if (character === '\\') at += 1;
  }
  return undefined;
}

function skipBlanks(text: string, from: number, most: number): number {
  let at = from;
  while (at < from + most && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

const wholeOperators = /=>|:=|[=:](?![=~])/y;
const openQuote = /[fbru]?(\\?["'])/y;
const bareValue = /[^\s"'`;,|<>(){}[\]\\&=]{1,512}={0,3}/y;
/** Calls that take a name and a value. */
const setter = /(?:SetEnvironmentVariable|setenv|putenv|setProperty|putString)\(\s?["']$/i;
const codeAfter = /^[([{]/;
const restIsCode = /^[ \t]+(?!(?:[,;})|&#\\]|\/\/|--|$))\S/;

/** Takes what stands after a name: `= value`, `: value`, `"> value`, or for a flag `--name value`. */
function valueAfter(
  text: string,
  nameStart: number,
  nameEnd: number,
): { value: string; offset: number; whole: boolean } | undefined {
  let at = nameEnd;
  if (text[at] === '\\') at += 1;
  if (text[at] === '"' || text[at] === "'") at += 1;
  if (text[at] === ']') at += 1;
  const afterName = at;
  at = skipBlanks(text, at, 8);
  wholeOperators.lastIndex = at;
  const operator = wholeOperators.exec(text)?.[0];
  const tag = text[nameStart - 1] === '<' && text[afterName] === '>';
  const flag =
    at > afterName &&
    (text[nameStart] === '-' || /(?:^|\s)(?:ENV|set) $/.test(text.slice(Math.max(0, nameStart - 5), nameStart)));
  const argument = text[at] === ',' && setter.test(text.slice(Math.max(0, nameStart - 32), nameStart));
  if (operator !== undefined) at += operator.length;
  else if (tag) at = afterName + 1;
  else if (argument) at += 1;
  else if (!flag && !(at > afterName && (text[at] === '"' || text[at] === "'"))) return undefined;
  if (operator !== undefined && (text[at] === '=' || text.startsWith('//', at))) return undefined;
  const valueStart = skipBlanks(text, at, 16);
  openQuote.lastIndex = valueStart;
  const quote = openQuote.exec(text);
  if (quote) {
    const offset = openQuote.lastIndex;
    const end = closingQuote(text, offset, quote[1] ?? '"');
    return end === undefined ? undefined : { value: text.slice(offset, end), offset, whole: true };
  }
  if (operator === undefined && !tag && !flag) return undefined;
  bareValue.lastIndex = valueStart;
  const value = bareValue.exec(text)?.[0];
  if (value === undefined) return undefined;
  const end = valueStart + value.length;
  const loose = operator !== undefined && (valueStart > at || at - (operator?.length ?? 0) > afterName);
  const line = text.slice(end, end + 40).split('\n', 1)[0] ?? '';
  if (codeAfter.test(line) || (loose && restIsCode.test(line))) return undefined;
  return loose && isCodeReference(value) ? undefined : { value, offset: valueStart, whole: false };
}

/** `password = config.db_password`, `password: db_password`: another variable, not a value. */
function isCodeReference(value: string): boolean {
  return (
    /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) ||
    (/^[A-Za-z]\w*(?:_|[a-z](?=[A-Z]))\w*$/.test(value) && /pass|pwd|secret|token|key|cred/i.test(value))
  );
}

/** Assignments of any language whose name has a telling word. Reads the text once; each name and value is bounded. */
function assignments(text: string): Pair[] {
  const pairs: Pair[] = [];
  let done = 0;
  for (const { index, 0: word } of text.matchAll(telling)) {
    if (index < done) continue;
    let start = index;
    while (start > done && index - start < longestName && nameCharacter.test(text[start - 1] ?? '')) start -= 1;
    let end = index + word.length;
    while (end < text.length && end - index < longestName && nameCharacter.test(text[end] ?? '')) end += 1;
    done = end;
    const found = valueAfter(text, start, end);
    if (found === undefined) continue;
    pairs.push({ name: text.slice(start, end), ...found });
    // Names inside the value are its own, but for one that is followed by `=`.
    if (!found.whole && !found.value.endsWith('=')) done = found.offset + found.value.length;
  }
  return pairs;
}

/** The names and values of a text that is no JSON: what looks like an assignment, or like YAML or XML that takes two places for it. */
export function assignedPairs(text: string): Pair[] {
  return [...assignments(text), ...yamlPairs(text), ...xmlPairs(text)];
}
