import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { LineTooLong, Lines } from '../text/lines.ts';

/** What one entry may take, as a line of a snapshot. */
const mostInLine = 256 * 1_048_576;

/** A line of a journal; the last one may not be whole. */
export interface JournalLine {
  readonly text: string;
  readonly whole: boolean;
}

/**
 * The lines of a journal, one by one: it may be larger than the longest text.
 * @param failed makes the error of a file that cannot be read, which is thrown
 */
export function* journalLines(file: string, failed: (error: unknown) => Error): Generator<JournalLine> {
  const lines = new Lines(mostInLine);
  let fd: number;
  try {
    // A named pipe would be waited for.
    if (!statSync(file).isFile()) throw new Error('it is not a file');
    fd = openSync(file, 'r');
  } catch (error) {
    throw failed(error);
  }
  try {
    for (let piece = next(fd, failed); piece.length > 0; piece = next(fd, failed))
      for (const line of lines.push(piece)) yield { text: Buffer.from(line).toString('utf8'), whole: true };
    const rest = lines.rest();
    if (rest !== undefined) yield { text: Buffer.from(rest).toString('utf8'), whole: false };
  } catch (error) {
    throw error instanceof LineTooLong ? failed(error) : error;
  } finally {
    closeSync(fd);
  }
}

function next(fd: number, failed: (error: unknown) => Error): Uint8Array {
  try {
    const piece = Buffer.allocUnsafe(1 << 18);
    return piece.subarray(0, readSync(fd, piece));
  } catch (error) {
    throw failed(error);
  }
}
