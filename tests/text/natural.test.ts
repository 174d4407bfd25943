import { describe, expect, it } from 'vitest';
import { compareNaturally } from '../../src/text/natural.ts';

describe('natural order', () => {
  it.each([
    ['bkt-2', 'bkt-10'],
    ['bkt-9', 'bkt-10'],
    ['bkt-2-z', 'bkt-10-a'],
    ['bkt', 'bkt-1'],
    ['a', 'b'],
    ['B', 'a'],
    ['a1b2', 'a1b10'],
    ['a9', 'ab'],
    ['v1.9', 'v1.10'],
    ['x01', 'x1'],
    ['x1', 'x02'],
    ['10', '010000000000000000000000'],
    ['99999999999999999999', '100000000000000000000'],
    ['', '0'],
  ])('has %j before %j', (one, other) => {
    expect(compareNaturally(one, other)).toBeLessThan(0);
    expect(compareNaturally(other, one)).toBeGreaterThan(0);
    expect(compareNaturally(one, one)).toBe(0);
  });

  it('is an order: whatever comes before what comes before another, comes before it', () => {
    const letters = ['', '0', '1', '2', '9', 'a', '-'];
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const names = [...new Set(all)];
    const sorted = names.toSorted(compareNaturally);
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j < sorted.length; j++)
        expect(compareNaturally(sorted[i] ?? '', sorted[j] ?? '')).toBeLessThan(0);
  });
});
