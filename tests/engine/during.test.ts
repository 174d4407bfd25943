import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoInventory } from '../../src/cli/demo.ts';
import { along, defineCheck, pass } from '../../src/engine/check.ts';
import type { Check } from '../../src/engine/check.ts';
import type { JudgeOptions } from '../../src/engine/judge.ts';
import { Judging, judge } from '../../src/engine/judge.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { Listing } from '../../src/inventory/inventory.ts';
import { randomOf } from '../helpers/random.ts';
import { gapKinds } from './gapped.ts';
import { emptyInventory, other, thing } from './fakes.ts';

const options: JudgeOptions = { now: Date.parse('2026-06-01T00:00:00Z'), source: 'aws' };
let demo: Inventory;
let listings: readonly Listing[];

beforeAll(async () => {
  demo = await demoInventory();
  listings = demo.types.flatMap((key) => demo.listings({ key }));
});

/** The same account without anything in it. */
function unfilled(collected: Iterable<string>): Inventory {
  const inventory = new Inventory(demo.header);
  inventory.finishedAt = demo.finishedAt;
  for (const [key, counts] of demo.calls) inventory.calls.set(key, counts);
  for (const key of collected) inventory.collected.add(key);
  return inventory;
}

const whole = (result: AnyResult): object => ({ ...result, findings: [...result.findings] });

/** The same account, its listings coming in some order, types complete as soon as their last one came. */
function judgedWhileFilled(order: readonly Listing[], letGo = true): { result: object; inventory: Inventory } {
  const inventory = unfilled(demo.collected);
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
  return { result: whole(judging.result()), inventory };
}

function filled(order: readonly Listing[], collected: Iterable<string> = demo.collected): Inventory {
  const inventory = unfilled(collected);
  for (const listing of order) inventory.add(listing);
  return inventory;
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
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

  it('says the same for any checks, types without scope or not collected, and moments at which types are complete', () => {
    // What a check reads, so that selections have something in common.
    const keysOf = ({ resource, along }: Check): string[] =>
      [resource, ...Object.values(along).map((each) => each.resource)].map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(checks.length - 1), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (chosen, seed) => {
          const random = randomOf(seed);
          const selected = chosen.flatMap((index) => checks[index] ?? []);
          const types = [...new Set(selected.flatMap(keysOf))].sort();
          const fate = new Map(
            types.map((key) => [key, pick(random, ['listed', 'listed', 'listed', 'without scope', 'not collected'])]),
          );
          const collected = types.filter((key) => fate.get(key) !== 'not collected');
          const present = listings.filter(({ type }) => fate.get(type) === 'listed');
          const inventory = unfilled(collected);
          const judging = new Judging(selected, inventory, options, () => true);
          const coming = [...present];
          const open = new Set(collected);
          while (coming.length > 0 || open.size > 0) {
            const ready = [...open].filter((key) => !coming.some(({ type }) => type === key));
            if (ready.length > 0 && (coming.length === 0 || random() < 0.4)) {
              const key = pick(random, ready);
              open.delete(key);
              judging.complete(key);
            } else {
              const [listing] = coming.splice(Math.floor(random() * coming.length), 1);
              if (listing === undefined) continue;
              inventory.add(listing);
              judging.listed(listing);
            }
          }
          expect(JSON.stringify(whole(judging.result()))).toBe(
            JSON.stringify(judge(selected, filled(present, collected), options)),
          );
        },
      ),
      { numRuns: 150, seed: 1 },
    );
  }, 120_000);

  it('does not judge when the plan grows, or when a list comes after all of its type was there', () => {
    const events: [string, (judging: Judging, inventory: Inventory) => void][] = [
      [
        'types were added to the plan while it was judged',
        (judging, inventory) => {
          inventory.collected.add(other.key);
          judging.complete(other.key);
        },
      ],
      [
        'fake/Test::Fake::Thing in eu-west-1 was listed after all of the type was there',
        (judging) => judging.listed({ type: thing.key, region: 'eu-west-1', result: gapKinds.failing([]) }),
      ],
    ];
    for (const [error, event] of events) {
      const { judging, inventory } = besideOthers(() => undefined, [thing.key]);
      judging.complete(thing.key);
      expect(() => event(judging, inventory)).toThrow(error);
    }
  });

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
  function besideOthers(
    see: (subject: { readonly region: string }, others: readonly object[]) => void,
    collected: readonly string[] = [thing.key, other.key],
  ) {
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
    const inventory = new Inventory(emptyInventory().header);
    for (const key of collected) inventory.collected.add(key);
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
