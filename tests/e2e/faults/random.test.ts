import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { figure, percent } from '../../helpers/figures.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { compare, nameOf, now, resident, scan, soak, type Scan } from './run.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

/** What waits for ever is in a process of its own, which ends with it. */
const program = resident();
const seeds = Array.from({ length: soak ? 20 : 1 }, (_, index) => index + 1);
const folder = mkdtempSync(path.join(tmpdir(), 'audit-random-'));
let undisturbed: Scan;
const seen: { hit: number; requests: number; lost: number; different: number; findings: number }[] = [];

beforeAll(async () => {
  const front = await startWorld();
  undisturbed = await program.scan(front);
  await front.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What starting, judging and reporting may take on this machine at this time: an undisturbed scan does it too. */
const startAndReportMs = (): number => 3000 + 1.5 * undisturbed.wallMs;

describe('faults at random', () => {
  it.each(seeds)('leave the findings as they are, or unknown with the cause (seed %i)', async (seed) => {
    const front = await startWorld();
    const fault = [
      'throttle',
      'internal',
      'unavailable',
      'bad-gateway',
      'reset',
      'slow',
      'truncate',
      'malformed',
      'empty',
      'cut',
      'page',
      'foreign',
    ] as const;
    front.faults({ seed, rules: [{ service: /^(?!sts$)/, fault, probability: 0.05, slowMs: 400 }] });
    const { result, code } = await program.scan(front);
    const hit = front.record.requests.filter((request) => request.fault !== undefined).length;
    expect(hit).toBeGreaterThan(1);
    await front.stop();
    const { different, lost, gone } = compare(undisturbed.result, result);
    seen.push({
      hit,
      requests: front.record.requests.length,
      lost: lost.length,
      different: different.length,
      findings: result.findings.length,
    });
    expect(different).toEqual([]);
    expect(gone.map(nameOf).filter((name) => !lost.some(({ check }) => name.startsWith(`${check} `)))).toEqual([]);
    expect(lost.filter(({ unknown }) => !/failed: .+ \(.+\)/.test(unknown?.cause ?? '')).map(nameOf)).toEqual([]);
    expect(code).toBe(1);
    // Nearly everything is got on a second or third try.
    expect(lost.length).toBeLessThan(0.1 * undisturbed.result.findings.length);
  });

  it('are many in number', () => {
    const sum = (pick: (each: (typeof seen)[number]) => number): number =>
      seen.reduce((all, each) => all + pick(each), 0);
    expect(seen).toHaveLength(seeds.length);
    figure('faults', 'seeds, each a whole scan', seeds.length, '>= 1');
    figure(
      'faults',
      'requests that met a fault',
      percent(sum(({ hit }) => hit) / sum(({ requests }) => requests)),
      'about 5 %',
    );
    figure(
      'faults',
      'findings with another verdict',
      sum(({ different }) => different),
      '0',
    );
    figure(
      'faults',
      'findings that became unknown',
      percent(sum(({ lost }) => lost) / sum(({ findings }) => findings)),
      '< 10 %',
    );
    expect(sum(({ hit }) => hit)).toBeGreaterThan(3 * seeds.length);
  });

  it('never make it hang: a request without an answer ends the run at --timeout, with what was read', async () => {
    const front = await startWorld();
    front.faults({
      rules: [
        { service: 'iam', fault: 'hang' },
        { service: 'sns', fault: 'slow', slowMs: 60_000 },
      ],
    });
    const save = path.join(folder, 'hung.ndjson');
    const { code, stderr, wallMs, result } = await scan(front, ['--timeout', '6', '--save', save]);
    expect(code).toBe(130);
    expect(stderr).toContain('the run took longer than --timeout 6 s');
    figure(
      'faults',
      '`--timeout 6` with a service that never answers: ends after',
      `${Math.round(wallMs / 1000)} s`,
      '6 s and the start',
    );
    expect(wallMs).toBeLessThan(6000 + startAndReportMs());
    expect(result.run).toMatchObject({ complete: false, interrupted: true });
    const { different, lost } = compare(undisturbed.result, result);
    expect(different).toEqual([]);
    expect(
      lost.some(
        ({ service, unknown }) =>
          service === 'iam' && unknown?.cause.includes('the collection stopped before it was read') === true,
      ),
    ).toBe(true);
    const gaps = result.coverage.gaps.map(({ kind, cause }) => ({ kind, cause }));
    const stopped = gaps.filter(({ cause }) => cause.includes('the collection stopped before it was read'));
    expect(stopped).not.toEqual([]);
    for (const { kind, cause } of stopped)
      expect({ kind, cause }).toMatchObject({
        kind: 'interrupted',
        cause: expect.stringMatching(/(^| )interrupted: /),
      });
    const unread = lost.find(({ service, unknown }) => service === 'iam' && unknown?.cause.includes('interrupted'));
    expect(unread?.evidence.map(({ outcome }) => outcome)).toContain('interrupted');
    front.faults();
    const resumed = await program.scan(front, ['--save', save, '--resume']);
    expect(compare(undisturbed.result, resumed.result)).toMatchObject({ different: [], lost: [], gone: [] });
    await front.stop();
  });

  it('nor a report of AWS that is never ready: --timeout ends the wait for it', async () => {
    const front = await startWorld();
    front.answer({ service: 'iam', operation: 'GenerateCredentialReport' }, { State: 'INPROGRESS' });
    // By then it is waited for at intervals of five seconds and more.
    const { code, wallMs } = await scan(front, ['--timeout', '8', '--service', 'iam']);
    expect(code).toBe(130);
    expect(wallMs).toBeLessThan(8000 + startAndReportMs());
    await front.stop();
  });

  it('are told from credentials that are wrong, when they hit the very first call', async () => {
    const front = await startWorld();
    front.error({ service: 'sts' }, 'internal');
    const { code, stderr } = await program.cli(front, ['scan', '--now', now]);
    expect(code).toBe(4);
    expect(stderr).toContain('AWS could not be reached');
    expect(stderr).not.toContain('Sign in');
    await front.stop();
  });
});
