import { describe, expect, it } from 'vitest';
import { browserLimit, certificateState, daysLeftOf } from '../../../src/judgements/certificates/certificate.ts';

const now = '2026-06-15T12:00:00Z';

describe('the state of a certificate', () => {
  it.each([
    [undefined, '2026-06-15T12:00:00Z', 'expired'],
    [undefined, '2026-06-15T12:00:01Z', 'expiring'],
    [undefined, '2026-07-15T11:59:59Z', 'expiring'],
    [undefined, '2026-07-15T12:00:00Z', 'valid'],
    ['2026-06-15T12:00:00Z', '2026-07-15T12:00:00Z', 'valid'],
    ['2026-06-15T12:00:01Z', '2026-06-20T12:00:00Z', 'not-yet-valid'],
    ['2026-06-15T12:00:01Z', '2026-06-15T12:00:00Z', 'expired'],
    [undefined, 'N/A', undefined],
    ['2026-06-16T00:00:00Z', undefined, undefined],
  ])('from %s to %s is %s', (notBefore, notAfter, state) => {
    expect(certificateState({ notBefore, notAfter }, now, 30)).toBe(state);
  });

  it('tells the days it has left', () => {
    expect(
      ['2026-06-20T12:00:00Z', '2026-06-15T11:00:00Z', undefined].map((end) => daysLeftOf({ notAfter: end }, now)),
    ).toEqual([5, -1, undefined]);
  });
});

/** The second before the last that a limit of days allows, from a moment. */
const lasting = (start: string, days: number, seconds = 0): string =>
  new Date(Date.parse(start) + days * 86_400_000 - 1000 + seconds * 1000).toISOString();

describe('what browsers take', () => {
  it.each([
    ['2015-03-31T23:59:59Z', Infinity],
    ['2015-04-01T00:00:00Z', 1188],
    ['2018-02-28T23:59:59Z', 1188],
    ['2018-03-01T00:00:00Z', 825],
    ['2020-08-31T23:59:59Z', 825],
    ['2020-09-01T00:00:00Z', 398],
    ['2026-03-14T23:59:59Z', 398],
    ['2026-03-15T00:00:00Z', 200],
    ['2027-03-14T23:59:59Z', 200],
    ['2027-03-15T00:00:00Z', 100],
    ['2029-03-14T23:59:59Z', 100],
    ['2029-03-15T00:00:00Z', 47],
    ['2035-01-01T00:00:00Z', 47],
    // The day is one of UTC.
    ['2026-03-14T23:30:00-01:00', 200],
  ])('of one valid from %s are %s days', (notBefore, limit) => {
    expect(browserLimit({ notBefore, notAfter: lasting(notBefore, 10) })).toEqual({ days: 10, limit, within: true });
    if (limit === Infinity) return;
    expect(browserLimit({ notBefore, notAfter: lasting(notBefore, limit) })).toEqual({
      days: limit,
      limit,
      within: true,
    });
    expect(browserLimit({ notBefore, notAfter: lasting(notBefore, limit, 1) })).toEqual({
      days: limit + 1,
      limit,
      within: false,
    });
  });

  it.each([
    [undefined, '2026-06-01T00:00:00Z'],
    ['2026-06-01T00:00:00Z', undefined],
    ['2026-06-01T00:00:00Z', 'never'],
    ['2026-06-02T00:00:00Z', '2026-06-01T00:00:00Z'],
  ])('is not known of one from %s to %s', (notBefore, notAfter) => {
    expect(browserLimit({ notBefore, notAfter })).toBeUndefined();
  });
});
