import { parseFilterRegex, type FilterRegex } from './filter-regex.ts';

/**
 * CloudWatch Logs filter patterns, read into a tree.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export type FilterPattern =
  | { readonly kind: 'json'; readonly expr: FilterExpr }
  /** Terms looked for anywhere in the event's text: all of `all`, one of `any` if there are some, none of `none`. */
  | {
      readonly kind: 'text';
      readonly all: readonly TextTest[];
      readonly any: readonly TextTest[];
      readonly none: readonly TextTest[];
    }
  /** Not understood: a mistake in the pattern, or a form that does not look at JSON (`[w1, w2]`). Never a verdict. */
  | { readonly kind: 'unparsable'; readonly reason: string };

export type FilterExpr =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly FilterExpr[] }
  | { readonly kind: 'term'; readonly path: string; readonly test: FieldTest };

/** A text with its wildcards, or a regular expression between percent signs. */
export type TextTest =
  | { readonly kind: 'text'; readonly text: string; readonly anyBefore: boolean; readonly anyAfter: boolean }
  | { readonly kind: 'regex'; readonly source: string; readonly regex: FilterRegex };

export type FieldTest =
  | { readonly op: '=' | '!='; readonly value: TextTest; readonly number?: number | undefined }
  | { readonly op: '<' | '<=' | '>' | '>='; readonly number: number }
  | { readonly op: 'is'; readonly value: null | boolean }
  | { readonly op: 'exists' }
  | { readonly op: 'not exists' };

class PatternError extends Error {}

const path = /\$(?:\.[\w-]+|\[\d+\]|\.?\["[^"\]]+"\])+/y;
const operator = /!=|<=|>=|=|<|>/y;
const keyword = /(?:(IS)\s+(NULL|TRUE|FALSE)|(NOT\s+)?EXISTS)\b/iy;
const percent = /%((?:[^%\\]|\\.)*)%/y;
const quoted = /"((?:[^"\\]|\\.)*)"/y;
/** An unquoted value ends at white space, at a bracket or at `&&` and `||`. */
const bare = /(?:[^\s(){}&|"]|&(?!&)|\|(?!\|))+/y;
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A `*` at an end stands for any text; one in the middle is an asterisk. */
function textTest(raw: string): TextTest {
  if (/^\*+$/.test(raw)) return { kind: 'text', text: '', anyBefore: true, anyAfter: true };
  const anyBefore = raw.startsWith('*');
  const anyAfter = raw.endsWith('*');
  return { kind: 'text', text: raw.slice(anyBefore ? 1 : 0, anyAfter ? -1 : undefined), anyBefore, anyAfter };
}

function regexTest(source: string): TextTest {
  const regex = parseFilterRegex(source);
  if (regex === undefined) throw new PatternError(`%${source}% is not a regular expression that filter patterns know`);
  return { kind: 'regex', source, regex };
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1');
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    this.#skipSpace();
    return this.#at >= this.#text.length;
  }

  get rest(): string {
    return this.#text.slice(this.#at, this.#at + 20);
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  /** The next piece that matches, taken off the text; undefined when something else comes. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    this.#skipSpace();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

const [openBracket, closeBracket, and, or] = [/\(/y, /\)/y, /&&/y, /\|\|/y];

function readValue(reader: Reader): { value: TextTest; number?: number } {
  const pattern = reader.take(percent);
  if (pattern) return { value: regexTest(pattern[1] ?? '') };
  const inQuotes = reader.take(quoted);
  if (inQuotes) return { value: textTest(unescape(inQuotes[1] ?? '')) };
  const word = reader.take(bare)?.[0];
  if (word === undefined) throw new PatternError(`a value is missing before "${reader.rest}"`);
  return numeric.test(word) ? { value: textTest(word), number: Number(word) } : { value: textTest(word) };
}

function readTerm(reader: Reader): FilterExpr {
  const selector = reader.take(path)?.[0];
  if (selector === undefined)
    throw new PatternError(`a property such as $.eventName is missing before "${reader.rest}"`);
  const normal = selector.replaceAll(/\.?\["([^"]+)"\]/g, '.$1');
  const named = reader.take(keyword);
  if (named) {
    const what = named[2]?.toUpperCase();
    if (what === undefined) return { kind: 'term', path: normal, test: { op: named[3] ? 'not exists' : 'exists' } };
    return { kind: 'term', path: normal, test: { op: 'is', value: what === 'NULL' ? null : what === 'TRUE' } };
  }
  const op = reader.take(operator)?.[0];
  switch (op) {
    case '=':
    case '!=':
      return { kind: 'term', path: normal, test: { op, ...readValue(reader) } };
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { number } = readValue(reader);
      if (number === undefined) throw new PatternError(`${selector} ${op} needs a number`);
      return { kind: 'term', path: normal, test: { op, number } };
    }
    case undefined:
    default:
      throw new PatternError(`an operator is missing after ${selector}`);
  }
}

function joined(kind: 'and' | 'or', terms: readonly FilterExpr[]): FilterExpr {
  const [first] = terms;
  return terms.length === 1 && first !== undefined ? first : { kind, terms };
}

/** `()` binds tighter than `&&`, `&&` tighter than `||`. */
function readOr(reader: Reader): FilterExpr {
  const terms = [readAnd(reader)];
  while (reader.take(or)) terms.push(readAnd(reader));
  return joined('or', terms);
}

function readAnd(reader: Reader): FilterExpr {
  const terms = [readFactor(reader)];
  while (reader.take(and)) terms.push(readFactor(reader));
  return joined('and', terms);
}

function readFactor(reader: Reader): FilterExpr {
  if (!reader.take(openBracket)) return readTerm(reader);
  const inner = readOr(reader);
  if (!reader.take(closeBracket)) throw new PatternError(`")" is missing before "${reader.rest}"`);
  return inner;
}

function readText(text: string): FilterPattern {
  const reader = new Reader(text);
  const [all, any, none]: [TextTest[], TextTest[], TextTest[]] = [[], [], []];
  while (!reader.done) {
    const sign = reader.take(/[?-]/y)?.[0];
    const pattern = reader.take(percent);
    const word = pattern ? undefined : (reader.take(quoted)?.[1] ?? reader.take(/\w+/y)?.[0]);
    if (!pattern && word === undefined) throw new PatternError(`not understood at "${reader.rest}"`);
    const term: TextTest = pattern
      ? regexTest(pattern[1] ?? '')
      : { kind: 'text', text: unescape(word ?? ''), anyBefore: true, anyAfter: true };
    (sign === '?' ? any : sign === '-' ? none : all).push(term);
  }
  return { kind: 'text', all, any, none };
}

/** Reads a pattern. Never throws: what it does not understand is `unparsable`, with the reason. The empty pattern matches every event. */
export function parseFilterPattern(text: string): FilterPattern {
  const trimmed = text.trim();
  try {
    if (trimmed.startsWith('[')) throw new PatternError('a pattern for space-delimited events does not look into JSON');
    if (!trimmed.startsWith('{')) return readText(trimmed);
    if (!trimmed.endsWith('}')) throw new PatternError('"}" is missing at the end');
    const reader = new Reader(trimmed.slice(1, -1));
    const expr = readOr(reader);
    if (!reader.done) throw new PatternError(`not understood at "${reader.rest}"`);
    return { kind: 'json', expr };
  } catch (error) {
    if (error instanceof PatternError) return { kind: 'unparsable', reason: error.message };
    throw error;
  }
}
