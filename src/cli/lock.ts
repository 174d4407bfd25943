import { closeSync, constants, linkSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { AuditError, messageOf } from '../program/errors.ts';

/**
 * Keeps two runs from collecting into the same snapshot: `FILE.lock` holds the process id while one does.
 * A lock whose process is gone is taken over.
 * @throws AuditError `output` when another run holds it
 */
export function acquireLock(snapshot: string): { release(): void } {
  const file = `${snapshot}.lock`;
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid), { mode: 0o600 });
    // The link appears with its content or not at all: no other run ever sees a lock that does not say whose it is.
    while (!linked(own, file)) takeOver(snapshot, file, `${own}.old`);
    return { release: () => rmSync(file, { force: true }) };
  } catch (error) {
    if (error instanceof AuditError) throw error;
    throw new AuditError('output', `${file}: cannot be written (${messageOf(error)})`, {
      hint: 'Choose another file with --save, or free some space.',
      cause: error,
    });
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether the lock could be made: there was none. */
function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the lock of a process that is gone out of the way. @throws AuditError `output` when it is not gone */
function takeOver(snapshot: string, file: string, aside: string): void {
  const holder = holderOf(file);
  if (holder === undefined) return;
  const taken = (process: string): AuditError =>
    new AuditError('output', `${snapshot}: another run (process ${process}) is writing it`, {
      hint: `Wait for it, or choose another file with --save. When no such run exists, delete ${file}.`,
    });
  if (isAlive(Number(holder))) throw taken(holder);
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  // Another run took the old lock over in between: what was moved is its lock, and goes back.
  if (moved !== undefined && moved !== holder) {
    linked(aside, file);
    rmSync(aside, { force: true });
    throw taken(moved);
  }
  rmSync(aside, { force: true });
}

/** More than a process id takes: what is longer is none. */
const mostBytes = 32;

/** What a lock says, or its beginning; undefined where there is none. A pipe in its place is not waited for. */
function holderOf(file: string): string | undefined {
  let opened: number;
  try {
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(mostBytes);
    return bytes.toString('utf8', 0, readSync(opened, bytes, 0, mostBytes, null));
  } finally {
    closeSync(opened);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
