import { expect, it } from 'vitest';
import { isDay } from '../../src/text/day.ts';

it.each<[string, boolean]>([
  ['2026-01-31', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2027-02-31', false],
  ['2026-13-01', false],
  ['2026-01-311', false],
  ['2026-1-3', false],
  ['2026-01-31T10:00:00Z', true],
  ['2026-02-30T10:00:00Z', false],
  ['yesterday', false],
  ['', false],
])('%j is a day that exists: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
