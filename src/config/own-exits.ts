import { syncBuiltinESMExports } from 'node:module';
import { AuditError } from '../program/errors.ts';
import { userFileOn } from './own-clients.ts';

const hint = 'A check returns a verdict or throws an error; a configuration exports its values.';

/** Ways in which a module could end the process, by their names in `process`. */
const endings = ['exit', 'reallyExit', 'abort'] as const;

/** A stack without the function that asks for it and what it calls. */
function stackAbove(below: (...args: never[]) => unknown): string {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  // A check may have called itself many times before.
  Error.stackTraceLimit = 1000;
  Error.captureStackTrace(holder, below);
  Error.stackTraceLimit = limit;
  return String(holder.stack);
}

/**
 * Keeps modules of the user's from ending the process: whoever reads the exit code would take it for the run's. This keeps
 * honest checks honest, as `guardOwnClients` does.
 * @param isOurs whether a file is the program's own
 */
export function guardExits(isOurs: (file: string) => boolean): void {
  const refuse = (what: string, below: (...args: never[]) => unknown): void => {
    const file = userFileOn(stackAbove(below), isOurs);
    if (file === undefined) return;
    throw new AuditError(
      'config',
      `${file}: calls process.${what}, which is refused: the run would end without a report`,
      { hint },
    );
  };
  const record = process as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of endings) {
    const own = record[name];
    if (own === undefined) continue;
    const guarded = (...args: unknown[]): unknown => {
      refuse(`${name}()`, guarded);
      return own.apply(process, args);
    };
    record[name] = guarded;
  }
  const kill = process.kill.bind(process);
  const guardedKill = (pid: number, signal?: string | number): true => {
    refuse('kill()', guardedKill);
    return kill(pid, signal);
  };
  process.kill = guardedKill;
  // What `import { exit } from 'node:process'` gives.
  syncBuiltinESMExports();
}
