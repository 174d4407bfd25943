import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from './errors.ts';

/** How long a named pipe may be there without anybody who writes to it, ms. */
const pipePatience = 10_000;

/**
 * Reads a file whole, up to a size. A pipe is read as long as somebody writes to it; one that nobody opens is given up.
 * @param most bytes
 * @throws Error saying why not: the operating system's, or that it is a directory, larger, or that nobody writes
 */
export async function readBounded(file: string, most: number, patience = pipePatience): Promise<Buffer> {
  // A pipe without a writer would never open; O_NONBLOCK is not on Windows, which has no such pipes.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new Error('it is a directory');
    if (stat.size > most) throw tooLarge(most);
    const chunks: Buffer[] = [];
    const deadline = Date.now() + patience;
    let size = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.min(1 << 20, Math.max(65_536, stat.size + 1)));
      const bytesRead = await handle.read(chunk, 0, chunk.length, null).then(
        (read) => read.bytesRead,
        (error: unknown) => {
          // Somebody has it open and has nothing to say yet.
          if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
          throw error;
        },
      );
      if (bytesRead === undefined) await wait(20);
      else if (bytesRead > 0) {
        chunks.push(chunk.subarray(0, bytesRead));
        size += bytesRead;
        if (size > most) throw tooLarge(most);
      } else if (!stat.isFIFO() || size > 0) return Buffer.concat(chunks);
      else if (Date.now() > deadline) throw new Error(`it is a pipe that nobody wrote to for ${patience / 1000} s`);
      else await wait(20);
    }
  } finally {
    await handle.close();
  }
}

/** Why a file was not read, for messages: the operating system's code, e.g. `EACCES`, or what `readBounded` says. */
export const whyNotRead = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : messageOf(error);

const tooLarge = (most: number): Error => new Error(`it is larger than ${most / 1_048_576} MiB`);
