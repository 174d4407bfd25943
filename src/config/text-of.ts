import { AuditError, messageOf } from '../program/errors.ts';
import { NotText, decode } from '../text/decode.ts';
import { readBounded } from '../program/read-file.ts';

/** As much as some six thousand suppressions take, and no more than is parsed in seconds. */
const mostBytes = 1_048_576;

/** The text of a file that the user wrote. @throws AuditError `config` naming the file, and the line where it is no text */
export async function textOf(file: string): Promise<string> {
  try {
    return decode(await readBounded(file, mostBytes));
  } catch (error) {
    throw error instanceof NotText
      ? new AuditError('config', `${file}:${error.line}: ${error.message}`, { cause: error })
      : new AuditError('config', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
}
