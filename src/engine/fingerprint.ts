import { hash } from 'node:crypto';

/**
 * A finding's stable identity: a hash of check id, account, region and resource ARN. Baselines, diffs, suppressions
 * and SARIF fingerprints use it; a renamed check keeps its findings through `formerly`.
 */
// Not the beginning of the whole hash as text, which would keep all of it in memory.
export const fingerprintOf = (check: string, account: string, region: string, arn: string): string =>
  hash('sha256', JSON.stringify([check, account, region, arn]), 'buffer').toString('hex', 0, 16);

/** Stands for a long text where many are told apart: 12 characters, which are bytes. */
export const digestOf = (text: string): string => hash('sha256', text, 'buffer').toString('latin1', 0, 12);
