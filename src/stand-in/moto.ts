import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { childrenCpuMs } from './children-cpu.ts';
import { root } from './root.ts';

const run = promisify(execFile);
const venv = path.join(root, '.venv');
const requirements = path.join(root, 'src/stand-in/requirements.txt');
const lock = path.join(root, 'build/venv.lock');

/** Whether the emulator can be started here; when not, why. */
export type MotoAvailability = { readonly available: true } | { readonly available: false; readonly reason: string };

/** A running emulator. */
export interface Moto {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly pid: number;
  /** Forgets everything that was created, in every account and region. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Installs the pinned emulator into `.venv` unless it is there (about 60 s and 320 MB, once).
 * Without Python or without the package index it answers why not; in CI (`CI=true`) it throws instead, so that the
 * end-to-end tests can never be skipped silently there.
 */
export async function ensureMoto(options: { python?: string; folder?: string } = {}): Promise<MotoAvailability> {
  const folder = options.folder ?? venv;
  if (isInstalled(folder)) return { available: true };
  try {
    await withLock(() => install(folder, options.python ?? 'python3'));
    return { available: true };
  } catch (error) {
    const reason = `the emulator cannot be installed: ${error instanceof Error ? error.message : String(error)}`;
    if (process.env['CI'] === 'true') throw new Error(reason, { cause: error });
    return { available: false, reason };
  }
}

/** The interpreter that has what `ensureMoto` installs. */
export const python = (): string => pythonIn(venv);

function pythonIn(folder: string): string {
  return path.join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
}

/** Written last, so that an installation that was cut short is not taken for one. */
function stampIn(folder: string): string {
  return path.join(folder, 'stand-in-requirements.txt');
}

function isInstalled(folder: string): boolean {
  return existsSync(stampIn(folder)) && readFileSync(stampIn(folder), 'utf8') === readFileSync(requirements, 'utf8');
}

let spentMs = 0;

/** CPU time, in ms, that this process spent on installing the emulator: whoever asks for it first pays for all. */
export const installationCpuMs = (): number => spentMs;

async function install(folder: string, python: string): Promise<void> {
  if (isInstalled(folder)) return;
  const before = childrenCpuMs();
  if (!existsSync(pythonIn(folder))) await run(python, ['-m', 'venv', folder]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  await run(pythonIn(folder), pip, { timeout: 600_000 });
  writeFileSync(stampIn(folder), readFileSync(requirements, 'utf8'));
  spentMs += childrenCpuMs() - before;
}

/** Test files run in several processes: one installs, the others wait. */
async function withLock(work: () => Promise<void>): Promise<void> {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 600_000) rmSync(lock, { recursive: true, force: true });
      await sleep(250);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * Starts an emulator of its own (about 1 s) on a free port. It ends with `stop()` or with this process.
 * `managedPolicies` loads the AWS managed IAM policies: 1.2 s and 31 MB per account. `images` loads some hundred public
 * AMIs: 0.3 s per region, and a reset takes 2 s instead of 60 ms.
 */
export async function startMoto(
  options: { managedPolicies?: boolean; images?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Moto> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|MOTO)_/.test(name)));
  const child = spawn(pythonIn(venv), [path.join(root, 'src/stand-in/moto_launcher.py')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...inherited,
      MOTO_IAM_LOAD_MANAGED_POLICIES: String(options.managedPolicies ?? false),
      MOTO_EC2_LOAD_DEFAULT_AMIS: String(options.images ?? false),
      MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS: 'false',
      PYTHONUNBUFFERED: '1',
      ...options.env,
    },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-10_000)));
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`the emulator ended with ${code} before it listened: ${errors}`)));
    createInterface(child.stdout).on('line', (line) => {
      const started = /^\{"port": (\d+)\}$/.exec(line);
      if (started !== null) resolve(Number(started[1]));
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: child.pid ?? 0,
    async reset() {
      const answer = await fetch(`${url}/moto-api/reset`, { method: 'POST' });
      if (!answer.ok) throw new Error(`the emulator could not be reset: HTTP ${answer.status}`);
      await answer.arrayBuffer();
    },
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
