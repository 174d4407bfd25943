import { hash } from 'node:crypto';

/**
 * A finding's stable identity: a hash of check id, account, region and resource ARN. Baselines, diffs, suppressions
 * and SARIF fingerprints use it; a renamed check keeps its findings through `formerly`.
 */
export const fingerprintOf = (check: string, account: string, region: string, arn: string): string =>
  hash('sha256', JSON.stringify([check, account, region, arn]), 'hex').slice(0, 32);
