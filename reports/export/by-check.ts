import type { CheckCoverage } from '../../src/engine/result.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import type { Verdict } from './statement.ts';
import { noCounts, verdictFor } from './statement.ts';

/** What a check found in all, and to how much it does not apply. */
export interface CheckTally extends Readonly<Record<Verdict, number>> {
  readonly notApplicable: number;
  /** Every list was read, and nothing was in it. */
  readonly empty: boolean;
}

/** What each selected check found, in the order of the checks. */
export function talliesOf({ findings, checks, coverage }: AnyResult): ReadonlyMap<string, CheckTally> {
  const counts = new Map<string, Record<Verdict, number>>();
  const of = (check: string): Record<Verdict, number> => {
    let own = counts.get(check);
    if (own === undefined) counts.set(check, (own = noCounts()));
    return own;
  };
  for (const { id } of checks) of(id);
  for (const finding of findings) of(finding.check)[verdictFor(finding)] += 1;
  const covered = new Map(coverage.checks.map((each) => [each.check, each]));
  return new Map(
    [...counts].map(([check, own]) => {
      const coverage = covered.get(check);
      return [check, { ...own, notApplicable: coverage?.notApplicable ?? 0, empty: isEmpty(coverage) }];
    }),
  );
}

const isEmpty = (coverage: CheckCoverage | undefined): boolean =>
  coverage?.population === 0 && coverage.unlisted === 0 && coverage.narrowed === undefined;
