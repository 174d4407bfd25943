import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { AuditError, messageOf } from '../errors.ts';

/**
 * Keeps two runs from collecting into the same snapshot: `FILE.lock` holds the process id while one does.
 * A lock whose process is gone is taken over.
 * @throws AuditError `output` when another run holds it
 */
export function acquireLock(snapshot: string): { release(): void } {
  const file = `${snapshot}.lock`;
  for (const last of [false, true]) {
    try {
      const fd = openSync(file, 'wx', 0o600);
      writeSync(fd, String(process.pid));
      closeSync(fd);
      return { release: () => unlinkSync(file) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new AuditError('output', `${file}: cannot be written (${messageOf(error)})`, { cause: error });
      }
      const holder = Number(readFileSync(file, 'utf8'));
      if (last || isAlive(holder)) {
        throw new AuditError('output', `${snapshot}: another run (process ${holder}) is writing it`, {
          hint: 'Wait for it, or choose another file with --save.',
        });
      }
      unlinkSync(file);
    }
  }
  throw new AuditError('internal', `${file}: could not be locked`);
}

function isAlive(pid: number): boolean {
  // A lock that is being written has no number yet.
  if (!Number.isInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
