import { hash } from 'node:crypto';
import type { Check } from './check.ts';
import { formerIdentityOf, identityOf, isGlobalName } from './identity.ts';

// As text at once: by way of a buffer it takes three times as long.
const hashed = (identity: string): string => hash('sha256', identity, 'hex').slice(0, 32);

/**
 * A finding's stable identity (see `identityOf`): 32 hexadecimal digits. Baselines, diffs, suppressions and SARIF fingerprints
 * use it.
 */
export const fingerprintOf = (check: string, account: string, region: string, arn: string): string =>
  hashed(identityOf(check, account, region, arn));

/**
 * Fingerprints that the same finding has had: of a check that was called otherwise, and of versions that put the region of
 * a global name in. Where the region could not be read, or could not be then, it may have been any of the account's, or none.
 * @param regions the regions that were read
 */
export function aliasesOf(
  {
    id,
    formerly,
    resource,
  }: Pick<Check, 'id' | 'formerly'> & { readonly resource: Pick<Check['resource'], 'regionFrom'> },
  account: string,
  region: string,
  arn: string,
  regions: readonly string[],
): readonly string[] {
  const found = new Set<string>();
  const places =
    region === 'unknown' ? [region, ...regions] : resource.regionFrom === undefined ? [region] : [region, 'unknown'];
  for (const check of [id, ...formerly]) {
    if (check !== id) found.add(fingerprintOf(check, account, region, arn));
    if (isGlobalName(arn)) for (const place of places) found.add(hashed(formerIdentityOf(check, account, place, arn)));
  }
  return found.size === 0 ? none : [...found];
}

const none: readonly string[] = Object.freeze([]);

/** Whether a finding has, or has had, a fingerprint that begins so. */
export const isKnownAs = (
  { fingerprint, aliases = none }: { readonly fingerprint: string; readonly aliases?: readonly string[] },
  beginning: string,
): boolean => [fingerprint, ...aliases].some((each) => each.startsWith(beginning));

/** Stands for a long text where many are told apart: 12 characters, which are bytes. */
export const digestOf = (text: string): string => hash('sha256', text, 'binary').slice(0, 12);
