import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../src/stand-in/front.ts';
import { figure } from '../helpers/figures.ts';
import type { RunningBucket } from '../organization/bucket.ts';
import { startBucket } from '../organization/bucket.ts';
import { management, members, startOrganization } from '../organization/front.ts';
import type { CliResult } from '../program/cli.ts';
import { runCli } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import { startRedis, withRedis } from '../queue/redis.ts';
import { soak } from './faults/run.ts';

vi.setConfig({ testTimeout: soak ? 600_000 : 60_000, hookTimeout: 60_000 });

const program = residentProgram();
// S3 is the store's here, and none of the accounts'.
const check = 'iam-password-policy-lowercase-required';
const ids = members(9);
const all = [management, ...ids];
/** How long the store is away, in s: a minute at the last. */
const lengths = soak ? [1, 2, 3, 4, 5, 6, 8, 10, 15, 60] : [1];
let front: Front;
let bucket: RunningBucket;

const args = (part: string, ...more: readonly string[]): string[] => ['org', part, '--store', 's3://lake/org', ...more];
const reach = () => ({ endpoint: front.url, env: { AWS_ENDPOINT_URL_S3: bucket.url }, timeoutMs: 300_000 });
const org = (part: string, ...more: readonly string[]): Promise<CliResult> => program(args(part, ...more), reach());
const read = (): string[] => front.record.find({ operation: 'GetAccountPasswordPolicy' }).map(({ account }) => account);
const done = (): string[] =>
  bucket
    .keys()
    .filter((key) => key.endsWith('/export.json'))
    .map((key) => key.split('/').at(-2) ?? '');

beforeEach(async () => {
  bucket = await startBucket();
  front = await startOrganization({ ids });
  front.answer(
    { service: 'iam', operation: 'GetAccountPasswordPolicy' },
    {
      PasswordPolicy: { MinimumPasswordLength: 14, RequireLowercaseCharacters: true },
    },
  );
  front.faults({ rules: [{ service: 'iam', latencyMs: [20, 60] }] });
  const planned = await org('plan', '--check', check);
  expect(planned.code, planned.stderr).toBe(0);
});
afterEach(async () => {
  await front.stop();
  await bucket.stop();
});

/** Once so many accounts are through, the store is away for a while. */
function awayFor(seconds: number): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (done().length < 3) return;
      clearInterval(timer);
      void bucket
        .away()
        .then(() => sleep(seconds * 1000))
        .then(() => bucket.back());
    }, 1);
    child.once('close', () => clearInterval(timer));
  };
}

async function assertWhole(): Promise<void> {
  expect(read().sort()).toEqual(all);
  expect(done()).toEqual(all);
  const { code, stderr } = await org('report', '--format', 'json');
  expect([code, stderr]).toEqual([0, expect.stringContaining('10 scanned + 0 partial + 0 failed + 0 unreachable')]);
}

describe('a store that is away', () => {
  it.each(lengths)('for %d s is waited for by a scan: nothing is lost, and nothing read twice', async (seconds) => {
    const { code, stderr } = await runCli(args('scan', '--resume', '--concurrency', '3'), {
      ...reach(),
      onSpawn: awayFor(seconds),
    });
    expect(code, stderr).toBe(0);
    await assertWhole();
    figure('organization', 'seconds that a scan waited for its store, at most', seconds, '');
  });

  it.skipIf(!withRedis).each(lengths)('for %d s is waited for by the workers of a queue', async (seconds) => {
    const dir = mkdtempSync(join(tmpdir(), 'audit-redis-'));
    const redis = await startRedis({ dir });
    try {
      expect((await org('submit', '--resume', '--queue', redis.url)).code).toBe(0);
      const work = (onSpawn: (child: ChildProcess) => void): Promise<CliResult> =>
        runCli(args('work', '--queue', redis.url, '--lock', '1', '--concurrency', '2', '--drain'), {
          ...reach(),
          onSpawn,
        });
      const ended = await Promise.all([work(awayFor(seconds)), ...(soak ? [work(() => {})] : [])]);
      for (const { code, stderr } of ended) expect(code, stderr).toBe(0);
      await assertWhole();
      figure('organization', 'seconds that workers waited for their store, at most', seconds, '');
    } finally {
      await redis.kill();
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('while a scan is killed costs what is missing', async () => {
    const killed = await runCli(args('scan', '--resume', '--concurrency', '3'), {
      ...reach(),
      onSpawn(child) {
        awayFor(1)(child);
        const timer = setInterval(() => {
          if (done().length < 3) return;
          clearInterval(timer);
          setTimeout(() => child.kill('SIGKILL'), 300);
        }, 1);
        child.once('close', () => clearInterval(timer));
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    await sleep(1000);
    const before = done();
    front.record.clear();
    const { code, stderr } = await org('scan', '--resume');
    expect(code, stderr).toBe(0);
    expect(read().sort()).toEqual(all.filter((id) => !before.includes(id)));
    expect(done()).toEqual(all);
  });
});
