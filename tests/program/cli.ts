import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { root } from '../../src/stand-in/root.ts';

/** The credentials that the CLI gets: made up, and easy to search for in its outputs. */
export const fakeCredentials = {
  accessKeyId: 'AKIAHARNESSFAKEKEY01',
  secretAccessKey: 'HarnessFakeSecretKeyNeverToBeSeen+12345/',
  sessionToken: 'HarnessFakeSessionTokenNeverToBeSeen==',
} as const;

export interface CliOptions {
  /** Where all AWS clients are pointed to; without it no AWS endpoint is set. */
  readonly endpoint?: string;
  /** Added last; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Default: the project's folder. */
  readonly cwd?: string;
  /** Written to the standard input, which is closed at once otherwise. */
  readonly input?: string;
  /** The process is killed after this; default 60 000. */
  readonly timeoutMs?: number;
  /** For tests that kill: called as soon as the process runs. */
  readonly onSpawn?: (child: ChildProcess) => void;
  /** Default: the built CLI, `dist/audit.cjs`. */
  readonly entry?: string;
  readonly nodeArgs?: readonly string[];
  /** The Node.js to run it on; default: the one that runs the tests. */
  readonly node?: string;
}

export interface CliResult {
  /** Null when the process was ended by a signal. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
  /** CPU time (user and system) and peak memory; undefined when the process was killed. */
  readonly cpuMs: number | undefined;
  readonly maxRssKb: number | undefined;
  /** @throws with both outputs in the message when stdout is not JSON. */
  json(): unknown;
}

/**
 * Runs the built CLI as a user would, in an environment of its own: made-up credentials, no AWS_* variable of the
 * developer, no configuration files, no instance metadata.
 */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const entry = options.entry ?? path.join(root, 'dist/audit.cjs');
  if (!existsSync(entry)) throw new Error(`${path.relative(root, entry)} is missing: run npm run build first`);
  const startedAt = performance.now();
  const usage = path.join(root, 'tests/program/usage.cjs');
  const child = spawn(
    options.node ?? process.execPath,
    ['--require', usage, ...(options.nodeArgs ?? []), entry, ...args],
    {
      cwd: options.cwd ?? root,
      env: environment(options),
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    },
  );
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const report = collect(child.stdio[3] as Readable);
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, options.timeoutMs ?? 60_000);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  options.onSpawn?.(child);
  const { code, signal } = await ended.finally(() => clearTimeout(timer));
  const used = parseUsage(report());
  return resultOf({
    code,
    signal,
    timedOut,
    stdout: stdout(),
    stderr: stderr(),
    wallMs: performance.now() - startedAt,
    cpuMs: used.cpuMs,
    maxRssKb: used.maxRssKb,
  });
}

/** What a run gave, with its output as JSON. */
export function resultOf(ended: Omit<CliResult, 'json'>): CliResult {
  const { code, signal, stdout, stderr } = ended;
  return {
    ...ended,
    json() {
      try {
        return JSON.parse(stdout) as unknown;
      } catch (error) {
        const text = `exit ${code ?? signal}\nstdout: ${stdout.slice(0, 2000)}\nstderr: ${stderr.slice(0, 2000)}`;
        throw new Error(`the CLI printed no JSON: ${text}`, { cause: error });
      }
    },
  };
}

/** What would change a run from outside; names of proxies count in both cases. */
const leftOut =
  /^(AWS_|AUDIT_|VITEST|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$|NODE_V8_COVERAGE$|FORCE_COLOR$|CI$|(https?|no|all)_proxy$)/i;

/** The environment of a run. */
export function environment(options: Pick<CliOptions, 'endpoint' | 'env'>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!leftOut.test(name)) env[name] = value;
  }
  Object.assign(env, {
    NO_COLOR: '1',
    AWS_ACCESS_KEY_ID: fakeCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: fakeCredentials.secretAccessKey,
    AWS_SESSION_TOKEN: fakeCredentials.sessionToken,
    AWS_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AUDIT_NO_CACHE: '1',
    ...(options.endpoint === undefined ? {} : { AWS_ENDPOINT_URL: options.endpoint }),
  });
  for (const [name, value] of Object.entries(options.env ?? {})) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
}

function collect(stream: Readable): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function parseUsage(text: string): { cpuMs: number | undefined; maxRssKb: number | undefined } {
  if (text === '') return { cpuMs: undefined, maxRssKb: undefined };
  const used = JSON.parse(text) as { cpuMs: number; maxRssKb: number };
  return { cpuMs: used.cpuMs, maxRssKb: used.maxRssKb };
}
