import { toJson } from '../text/escape.ts';

/** Elements in their order, to be gone through as often as wanted. An array is one. */
export interface Many<T> extends Iterable<T> {
  readonly length: number;
}

/** Of each element what is asked when it is gone through. */
export class Mapped<T, U> implements Many<U> {
  readonly length: number;
  readonly #all: Iterable<T>;
  readonly #to: (each: T) => U | undefined;

  /** @param to what it gives undefined for is left out @param length how many are not */
  constructor(all: Iterable<T>, length: number, to: (each: T) => U | undefined) {
    this.#all = all;
    this.length = length;
    this.#to = to;
  }

  *[Symbol.iterator](): Generator<U> {
    for (const each of this.#all) {
      const given = this.#to(each);
      if (given !== undefined) yield given;
    }
  }
}

/*
 * Lists that may hold hundreds of thousands of elements stand in a file of JSON with each element on a line of its own: below a line that
 * ends with `"name":[`, above one that begins with `]`. There is no other line break in such a file, so it can be read a line at a time.
 */

/** A member of an object, an element a line. */
export function* listed(name: string, all: Iterable<unknown>): Generator<string> {
  yield `${toJson(name)}:[`;
  let opening = '\n';
  for (const each of all) {
    yield opening + toJson(each);
    opening = ',\n';
  }
  yield '\n]';
}

const [lineBreak, bracket, closing, comma] = ['\n', '[', ']', ','].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** The elements of such a list, as bytes until they are asked for. */
class Lines implements Many<unknown> {
  readonly length: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, length: number) {
    this.#bytes = bytes;
    this.length = length;
  }

  /** @throws SyntaxError for a line that is no JSON */
  *[Symbol.iterator](): Generator {
    let from = 0;
    while (from < this.#bytes.length) {
      const end = this.#bytes.indexOf(lineBreak, from);
      yield JSON.parse(this.#bytes.toString('utf8', from, this.#bytes[end - 1] === comma ? end - 1 : end)) as unknown;
      from = end + 1;
    }
  }
}

/** A file of JSON: what of it stands outside of such lists, in which they are empty, and the lists by their names. */
export interface Document {
  readonly outside: unknown;
  readonly lists: ReadonlyMap<string, Many<unknown>>;
}

/** @throws SyntaxError for what is no JSON */
export function documentOf(bytes: Buffer): Document {
  const outside: string[] = [];
  const lists = new Map<string, Many<unknown>>();
  let name: string | undefined;
  let [first, length] = [0, 0];
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(lineBreak, from);
    const end = found === -1 ? bytes.length : found;
    if (name !== undefined && bytes[from] === closing) {
      lists.set(name, new Lines(bytes.subarray(first, from), length));
      name = undefined;
    }
    if (name === undefined) {
      const line = bytes.toString('utf8', from, end);
      outside.push(line);
      name = bytes[end - 1] === bracket ? /"(\w+)":\[$/.exec(line)?.[1] : undefined;
      [first, length] = [end + 1, 0];
    } else length += 1;
    from = end + 1;
  }
  return { outside: JSON.parse(outside.join('\n')) as unknown, lists };
}
