import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoInventory, demoSuppressions } from '../../src/cli/demo.ts';
import { hold } from '../../src/compliance/hold.ts';
import { allFrameworks } from '../../src/compliance/load.ts';
import type { Framework } from '../../src/engine/frameworks.ts';
import type { JudgeOptions } from '../../src/engine/judge.ts';
import { judge } from '../../src/engine/judge.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { Compliance, RequirementStatus } from '../../src/engine/compliance.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { gapKinds, gapped, spotsOf } from '../engine/gapped.ts';
import { unreconciled } from './reconcile.ts';

const live = new Set(checks.map(({ id }) => id));
let frameworks: readonly Framework[];
let demo: Inventory;
/** An account that answers every list with nothing. */
let empty: Inventory;

beforeAll(async () => {
  frameworks = await allFrameworks();
  demo = await demoInventory();
  empty = new Inventory(demo.header);
  empty.finishedAt = demo.finishedAt;
  for (const key of demo.collected) empty.collected.add(key);
  for (const key of demo.types)
    for (const { region } of demo.listings({ key }))
      empty.add({ type: key, region, result: { kind: 'present', records: [] } });
}, 60_000);

const judged = (inventory: Inventory, more: Partial<JudgeOptions> = {}, some = checks): RunResult =>
  judge(some, inventory, { now: Date.parse(inventory.header.startedAt), source: 'demo', ...more });
const held = (result: RunResult): readonly Compliance[] => hold(result, frameworks, { live });

const met = new Set<RequirementStatus>(['met', 'met-with-accepted-risks']);
const metIn = (all: readonly Compliance[]): Set<string> =>
  new Set(
    all.flatMap(({ framework: { key }, requirements }) =>
      requirements.flatMap(({ id, status }) => (met.has(status) ? [`${key}:${id}`] : [])),
    ),
  );

describe('populations reconcile, of every framework', () => {
  it('on the demo account, accepted findings among them', async () => {
    const result = judged(demo, { suppressions: await demoSuppressions() });
    expect(result.findings.some(({ status }) => status === 'suppressed')).toBe(true);
    expect(unreconciled(held(result), result.coverage)).toEqual([]);
  });

  it('on an empty account, which meets nothing by having nothing', () => {
    const result = judged(empty);
    const compliance = held(result);
    expect(unreconciled(compliance, result.coverage)).toEqual([]);
    expect(result.findings).toEqual([]);
    for (const { framework, summary } of compliance) {
      expect(summary.met + summary.metWithAcceptedRisks + summary.notMet, framework.key).toBe(0);
      expect(summary.assessable).toBe(0);
    }
  });

  it('where nothing could be listed, and says so', () => {
    const denied = new Inventory(demo.header);
    denied.finishedAt = demo.finishedAt;
    for (const { type } of planFor(checks)) {
      denied.collected.add(type.key);
      for (const { region } of demo.listings(type))
        denied.add({ type: type.key, region, result: gapKinds.denied(type.actions) });
    }
    const result = judged(denied);
    const compliance = held(result);
    expect(unreconciled(compliance, result.coverage)).toEqual([]);
    expect(metIn(compliance).size).toBe(0);
    const { judged: sums } = result.coverage;
    expect(sums).toMatchObject({ judged: 0, notJudged: 0 });
    expect(sums?.unlisted).toBeGreaterThan(live.size / 2);
  });

  it.each<[string, Partial<JudgeOptions>]>([
    ['regions', { regions: (region) => region === 'eu-central-1' }],
    ['tags', { tags: ['no-such-tag'] }],
    ['resources', { resources: ['*bucket*'] }],
  ])('of a run that was narrowed by %s, and meets nothing more', (name, options) => {
    const result = judged(demo, options);
    const compliance = held(result);
    expect(unreconciled(compliance, result.coverage)).toEqual([]);
    const whole = metIn(held(judged(demo)));
    for (const each of metIn(compliance)) expect(whole).toContain(each);
    if (name !== 'regions') expect(metIn(compliance).size).toBe(0);
  });

  it('of a run of some checks: what the others answer is unknown or failed already, never met', () => {
    const some = checks.filter(({ service }) => service === 'iam');
    const result = judged(demo, {}, some);
    const compliance = held(result);
    expect(unreconciled(compliance, result.coverage)).toEqual([]);
    for (const { requirements } of compliance)
      for (const { id, status, checks: own } of requirements)
        if (own.some(({ notSelected }) => notSelected !== undefined))
          expect(['unknown', 'not-met'], id).toContain(status);
  });
});

/** A result of some checks, with what the others found in another of the same account. */
function withOthers(result: RunResult, other: RunResult, own: ReadonlySet<string>): RunResult {
  const lists = new Map(
    [...(other.coverage.populations ?? []), ...(result.coverage.populations ?? [])].map((p) => [p.list, p]),
  );
  return {
    ...result,
    findings: [...result.findings, ...other.findings.filter(({ check }) => !own.has(check))],
    coverage: {
      ...result.coverage,
      checks: [...result.coverage.checks, ...other.coverage.checks.filter(({ check }) => !own.has(check))],
      populations: [...lists.values()],
    },
  };
}

describe('taking away any one answer of AWS', () => {
  // One of each kind of thing: the others differ by name alone. `npm run soak` takes every one.
  const soak = process.env['SOAK'] !== undefined;

  it('never raises passes or requirements met', () => {
    const base = judged(demo);
    // Only what some check answers whole can be met without a person.
    const able = frameworks.filter(({ requirements }) => requirements.some(({ whole = [] }) => whole.length > 0));
    const few = soak ? able : able.filter(({ key }) => key === 'cis_7.0' || key.startsWith('aws_foundational'));
    const metBefore = metIn(hold(base, few, { live }));
    expect(metBefore.size).toBeGreaterThan(10);
    const faults: string[] = [];
    let tried = 0;
    for (const { type } of planFor(checks, { tags: true })) {
      const readers = checks.filter(({ resource, along }) =>
        [resource, ...Object.values(along).map((other) => other.resource)].some(({ key }) => key === type.key),
      );
      const own = new Set(readers.map(({ id }) => id));
      const passesBefore = base.findings.filter(({ check, status }) => own.has(check) && status === 'pass').length;
      const seen = new Set<string>();
      for (const spot of spotsOf(demo, type)) {
        const kind = spot.facet ?? 'list';
        if (!soak && seen.has(kind)) continue;
        seen.add(kind);
        tried += 1;
        const result = judged(gapped(demo, spot, gapKinds.denied(type.actions)), {}, readers);
        const whole = withOthers(result, base, own);
        const compliance = hold(whole, few, { live });
        const where = `${kind} of ${type.key} in ${spot.region}`;
        if (result.summary.byStatus.pass > passesBefore) faults.push(`${where}: more passes`);
        for (const each of metIn(compliance)) if (!metBefore.has(each)) faults.push(`${where}: ${each} is met`);
        faults.push(...unreconciled(compliance, whole.coverage).map((line) => `${where}: ${line}`));
      }
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  }, 600_000);
});
