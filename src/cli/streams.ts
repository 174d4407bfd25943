import { AuditError, messageOf } from '../program/errors.ts';

/** What standard output and standard error first failed with. */
const failures = new Map<NodeJS.WriteStream, NodeJS.ErrnoException>();

/** Keeps a stream that fails, e.g. because the disk behind it is full, from ending the process with a stack. */
export function watchStandardStreams(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (!failures.has(stream)) failures.set(stream, error);
    });
}

/** Whether nobody takes what is written any more. */
export const isOver = (stream: NodeJS.WriteStream): boolean => stream.destroyed || failures.has(stream);

/** Resolves when all that was written is with whoever reads it, or they are gone. */
export async function flushStandardStreams(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(async (stream) => {
      if (isOver(stream)) return;
      await new Promise<void>((resolve) => {
        stream.once('close', resolve).write('', () => resolve());
      });
    }),
  );
  // Node tells of a failed write in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
}

/**
 * The error of a standard stream that could not be written. A reader that closes the pipe early (`audit | head`) is none,
 * and does not change what the exit code says.
 */
export function failureOfStreams(): AuditError | undefined {
  for (const [stream, error] of failures) {
    if (error.code === 'EPIPE') continue;
    const name = stream === process.stdout ? 'standard output' : 'standard error';
    return new AuditError('output', `${name}: cannot be written (${messageOf(error)})`, { cause: error });
  }
  return undefined;
}
