import type { Pair } from './types.ts';
import { xmlPairs } from './xml-pairs.ts';
import { yamlPairs } from './yaml-pairs.ts';

const telling = /pass(?:w(?:or)?d|phrase|code)?|pwd|secret|token|key|cred|jwt|bearer|auth/gi;
const nameCharacter = /[\w.$-]/;
const longestName = 80;
const longestValue = 1024;

/**
 * What joins a name and its value. `tight` is `name=value`; `loose` has blanks in it, so the line may be prose or code; `tag` is
 * `<name>value<`; `blank` is `--name value`, where a value need not be quoted; `quoted` is `name "value"`, where it must be.
 */
type Joint = 'tight' | 'loose' | 'tag' | 'blank' | 'quoted';

function skipBlanks(text: string, from: number, most: number): number {
  let at = from;
  while (at < from + most && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

const operators = /=>|:=|[=:](?![=~])/y;
/** Calls that take a name and a value. */
const setter = /(?:SetEnvironmentVariable|setenv|putenv|setProperty|putString)\(\s?["']$/i;
/** Commands that take a name and a value. */
const setCommand = /(?:^|\s)(?:ENV|set) $/;

function jointAfter(text: string, nameStart: number, nameEnd: number): { joint: Joint; at: number } | undefined {
  // In the ARN of a secret its name follows: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-x7Kq2P`.
  if (text.startsWith(':secret:', nameStart - 1)) return undefined;
  let afterName = nameEnd;
  if (text[afterName] === '\\') afterName += 1;
  if (text[afterName] === '"' || text[afterName] === "'") afterName += 1;
  if (text[afterName] === ']') afterName += 1;
  const at = skipBlanks(text, afterName, 8);
  const before = text.slice(Math.max(0, nameStart - 32), nameStart);
  operators.lastIndex = at;
  const operator = operators.exec(text)?.[0];
  if (operator !== undefined) {
    const end = at + operator.length;
    // A comparison, or the scheme of an address.
    if (text[end] === '=' || text.startsWith('//', end)) return undefined;
    const valueStart = skipBlanks(text, end, 16);
    return { joint: at > afterName || valueStart > end ? 'loose' : 'tight', at: valueStart };
  }
  if (before.endsWith('<') && text[afterName] === '>') return { joint: 'tag', at: afterName + 1 };
  if (text[at] === ',' && setter.test(before)) return { joint: 'quoted', at: skipBlanks(text, at + 1, 16) };
  if (at === afterName) return undefined;
  return { joint: text[nameStart] === '-' || setCommand.test(before) ? 'blank' : 'quoted', at };
}

/** Where a quoted text that begins at `start` ends, or undefined when it does not on this line. */
function closingQuote(text: string, start: number, quote: string): number | undefined {
  const limit = Math.min(text.length, start + longestValue);
  for (let at = start; at < limit; at += 1) {
    const character = text[at];
    if (character === '\n') return undefined;
    if (text.startsWith(quote, at)) return at;
    if (character === '\\') at += 1;
  }
  // Of a longer text the beginning is judged.
  return limit < text.length ? limit : undefined;
}

const openQuote = /[fbru]?(\\?["']|`)/y;
const bareValue = /[^\s"'`;,|<>(){}[\]\\&=]{1,512}={0,3}/y;
const tagValue = /[^<>\n]{512}|[^<>\n]{1,511}(?=<)/y;
/** A call, an index or a block follows: what was read is the name of something. */
const codeAfter = /^[([{]/;
/** Further words follow that are no comment and no end of a list: prose or code. */
const wordsAfter = /^[ \t]+(?!(?:[,;})|&#\\]|\/\/|--|$))\S/;

/** A value, and whether it is quoted or otherwise known to end where it ends. */
type Found = Omit<Pair, 'name'> & { readonly whole: boolean };

function valueAt(text: string, joint: Joint, start: number): Found | undefined {
  openQuote.lastIndex = start;
  const quote = openQuote.exec(text)?.[1];
  // A shell runs what stands in backticks, a program with blanks around its operators quotes by them.
  if (quote !== undefined && (quote !== '`' || joint === 'loose')) {
    const offset = openQuote.lastIndex;
    const end = closingQuote(text, offset, quote);
    return end === undefined ? undefined : { value: text.slice(offset, end), offset, whole: true };
  }
  if (joint === 'quoted') return undefined;
  const pattern = joint === 'tag' ? tagValue : bareValue;
  pattern.lastIndex = start;
  const value = pattern.exec(text)?.[0];
  if (value === undefined) return undefined;
  const rest = text.slice(start + value.length, start + value.length + 40).split('\n', 1)[0] ?? '';
  if (joint !== 'tag' && codeAfter.test(rest)) return undefined;
  if (joint === 'loose' && (wordsAfter.test(rest) || isCodeReference(value))) return undefined;
  return { value, offset: start, whole: joint === 'tag' };
}

/** `password = config.db_password`, `password: db_password`: another variable, not a value. */
function isCodeReference(value: string): boolean {
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value)) return true;
  return /^[A-Za-z]\w*(?:_|[a-z](?=[A-Z]))\w*$/.test(value) && /pass|pwd|secret|token|key|cred/i.test(value);
}

/** Every name with a telling word in it, and where it stands. What is set as `done` is passed over. */
export function* eachTellingName(
  text: string,
): Generator<{ name: string; start: number; end: number }, void, number | undefined> {
  let done = 0;
  for (const { index, 0: word } of text.matchAll(telling)) {
    if (index < done) continue;
    let start = index;
    while (start > done && index - start < longestName && nameCharacter.test(text[start - 1] ?? '')) start -= 1;
    let end = index + word.length;
    while (end < text.length && end - index < longestName && nameCharacter.test(text[end] ?? '')) end += 1;
    done = Math.max(end, (yield { name: text.slice(start, end), start, end }) ?? 0);
  }
}

/** Assignments of any language whose name has a telling word. Reads the text once; each name and value is bounded. */
function assignments(text: string): Pair[] {
  const pairs: Pair[] = [];
  const names = eachTellingName(text);
  let done = 0;
  for (let each = names.next(0); each.done !== true; each = names.next(done)) {
    const { name, start, end } = each.value;
    const joined = jointAfter(text, start, end);
    const found = joined && valueAt(text, joined.joint, joined.at);
    if (found === undefined) continue;
    pairs.push({ name, value: found.value, offset: found.offset });
    // Names inside the value are its own, but for one that is followed by `=`.
    if (!found.whole && !found.value.endsWith('=')) done = found.offset + found.value.length;
  }
  return pairs;
}

/** The names and values of a text that is no JSON: what looks like an assignment, or like YAML or XML that takes two places for it. */
export function assignedPairs(text: string): Pair[] {
  // A reference such as {{resolve:secretsmanager:x:SecretString:password}} is not to be read as an assignment itself.
  const plain = text.includes('{{')
    ? text.replaceAll(/\{\{[^\n]{1,300}?\}\}/g, (all) => '$'.padEnd(all.length, '_'))
    : text;
  return [...assignments(plain), ...yamlPairs(plain), ...xmlPairs(plain)];
}
