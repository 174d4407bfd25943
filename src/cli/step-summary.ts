import { open } from 'node:fs/promises';
import { AuditError, messageOf } from '../program/errors.ts';

/** GitHub drops the summary of a step, all of it, when it is larger. */
const mostBytes = 1_048_576;

/**
 * Adds a report to the summary of the GitHub step that this program runs in, whole or not at all: other commands of the step may have
 * written to it before.
 * @throws AuditError `output`, e.g. when the disk is full
 */
export async function addToStepSummary(file: string, chunks: Iterable<string>): Promise<void> {
  try {
    const handle = await open(file, 'a');
    try {
      const { size } = await handle.stat();
      const text = [...chunks].join('');
      const room = size + Buffer.byteLength(text) <= mostBytes;
      const added = room ? text : 'The report of audit has no room in this summary beside what stands in it.\n';
      try {
        await handle.appendFile(added);
      } catch (error) {
        // What is no file cannot be made shorter: what is said is that it could not be written.
        await handle.truncate(size).catch(() => {});
        throw error;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new AuditError('output', `${file}: the step summary cannot be written (${messageOf(error)})`, {
      cause: error,
    });
  }
}
