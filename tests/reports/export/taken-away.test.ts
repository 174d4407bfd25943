import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { formats } from '../../../reports/index.ts';
import { demoInventory } from '../../../src/cli/demo.ts';
import { judge } from '../../../src/engine/judge.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { planFor } from '../../../src/inventory/plan.ts';
import { gapKinds, gapped, spotsOf } from '../../engine/gapped.ts';
import type { Reader } from './readers.ts';
import { readers } from './readers.ts';

const names = Object.keys(readers) as (keyof typeof readers)[];
const services = new Set(['s3', 'kms', 'guardduty']);
const some = checks.filter(({ service }) => services.has(service));

describe('taking away any one answer of AWS', () => {
  let demo: Inventory;
  beforeAll(async () => {
    demo = await demoInventory();
  });

  const judged = (inventory: Inventory): RunResult =>
    judge(some, inventory, { now: Date.parse(inventory.header.startedAt), source: 'demo' });

  it('never adds a pass in any format, and none falls silent', async () => {
    const reporters = await Promise.all(names.map(async (name) => [name, await formats[name].load()] as const));
    const passes = (result: RunResult): Record<string, number> =>
      Object.fromEntries(
        reporters.map(([name, reporter]) => [name, readers[name].passes([...reporter.render(result, {})].join(''))]),
      );
    const met = (result: RunResult): ReadonlySet<string> =>
      new Set(
        reporters.flatMap(([name, reporter]) => {
          const reader: Reader = readers[name];
          return reader.met?.([...reporter.render(result, {})].join('')).map((id) => `${id} in ${name}`) ?? [];
        }),
      );
    const metBefore = met(judged(demo));
    expect(metBefore.size).toBeGreaterThan(5);
    const before = passes(judged(demo));
    expect(Math.min(...Object.values(before))).toBeGreaterThan(20);
    const faults: string[] = [];
    let tried = 0;
    for (const { type } of planFor(some)) {
      const seen = new Set<string>();
      for (const spot of spotsOf(demo, type)) {
        const kind = spot.facet ?? 'list';
        // One of each kind of thing: the others differ by name alone.
        if (seen.has(kind)) continue;
        seen.add(kind);
        tried += 1;
        const result = judged(gapped(demo, spot, gapKinds.denied(type.actions)));
        const where = `${kind} of ${type.key} in ${spot.region}`;
        const after = passes(result);
        const expected = result.findings.filter(({ status }) => status === 'pass').length;
        for (const each of met(result)) if (!metBefore.has(each)) faults.push(`${where}: ${each} is met`);
        for (const name of names) {
          if ((after[name] ?? 0) > (before[name] ?? 0)) faults.push(`${where}: more passes in ${name}`);
          if (after[name] !== expected) faults.push(`${where}: ${name} says ${after[name]} passes, not ${expected}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(15);
  }, 120_000);
});
