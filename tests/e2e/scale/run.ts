import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Finding } from '../../../src/engine/finding.ts';
import type { AnyResult, Coverage } from '../../../src/engine/result.ts';
import { runCli } from '../../program/cli.ts';
import { root } from '../../../src/stand-in/root.ts';

/** What one scan of an account needed and said. */
export interface Measured {
  readonly resources: number;
  readonly code: number | null;
  readonly stderr: string;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
  /** Resident memory in MB, four times a second. Empty where the system does not tell it. */
  readonly memory: readonly number[];
  readonly requests: number;
  readonly findings: number;
  /** Findings by check and status. */
  readonly byCheck: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly htmlMb: number;
  /** What populations are added up from, of an account that is small enough to be kept. */
  readonly kept: Pick<AnyResult, 'findings' | 'coverage'> | undefined;
}

/** So many resources make findings that may be kept. */
const mostKept = 1000;

/** Answers of an account of many resources, by a process of its own. */
export interface Server {
  readonly url: string;
  stop(): Promise<{ requests: number; problems: string[] }>;
}

export async function startServer(resources: number, latencyMs: number): Promise<Server> {
  const file = path.join(root, 'tests/e2e/scale/server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, String(resources), String(latencyMs)], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the server of canned answers ended');
    return value;
  };
  const url = `http://127.0.0.1:${await line()}`;
  return {
    url,
    async stop() {
      child.stdin.end();
      return JSON.parse(await line()) as { requests: number; problems: string[] };
    },
  };
}

/** Scans a synthetic account with the built program into a report as NDJSON and one as HTML. */
export async function measure(resources: number, latencyMs = 20): Promise<Measured> {
  const dir = mkdtempSync(path.join(tmpdir(), 'audit-scale-'));
  const server = await startServer(resources, latencyMs);
  const memory: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  const args = ['--format', 'ndjson', '--format', 'html', '--output', `${dir}/`, '--quiet', '--fail-on', 'none'];
  const entry = process.env['AUDIT_CLI'];
  try {
    const done = await runCli(['scan', '--endpoint-url', server.url, '--allow-incomplete', ...args], {
      cwd: dir,
      timeoutMs: 1_800_000,
      ...(entry === undefined ? {} : { entry }),
      onSpawn({ pid }) {
        timer = setInterval(() => {
          const now = residentMb(pid);
          if (now !== undefined) memory.push(now);
        }, 250);
      },
    });
    const { requests, problems } = await server.stop();
    if (problems.length > 0) throw new Error(`the server of canned answers met problems:\n${problems.join('\n')}`);
    return {
      resources,
      code: done.code,
      stderr: done.stderr,
      cpuMs: done.cpuMs ?? NaN,
      wallMs: done.wallMs,
      peakMb: (done.maxRssKb ?? NaN) / 1024,
      memory,
      requests,
      ...(await countFindings(path.join(dir, 'audit-report.ndjson'), resources <= mostKept)),
      htmlMb: statSync(path.join(dir, 'audit-report.html')).size / 1e6,
    };
  } finally {
    clearInterval(timer);
    await server.stop().catch(() => undefined);
    rmSync(dir, { recursive: true, force: true });
  }
}

function residentMb(pid: number | undefined): number | undefined {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found) / 1024;
  } catch {
    return undefined;
  }
}

/** Line by line: the report of a large account is longer than a text may be. */
async function countFindings(file: string, keeps: boolean): Promise<Pick<Measured, 'findings' | 'byCheck' | 'kept'>> {
  const all: Finding[] = [];
  let coverage: Coverage | undefined;
  const byCheck: Record<string, Record<string, number>> = {};
  let findings = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { type, ...finding } = JSON.parse(line) as { type: string } & Finding;
    if (type === 'coverage' && keeps) coverage = finding as unknown as Coverage;
    if (type !== 'finding') continue;
    findings += 1;
    if (keeps) all.push(finding);
    const counts = (byCheck[finding.check] ??= {});
    counts[finding.status] = (counts[finding.status] ?? 0) + 1;
  }
  return { findings, byCheck, kept: coverage === undefined ? undefined : { findings: all, coverage } };
}
