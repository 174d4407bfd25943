import { createHash, hash } from 'node:crypto';
import { AuditError, messageOf } from '../program/errors.ts';
import { WrongShape, objectAt } from '../inventory/shape.ts';
import { toJson } from '../text/escape.ts';
import type { Document } from './lines.ts';
import { documentOf } from './lines.ts';

/** How a sealed file begins: JSON whose first member is the SHA-256 of all bytes that come after the line. */
const opening = /^\{"sha256":"([0-9a-f]{64})",\n$/;
const openingLength = 78;

/** So many characters are made bytes at once. */
const pieceSize = 65_536;

/** JSON that says of itself whether it is whole: the first line holds the SHA-256 of the others. */
export const sealed = (value: object): Sealed => sealedText([toJson(value)]);

interface Sealed {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * The same of text that comes in pieces: of an account with hundreds of thousands of findings it is hundreds of megabytes, which are never
 * there as one text.
 * @param pieces JSON of an object
 */
export function sealedText(pieces: Iterable<string>): Sealed {
  const digest = createHash('sha256');
  const parts: Buffer[] = [];
  let size = openingLength;
  const add = (text: string): void => {
    const part = Buffer.from(text);
    digest.update(part);
    parts.push(part);
    size += part.length;
  };
  let text = '';
  let isFirst = true;
  for (const piece of pieces) {
    // Without its first brace.
    text += isFirst ? piece.slice(1) : piece;
    isFirst = false;
    if (text.length < pieceSize) continue;
    add(text);
    text = '';
  }
  add(`${text}\n`);
  const sha256 = digest.digest('hex');
  return { bytes: Buffer.concat([Buffer.from(`{"sha256":"${sha256}",\n`), ...parts], size), sha256 };
}

/** What kind of file it is: `organization-manifest`; the number is of its form. */
export interface Form {
  readonly kind: string;
  readonly form: number;
  /** What helps where a file of it cannot be used. */
  readonly hint: string;
}

/** As it stands in a file. */
export const schemaOf = ({ kind, form }: Pick<Form, 'kind' | 'form'>): string => `${kind}/${form}`;

/**
 * Reads what `sealed` wrote.
 * @param read looks at the members, and gets apart what `listed` wrote; what it throws as `WrongShape` is said of the file
 * @throws AuditError `snapshot` that names the file: cut off or changed, of another program, of a newer version
 */
export function unsealed<T>(
  bytes: Uint8Array,
  file: string,
  wanted: Form,
  read: (members: Readonly<Record<string, unknown>>, sha256: string, lists: Document['lists']) => T,
): T {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, sha256] = opening.exec(buffer.toString('latin1', 0, openingLength)) ?? [];
  if (sha256 === undefined) throw broken(file, `is no ${wanted.kind} of audit`, wanted);
  const rest = buffer.subarray(openingLength);
  if (hash('sha256', rest, 'hex') !== sha256)
    throw broken(file, 'is damaged: it is not what was written (its SHA-256 differs)', wanted);
  try {
    const { outside, lists } = documentOf(buffer);
    const members = objectAt(outside, 'the file');
    assertForm(members['schema'], wanted, file);
    return read(members, sha256, lists);
  } catch (error) {
    if (error instanceof AuditError) throw error;
    const why = error instanceof WrongShape ? error.message : `it is no JSON (${messageOf(error)})`;
    throw broken(file, `is no ${wanted.kind} of audit: ${why}`, wanted, error);
  }
}

function assertForm(schema: unknown, wanted: Form, file: string): void {
  if (schema === schemaOf(wanted)) return;
  const [kind = '', form = ''] = typeof schema === 'string' ? schema.split('/') : [];
  if (kind !== wanted.kind) throw broken(file, `is no ${wanted.kind} of audit`, wanted);
  throw new AuditError('snapshot', `${file}: is of form ${form}, and this version reads form ${wanted.form}`, {
    hint: 'Use the version of audit that wrote it, or plan and scan again.',
  });
}

const broken = (file: string, why: string, { hint }: Form, cause?: unknown): AuditError =>
  new AuditError('snapshot', `${file}: ${why}`, { hint, ...(cause === undefined ? {} : { cause }) });
