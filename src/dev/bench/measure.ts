import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** One line of the benchmark's table. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What we aim at, in the same unit; smaller is better. */
  readonly target?: number;
}

export interface Usage {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
  readonly code: number | null;
}

/** Runs a program to its end, its output thrown away, and says what it used. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Usage> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', join(root, 'src/dev/bench/usage.cjs'), ...args], {
    cwd: root,
    // An extra certificate file would cost every start 40 ms.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let report = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => (report += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const { cpuMs = NaN, peakKb = NaN } = (report === '' ? {} : JSON.parse(report)) as {
    cpuMs?: number;
    peakKb?: number;
  };
  return { cpuMs, wallMs: performance.now() - started, peakMb: peakKb / 1024, code };
}

/** The run of several with the median CPU time. */
export async function median(times: number, work: () => Promise<Usage>): Promise<Usage> {
  const runs: Usage[] = [];
  for (let i = 0; i < times; i++) runs.push(await work());
  runs.sort((a, b) => a.cpuMs - b.cpuMs);
  const middle = runs[Math.floor(times / 2)];
  if (middle === undefined) throw new RangeError('nothing was run');
  return middle;
}
