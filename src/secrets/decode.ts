import { gunzipSync } from 'node:zlib';

/** More than any template or user data; what unpacks to more is not looked into any further. */
const mostBytes = 8 * 1024 * 1024;

function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let odd = 0;
  for (const byte of sample)
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) odd += 1;
  return (
    sample.length > 0 &&
    odd === 0 &&
    !Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
      .toString('utf8')
      .slice(0, -3)
      .includes('\u{FFFD}')
  );
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (cause) {
    throw new RangeError('the data is packed by gzip and cannot be unpacked, so it was not examined', { cause });
  }
}

/** The text of bytes that may be packed by gzip. Bytes that are no text are read one by one, so that texts among them are seen. */
export function textOf(bytes: Uint8Array): string {
  const plain = isGzip(bytes) ? unpack(bytes) : bytes;
  return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString(isText(plain) ? 'utf8' : 'latin1');
}

function bytesOf(source: string): Buffer | undefined {
  const compact = source.replaceAll(/\s+/g, '');
  return compact.length >= 8 && /^[A-Za-z\d+/_-]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : undefined;
}

/** What a base64 text stands for, unpacked if need be; undefined when it is no base64. */
export function decodeBase64(source: string): string | undefined {
  const bytes = bytesOf(source);
  return bytes === undefined ? undefined : textOf(bytes);
}

/** The same for what may be base64 by chance: undefined also when it stands for no text. */
function decodeMaybe(source: string): string | undefined {
  const bytes = bytesOf(source);
  if (bytes === undefined || !(isGzip(bytes) || isText(bytes))) return undefined;
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}

/** A text inside another, and where it begins there. */
export interface Nested {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Base64 in one line of 24 characters or more, or in several of the same length; not part of a longer word. */
const run =
  /(?<![A-Za-z\d+/=_-])[A-Za-z\d+/]{24,}={0,2}(?:\r?\n[ \t]{0,20}[A-Za-z\d+/]{4,76}={0,2}){0,20000}(?![A-Za-z\d+/_-])/g;
const mostRuns = 2000;

/** Texts that stand encoded inside a text, as in cloud-init's `encoding: gz+b64` or MIME parts. */
export function encodedParts(source: string): Nested[] {
  const parts: Nested[] = [];
  let examined = 0;
  for (const match of source.matchAll(run)) {
    if ((examined += 1) > mostRuns) break;
    const text = decodeMaybe(match[0]) ?? decodeMaybe(match[0].split('\n', 1)[0] ?? '');
    if (text !== undefined && text.length >= 8)
      parts.push({ text, start: match.index, end: match.index + match[0].length });
  }
  return parts;
}
