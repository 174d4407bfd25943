import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoInventory } from '../../src/cli/demo.ts';
import { along, defineCheck, pass } from '../../src/engine/check.ts';
import type { JudgeOptions } from '../../src/engine/judge.ts';
import { Judging, judge } from '../../src/engine/judge.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { Listing } from '../../src/inventory/inventory.ts';
import { gapKinds } from './gapped.ts';
import { emptyInventory, other, thing } from './fakes.ts';

const options: JudgeOptions = { now: Date.parse('2026-06-01T00:00:00Z'), source: 'aws' };
let demo: Inventory;
let listings: readonly Listing[];

beforeAll(async () => {
  demo = await demoInventory();
  listings = demo.types.flatMap((key) => demo.listings({ key }));
});

/** The same account, its listings coming in some order, types complete as soon as their last one came. */
function judgedWhileFilled(order: readonly Listing[], letGo = true): { result: object; inventory: Inventory } {
  const inventory = new Inventory(demo.header);
  inventory.finishedAt = demo.finishedAt;
  for (const [key, counts] of demo.calls) inventory.calls.set(key, counts);
  for (const key of demo.collected) inventory.collected.add(key);
  const judging = new Judging(checks, inventory, options, () => letGo);
  const left = new Map<string, number>();
  for (const { type } of order) left.set(type, (left.get(type) ?? 0) + 1);
  for (const key of demo.collected) if (!left.has(key)) judging.complete(key);
  for (const listing of order) {
    inventory.add(listing);
    judging.listed(listing);
    const more = (left.get(listing.type) ?? 0) - 1;
    left.set(listing.type, more);
    if (more === 0) judging.complete(listing.type);
  }
  const result = judging.result();
  return { result: { ...result, findings: [...result.findings] }, inventory };
}

function filled(order: readonly Listing[]): Inventory {
  const inventory = new Inventory(demo.header);
  inventory.finishedAt = demo.finishedAt;
  for (const [key, counts] of demo.calls) inventory.calls.set(key, counts);
  for (const key of demo.collected) inventory.collected.add(key);
  for (const listing of order) inventory.add(listing);
  return inventory;
}

describe('judging while an account is read', () => {
  it('says what judging afterwards says, in whatever order the lists come and whichever of them failed', () => {
    const gap = gapKinds.failing(['some:Action']);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...listings.keys()], { minLength: listings.length, maxLength: listings.length }),
        fc.subarray([...listings.keys()], { maxLength: 5 }),
        (order, failed) => {
          const given = order.flatMap((index): Listing | never[] => {
            const listing = listings[index];
            if (listing === undefined) return [];
            return failed.includes(index) ? { ...listing, result: gap } : listing;
          });
          const { result } = judgedWhileFilled(given);
          expect(JSON.stringify(result)).toBe(JSON.stringify(judge(checks, filled(given), options)));
        },
      ),
      { numRuns: 3, seed: 1 },
    );
  }, 120_000);

  it('lets every resource go when all is judged, and none when it may not', () => {
    const records = (inventory: Inventory): string[] =>
      inventory.types.flatMap((key) =>
        inventory.listings({ key }).flatMap(({ result }) => {
          if (result.kind !== 'present') return [];
          try {
            return result.records.map(({ arn }) => arn);
          } catch {
            return [];
          }
        }),
      );
    expect(records(judgedWhileFilled(listings).inventory)).toEqual([]);
    expect(records(judgedWhileFilled(listings, false).inventory)).toEqual(records(demo));
  }, 60_000);

  /** A check of things that reads others of the same region along, and a way to let a list of one resource come. */
  function besideOthers(see: (subject: { readonly region: string }, others: readonly object[]) => void) {
    const check = defineCheck({
      id: 'fake-thing-beside-others',
      title: 'Things have others beside them',
      severity: 'low',
      category: 'security',
      resource: thing,
      along: { others: along(other, { reach: 'region' }) },
      risk: '',
      fix: { text: '' },
      references: [],
      evaluate: (subject, { along: { others } }) => {
        see(subject, others);
        return pass('it has');
      },
    });
    const inventory = emptyInventory();
    for (const { key } of [thing, other]) inventory.collected.add(key);
    const judging = new Judging([check], inventory, options, () => true);
    const come = (type: { readonly key: string }, listed: string, region = listed): void => {
      const record = { item: { id: region }, arn: `arn:${type.key}:${region}`, region, outcomes: {} };
      const listing: Listing = { type: type.key, region: listed, result: { kind: 'present', records: [record] } };
      inventory.add(listing);
      judging.listed(listing);
    };
    return { judging, inventory, come };
  }

  it('judges a region as soon as all that a check reads along there has come', () => {
    const seen: string[] = [];
    const { judging, inventory, come } = besideOthers(({ region }) => seen.push(region));
    come(thing, 'eu-west-1');
    come(other, 'us-east-1');
    expect(seen).toEqual([]);
    come(thing, 'us-east-1');
    expect(seen).toEqual(['us-east-1']);
    judging.complete(thing.key);
    come(other, 'eu-west-1');
    expect(seen).toEqual(['us-east-1', 'eu-west-1']);
    const [gone] = inventory.listings(other);
    expect(() => gone?.result.kind === 'present' && gone.result.records).toThrow('let go');
  });

  it('waits for all of a type where a resource of the list lives in another region', () => {
    const seen: number[] = [];
    const { judging, come } = besideOthers((_, others) => seen.push(others.length));
    come(other, 'us-east-1', 'us-east-1');
    come(thing, 'us-east-1', 'eu-west-1');
    expect(seen).toEqual([]);
    come(other, 'eu-west-1', 'eu-west-1');
    judging.complete(other.key);
    expect(seen).toEqual([1]);
  });
});
