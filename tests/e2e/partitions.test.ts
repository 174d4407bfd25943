import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { partitions } from '../../src/partitions/partitions.ts';
import { Judging, judge, type JudgeOptions } from '../../src/engine/judge.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { Inventory, type Listing } from '../../src/inventory/inventory.ts';
import { scopesOf } from '../../src/inventory/scopes.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { snapshotFromText, snapshotLines } from '../../src/inventory/snapshot.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { randomOf } from '../helpers/random.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { collectedFrom } from '../world/collected.ts';
import { now, resident, soak } from './faults/run.ts';
import { scratch } from './support.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
const { cli } = resident();

const files = scratch();
afterAll(() => files.remove());

/** What a report says, but for what is of the run itself; `collect` makes more calls, since it reads tags too. */
function said({ run, findings, coverage, ...rest }: RunResult): {
  readonly findings: readonly string[];
  readonly rest: object;
} {
  const { id: _id, startedAt: _startedAt, finishedAt: _finishedAt, source: _source, selection, ...of } = run;
  const services = coverage.services.map(({ calls: _calls, ...each }) => each);
  return {
    findings: findings.map(timeless),
    rest: {
      run: { ...of, selection: { ...selection, snapshot: undefined } },
      coverage: { ...coverage, services, populations: coverage.populations?.map(timeless) },
      ...rest,
    },
  };
}

/** Two collections do not read at the same time. */
const timeless = (each: object): string =>
  JSON.stringify(each, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value));

function expectSame(live: RunResult, saved: RunResult): void {
  const [ofLive, ofSaved] = [said(live), said(saved)];
  expect(ofLive.findings.filter((finding, index) => finding !== ofSaved.findings[index])).toEqual([]);
  expect(ofLive.findings.length).toBe(ofSaved.findings.length);
  expect(ofLive.rest).toEqual(ofSaved.rest);
}

/** What was read, as it was before judging took from it. */
function copyOf(read: Inventory, listings: readonly Listing[]): Inventory {
  const copy = new Inventory(read.header);
  copy.finishedAt = read.finishedAt;
  for (const key of read.collected) copy.collected.add(key);
  for (const listing of listings) copy.add(listing);
  for (const [of, counts] of read.calls) copy.calls.set(of, counts);
  return copy;
}

/** Whether a check reads a type that has no scope in the partition. */
const readsWithoutScope = (check: (typeof checks)[number], partition: string, region: string): boolean => {
  const plan = planFor([check]);
  const header = {
    account: '',
    partition,
    caller: '',
    regions: [region],
    skippedRegions: [],
    startedAt: '',
    version: '',
  };
  const scoped = new Set(scopesOf(plan, { header }).map(({ planned }) => planned.type.key));
  return plan.some(({ type }) => !scoped.has(type.key));
};

/** Selections that mix checks of types with and without scope, as far as the partition has such. */
function selections(partition: string, region: string, count: number): string[][] {
  const random = randomOf(7);
  const [without, within] = [true, false].map((side) =>
    checks.filter((check) => readsWithoutScope(check, partition, region) === side).map(({ id }) => id),
  );
  const some = (ids: readonly string[] = [], most: number): string[] =>
    Array.from(
      { length: Math.min(ids.length, 1 + Math.floor(random() * most)) },
      () => ids[Math.floor(random() * ids.length)] ?? '',
    );
  return Array.from({ length: count }, () => [...new Set([...some(without, 3), ...some(within, 8)])]);
}

describe.each(partitions.map(({ id, mainRegion }) => [id, mainRegion] as const))('an account in %s', (id, region) => {
  let front: Front;
  beforeAll(async () => {
    front = await startWorld(id);
  });
  afterAll(() => front.stop());

  /** One run of the program that asks the account, and one of what another run saved; they say the same. */
  async function both(args: readonly string[]): Promise<{ code: number | null; report: RunResult }> {
    const env = { AWS_REGION: region };
    const scan = (more: readonly string[]) =>
      cli(front, ['scan', '--format', 'json', '--quiet', '--now', now, ...args, ...more], { env });
    const live = await scan([]);
    const file = files.file(`${id}.ndjson`);
    const collected = await cli(front, ['collect', '--quiet', '--save', file, ...args], { env });
    expect(collected.stderr).toBe('');
    const saved = await scan(['--from', file]);
    rmSync(file);
    const report = live.json() as RunResult;
    expect(live.code).toBe(saved.code);
    expectSame(report, saved.json() as RunResult);
    return { code: live.code, report };
  }

  /** A scan that judges while it reads, and the judgement of what it or another one saved: they say the same. */
  async function within(selected: typeof checks, another = false): Promise<RunResult> {
    const options: JudgeOptions = { now: Date.parse(now), source: 'aws' };
    let judging: Judging | undefined;
    const listings: Listing[] = [];
    const read = await collectedFrom(front, region, planFor(selected), (inventory) => {
      const own = new Judging(selected, inventory, options, () => true);
      judging = own;
      return {
        listed(listing) {
          listings.push(listing);
          own.listed(listing);
        },
        complete: (type) => own.complete(type),
      };
    });
    const saved = another ? await collectedFrom(front, region, planFor(selected)) : copyOf(read, listings);
    const text = [...snapshotLines(saved)].join('');
    const later = judge(selected, await snapshotFromText(text, 'saved'), options);
    const live = judging?.result();
    if (live === undefined) throw new Error('nothing was judged');
    const result = { ...live, findings: [...live.findings] };
    expectSame(result, later);
    return result;
  }

  function expectWhole({ run, summary, coverage, findings }: RunResult): void {
    expect(run.partition).toBe(id);
    expect(summary.byStatus.pass).toBeGreaterThan(50);
    expect(coverage.gaps.filter(({ kind }) => kind !== 'unsupported')).toEqual([]);
    for (const { resource } of findings) expect(resource.arn).toMatch(`arn:${id}:`);
  }

  it('is judged as a whole, live as from a snapshot of the same', async () => {
    expectWhole(await within(checks, soak || id === 'aws'));
  });

  it.each(soak || id === 'aws-us-gov' ? ['the program'] : [])('is judged so by %s, too', async () => {
    const { code, report } = await both([]);
    expect(code).toBe(1);
    expectWhole(report);
    // One of the two needs types without scope.
    await both(['--check', 'account-contact-details-current', '--check', 'vpc-flow-logs-enabled']);
  });

  it.each(selections(id, region, soak ? 20 : 2).map((ids) => [ids.join(' '), ids] as const))(
    'is judged by %s alone',
    async (_, ids) => {
      await within(checks.filter((check) => ids.includes(check.id)));
    },
  );
});
