import { describe, expect, it } from 'vitest';
import type { Chain, Stage } from '../../src/inventory/play-out.ts';
import { playOut } from '../../src/inventory/play-out.ts';

/** A list of one call, then so many resources of a call each. */
const chain = (resources: number, region = 'eu-west-1', more: Partial<Stage> = {}): Chain => {
  const uses = [{ service: 'kms', region, calls: 1 }];
  const one = { width: 1, depth: 1, service: 'kms', uses };
  return [
    { ...one, units: 1 },
    { ...one, units: resources, width: 20, ...more },
  ];
};
const pace = (atOnce: number, most = Infinity, perSecond?: number) => ({
  most,
  spreadMs: 0,
  answerMs: () => 100,
  pool: () => ({ atOnce, perSecond }),
});
const regions = Array.from({ length: 20 }, (_, n) => `region-${n}`);

describe('chains that are played out', () => {
  it.each<[string, readonly Chain[], ReturnType<typeof pace>, number]>([
    ['nothing', [], pace(10), 0],
    ['a list that gives nothing', [chain(0)], pace(10), 100],
    ['one after the other', [chain(1)], pace(10), 200],
    ['a resource of many answers one after the other', [chain(1, 'eu-west-1', { depth: 5 })], pace(10), 600],
    ['so many at a time as are read at a time', [chain(40)], pace(100), 300],
    ['so many as the pool takes', [chain(100)], pace(10), 1100],
    ['so many a second as the pool takes', [chain(100)], pace(10, Infinity, 10), 10_100],
    ['pools beside each other', regions.map((region) => chain(100, region)), pace(10), 1100],
    ['so many a second as all pools together give', regions.map((region) => chain(100, region)), pace(10, 500), 4040],
    ['answers that are waited for without a call', [chain(1, 'eu-west-1', { uses: [], depth: 3 })], pace(10), 400],
  ])('%s', (_name, chains, given, ms) => {
    expect(playOut(chains, given) / Math.max(1, ms)).toBeCloseTo(ms === 0 ? 0 : 1, 1);
  });
});
