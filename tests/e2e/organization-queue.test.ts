import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAccounts } from '../../src/organization/merge/read.ts';
import { manifestOf } from '../../src/organization/manifest.ts';
import { DirectoryStore } from '../../src/organization/store.ts';
import type { Front } from '../../src/stand-in/front.ts';
import type { CliResult } from '../program/cli.ts';
import { runCli } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import { management, members, startOrganization } from '../organization/front.ts';
import type { RunningRedis } from '../queue/redis.ts';
import { startRedis, withRedis } from '../queue/redis.ts';
import { soak } from './faults/run.ts';

vi.setConfig({ testTimeout: soak ? 600_000 : 90_000, hookTimeout: 60_000 });

const program = residentProgram();
const check = 's3-bucket-mfa-delete-enabled';
const ids = members(9);
const all = [management, ...ids];
const times = Array.from({ length: soak ? 10 : 1 }, (_, at) => at + 2);
let front: Front;
let redis: RunningRedis;
let redisDir: string;
let dir: string;

const args = (part: string, ...more: readonly string[]): string[] => ['org', part, '--store', dir, ...more];
const org = (part: string, ...more: readonly string[]): Promise<CliResult> =>
  program(args(part, ...more), { endpoint: front.url });
const submit = (): Promise<CliResult> => org('submit', '--resume', '--queue', redis.url);
const workArgs = (...more: readonly string[]): string[] =>
  args('work', '--queue', redis.url, '--lock', '1', '--concurrency', '3', ...more);
/** A worker in a process of its own. */
const worker = (onSpawn: (child: ChildProcess) => void = () => {}, ...more: readonly string[]): Promise<CliResult> =>
  runCli(workArgs(...more), { endpoint: front.url, onSpawn });
const drain = (): Promise<CliResult> => program(workArgs('--drain'), { endpoint: front.url });
const read = (): string[] => front.record.find({ operation: 'ListBuckets' }).map(({ account }) => account);
const done = (): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/export.json'))
    .map((name) => name.split('/').at(-2) ?? '')
    .sort();

async function statuses(): Promise<readonly string[]> {
  const scan = readdirSync(dir)[0] ?? '';
  const file = join(dir, scan, 'manifest.json');
  const found: string[] = [];
  for await (const { account, status } of readAccounts(new DirectoryStore(dir), manifestOf(readFileSync(file), file)))
    found.push(`${account.id} ${status}`);
  return found;
}
const everyOneScanned = all.map((id) => `${id} scanned`);

/** Does something to a process as soon as so many accounts are through. */
const when =
  (through: number, act: (child: ChildProcess) => void) =>
  (child: ChildProcess): void => {
    const timer = setInterval(() => {
      if (done().length < through) return;
      clearInterval(timer);
      act(child);
    }, 1);
    child.once('close', () => clearInterval(timer));
  };

describe.skipIf(!withRedis)('accounts in a queue', () => {
  beforeAll(async () => {
    redisDir = mkdtempSync(join(tmpdir(), 'audit-redis-'));
    redis = await startRedis({ dir: redisDir });
  });
  afterAll(async () => {
    await redis.kill();
    rmSync(redisDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'audit-org-'));
    front = await startOrganization({ ids });
    front.faults({ rules: [{ service: 's3', latencyMs: [20, 60] }] });
    expect((await org('plan', '--check', check)).code).toBe(0);
  });
  afterEach(async () => {
    await front.stop();
    const client = redis.client();
    await client.flushall();
    client.disconnect();
    rmSync(dir, { recursive: true, force: true });
  });

  it('are scanned by whoever takes them, once each, and nothing stays in Redis', async () => {
    const put = await submit();
    expect([put.code, put.stderr]).toEqual([
      0,
      expect.stringContaining('10 of 10 accounts put into redis://127.0.0.1:'),
    ]);
    expect((await submit()).stderr).toContain('the queue: 10 waiting, 0 being read');
    const [first, second] = await Promise.all([worker(undefined, '--drain'), drain()]);
    expect([first.code, second.code], first.stderr + second.stderr).toEqual([0, 0]);
    expect(await statuses()).toEqual(everyOneScanned);
    expect(read().sort()).toEqual(all);
    expect((await submit()).stderr).toContain('0 of 10 accounts put');
    const client = redis.client();
    expect((await client.keys('*')).filter((key) => key.includes('222222222'))).toEqual([]);
    client.disconnect();
  });

  it('do not hold one that the plan skips, of which it is said, as by a scan', async () => {
    const [skipped = '', other = ''] = ids;
    const planned = await org('plan', '--check', check, '--exclude-account', skipped, '--format', 'json');
    const { scan } = planned.json() as { readonly scan: string };
    const put = (...named: readonly string[]): Promise<CliResult> =>
      org('submit', '--scan', scan, '--queue', redis.url, '--account', named.join());
    const refused = await put(skipped);
    expect([refused.code, refused.stderr]).toEqual([
      3,
      expect.stringContaining(`${skipped} member-01: not read, because the plan skips it (excluded)`),
    ]);
    expect((await put(skipped, other)).code).toBe(3);
    expect((await put(other)).code).toBe(0);
  });

  it.each(times)('lose none when a worker is killed after %d accounts', async (through) => {
    await submit();
    const killed = await worker(when(through, (child) => child.kill('SIGKILL')));
    expect(killed.signal).toBe('SIGKILL');
    const before = done();
    front.record.clear();
    const { code, stderr } = await drain();
    expect([code, stderr]).toEqual([0, expect.stringContaining(`${all.length - before.length} attempts`)]);
    // What is missing, and nothing of what was there.
    expect(read().sort()).toEqual(all.filter((id) => !before.includes(id)));
    expect(await statuses()).toEqual(everyOneScanned);
  });

  it.each(times)('are given back when a worker is told to end after %d accounts', async (through) => {
    await submit();
    const stopped = await worker(when(through, (child) => child.kill('SIGTERM')));
    expect([stopped.code, stopped.stderr]).toEqual([130, expect.stringContaining('audit: interrupted')]);
    const left = all.length - done().length;
    const client = redis.client();
    expect(await client.llen('audit:o-abcdefghij:accounts:wait')).toBe(left);
    client.disconnect();
    expect((await drain()).code).toBe(0);
    expect(await statuses()).toEqual(everyOneScanned);
  });

  it.each(times)('lose none when who puts them in is killed (%d)', async (at) => {
    await runCli(args('submit', '--resume', '--queue', redis.url), {
      endpoint: front.url,
      onSpawn: (child) => void setTimeout(() => child.kill('SIGKILL'), 150 * at),
    });
    expect((await submit()).stderr).toContain('the queue: 10 waiting');
    expect((await drain()).code).toBe(0);
    expect(read().sort()).toEqual(all);
    expect(await statuses()).toEqual(everyOneScanned);
  });

  it.each(times)('are put in again when Redis is killed after %d accounts and forgets them', async (through) => {
    await submit();
    const { code, stderr } = await worker(
      when(through, () => void redis.kill().then(() => redis.start())),
      '--idle',
      '2',
    );
    // What was in hand is through, and the worker is there when Redis is again.
    expect([code, stderr]).toEqual([0, expect.stringContaining('0 failed + 0 unreachable')]);
    const before = done();
    expect(before.length).toBeLessThan(all.length);
    expect((await submit()).stderr).toContain(`${all.length - before.length} of 10 accounts put`);
    expect((await drain()).code).toBe(0);
    expect(read().sort()).toEqual(all);
    expect(await statuses()).toEqual(everyOneScanned);
  });

  it('go on by themselves when Redis is killed and remembers them', async () => {
    const own = mkdtempSync(join(tmpdir(), 'audit-redis-'));
    const kept = await startRedis({ dir: own, args: ['--appendonly', 'yes'] });
    try {
      expect((await org('submit', '--resume', '--queue', kept.url)).code).toBe(0);
      const { code, stderr } = await runCli(
        args('work', '--queue', kept.url, '--lock', '1', '--concurrency', '3', '--drain'),
        { endpoint: front.url, onSpawn: when(2, () => void kept.kill().then(() => kept.start())) },
      );
      expect(code, stderr).toBe(0);
      expect(await statuses()).toEqual(everyOneScanned);
    } finally {
      await kept.kill();
      rmSync(own, { recursive: true, force: true });
    }
  });

  it('of which one ends its worker each time: it fails, and the others are scanned', async () => {
    const [victim = ''] = ids;
    let running: ChildProcess | undefined;
    front.answer({ service: 's3', operation: 'ListBuckets', account: victim }, () => {
      running?.kill('SIGKILL');
      return { Buckets: [] };
    });
    await submit();
    const ends: (string | number | null)[] = [];
    for (let time = 0; time < 6; time += 1) {
      const { code, signal } = await worker((child) => (running = child), '--drain');
      ends.push(signal ?? code);
      if (signal === null) break;
    }
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 0]);
    expect(await statuses()).toEqual(all.map((id) => `${id} ${id === victim ? 'failed' : 'scanned'}`));
    expect((await submit()).stderr).toContain('0 of 10 accounts put');
    expect((await org('report', '--format', 'json')).stdout).toContain('3 attempts in a row began and none ended');
  });

  it('are the same by two that put them in and two that take them, and a scan beside', async () => {
    const [one, two, ...others] = await Promise.all([
      submit(),
      submit(),
      worker(undefined, '--idle', '2'),
      program(workArgs('--idle', '2'), { endpoint: front.url }),
      runCli(args('scan', '--resume', '--concurrency', '3'), { endpoint: front.url }),
    ]);
    expect([one.code, two.code, ...others.map(({ code }) => code)]).toEqual([0, 0, 0, 0, 0]);
    expect(done()).toEqual(all);
    expect(await statuses()).toEqual(everyOneScanned);
  });

  it('wait for other credentials when those of a worker end', async () => {
    await submit();
    const off = { code: 'ExpiredToken', status: 403, message: 'The security token included in the request is expired' };
    front.error({ service: 'sts', operation: 'AssumeRole', account: management }, off);
    const ended = await drain();
    expect([ended.code, ended.stderr]).toEqual([4, expect.stringContaining('expired')]);
    const left = all.length - done().length;
    expect(left).toBeGreaterThan(0);
    const client = redis.client();
    expect(await client.llen('audit:o-abcdefghij:accounts:wait')).toBe(left);
    client.disconnect();
  });
});
