import type { ServiceCoverage } from '../src/engine/result.ts';
import { thousands } from './text.ts';

type Counts = Pick<ServiceCoverage, 'denied' | 'failed' | 'unsupported'>;

const kinds = ['denied', 'failed', 'unsupported'] as const;

/** What could not be read, e.g. `5 denied, 2 failed`. @param zeros whether a count of nothing is said too */
export const unreadText = (counts: Counts, zeros = false): string =>
  kinds
    .filter((kind) => zeros || counts[kind] > 0)
    .map((kind) => `${thousands(counts[kind])} ${kind}`)
    .join(', ');

/** The counts of all services and regions together. */
export const unreadOf = (services: readonly Counts[]): Counts => ({
  denied: services.reduce((sum, { denied }) => sum + denied, 0),
  failed: services.reduce((sum, { failed }) => sum + failed, 0),
  unsupported: services.reduce((sum, { unsupported }) => sum + unsupported, 0),
});
