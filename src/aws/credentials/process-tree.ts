import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** Ends a program that a shell started, and all that it started itself: the shell's end alone would leave them. */
export function endTree({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  // Found before the first one ends: orphans have another parent.
  for (const one of [pid, ...below(pid, parents())]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

type Parents = ReadonlyMap<number, number>;

function below(pid: number, all: Parents): number[] {
  const children = [...all].flatMap(([child, parent]) => (parent === pid ? [child] : []));
  return children.flatMap((child) => [child, ...below(child, all)]);
}

/** The parent of each process. Small systems have no `ps`, and others no `/proc`. */
function parents(): Parents {
  try {
    return new Map(
      readdirSync('/proc').flatMap((name) => {
        if (!/^\d+$/.test(name)) return [];
        try {
          // Between the brackets is the program's name, which may be anything: `pid (name) state ppid`.
          const [, parent] = /\) \S (\d+) [^)]*$/.exec(readFileSync(`/proc/${name}/stat`, 'latin1')) ?? [];
          return parent === undefined ? [] : [[Number(name), Number(parent)] as const];
        } catch {
          return [];
        }
      }),
    );
  } catch {
    const { error, stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    // Nothing was printed where there is no such program.
    return new Map(
      (error === undefined ? stdout : '').split('\n').flatMap((line) => {
        const [, pid, parent] = /^\s*(\d+)\s+(\d+)/.exec(line) ?? [];
        return pid === undefined ? [] : [[Number(pid), Number(parent)] as const];
      }),
    );
  }
}
