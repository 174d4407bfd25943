import type { Severity } from '../check.ts';
import { severities } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Known } from './known.ts';

/**
 * What became of a failure. `gone-…`: there is no verdict any more, because the resource was deleted, could not be read, was not
 * selected, or because there is no such check any more.
 */
export const changes = [
  'new',
  'worse',
  'fixed',
  'better',
  'still',
  'gone-deleted',
  'gone-not-read',
  'gone-not-selected',
  'gone-check-removed',
] as const;
export type Change = (typeof changes)[number];

/** As people call them. */
export const changeNames: Readonly<Record<Change, string>> = {
  new: 'new',
  worse: 'worse',
  fixed: 'fixed',
  better: 'better',
  still: 'still there',
  'gone-deleted': 'gone: resource deleted',
  'gone-not-read': 'gone: not read',
  'gone-not-selected': 'gone: not selected',
  'gone-check-removed': 'gone: check removed',
};

/** Changes after which a finding occurs no more, and nothing that was not read can be the reason. */
export const isOver = (change: Change): boolean =>
  change === 'fixed' || change === 'gone-deleted' || change === 'gone-check-removed';

/** Below 0 when the first is the more severe. */
export const bySeverity = (a: Severity, b: Severity): number => severities.indexOf(a) - severities.indexOf(b);

type Judged = Pick<Finding, 'status' | 'severity' | 'suppression'>;

/** What became of a failure, by the finding that there is of it now; undefined for what neither fails nor failed. */
export function changeTo({ status, severity, suppression }: Judged, known: Known | undefined): Change | undefined {
  const without = status === 'suppressed' ? suppression?.status : status;
  if (known === undefined) return status === 'fail' ? 'new' : undefined;
  switch (without) {
    case 'fail': {
      const accepted = status === 'suppressed';
      if (accepted !== (known.accepted === true)) return accepted ? 'better' : 'worse';
      const order = bySeverity(severity, known.severity);
      return order < 0 ? 'worse' : order > 0 ? 'better' : 'still';
    }
    case 'pass':
      return 'fixed';
    case 'manual':
      return 'better';
    case 'unknown':
    case undefined:
      return 'gone-not-read';
  }
}
