import { daysBetween, parseTime, type Instant } from '../../text/time.ts';

export type CertificateState = 'not-yet-valid' | 'valid' | 'expiring' | 'expired';

export interface Validity {
  readonly notBefore?: Instant | undefined;
  readonly notAfter?: Instant | undefined;
}

const dayMs = 86_400_000;

/**
 * Where a certificate stands in its life. `expiring` is with fewer than `renewWithinDays` whole days left. Undefined when its end
 * is unknown.
 */
export function certificateState(
  { notBefore, notAfter }: Validity,
  now: Instant,
  renewWithinDays: number,
): CertificateState | undefined {
  const [start, end, at] = [parseTime(notBefore), parseTime(notAfter), parseTime(now)];
  if (end === undefined || at === undefined) return undefined;
  if (at >= end) return 'expired';
  if (start !== undefined && at < start) return 'not-yet-valid';
  return Math.floor((end - at) / dayMs) < renewWithinDays ? 'expiring' : 'valid';
}

/**
 * For how many days browsers take a certificate of a public authority, by the day from which it is valid (UTC), newest first. Those
 * of private authorities may be valid for longer.
 * https://cabforum.org/working-groups/server/baseline-requirements/requirements/#632-certificate-operational-periods-and-key-pair-usage-periods
 * for 2020 and later; before it were 825 days and 39 months, which are 1,188 days at most.
 */
const limits: readonly (readonly [from: string, days: number])[] = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
  ['2020-09-01', 398],
  ['2018-03-01', 825],
  ['2015-04-01', 1188],
];

export interface BrowserLimit {
  /** Days that it is valid for, a day begun counted whole: both its first and its last second belong to it. */
  readonly days: number;
  /** The most that browsers take; Infinity before there was a limit. */
  readonly limit: number;
  readonly within: boolean;
}

/** Whether browsers take a public certificate for as long as it is valid; undefined when its dates are unknown. */
export function browserLimit({ notBefore, notAfter }: Validity): BrowserLimit | undefined {
  const [start, end] = [parseTime(notBefore), parseTime(notAfter)];
  if (start === undefined || end === undefined || end < start) return undefined;
  const days = Math.ceil((end + 1000 - start) / dayMs);
  const issued = new Date(start).toISOString().slice(0, 10);
  const limit = limits.find(([from]) => issued >= from)?.[1] ?? Infinity;
  return { days, limit, within: days <= limit };
}

/** Whole days until a certificate expires; negative once it has; undefined when its end is unknown. */
export const daysLeftOf = ({ notAfter }: Validity, now: Instant): number | undefined => daysBetween(now, notAfter);
