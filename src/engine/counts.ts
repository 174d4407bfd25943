import type { Category } from './check.ts';
import type { Finding, Status } from './finding.ts';
import { statuses } from './finding.ts';
import type { Summary } from './result.ts';
import type { Severity } from './severity.ts';
import { severities } from './severity.ts';

/** How many findings there are of each status. */
export type Counts = Record<Status, number>;

export const zeros = (): Counts => Object.fromEntries(statuses.map((status) => [status, 0])) as Counts;

type Summed = Pick<Summary, 'byStatus' | 'failedBySeverity' | 'byCategory' | 'byService'>;

/** What a summary tells of findings, from how many there are of each check. */
export function summed(
  found: Iterable<{
    readonly check: { readonly severity: Severity; readonly category: Category; readonly service: string };
    readonly counts: Readonly<Counts>;
  }>,
): Summed {
  const byStatus = zeros();
  const failedBySeverity = Object.fromEntries(severities.map((s) => [s, 0])) as Record<Severity, number>;
  // Names may come from a file: a Map has none of its own.
  const [byCategory, byService] = [new Map<Category, Counts>(), new Map<string, Counts>()];
  for (const { check, counts } of found) {
    failedBySeverity[check.severity] += counts.fail;
    for (const sums of [byStatus, ofKey(byCategory, check.category), ofKey(byService, check.service)])
      for (const status of statuses) sums[status] += counts[status];
  }
  return {
    byStatus,
    failedBySeverity,
    byCategory: Object.fromEntries(byCategory),
    byService: Object.fromEntries(byService),
  };
}

/** The counts of one of several things, which begin at none. */
export function ofKey<K>(groups: Map<K, Counts>, key: K): Counts {
  let counts = groups.get(key);
  if (counts === undefined) groups.set(key, (counts = zeros()));
  return counts;
}

/** The same from the findings themselves. */
export function countsOf(findings: Iterable<Finding>): Summed {
  const found = new Map<string, { check: Finding; counts: Counts }>();
  for (const finding of findings) {
    const { check, severity, category, service, status } = finding;
    // A check's findings are of one severity, unless a file says otherwise.
    const key = `${check} ${severity} ${category} ${service}`;
    let own = found.get(key);
    if (own === undefined) found.set(key, (own = { check: finding, counts: zeros() }));
    own.counts[status] += 1;
  }
  return summed([...found.values()].map(({ check, counts }) => ({ check, counts })));
}
