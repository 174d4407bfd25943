import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { manifestOf } from '../../../organization/manifest.ts';
import { readAccounts } from '../../../organization/merge/read.ts';
import { DirectoryStore } from '../../../organization/store.ts';
import { root } from '../measure.ts';

const parts = [1, 2, 3] as const;
const atOnce = 8;

interface Answered {
  readonly requests: number;
  /** Accounts whose buckets were listed, each time. */
  readonly lists: readonly string[];
  /** Answers that are kept. */
  readonly known: number;
}

/** What a process used: the processor's time, and its memory once a second. */
interface Used {
  readonly code: number | null;
  readonly cpuMs: number;
  readonly memory: readonly number[];
}

/**
 * Scans an organization of so many accounts (one region, S3 and IAM) by three processes that share the plan (`--shard`), and by three
 * workers of a queue. When a third is through, one of the three is killed as by `kill -9` and begun again.
 */
export async function benchScans(accounts: number): Promise<string[]> {
  const server = await startServer(accounts);
  const dir = mkdtempSync(join(tmpdir(), 'audit-bench-org-'));
  try {
    const lines = [
      `| ${accounts} accounts, one region, S3 and IAM, by three processes | shards | a queue |`,
      '|---|---:|---:|',
      `| the server alone, answers a second | ${Math.round(await server.rate())} | |`,
    ];
    const queue = spawnSync('redis-server', ['--version']).status === 0;
    const [shards, workers] = [
      await scanned(server, join(dir, 'shards'), accounts, 'shards'),
      queue ? await scanned(server, join(dir, 'queue'), accounts, 'queue') : undefined,
    ];
    for (const name of Object.keys(shards) as (keyof typeof shards)[])
      lines.push(`| ${name} | ${shards[name]} | ${workers?.[name] ?? ''} |`);
    return lines;
  } finally {
    server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function scanned(server: Server, store: string, accounts: number, by: 'shards' | 'queue') {
  const args = (part: string, ...more: readonly string[]): string[] => ['org', part, '--store', store, ...more];
  const select = ['--service', 's3', '--service', 'iam', '--region', 'eu-west-1'];
  await ran(server.url, args('plan', ...select)).ended;
  await server.answered();
  const redis = by === 'queue' ? await startRedis() : undefined;
  const at = ['--concurrency', String(atOnce), '--quiet', '--allow-incomplete'];
  const begin = (part: number): Running =>
    redis === undefined
      ? ran(server.url, args('scan', '--resume', '--shard', `${part}/${parts.length}`, ...at))
      : ran(server.url, args('work', '--queue', redis.url, '--drain', '--lock', '10', ...at));
  const started = performance.now();
  if (redis !== undefined) await ran(server.url, args('submit', '--resume', '--queue', redis.url)).ended;
  const running = parts.map(begin);
  while (done(store) < accounts / 3) await new Promise((resolve) => setTimeout(resolve, 200));
  running[1]?.child.kill('SIGKILL');
  const killed = await running[1]?.ended;
  const again = begin(2);
  const all = [killed, ...(await Promise.all([running[0]?.ended, running[2]?.ended, again.ended]))].flatMap(
    (used) => used ?? [],
  );
  const wall = (performance.now() - started) / 1000;
  const wrong = all.find(({ code }) => code !== null && code !== 0);
  if (wrong !== undefined) throw new Error(`a process ended with exit code ${wrong.code}`);
  await redis?.stop();
  const { requests, lists } = await server.answered();
  const states = await statesOf(store);
  const cpu = all.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const memory = all.filter(({ code }) => code !== null).map((used) => used.memory);
  return {
    'accounts through, of the plan': `${states.get('scanned') ?? 0} scanned + ${states.get('partial') ?? 0} partial of ${accounts}`,
    'accounts read again after the kill': `${lists.length - new Set(lists).size}, of ${atOnce} in flight`,
    calls: `${requests} (${Math.round(requests / accounts)} an account)`,
    'CPU of all processes, a call': `${(cpu / requests).toFixed(2)} ms`,
    wall: `${Math.round(wall)} s`,
    'peak memory of a process': `${Math.round(Math.max(...memory.flat()))} MB`,
    'memory of its last quarter to its second': memory
      .map((each) => (mean(quarter(each, 3)) / mean(quarter(each, 1))).toFixed(2))
      .join(', '),
  };
}

const quarter = (all: readonly number[], at: number): readonly number[] =>
  all.slice(Math.floor((all.length * at) / 4), Math.floor((all.length * (at + 1)) / 4));
const mean = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0) / all.length;

const scanIn = (store: string): string => readdirSync(store)[0] ?? '';

/** Accounts that have a folder: near enough to those that are through. */
function done(store: string): number {
  try {
    return readdirSync(join(store, scanIn(store), 'accounts')).length;
  } catch {
    return 0;
  }
}

async function statesOf(store: string): Promise<ReadonlyMap<string, number>> {
  const file = join(store, scanIn(store), 'manifest.json');
  const found = new Map<string, number>();
  for await (const { status } of readAccounts(new DirectoryStore(store), manifestOf(readFileSync(file), file)))
    found.set(status, (found.get(status) ?? 0) + 1);
  return found;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Used>;
}

/** The program, watched once a second, so that something is known of one that is killed. */
function ran(url: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [join(root, 'dist/audit.cjs'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: undefined,
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: url,
    },
    stdio: 'ignore',
  });
  const memory: number[] = [];
  let cpuMs = 0;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const resident = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
      if (resident !== undefined) memory.push(Number(resident) / 1024);
      // Fields 14 and 15, in hundredths of a second; the name before them may hold anything but a closing bracket at its end.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      // It has just ended.
    }
  };
  const timer = setInterval(look, 1000);
  const ended = once(child, 'close').then(([code]) => {
    clearInterval(timer);
    return { code: code as number | null, cpuMs, memory };
  });
  return { child, ended };
}

interface Server {
  readonly url: string;
  /** What it answered since it was asked last. */
  answered(): Promise<Answered>;
  rate(): Promise<number>;
  stop(): void;
}

async function startServer(accounts: number): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'src/dev/bench/organization/server.ts'), String(accounts)],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const { value, done: over } = await lines.next();
    if (over === true) throw new Error('the server of canned answers ended');
    return value;
  };
  const url = `http://127.0.0.1:${await line()}`;
  return {
    url,
    async answered() {
      child.stdin.write('\n');
      return JSON.parse(await line()) as Answered;
    },
    rate: () => rateOf(url),
    stop: () => void child.stdin.end(),
  };
}

/** Answers a second where nobody does anything with them. */
async function rateOf(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const authorization = 'AWS4-HMAC-SHA256 Credential=bench/20260131/eu-west-1/s3/aws4_request, Signature=0';
  const asked = 20_000;
  let left = asked;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get(url, { agent, headers: { authorization } }, (answer) => answer.resume().on('end', resolve)).on(
        'error',
        reject,
      );
    });
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      // oxlint-disable-next-line no-await-in-loop
      while (left-- > 0) await one();
    }),
  );
  agent.destroy();
  return (asked / (performance.now() - started)) * 1000;
}

async function startRedis(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  return {
    // Whoever comes first waits until it listens.
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
