import { daysUntil, parseTime, type Instant } from '../../text/time.ts';

export type CertificateState = 'not-yet-valid' | 'valid' | 'expiring' | 'expired';

export interface Validity {
  readonly notBefore?: Instant | undefined;
  readonly notAfter?: Instant | undefined;
}

/** Whole days until a certificate expires; negative once it has; undefined when its end is unknown. */
export function daysUntilExpiry(notAfter: Instant | undefined, now: Instant): number | undefined {
  return daysUntil(notAfter, now);
}

/**
 * Where a certificate stands in its life. `expiring` is within `renewWithinDays` of its end, the limit included.
 * Undefined when its end is unknown.
 */
export function certificateState(
  { notBefore, notAfter }: Validity,
  now: Instant,
  renewWithinDays = 30,
): CertificateState | undefined {
  const [start, end, at] = [parseTime(notBefore), parseTime(notAfter), parseTime(now)];
  if (end === undefined || at === undefined) return undefined;
  if (at >= end) return 'expired';
  if (start !== undefined && at < start) return 'not-yet-valid';
  return end - at <= renewWithinDays * 86_400_000 ? 'expiring' : 'valid';
}

/**
 * Whether a certificate's key is too short for today (RSA below 2048 bits, elliptic curves below 224), from the names ACM and IAM use:
 * `RSA_1024`, `RSA-2048`, `EC_prime256v1`, `EC_secp384r1`. Undefined for a name it does not know.
 * @see https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html
 */
export function isWeakKey(algorithm: string | undefined): boolean | undefined {
  const rsa = /^RSA[_-]?(\d+)$/i.exec(algorithm ?? '');
  if (rsa) return Number(rsa[1]) < 2048;
  const curve = /^EC(?:DSA)?[_-]?(?:prime|secp|P-?)(\d+)/i.exec(algorithm ?? '');
  return curve ? Number(curve[1]) < 224 : undefined;
}
