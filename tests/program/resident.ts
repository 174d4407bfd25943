import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterAll } from 'vitest';
import { root } from '../../src/stand-in/root.ts';
import { environment, resultOf, type CliOptions, type CliResult } from './cli.ts';

export type ResidentOptions = Pick<CliOptions, 'endpoint' | 'env' | 'cwd' | 'input' | 'timeoutMs'>;
export type Program = (args: readonly string[], options?: ResidentOptions) => Promise<CliResult>;
type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string } | { readonly failed: string };

/**
 * Runs the built program as `runCli` does, with an environment, folder and streams of each run, but in one process that has
 * loaded it: a tenth of the CPU time where a run does little. One run at a time; a test file calls this once, at its top.
 *
 * For runs of which how the process starts, ends, is killed or loads somebody's modules does not matter.
 */
export function residentProgram(): Program {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const closed = new Promise((resolve) => void ending.once('close', resolve));
    ending.kill('SIGKILL');
    await closed;
  };
  afterAll(end);

  async function run(args: readonly string[], options: ResidentOptions): Promise<CliResult> {
    child ??= fork(path.join(root, 'tests/program/resident.cjs'), {
      cwd: root,
      env: environment({}),
      execArgv: [],
      serialization: 'advanced',
    });
    const running = child;
    const startedAt = performance.now();
    const limit = options.timeoutMs ?? 60_000;
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<Answer | undefined>((resolve, reject) => {
      timer = setTimeout(() => resolve(undefined), limit);
      running.once('message', (message) => resolve(message as Answer));
      running.once('close', () => reject(new Error(`the program ended its process: ${args.join(' ')}`)));
      running.send({ args, env: environment(options), cwd: options.cwd ?? root, input: options.input ?? '' });
    }).finally(() => {
      clearTimeout(timer);
      running.removeAllListeners();
    });
    if (answer === undefined) await end();
    else if ('failed' in answer) throw new Error(answer.failed);
    return resultOf({
      code: null,
      stdout: '',
      stderr: '',
      ...answer,
      signal: answer === undefined ? 'SIGKILL' : null,
      timedOut: answer === undefined,
      wallMs: performance.now() - startedAt,
      cpuMs: undefined,
      maxRssKb: undefined,
    });
  }

  return (args, options = {}) => {
    const next = last.then(() => run(args, options));
    last = next.catch(() => undefined);
    return next;
  };
}
