import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** How long children have to end by themselves, in ms. */
const graceMs = 100;

/**
 * Ends the programs that this one still runs, e.g. a `credential_process` that hangs, with all that they started: called
 * when the process ends, so it does not return to the event loop.
 *
 * Not done on Windows: there is no list of processes to read, and the ids of programs that the SDK starts are not known. A
 * program that hangs goes on there by itself, and its output is no longer read.
 */
export function endChildren(): void {
  if (process.platform === 'win32' || !process.getActiveResourcesInfo().includes('ProcessWrap')) return;
  const left = descendantsOf(process.pid);
  for (const pid of left) signal(pid, 'SIGTERM');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, graceMs);
  for (const pid of left) signal(pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

/** Process ids of a process's children, of theirs, and so on. */
function descendantsOf(pid: number): number[] {
  const children = childrenOf();
  const found: number[] = [];
  const add = (parent: number): void => {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      add(child);
    }
  };
  add(pid);
  return found;
}

/** Every process's children, as far as they can be known. */
function childrenOf(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const [pid, parent] of process.platform === 'linux' ? fromProc() : fromPs())
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  return children;
}

type Pair = readonly [pid: number, parent: number];

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name, in brackets, may hold anything. */
function fromProc(): Pair[] {
  return readdirSync('/proc').flatMap((name): Pair[] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 1).split(' ')[2])]];
    } catch {
      return [];
    }
  });
}

function fromPs(): Pair[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8', timeout: 1000 });
  return (stdout ?? '').split('\n').flatMap((line): Pair[] => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)/.exec(line) ?? [];
    return pid === undefined ? [] : [[Number(pid), Number(parent)]];
  });
}
