import { isUtf8 } from 'node:buffer';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { Budget } from './budget.ts';
import { encodedBodies } from './mime.ts';

/** Signs that stand in texts: tab, line feed, form feed, carriage return, escape. */
const textControls = new Set([9, 10, 12, 13, 27]);

function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if (sample.length === 0 || sample.some((byte) => (byte < 32 && !textControls.has(byte)) || byte === 127))
    return false;
  return !Buffer.from(sample).toString('utf8').slice(0, -3).includes('\u{FFFD}');
}

/** Which byte of each pair is the lower one in a text of two bytes a character, as PowerShell and Windows write it. */
function utf16Order(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  const pairs = Math.min(bytes.length, 4096) / 2;
  let [first, second] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) first += 1;
    if (bytes[at + 1] === 0) second += 1;
  }
  if (second > pairs * 0.7 && first === 0) return 'little';
  return first > pairs * 0.7 && second === 0 ? 'big' : undefined;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Where the packed data begins, after the header and its optional fields: https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
function packedDataAt(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  const afterZero = (from: number): number => bytes.indexOf(0, from) + 1 || bytes.length;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  if ((flags & 8) !== 0) at = afterZero(at);
  if ((flags & 16) !== 0) at = afterZero(at);
  return (flags & 2) === 0 ? at : at + 2;
}

const isTooLarge = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

/** Something may follow that does not belong to it, e.g. the rest of a message, at which Node's gunzip fails. */
function unpack(bytes: Uint8Array, budget: Budget): Uint8Array {
  // Node takes no limit of 0.
  if (budget.bytes === 0) budget.exceeded(bytes.length);
  const options = { maxOutputLength: budget.bytes };
  try {
    return gunzipSync(bytes, options);
  } catch (error) {
    if (isTooLarge(error)) budget.exceeded(bytes.length);
  }
  try {
    return inflateRawSync(bytes.subarray(packedDataAt(bytes)), options);
  } catch (cause) {
    if (isTooLarge(cause)) budget.exceeded(bytes.length);
    budget.failure(bytes.length);
    throw new RangeError('the data is packed by gzip and cannot be unpacked, so it was not examined', { cause });
  }
}

/**
 * The text of bytes that may be packed by gzip. Bytes that are no text are read one by one, so that texts among them are seen.
 * @throws RangeError when they cannot be unpacked, or there are more than the budget has left
 */
export function textOf(bytes: Uint8Array, budget: Budget): string {
  const plain = isGzip(bytes) ? unpack(bytes, budget) : bytes;
  budget.text(plain.length);
  const order = utf16Order(plain);
  if (order !== undefined) {
    const copy = Buffer.from(plain);
    return (order === 'little' ? copy : copy.swap16()).toString('utf16le');
  }
  return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString(isUtf8(plain) ? 'utf8' : 'latin1');
}

function bytesOf(source: string): Buffer | undefined {
  const compact = source.replaceAll(/\s+/g, '');
  return compact.length >= 8 && /^[A-Za-z\d+/_-]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : undefined;
}

/** What a base64 text stands for, unpacked if need be; undefined when it is no base64. @throws RangeError as `textOf` */
export function decodeBase64(source: string, budget: Budget): string | undefined {
  const bytes = bytesOf(source);
  return bytes === undefined ? undefined : textOf(bytes, budget);
}

/** A text inside another, and where it begins there. */
export interface Nested {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** All of a message's part: other secrets that stand in it as it is are told beside those that it has decoded. */
  readonly body: boolean;
}

/** The texts that stand encoded inside a text, and why others could not be looked into. */
export interface EncodedParts {
  readonly parts: readonly Nested[];
  readonly problems: readonly RangeError[];
}

/** Base64 in one line of 24 characters or more, or in several of the same length; not part of a longer word. */
const run =
  /(?<![A-Za-z\d+/=_-])[A-Za-z\d+/]{24,}={0,2}(?:\r?\n[ \t]{0,20}[A-Za-z\d+/]{4,76}={0,2}){0,20000}(?![A-Za-z\d+/_-])/g;

/** How gzip begins, with the only method there is. */
const packedStart = '\u001F\u008B\u0008';

/** Texts that stand encoded inside a text, as in cloud-init's `encoding: gz+b64` or MIME parts, as far as the budget goes. */
export function encodedParts(source: string, budget: Budget): EncodedParts {
  const parts: Nested[] = [];
  const problems: RangeError[] = [];
  /** Keeps why something could not be done, and says whether it could. */
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(error);
      return false;
    }
  };
  /** Whether there was something to be read, even if it could not be. */
  const add = (part: Omit<Nested, 'text'>, read: () => string | undefined): boolean => {
    let text: string | undefined;
    if (!attempt(() => void (text = read()))) return true;
    if (text !== undefined && text.length >= 8) parts.push({ ...part, text });
    return text !== undefined;
  };
  const bodies = encodedBodies(source);
  for (const { bytes, encoding, start, end } of bodies) {
    add({ start, end, body: true }, () => {
      if (bytes === undefined) throw new RangeError(`a part is encoded by ${encoding}, so it was not examined`);
      return textOf(bytes, budget);
    });
  }
  let next = 0;
  for (const match of source.matchAll(run)) {
    if (!attempt(() => budget.word())) break;
    const [text] = match;
    const [start, end] = [match.index, match.index + text.length];
    // Both are in the order of the text.
    while ((bodies[next]?.end ?? end) < end) next += 1;
    if ((bodies[next]?.start ?? end) <= start) continue;
    if (!add({ start, end, body: false }, () => decodeMaybe(text, budget)))
      add({ start, end, body: false }, () => decodeMaybe(text.split('\n', 1)[0] ?? '', budget));
  }
  for (let at = source.indexOf(packedStart); at !== -1; at = source.indexOf(packedStart, at + 3)) {
    if (!attempt(() => budget.packed())) break;
    add({ start: at, end: source.length, body: true }, () => textOf(Buffer.from(source.slice(at), 'latin1'), budget));
  }
  return { parts, problems };
}

/** What may be base64 by chance; undefined when it stands for no text. @throws RangeError as `textOf` */
function decodeMaybe(source: string, budget: Budget): string | undefined {
  const bytes = bytesOf(source);
  if (bytes === undefined) return undefined;
  const packed = isGzip(bytes) && bytes[2] === 8;
  return packed || isText(bytes) || utf16Order(bytes) !== undefined ? textOf(bytes, budget) : undefined;
}
