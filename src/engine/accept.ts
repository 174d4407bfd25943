import { notSelected } from '../partitions/regions.ts';
import type { Cause } from './causes/cause.ts';
import { causesOf } from './causes/ledger.ts';
import { leftOf } from './causes/left.ts';
import { sortByRisk } from './causes/order.ts';
import type { Check } from './check.ts';
import type { Finding } from './finding.ts';
import { countsOf } from './counts.ts';
import type { AnyResult, Coverage, RunInfo, SuppressionNotice } from './result.ts';
import type { Suppression } from './suppressions.ts';
import { Suppressing } from './suppressions.ts';

/**
 * A saved result in which more is accepted: findings, counts, causes and notices are as if the run had known the suppressions.
 * @param checks those that there are, for what one change clears together
 * @param now the run's clock in ms
 */
export function accept(
  result: AnyResult,
  suppressions: readonly Suppression[],
  checks: readonly Check[],
  now: number,
): AnyResult {
  if (suppressions.length === 0) return result;
  const suppressing = new Suppressing(suppressions, now);
  const newly = new Set<string>();
  const findings = Array.from(result.findings, (finding) => {
    const marked = suppressing.mark(finding);
    if (marked !== finding) newly.add(marked.fingerprint);
    return marked;
  });
  const told = suppressing.notices(wholeChecks(result, checks));
  const suppressed = newly.size === 0 ? result : accepted(result, findings, newly, checks);
  return { ...suppressed, suppressions: distinct([...told, ...result.suppressions]) };
}

function accepted(
  result: AnyResult,
  findings: readonly Finding[],
  newly: ReadonlySet<string>,
  checks: readonly Check[],
): AnyResult {
  return {
    ...result,
    findings,
    summary: { ...result.summary, ...countsOf(findings) },
    causes: causesWithout(result, findings, newly, checks),
  };
}

/** Causes of what nobody accepted yet. Those that lose nothing stay as they are; what one accepted change would have cleared is placed anew. */
function causesWithout(
  { causes, run, coverage }: AnyResult,
  findings: readonly Finding[],
  newly: ReadonlySet<string>,
  checks: readonly Check[],
): readonly Cause[] {
  const known = new Set(checks.map(({ id }) => id));
  const byPrint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const old = new Map(causes.map((cause) => [cause.id, cause]));
  const judged = new Map(coverage.checks.map((each) => [each.check, each.judged]));
  const { account, partition } = run;
  const failed = findings.filter(({ status, check }) => status === 'fail' && known.has(check));
  const anew = causesOf(failed, checks, { account, partition, regions: (check) => judged.get(check) ?? 0 });
  const ids = new Set(anew.map(({ id }) => id));
  const rest = causes.flatMap((cause) => {
    const isPlaced = ids.has(cause.id) || (cause.status === 'fail' && cause.checks.every((check) => known.has(check)));
    return isPlaced ? [] : (leftOf(cause, newly, byPrint) ?? []);
  });
  const placed = anew.map((cause) => {
    const before = old.get(cause.id);
    if (before === undefined) return cause;
    return before.findings.some((print) => newly.has(print)) || before.findings.length !== cause.findings.length
      ? { ...cause, reach: before.reach }
      : before;
  });
  return sortByRisk([...placed, ...rest]);
}

/** The checks, and whether the run saw all there is of each. */
function wholeChecks({ run, coverage }: AnyResult, checks: readonly Check[]): { id: string; whole: boolean }[] {
  const all = !run.interrupted && !isNarrowed(run, coverage);
  // A suppression that names a region does not match a resource whose region was not read.
  const placing = new Set(checks.map(({ resource: { type, regionFrom = 'list' } }) => `${type} ${regionFrom}`));
  const unread = new Set(
    coverage.gaps
      .filter(({ kind, facet, resourceType }) => {
        return kind !== 'unsupported' && (facet === 'list' || placing.has(`${resourceType} ${facet}`));
      })
      .flatMap((gap) => gap.checks),
  );
  return coverage.checks.map(({ check }) => ({ id: check, whole: all && !unread.has(check) }));
}

function isNarrowed({ selection }: RunInfo, { skippedRegions, gaps }: Coverage): boolean {
  if (selection === undefined) return true;
  const { regions, resources, tags } = selection;
  return (
    regions.length + resources.length + tags.length > 0 ||
    skippedRegions.some(({ reason }) => reason === notSelected) ||
    gaps.some(({ facet }) => facet === 'regions')
  );
}

/** The expired ones first, as a run tells them. */
function distinct(notices: readonly SuppressionNotice[]): SuppressionNotice[] {
  const each = [...new Map(notices.map((one) => [JSON.stringify(one), one])).values()];
  return [...each.filter(({ kind }) => kind === 'expired'), ...each.filter(({ kind }) => kind !== 'expired')];
}
