import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { manifestOf } from '../../src/organization/manifest.ts';
import { readAccounts } from '../../src/organization/merge/read.ts';
import { DirectoryStore } from '../../src/organization/store.ts';
import { account } from '../../src/stand-in/facts.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { figure } from '../helpers/figures.ts';
import { management, members, startOrganization } from '../organization/front.ts';
import type { CliResult } from '../program/cli.ts';
import { runCli } from '../program/cli.ts';
import { soak } from './faults/run.ts';
import { startServer } from './scale/run.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 });

const ids = members(5);
const all = [management, ...ids];
const [victim = ''] = ids;
let front: Front;
let dir: string;

const org = (part: string, more: readonly string[] = [], onSpawn?: (child: ChildProcess) => void): Promise<CliResult> =>
  runCli(['org', part, '--store', dir, ...more], {
    endpoint: front.url,
    timeoutMs: 300_000,
    ...(onSpawn === undefined ? {} : { onSpawn }),
  });

async function statuses(): Promise<Readonly<Record<string, string>>> {
  const file = join(dir, readdirSync(dir).find((name) => /^\d/.test(name)) ?? '', 'manifest.json');
  const found: Record<string, string> = {};
  for await (const read of readAccounts(new DirectoryStore(dir), manifestOf(readFileSync(file), file)))
    found[read.account.id] = read.cause === undefined ? read.status : `${read.status} ${read.cause.kind}`;
  return found;
}
const but = (status: string): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map((id) => [id, id === victim ? status : 'scanned']));

// Their short forms are tests of the engine, of many accounts read at once, and of one account: here it is the program, and takes minutes.
describe.runIf(soak)('one account of an organization', () => {
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'audit-org-'));
    front = await startOrganization({ ids });
  });
  afterEach(async () => {
    await front.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('that ends the process each time fails after three, and the others are scanned', async () => {
    let running: ChildProcess | undefined;
    front.answer({ service: 's3', operation: 'ListBuckets', account: victim }, () => {
      running?.kill('SIGKILL');
      return { Buckets: [] };
    });
    expect((await org('plan', ['--check', 's3-bucket-mfa-delete-enabled'])).code).toBe(0);
    const ends: (string | number | null)[] = [];
    while (ends.length < 6 && ends.at(-1) !== 3) {
      // oxlint-disable-next-line no-await-in-loop
      const { code, signal } = await org('scan', ['--resume', '--concurrency', '3'], (child) => (running = child));
      ends.push(signal ?? code);
    }
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 3]);
    expect(await statuses()).toEqual(but('failed crashed'));
    figure('organization', 'runs that an account ended before it was given up', 3, '3');
  });

  it('one region of which swallows what is sent is partial, holds nobody up, and is read again', async () => {
    front.answer(
      { service: 'ec2', operation: 'DescribeRegions' },
      {
        Regions: ['eu-west-1', 'eu-north-1'].map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })),
      },
    );
    front.answer({ service: 'sqs', operation: 'ListQueues' }, {});
    front.faults({ rules: [{ service: 'sqs', region: 'eu-north-1', account: victim, fault: 'hang' }] });
    expect((await org('plan', ['--check', 'sqs-queue-policy-no-cross-account'])).code).toBe(0);
    const started = performance.now();
    const { code, stderr } = await org('scan', ['--resume', '--concurrency', '2']);
    const seconds = (performance.now() - started) / 1000;
    expect([code, stderr]).toEqual([3, expect.stringContaining('5 scanned + 1 partial')]);
    // The others were over before it was given up.
    expect(stderr.indexOf(`6/6 ${victim}`)).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(90);
    expect(await statuses()).toEqual(but('partial network'));
    figure('organization', 'seconds until a region without an answer was given up', Math.round(seconds), '< 90');
    front.faults();
    front.record.clear();
    expect((await org('scan', ['--resume'])).code).toBe(0);
    expect(new Set(front.record.find({ service: 'sqs' }).map((request) => request.account))).toEqual(new Set([victim]));
    expect(await statuses()).toEqual(but('scanned'));
  });

  it('of 200,000 resources is scanned in bounded memory', async () => {
    const server = await startServer(200_000, 5);
    try {
      const file = join(dir, 'accounts.txt');
      writeFileSync(file, `${account}\n`);
      const {
        code,
        stderr,
        maxRssKb = NaN,
      } = await runCli(['org', 'scan', '--store', join(dir, 'scans'), '--accounts', file, '--allow-incomplete'], {
        endpoint: server.url,
        timeoutMs: 800_000,
      });
      expect(code, stderr).toBe(0);
      const mb = Math.round(maxRssKb / 1024);
      figure('organization', 'peak memory of a scan of one account of 200,000 resources', `${mb} MB`, '< 2000 MB');
      expect(mb).toBeLessThan(2000);
    } finally {
      await server.stop();
    }
  });
});
