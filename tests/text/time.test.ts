import { describe, expect, it } from 'vitest';
import { daysBetween, daysSince, daysUntil, isOlderThan, parseTime } from '../../src/text/time.ts';

const now = new Date('2025-06-15T12:00:00Z');

describe('times', () => {
  it.each(['N/A', 'no_information', 'not_supported', '', '2024', 'yesterday', '2024-13-45', undefined, Number.NaN])(
    '%s is no moment',
    (given) => {
      expect(parseTime(given)).toBeUndefined();
      expect([daysSince(given, now), isOlderThan(given, 90, now)]).toEqual([undefined, undefined]);
    },
  );

  it.each([
    ['2025-06-15T12:00:00Z', 0],
    ['2025-06-15T11:59:59Z', 0],
    ['2025-06-14T12:00:00Z', 1],
    ['2025-06-14T12:00:01Z', 0],
    ['2025-03-17T12:00:00+00:00', 90],
    ['2025-06-16T12:00:00Z', -1],
    ['2025-06-15', 0],
    ['2025-06-15T12:00:01Z', -1],
  ])('%s is %s days ago', (then, days) => {
    expect(daysSince(then, now)).toBe(days);
  });

  it('count forward too', () => {
    expect(daysUntil(new Date('2025-07-15T12:00:00Z'), now)).toBe(30);
    expect(daysBetween(0, 86_400_000 * 2.5)).toBe(2);
  });

  it('are older than a number of days only when all of them have passed', () => {
    expect(isOlderThan('2025-03-17T12:00:00Z', 90, now)).toBe(false);
    expect(isOlderThan('2025-03-17T11:59:59Z', 90, now)).toBe(true);
  });
});
