import { XmlError } from './xml-error.ts';
import type { ListShape, MapShape, Shape, StructShape } from './xml-shape.ts';

const tab = 0x09;
const newline = 0x0a;
const carriage = 0x0d;
const space = 0x20;
const bang = 0x21;
const quote = 0x22;
const ampersand = 0x26;
const apostrophe = 0x27;
const slash = 0x2f;
const less = 0x3c;
const greater = 0x3e;
const question = 0x3f;
const bracket = 0x5b;

const isBlank = (byte: number | undefined): boolean =>
  byte === space || byte === newline || byte === tab || byte === carriage;

type Output = Record<string, unknown>;

/**
 * Reads an XML document by a shape, in one pass over its bytes: no tree is built, and only texts that are asked for become
 * strings. Each of them is a copy, so that none keeps the whole answer in memory. Elements nobody asked for are skipped,
 * yet must be well-formed.
 *
 * Read strictly, a document must also be one that a service writes: no comment, instruction or text stands where elements
 * do, lists hold nothing but their items, no element is spelt in another case, nothing follows the root.
 */
export class XmlDocument {
  readonly #bytes: Buffer;
  readonly #strict: boolean;
  #at = 0;
  /** The name of the tag that was opened last. */
  #from = 0;
  #to = 0;
  /** Where its attributes begin. */
  #attributes = 0;
  /** Whether it was closed at once: `<name/>`. */
  #empty = false;

  constructor(bytes: Uint8Array, strict = false) {
    this.#strict = strict;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /**
   * Reads the root element.
   * @param within the element in the root to read instead; undefined is returned when it is not there
   * @throws XmlError
   */
  read(shape: StructShape, within?: string): object | undefined {
    this.#openRoot();
    const output = within === undefined ? this.#root(shape) : this.#within(shape, within);
    if (this.#strict) this.#endDocument();
    return output;
  }

  #within(shape: StructShape, name: string): object | undefined {
    const member = { name, tag: Buffer.from(name), shape, next: undefined };
    const members = new Map([[name, member]]);
    return this.#struct({ ...wrapper, members })[name] as object | undefined;
  }

  /** Nothing but blanks, comments and instructions may follow the root. */
  #endDocument(): void {
    for (;;) {
      this.#skipBlanks();
      if (this.#at >= this.#bytes.length) return;
      const next = this.#bytes[this.#at + 1];
      if (this.#bytes[this.#at] !== less) throw this.#error('a text after the root');
      if (next === question) this.#skipTo('?>');
      else if (next === bang) this.#skipComment();
      else throw this.#error('a second root');
    }
  }

  #openRoot(): void {
    for (;;) {
      this.#skipBlanks();
      if (this.#bytes[this.#at] !== less) throw this.#error('no root element');
      const next = this.#bytes[this.#at + 1];
      if (next === question) this.#skipTo('?>');
      else if (next === bang) this.#skipComment();
      else return this.#openTag();
    }
  }

  /** The root of some answers of S3 is itself the only member: `<LocationConstraint>eu-west-1</LocationConstraint>`. */
  #root(shape: StructShape): object {
    const name = this.#text(this.#from, this.#to);
    const member = shape.members.get(name);
    const { kind } = member?.shape ?? shape;
    if (member === undefined || kind !== 'text') return this.#struct(shape);
    const begin = this.#at;
    const [from, to, empty] = [this.#from, this.#to, this.#empty];
    if (empty || !this.#holdsText()) return this.#struct(shape);
    this.#at = begin;
    [this.#from, this.#to, this.#empty] = [from, to, empty];
    const value = this.#value(member.shape);
    return value === '' ? {} : { [member.name]: value };
  }

  /** Whether a text follows, rather than an element or nothing. */
  #holdsText(): boolean {
    const begin = this.#at;
    let found: boolean | undefined;
    while (found === undefined) {
      this.#skipBlanks();
      const next = this.#bytes[this.#at + 1];
      if (this.#bytes[this.#at] !== less) found = true;
      else if (next === question) this.#skipTo('?>');
      else if (next !== bang) found = false;
      else if (this.#skipMarked() !== '') found = true;
    }
    this.#at = begin;
    return found;
  }

  /** Reads the content of the element that was just opened, up to and with its closing tag. */
  #value(shape: Shape): unknown {
    switch (shape.kind) {
      case 'text': {
        const text = this.#textContent();
        return shape.convert === undefined ? text : shape.convert(text);
      }
      case 'struct':
        return this.#struct(shape);
      case 'list':
        return this.#list(shape);
      case 'map':
        return this.#map(shape);
    }
  }

  #struct(shape: StructShape): Output {
    const output: Output = {};
    if (shape.attributes.size > 0) this.#readAttributes(shape, output);
    if (this.#empty) return this.#complete(shape, output);
    const [from, to] = [this.#from, this.#to];
    let previous: StructShape['first'];
    let misspelt: string | undefined;
    while (this.#openNext(from, to)) {
      const guess = previous === undefined ? shape.first : previous.next;
      const member =
        guess !== undefined && this.#isNamed(guess.tag) ? guess : shape.members.get(this.#text(this.#from, this.#to));
      if (member === undefined) {
        if (this.#strict) misspelt ??= this.#misspelt(shape);
        this.#skipElement();
        continue;
      }
      if (previous === undefined) shape.first = member;
      else previous.next = member;
      previous = member;
      const { name, shape: inner } = member;
      const before = output[name];
      if (inner.kind === 'list' && inner.flat) {
        const item = this.#value(inner.item);
        if (before === undefined) output[name] = [item];
        else (before as unknown[]).push(item);
      } else if (inner.kind === 'map' && inner.flat) {
        this.#entry(inner, (output[name] ??= {}) as Output);
      } else if (before === undefined) {
        const value = this.#value(inner);
        if (value !== undefined) output[name] = value;
      } else throw this.#error(`a second <${this.#text(this.#from, this.#to)}>`);
    }
    if (misspelt !== undefined && output[misspelt] === undefined)
      throw this.#error(`${misspelt}, which is spelt in another case`);
    return this.#complete(shape, output);
  }

  /** @throws XmlError when a member is missing or empty that the service always sends */
  #complete({ always, counted, name }: StructShape, output: Output): Output {
    if (counted && Number(output['Quantity']) > 0 && output['Items'] === undefined)
      throw this.#error(`${name} without the Items it counts`);
    for (const member of always)
      if (output[member] === undefined || output[member] === '') throw this.#error(`${name} without ${member}`);
    return output;
  }

  /**
   * The member that the unknown element would be in another case. No service has two that differ in case alone:
   * https://smithy.io/2.0/spec/model.html#shape-id-conflicts
   */
  #misspelt(shape: StructShape): string | undefined {
    shape.folded ??= new Map(Array.from(shape.members, ([tag, { name }]) => [tag.toLowerCase(), name]));
    return shape.folded.get(this.#text(this.#from, this.#to).toLowerCase());
  }

  #list({ item, itemTag }: ListShape): unknown[] {
    const items: unknown[] = [];
    if (this.#empty) return items;
    const [from, to] = [this.#from, this.#to];
    while (this.#openNext(from, to)) {
      if (this.#isNamed(itemTag)) items.push(this.#value(item));
      else this.#skipForeign();
    }
    return items;
  }

  #map(shape: MapShape): Output {
    const output: Output = {};
    if (this.#empty) return output;
    const [from, to] = [this.#from, this.#to];
    while (this.#openNext(from, to)) {
      if (this.#isNamed(entryTag)) this.#entry(shape, output);
      else this.#skipForeign();
    }
    return output;
  }

  /** Lists and maps have nothing but what they hold. */
  #skipForeign(): void {
    if (this.#strict) throw this.#error(`<${this.#text(this.#from, this.#to)}> among the items`);
    this.#skipElement();
  }

  #entry({ keyTag, valueTag, value }: MapShape, output: Output): void {
    let key: string | undefined;
    let held: unknown;
    if (!this.#empty) {
      const [from, to] = [this.#from, this.#to];
      while (this.#openNext(from, to)) {
        if (this.#isNamed(keyTag)) {
          if (key !== undefined) throw this.#error('a second key of an entry');
          key = this.#textContent();
        } else if (this.#isNamed(valueTag)) {
          if (held !== undefined) throw this.#error('a second value of an entry');
          held = this.#value(value);
        } else this.#skipElement();
      }
    }
    if (key === undefined) throw this.#error('an entry without a key');
    // A key may be __proto__: assigned, it would not be one.
    Object.defineProperty(output, key, { value: held, writable: true, enumerable: true, configurable: true });
  }

  #skipElement(): void {
    if (this.#empty) return;
    const [from, to] = [this.#from, this.#to];
    while (this.#openNext(from, to, false)) this.#skipElement();
  }

  /**
   * Goes on to the next tag in an element whose name is at `from` to `to`. True when it opens an element, false when it
   * closes this one. What stands between elements is skipped.
   * @param strict refuses all but blanks there: AWS comments on nothing, and what is in a comment would be missing
   */
  #openNext(from: number, to: number, strict = this.#strict): boolean {
    const bytes = this.#bytes;
    for (;;) {
      for (let byte = bytes[this.#at]; byte !== less; byte = bytes[++this.#at]) {
        if (byte === undefined) throw this.#error('the end of the document in an element');
        if (strict && !isBlank(byte)) throw this.#error(`a text in <${this.#text(from, to)}>`);
      }
      const next = bytes[this.#at + 1];
      if (strict && (next === bang || next === question) && !this.#isLoggingExample())
        throw this.#error(`a comment or the like in <${this.#text(from, to)}>`);
      if (next === slash) {
        this.#closeTag(from, to);
        return false;
      }
      if (next === bang) this.#skipMarked();
      else if (next === question) this.#skipTo('?>');
      else {
        this.#openTag();
        return true;
      }
    }
  }

  /** Whether the one comment follows that AWS writes. */
  #isLoggingExample(): boolean {
    return loggingExample.test(this.#bytes.toString('latin1', this.#at, this.#at + 400));
  }

  #openTag(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    const from = at;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === greater || byte === slash || isBlank(byte)) break;
    }
    if (at === from) throw this.#error('a tag without a name');
    this.#from = from;
    this.#to = at;
    this.#attributes = at;
    if (bytes[at] !== greater) at = this.#endOfTag(at);
    this.#empty = bytes[at - 1] === slash;
    this.#at = at + 1;
  }

  /** Where the `>` of a tag is: one in an attribute's value does not end it. */
  #endOfTag(from: number): number {
    const bytes = this.#bytes;
    let within: number | undefined;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (within !== undefined) {
        if (byte === within) within = undefined;
      } else if (byte === quote || byte === apostrophe) within = byte;
      else if (byte === greater) return at;
      else if (byte === less) break;
    }
    throw this.#error('a tag without an end');
  }

  #readAttributes({ attributes }: StructShape, output: Output): void {
    const end = this.#at - (this.#empty ? 2 : 1);
    const text = this.#bytes.toString('utf8', this.#attributes, end);
    for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const member = attributes.get(name);
      if (member?.shape.kind !== 'text') continue;
      const value = decoded((double ?? single ?? '').replaceAll(/\r\n?/g, '\n'));
      output[member.name] = member.shape.convert === undefined ? value : member.shape.convert(value);
    }
  }

  #closeTag(from: number, to: number): void {
    const bytes = this.#bytes;
    let at = this.#at + 2;
    for (let opened = from; opened < to; opened++, at++)
      if (bytes[at] !== bytes[opened]) throw this.#error(`no closing tag of <${this.#text(from, to)}>`);
    while (isBlank(bytes[at])) at++;
    if (bytes[at] !== greater) throw this.#error(`no closing tag of <${this.#text(from, to)}>`);
    this.#at = at + 1;
  }

  /** The text of the element that was just opened, up to and with its closing tag. */
  #textContent(): string {
    if (this.#empty) return '';
    const [from, to] = [this.#from, this.#to];
    const bytes = this.#bytes;
    let text = '';
    for (;;) {
      const begin = this.#at;
      let at = begin;
      let plain = true;
      let byte = bytes[at];
      for (; byte !== less; byte = bytes[++at]) {
        if (byte === undefined) throw this.#error('the end of the document in a text');
        if (byte >= 0x80 || byte === ampersand || byte === carriage) plain = false;
      }
      if (at > begin) text += plain ? bytes.toString('latin1', begin, at) : this.#decodedText(begin, at);
      this.#at = at;
      const next = bytes[at + 1];
      if (next === slash) break;
      if (this.#strict && (next === question || (next === bang && bytes[at + 2] !== bracket)))
        throw this.#error(`a comment or the like in <${this.#text(from, to)}>`);
      if (next === question) this.#skipTo('?>');
      else if (next === bang) text += this.#skipMarked();
      else throw this.#error(`an element in the text of <${this.#text(from, to)}>`);
    }
    this.#closeTag(from, to);
    // Blanks that only lay the document out, as the SDK takes them too.
    return text.length > 0 && text.charCodeAt(0) <= space && text.trim() === '' && text.includes('\n') ? '' : text;
  }

  #decodedText(from: number, to: number): string {
    return decoded(this.#bytes.toString('utf8', from, to).replaceAll(/\r\n?/g, '\n'));
  }

  /** Skips a comment or a CDATA section. @returns the section's text, nothing for a comment */
  #skipMarked(): string {
    const begin = this.#at + cdata.length;
    if (this.#bytes.toString('latin1', this.#at, begin) !== cdata) {
      this.#skipComment();
      return '';
    }
    this.#skipTo(']]>');
    return this.#bytes.toString('utf8', begin, this.#at - ']]>'.length).replaceAll(/\r\n?/g, '\n');
  }

  /** Document types are refused: no answer of AWS has one. */
  #skipComment(): void {
    if (this.#bytes.toString('latin1', this.#at, this.#at + 4) !== '<!--') throw this.#error('a declaration');
    this.#at += 4;
    this.#skipTo('-->');
  }

  #skipTo(end: string): void {
    const found = this.#bytes.indexOf(end, this.#at, 'latin1');
    if (found === -1) throw this.#error(`no ${end}`);
    this.#at = found + end.length;
  }

  #skipBlanks(): void {
    while (isBlank(this.#bytes[this.#at])) this.#at++;
  }

  #isNamed(tag: Uint8Array): boolean {
    const from = this.#from;
    if (this.#to - from !== tag.length) return false;
    const bytes = this.#bytes;
    for (let i = 0; i < tag.length; i++) if (bytes[from + i] !== tag[i]) return false;
    return true;
  }

  #text(from: number, to: number): string {
    return this.#bytes.toString('utf8', from, to);
  }

  #error(problem: string): XmlError {
    return new XmlError(problem, this.#at);
  }
}

/**
 * S3's answer for a bucket that logs nowhere may hold this, as the sample of its reference does:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html
 */
const loggingExample =
  /^<!--\s*<LoggingEnabled>\s*<TargetBucket>myLogsBucket<\/TargetBucket>\s*<TargetPrefix>add\/this\/prefix\/to\/my\/log\/files\/access_log-<\/TargetPrefix>\s*<\/LoggingEnabled>\s*-->/;

const cdata = '<![CDATA[';
const entryTag = Buffer.from('entry');
/** Stands for the root when the output is an element in it. */
const wrapper: StructShape = {
  kind: 'struct',
  name: 'answer',
  members: new Map(),
  attributes: new Map(),
  always: [],
  counted: false,
  first: undefined,
  folded: undefined,
};

/** A map, because references may have the names of an object's own methods. */
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Puts the characters in that references stand for. What looks like one and is none stays as it is.
 * @see https://www.w3.org/TR/xml/#sec-references
 */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
