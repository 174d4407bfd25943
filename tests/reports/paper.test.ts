import { expect, it } from 'vitest';
import { mostRows, rowsOnPaper } from '../../reports/html/page/assurance/cut.ts';

it.each<[string, readonly number[], readonly number[]]>([
  ['all where there is room', [3, 0, 7], [3, 0, 7]],
  ['exactly so many', [10], [10]],
  ['the first ones where there is not', [6, 5, 4], [6, 4, 0]],
  ['a part of one check', [11, 1], [10, 0]],
  ['nothing', [], []],
])('paper has %s', (_name, counts, shown) => {
  expect(rowsOnPaper(counts, 10)).toEqual(shown);
});

it('has fewer rows than Chromium gives up at', () => {
  expect(rowsOnPaper([1_000_000])).toEqual([mostRows]);
  expect(mostRows).toBeLessThan(60_000);
});
