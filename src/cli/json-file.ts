import { readFile } from 'node:fs/promises';
import { AuditError, messageOf } from '../errors.ts';

/** A file's text; `-` is standard input. @throws AuditError `usage` */
export async function readText(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8');
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    throw new AuditError('usage', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
}

/** A file's JSON. @throws AuditError `usage` naming the file and what is wrong with it */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new AuditError('usage', `${file === '-' ? 'standard input' : file}: is not JSON (${messageOf(error)})`, {
      cause: error,
    });
  }
}
