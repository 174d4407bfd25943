/** What is wrong in a text that should be JSON, and where; line and column are 1-based. */
export class NotJson extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, text: string, at: number) {
    super(message);
    this.name = 'NotJson';
    const before = text.slice(0, at);
    this.line = before.split('\n').length;
    this.column = at - before.lastIndexOf('\n');
  }
}

/** Deeper than anything AWS prints or anybody writes, and shallow enough for whoever walks through it. */
export const mostDepth = 200;

/**
 * Parses JSON that somebody hands in (RFC 8259). A name twice in one object is refused, for readers disagree on which
 * value counts, and so is what is nested deeper than `mostDepth`.
 * @throws NotJson
 */
export function parseJson(text: string): unknown {
  new Scanner(text).whole();
  return JSON.parse(text) as unknown;
}

const space = /[ \t\n\r]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** An object that is open has the names it holds, a list has none. */
type Open = Set<string> | undefined;

class Scanner {
  readonly #text: string;
  #at = 0;
  readonly #open: Open[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  whole(): void {
    do this.#value();
    while (this.#next());
    this.#skip(space);
    if (this.#at < this.#text.length) throw this.#wrong('its end');
  }

  /** A value, or the beginning of one: what it holds is left to the next call. */
  #value(): void {
    this.#skip(space);
    const opened = this.#text[this.#at];
    if (opened === '{' || opened === '[') {
      if (this.#open.length === mostDepth)
        throw new NotJson(`is nested deeper than ${mostDepth} levels`, this.#text, this.#at);
      this.#at += 1;
      this.#skip(space);
      const empty = this.#text[this.#at] === (opened === '{' ? '}' : ']');
      if (empty) this.#at += 1;
      else {
        this.#open.push(opened === '{' ? new Set() : undefined);
        if (opened === '{') this.#name();
        return this.#value();
      }
    } else if (!(opened === '"' ? this.#string() : this.#skip(scalar))) throw this.#wrong('a value');
  }

  /** Ends what ends here. Whether another value comes. */
  #next(): boolean {
    for (;;) {
      if (this.#open.length === 0) return false;
      const names = this.#open.at(-1);
      this.#skip(space);
      const letter = this.#text[this.#at];
      if (letter === ',') {
        this.#at += 1;
        if (names !== undefined) this.#name();
        return true;
      }
      if (letter !== (names === undefined ? ']' : '}')) throw this.#wrong(names === undefined ? ', or ]' : ', or }');
      this.#at += 1;
      this.#open.pop();
    }
  }

  #name(): void {
    this.#skip(space);
    const from = this.#at;
    if (!this.#string()) throw this.#wrong('a name in double quotes');
    const name = JSON.parse(this.#text.slice(from, this.#at)) as string;
    const names = this.#open.at(-1);
    if (names?.has(name) === true)
      throw new NotJson(`has ${JSON.stringify(name)} twice in one object`, this.#text, from);
    names?.add(name);
    this.#skip(space);
    if (this.#text[this.#at] !== ':') throw this.#wrong(':');
    this.#at += 1;
  }

  /** A text in quotes, however long. */
  #string(): boolean {
    if (this.#text[this.#at] !== '"') return false;
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit === 0x22) {
        this.#at += 1;
        return true;
      }
      if (unit < 0x20) throw this.#wrong('an escape such as \\n');
      if (unit !== 0x5c) continue;
      if (!this.#skip(escape)) throw this.#wrong('an escape such as \\n or \\u00e9');
      this.#at -= 1;
    }
    throw this.#wrong('"');
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #wrong(expected: string): NotJson {
    const found = this.#text.codePointAt(this.#at);
    return new NotJson(
      `is not JSON: expected ${expected}, found ${found === undefined ? 'its end' : JSON.stringify(String.fromCodePoint(found))}`,
      this.#text,
      this.#at,
    );
  }
}
