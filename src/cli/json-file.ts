import { AuditError, messageOf } from '../program/errors.ts';
import { NotText, decode } from '../text/decode.ts';
import { NotJson, parseJson } from '../text/json.ts';
import { readBounded } from '../program/read-file.ts';

/** The details of a large account are some ten megabytes. */
const mostBytes = 256 * 1_048_576;

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

/** A file's text in UTF-8; `-` is standard input. @param packed whether it may be compressed by gzip @throws AuditError `usage` naming the file and what is wrong with it */
export async function readText(file: string, packed = false): Promise<string> {
  let bytes: Uint8Array;
  try {
    const read = file === '-' ? await standardInput() : await readBounded(file, mostBytes);
    bytes = packed ? await unpacked(read) : read;
  } catch (error) {
    throw new AuditError('usage', `${nameOf(file)}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  try {
    return decode(bytes);
  } catch (error) {
    const line = error instanceof NotText ? `:${error.line}` : '';
    throw new AuditError('usage', `${nameOf(file)}${line}: ${messageOf(error)}`, { cause: error });
  }
}

/** What a file holds that may be compressed by gzip, up to the size that a file may have. */
async function unpacked(bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipSync } = await import('node:zlib');
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    throw new Error(
      error instanceof RangeError
        ? `unpacked it is larger than ${mostBytes / 1_048_576} MiB`
        : 'it is damaged or cut off',
      { cause: error },
    );
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw new Error(`it is larger than ${mostBytes / 1_048_576} MiB`);
  }
  return Buffer.concat(chunks);
}

/** A file's JSON. @throws AuditError `usage` naming the file, the line and what is wrong there */
export const readJson = async (file: string): Promise<unknown> => jsonIn(await readText(file), file);

/** The JSON in the text of a file, as `readJson`. @param above how many lines of the file are above it @throws AuditError `usage` */
export function jsonIn(text: string, file: string, above = 0): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (text.trim() === '') throw new AuditError('usage', `${nameOf(file)}: is empty, where JSON is expected`);
    const where = error instanceof NotJson ? `:${above + error.line}:${error.column}` : '';
    throw new AuditError('usage', `${nameOf(file)}${where}: ${messageOf(error)}`, { cause: error });
  }
}
