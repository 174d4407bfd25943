import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunResult } from '../../../src/engine/result.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import type { RecordedRequest } from '../../../src/stand-in/record.ts';
import { root } from '../../../src/stand-in/root.ts';
import { figure, percent } from '../../helpers/figures.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { unexpected } from '../../program/unexpected.ts';
import { cli, compare, inTurns, killWhen, now, resident, soak, type Scan } from './run.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

/** What is not killed. */
const program = resident();
const moments = soak ? 20 : 3;
/**
 * An answer is written at once, but it is read from its socket and examined for secrets first: on a busy machine that takes
 * as much longer as the whole scan does.
 */
const lagMs = (): number => Math.max(400, 0.15 * whole.wallMs);
const folder = mkdtempSync(path.join(tmpdir(), 'audit-killed-'));
const slow = { rules: [{ latencyMs: [30, 200] }] } as const;
const reading = ['--service', 's3,ec2,vpc,cloudtrail,cloudwatch,guardduty'];

const kept: { answered: number; repeated: number; different: number }[] = [];
let whole: Scan;
let requests: number;

beforeAll(async () => {
  const front = await startWorld();
  front.faults(slow);
  whole = await program.scan(front, reading);
  requests = front.record.requests.length;
  await front.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

const readResult = (file: string): RunResult => JSON.parse(readFileSync(file, 'utf8')) as RunResult;

const keyOf = ({ service, operation, region, path: at, input }: RecordedRequest): string =>
  JSON.stringify([service, operation, region, at, input]);
/** Asked at every start. */
const ofTheSession = ({ operation }: RecordedRequest): boolean =>
  ['GetCallerIdentity', 'DescribeRegions'].includes(operation);

/**
 * Requests that are only a part of a facet or a list: the journal keeps whole ones, so a part is asked again unless the
 * whole was finished.
 */
const parts = new Set([
  'ListDetectors',
  'GetDetector',
  'ListPublishingDestinations',
  'DescribeSnapshots',
  'DescribeVpcEndpointServices',
  'DescribeLaunchTemplateVersions',
  'DescribeTrails',
  'DescribeVpcBlockPublicAccessExclusions',
  'DescribeListeners',
  'DescribeRules',
  'ListListeners',
  'ListEndpointGroups',
]);

/** The same of what an organization tells: each question is asked once for many facets. */
const isPart = ({ service, operation }: RecordedRequest): boolean =>
  parts.has(operation) || service === 'organizations';

describe.each(Array.from({ length: moments }, (_, index) => index))('killed at moment %i', (moment) => {
  it('goes on with what was answered, asks nothing twice, and says the same in the end', async () => {
    const front = await startWorld();
    front.faults({ seed: moment, ...slow });
    const save = path.join(folder, `${moment}.ndjson`);
    // Spread over the scan, each at a place of its own within its share.
    const after = 4 + Math.floor(((moment + ((moment * 0.618) % 1)) / moments) * (requests - 8));
    const killedAt = await killWhen(front, () => front.record.requests.length >= after, [
      'scan',
      '--quiet',
      '--save',
      save,
      ...reading,
    ]);
    const before = [...front.record.requests];
    front.record.clear();
    const resumed = await program.scan(front, ['--save', save, '--resume', ...reading]);
    const { different, lost, gone } = compare(whole.result, resumed.result);
    expect({ different, lost, gone }).toEqual({ different: [], lost: [], gone: [] });
    expect(resumed.result.run.complete).toBe(whole.result.run.complete);
    expect(resumed.code).toBe(whole.code);

    const answered = new Set(
      before.filter(({ answeredAt }) => answeredAt !== undefined && answeredAt < killedAt - lagMs()).map(keyOf),
    );
    const repeated = front.record.requests.filter((request) => !ofTheSession(request) && answered.has(keyOf(request)));
    expect(repeated.filter((request) => !isPart(request)).map(keyOf)).toEqual([]);
    expect(repeated.length).toBeLessThan(10);
    const differing = different.length + lost.length + gone.length;
    kept.push({ answered: answered.size, repeated: repeated.length, different: differing });
    await front.stop();
  });
});

describe('killed at a step of writing', () => {
  const few = ['--service', 's3,cloudtrail'];
  const shim = path.join(root, 'tests/e2e/faults/steps.cjs');

  /** Runs a scan that saves and reports, and kills it at a step of what it does to files. Gives the steps it did. */
  async function steps(front: Front, name: string, killAt = Infinity): Promise<{ done: string[]; killed: boolean }> {
    const log = path.join(folder, `${name}.log`);
    const files = ['--save', path.join(folder, `${name}.ndjson`), '--output', path.join(folder, `${name}.json`)];
    const { signal, stderr } = await cli(
      front,
      ['scan', '--quiet', '--format', 'json', '--now', now, ...few, ...files],
      {
        entry: shim,
        env: {
          AUDIT_PROGRAM: process.env['AUDIT_CLI'] ?? path.join(root, 'dist/audit.cjs'),
          STEPS_LOG: log,
          KILL_AT: String(killAt),
        },
      },
    );
    expect(unexpected(stderr)).toBe('');
    return { done: readFileSync(log, 'utf8').trim().split('\n'), killed: signal === 'SIGKILL' };
  }

  it('the snapshot or the report: goes on until the report is whole', async () => {
    const front = await startWorld();
    const uninterrupted = await program.scan(front, few);
    const { done } = await steps(front, 'steps');
    // What comes after the last answer was written to the journal.
    const first = done.findLastIndex((step) => step.startsWith('appendFileSync')) + 2;
    const last = done.slice(first - 1);
    for (const step of [/^rename .*tmp/, /^unlinkSync .*\.partial/, /^rmSync .*\.lock/, /^sync/, /^appendFile/])
      expect(
        last.some((each) => step.test(each)),
        `${step} of ${last.join(', ')}`,
      ).toBe(true);
    const all = last.map((step, index) => ({ step, at: first + index }));
    // In the short form without the second and further pieces of a file.
    const wanted = all.filter(({ step }, index) => soak || step !== all[index - 1]?.step);
    const wholeBefore = await inTurns(wanted, async ({ step, at }) => {
      const name = `step-${at}`;
      const { killed } = await steps(front, name, at);
      expect(killed, step).toBe(true);
      const report = path.join(folder, `${name}.json`);
      // Under its final name it is whole, or not there.
      if (existsSync(report)) expect(compare(uninterrupted.result, readResult(report)).different).toEqual([]);
      const save = path.join(folder, `${name}.ndjson`);
      const context = `killed before ${step}, step ${at}`;
      // The journal goes when everything is written.
      if (!existsSync(`${save}.partial`)) {
        expect(existsSync(report) && existsSync(save), context).toBe(true);
        return true;
      }
      const resumed = await program.scan(front, ['--save', save, '--resume', ...few]);
      expect(compare(uninterrupted.result, resumed.result), context).toMatchObject({
        different: [],
        lost: [],
        gone: [],
      });
      expect(resumed.code, context).toBe(uninterrupted.code);
      expect(resumed.result.run.complete, context).toBe(uninterrupted.result.run.complete);
      return false;
    });
    figure('killed', 'steps of writing snapshot and report', wanted.length, soak ? 'all' : 'each kind');
    expect(wholeBefore).toContain(true);
    expect(wholeBefore.filter((over) => !over).length).toBeGreaterThan(5);
    await front.stop();
  });

  it.each(['collect', 'scan'])('nothing: %s has nothing to go on with, and says what to do', async (command) => {
    const front = await startWorld();
    const save = path.join(folder, 'over.ndjson');
    expect((await program.cli(front, ['collect', '--save', save, ...few])).code).toBe(0);
    const written = readFileSync(save, 'utf8');
    front.record.clear();
    const again = await program.cli(front, [command, '--save', save, '--resume', ...few]);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toMatch(/over\.ndjson\.partial: nothing to resume/);
    expect(again.stderr).toMatch(/over\.ndjson is complete: judge it with --from .*over\.ndjson/);
    expect(front.record.requests).toEqual([]);
    expect(readFileSync(save, 'utf8')).toBe(written);
    expect(existsSync(`${save}.lock`)).toBe(false);
    await front.stop();
  });

  it('the collection of some regions: goes on with those, and with no others', async () => {
    const front = await startWorld();
    front.faults({ rules: [{ after: 30, fault: { error: 'expired-token' } }] });
    const save = path.join(folder, 'region.ndjson');
    const first = await program.cli(front, ['collect', '--save', save, '--region', 'eu-west-1', ...few]);
    expect(first.code).toBe(4);
    front.faults({ rules: [] });
    const other = await program.cli(front, ['scan', '--save', save, '--resume', '--region', 'us-east-1', ...few]);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('--resume: the saved collection does not read us-east-1');
    const same = await program.cli(front, [
      'scan',
      '--save',
      save,
      '--resume',
      '--region',
      'eu-west-1',
      '--format',
      'json',
      ...few,
    ]);
    expect((same.json() as RunResult).run).toMatchObject({ regions: ['eu-west-1'], interrupted: false });
    await front.stop();
  });
});

describe('a killed scan', () => {
  it('was resumed at each of the moments', () => {
    expect(kept).toHaveLength(moments);
    const sum = (pick: (each: (typeof kept)[number]) => number): number =>
      kept.reduce((all, each) => all + pick(each), 0);
    figure('killed', 'moments', moments, soak ? '20' : '3');
    figure(
      'killed',
      'findings that differ after `--resume`',
      sum(({ different }) => different),
      '0',
    );
    figure(
      'killed',
      'answered requests kept',
      percent(1 - sum(({ repeated }) => repeated) / sum(({ answered }) => answered)),
      'all but parts of an unfinished facet',
    );
  });
});

describe('credentials that expire in the middle of a scan', () => {
  it('stop it with exit code 4; what was read is saved, and --resume finishes with the same findings', async () => {
    const front = await startWorld();
    front.faults({ rules: [{ latencyMs: 20 }, { after: 60, fault: { error: 'expired-token' } }] });
    const save = path.join(folder, 'expired.ndjson');
    const stopped = await program.cli(front, ['scan', '--format', 'json', '--now', now, '--save', save, ...reading]);
    expect(stopped.code).toBe(4);
    expect(stopped.stderr).toMatch(/credentials are no longer accepted by AWS \((ExpiredToken|RequestExpired)/);
    expect(stopped.stderr).toContain(`Run it again with --resume to go on from ${save}`);
    const partial = stopped.json() as RunResult;
    expect(partial.run).toMatchObject({ complete: false, interrupted: true });
    expect(compare(whole.result, partial).different).toEqual([]);
    // It stops: what was in flight is all that is still answered.
    expect(front.record.requests.length).toBeLessThan(60 + 120);

    front.faults();
    front.record.clear();
    const resumed = await program.scan(front, ['--save', save, '--resume', ...reading]);
    expect(compare(whole.result, resumed.result)).toMatchObject({ different: [], lost: [], gone: [] });
    expect(resumed.code).toBe(whole.code);
    expect(front.record.requests.length).toBeLessThan(requests - 20);
    await front.stop();
  });
});

describe('credentials that are revoked in the middle of a scan', () => {
  it('stop it like expired ones, and no region is said to be closed', async () => {
    const front = await startWorld();
    front.faults({ rules: [{ latencyMs: 20 }, { after: 60, fault: { error: 'invalid-token' } }] });
    const save = path.join(folder, 'revoked.ndjson');
    const stopped = await program.cli(front, ['scan', '--format', 'json', '--now', now, '--save', save, ...reading]);
    expect(stopped.code).toBe(4);
    expect(stopped.stderr).toMatch(/credentials are no longer accepted by AWS \(/);
    const partial = stopped.json() as RunResult;
    expect(partial.run).toMatchObject({ complete: false, interrupted: true });
    expect(compare(whole.result, partial).different).toEqual([]);
    expect(JSON.stringify(partial)).not.toContain('region is not enabled');
    expect(front.record.requests.length).toBeLessThan(60 + 120);

    front.faults();
    const resumed = await program.scan(front, ['--save', save, '--resume', ...reading]);
    expect(compare(whole.result, resumed.result)).toMatchObject({ different: [], lost: [], gone: [] });
    expect(resumed.code).toBe(whole.code);
    await front.stop();
  });

  it('end the other commands with exit code 4 too', async () => {
    const front = await startWorld();
    front.faults({ rules: [{ after: 2, fault: { error: 'invalid-token' } }] });
    const { code, stderr } = await program.cli(front, ['doctor', '--service', 's3,cloudtrail']);
    expect(code).toBe(4);
    expect(stderr).toMatch(/^audit: the credentials are no longer accepted by AWS \(\w+\)\nSign in again\.\n$/);
    await front.stop();
  });
});

describe('a scan without credentials that work', () => {
  it.each(['expired-token', 'invalid-token'] as const)('ends with exit code 4 and no report: %s', async (error) => {
    const front = await startWorld();
    front.error({ service: 'sts' }, error);
    const report = path.join(folder, `${error}.json`);
    const { code, stderr, stdout } = await program.cli(front, ['scan', '--format', 'json', '--output', report]);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain('no usable AWS credentials');
    expect(front.record.requests.every(({ service }) => service === 'sts')).toBe(true);
    await front.stop();
  });
});
