import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAccounts } from '../../src/organization/merge/read.ts';
import { manifestOf } from '../../src/organization/manifest.ts';
import { DirectoryStore } from '../../src/organization/store.ts';
import type { Front } from '../../src/stand-in/front.ts';
import type { CliResult } from '../program/cli.ts';
import { runCli } from '../program/cli.ts';
import { residentProgram, type Program } from '../program/resident.ts';
import { management, members, startOrganization } from '../organization/front.ts';
import { killWhen, soak } from './faults/run.ts';

vi.setConfig({ testTimeout: soak ? 600_000 : 90_000, hookTimeout: 60_000 });

const program = residentProgram();
const check = 's3-bucket-mfa-delete-enabled';
const ids = members(9);
const all = [management, ...ids];
let front: Front;
let dir: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'audit-org-'));
  front = await startOrganization({ ids });
  front.faults({ rules: [{ service: 's3', latencyMs: [20, 60] }] });
  expect((await org('plan', '--check', check)).code).toBe(0);
});
afterEach(async () => {
  await front.stop();
  rmSync(dir, { recursive: true, force: true });
});

const args = (part: string, ...more: readonly string[]): string[] => ['org', part, '--store', dir, ...more];
const by =
  (through: Program) =>
  (part: string, ...more: readonly string[]): Promise<CliResult> =>
    through(args(part, ...more), { endpoint: front.url });
const org = by(program);
const read = (operation: string): string[] => front.record.find({ operation }).map(({ account }) => account);
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

describe('a scan of an organization that is killed', () => {
  it.each(Array.from({ length: soak ? 10 : 1 }, (_, at) => at + 2))(
    'when %d accounts are through loses nothing, does nothing twice, and goes on with what is missing',
    async (through) => {
      await killWhen(front, () => done().length >= through, args('scan', '--resume', '--concurrency', '3'));
      const before = done();
      expect(before.length).toBeGreaterThanOrEqual(through);
      expect(before.length).toBeLessThan(all.length);
      front.record.clear();
      const { code, stderr } = await org('scan', '--resume', '--concurrency', '3');
      expect([code, stderr]).toEqual([0, expect.stringContaining('10 accounts = 10 scanned + 0 partial')]);
      // What is missing, and nothing of what was there.
      expect(read('ListBuckets').sort()).toEqual(all.filter((id) => !before.includes(id)));
      expect(await statuses()).toEqual(everyOneScanned);
    },
  );

  it('is stopped by a signal with exit code 130, and goes on', async () => {
    const stopped = await runCli(args('scan', '--resume', '--concurrency', '2'), {
      endpoint: front.url,
      onSpawn(process) {
        const timer = setInterval(() => {
          if (done().length < 2) return;
          clearInterval(timer);
          process.kill('SIGTERM');
        }, 1);
        process.once('close', () => clearInterval(timer));
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toMatch(
      /10 accounts = \d+ scanned \+ \d+ partial \+ \d+ failed \+ \d+ unreachable \+ 0 skipped/,
    );
    expect((await org('scan', '--resume')).code).toBe(0);
    expect(await statuses()).toEqual(everyOneScanned);
  });
});

it('two coordinators of one plan end with one result an account', async () => {
  const both = await Promise.all([1, 2].map(() => by(runCli)('scan', '--resume', '--concurrency', '3')));
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(await statuses()).toEqual(everyOneScanned);
  expect(done()).toEqual(all);
});

it('prints no credentials, and keeps none', async () => {
  const { stdout, stderr } = await org('scan', '--resume', '--verbose');
  const kept = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(dir, name), 'utf8'));
  for (const text of [stdout, stderr, ...kept])
    expect(text).not.toMatch(/secret-of-a-role|token-of-a-role|HarnessFakeSecret/);
});
