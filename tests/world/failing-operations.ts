import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainRegion } from '../../src/stand-in/facts.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { soak } from '../e2e/faults/run.ts';
import { WorldReader } from './collected.ts';
import { askedOperations, faultsOf, undisturbed, ways, type Undisturbed } from './matrix.ts';

const operations = askedOperations();

/** Of the short form: denial, and two of the other ways, in turn, so that all of them are met by some operation of each service. */
export const chosen = (index: number): typeof ways => {
  const [denied, ...others] = ways;
  if (soak || denied === undefined) return ways;
  return [denied, ...[0, 4].flatMap((step) => others.slice((index + step) % others.length).slice(0, 1))];
};

/** Lets every second operation fail: the two halves are files of their own, which run side by side. */
export function failingOperations(half: 0 | 1): void {
  let front: Front;
  let reader: WorldReader;
  let before: Undisturbed;
  beforeAll(async () => {
    front = await startWorld();
    reader = new WorldReader(front, mainRegion, 1);
    before = await undisturbed(reader);
  }, 120_000);
  afterAll(async () => {
    reader.close();
    await front.stop();
  });

  const cases = operations
    .map((asked, index) => [`${asked.service}:${asked.operation}`, asked, chosen(index)] as const)
    .filter((_, index) => index % 2 === half);
  // Of the services that a change is about there may be one operation alone.
  describe.runIf(cases.length > 0)(
    'an operation fails: nothing else than "unknown" follows, for what rests on it',
    () => {
      it.each(cases)(
        '%s',
        async (_name, asked, some) => {
          const faults: string[] = [];
          for (const way of some) faults.push(...(await faultsOf(front, reader, asked, way, before)));
          expect(faults).toEqual([]);
        },
        60_000,
      );
    },
  );
}
