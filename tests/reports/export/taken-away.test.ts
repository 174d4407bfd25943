import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { demoInventory } from '../../../src/cli/demo.ts';
import type { Check } from '../../../src/engine/check.ts';
import { judge } from '../../../src/engine/judge.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { planFor } from '../../../src/inventory/plan.ts';
import type { Spot } from '../../engine/gapped.ts';
import { actionsAt, describeSpot, gapKinds, gapped, spotsOf } from '../../engine/gapped.ts';
import { soak } from '../../e2e/faults/run.ts';
import { findingOf, resultOf } from '../fixture.ts';
import type { Reader } from './readers.ts';
import { readers } from './readers.ts';
import { passesIn, toldNames, written } from './passes.ts';

/** Checks whose verdicts rest on a type. */
const restingOn = (key: string): readonly Check[] =>
  checks.filter(({ resource, along }) =>
    [resource, ...Object.values(along).map((other) => other.resource)].some((type) => type.key === key),
  );

/** So many of them: a service whose type is read for very many checks shows nothing that a part of them does not. */
const mostChecks = soak ? Number.POSITIVE_INFINITY : 5;

/**
 * What is taken away: of every service a list or a facet, in turn, of the type that most checks of its own judge; `npm run soak` takes one
 * of each kind of thing. That nothing that is taken away adds a pass to a result is a matter of tests/engine/denials-account.test.ts.
 */
function spotsIn(demo: Inventory): Spot[] {
  const own = (key: string): number => checks.filter(({ resource }) => resource.key === key).length;
  const types = planFor(checks).map(({ type }) => ({ key: type.key, spots: spotsOf(demo, type) }));
  const rich = ({ spots }: (typeof types)[number]): number => (spots.some(({ facet }) => facet !== undefined) ? 1 : 0);
  types.sort((a, b) => rich(b) - rich(a) || own(b.key) - own(a.key));
  const kinds = new Map<string, Spot>();
  const services = new Set<string>();
  for (const { key, spots } of types) {
    if (!soak && services.has(serviceOf(key))) continue;
    services.add(serviceOf(key));
    const ofFacet = spots.some(({ facet }) => facet !== undefined) && services.size % 2 === 0;
    for (const spot of spots) {
      if (!soak && (spot.facet !== undefined) !== ofFacet) continue;
      const kind = spot.facet === undefined ? 'list' : soak ? spot.facet : 'facet';
      if (!kinds.has(`${key} ${kind}`)) kinds.set(`${key} ${kind}`, spot);
    }
  }
  return [...kinds.values()];
}

const serviceOf = (key: string): string => key.split('/')[0] ?? '';

describe('taking away any one answer of AWS', () => {
  let demo: Inventory;
  beforeAll(async () => {
    demo = await demoInventory();
  });

  it('never adds a pass in any format, and none falls silent', async () => {
    const judged = (some: readonly Check[], inventory: Inventory): RunResult =>
      judge(some, inventory, { now: Date.parse(inventory.header.startedAt), source: 'demo' });
    const read = async (result: RunResult) => {
      const passes = new Map<string, number>();
      const met = new Set<string>();
      for (const name of toldNames) {
        const report = await written(name, result);
        passes.set(name, await passesIn[name](...report));
        if (!Object.hasOwn(readers, name)) continue;
        const reader: Reader = readers[name as keyof typeof readers];
        for (const id of reader.met?.(report[0]) ?? []) met.add(`${id} in ${name}`);
      }
      return { passes, met };
    };
    const faults: string[] = [];
    const taken = new Set<string>();
    let lost = 0;
    for (const spot of spotsIn(demo)) {
      const some = restingOn(spot.type.key).slice(0, mostChecks);
      const whole = judged(some, demo);
      const less = judged(some, gapped(demo, spot, gapKinds.denied(actionsAt(spot))));
      const [before, after] = [await read(whole), await read(less)];
      const expected = less.summary.byStatus.pass;
      lost += whole.summary.byStatus.pass - expected;
      for (const id of after.met) if (!before.met.has(id)) faults.push(`${describeSpot(spot)}: ${id} is met`);
      for (const [name, count] of after.passes) {
        if (!(count <= (before.passes.get(name) ?? 0))) faults.push(`${describeSpot(spot)}: more passes in ${name}`);
        if (count !== expected) faults.push(`${describeSpot(spot)}: ${name} says ${count} passes, not ${expected}`);
      }
      taken.add(serviceOf(spot.type.key));
    }
    expect(faults).toEqual([]);
    expect([...taken].sort()).toEqual([...new Set(planFor(checks).map(({ type }) => serviceOf(type.key)))].sort());
    expect(lost).toBeGreaterThan(50);
  }, 900_000);
});

const names = Object.keys(readers) as (keyof typeof readers)[];

/** An ARN of one region that is judged in two, as what CloudFront uses is; and a name that has no region. */
const twice = ['eu-west-1', 'us-east-1'].flatMap((region) =>
  [
    'arn:aws:wafv2:us-east-1:111122223333:global/webacl/cdn/1',
    'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/cdn/1',
  ].map((arn) =>
    findingOf({ check: 'ec2-volume-attached', status: 'fail', region, name: 'cdn', arn, message: `${arn} is not` }),
  ),
);

it('what a reader tells findings apart by is of one finding, in the demo account and where one name is judged in two regions', async () => {
  const demo = await demoInventory();
  const account = judge(checks, demo, { now: Date.parse(demo.header.startedAt), source: 'demo' });
  const faults: string[] = [];
  for (const result of [account, resultOf(twice)])
    for (const name of names) {
      const reader: Reader = readers[name];
      const [text] = await written(name, result);
      const said = Object.values(reader.read(text)).flat();
      const double = said.filter((each, at) => said.indexOf(each) !== at);
      // HDF has no name for a single result.
      if (name !== 'hdf' && double.length > 0) faults.push(`${name}: ${double.slice(0, 3).join(', ')}`);
      for (const each of [reader.faults(text)].flat()) faults.push(`${name}: ${JSON.stringify(each).slice(0, 200)}`);
    }
  expect(account.findings.length).toBeGreaterThan(2000);
  expect(faults).toEqual([]);
}, 60_000);
