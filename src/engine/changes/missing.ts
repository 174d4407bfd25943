import { notSelected } from '../../partitions/regions.ts';
import { matcher } from '../../text/glob.ts';
import { isGlobalName } from '../identity.ts';
import type { AnyResult } from '../result.ts';
import type { Change } from './change.ts';
import type { Known } from './known.ts';

/** What a later result says of what it looked at. */
export type LookedAt = Pick<AnyResult, 'run' | 'coverage' | 'checks'>;

/** The id that a check has now, by any id that it has had; undefined for what is no check. */
export type IdNow = (id: string) => string | undefined;

type Missing = Extract<Change, `gone-${string}` | 'fixed'>;

/**
 * Why a later result has no finding where there was a failure. Only a list that was read whole tells that something is gone.
 * @param arns of the resources that the later result has findings of
 */
export function whyMissing(
  known: Known,
  { run, coverage, checks }: LookedAt,
  idNow: IdNow,
  arns: ReadonlySet<string>,
): Missing {
  const id = idNow(known.check) ?? known.check;
  const now = (check: string): string => idNow(check) ?? check;
  const info = checks.find((check) => now(check.id) === id);
  if (info === undefined) return idNow(known.check) === undefined ? 'gone-check-removed' : 'gone-not-selected';
  const { selection } = run;
  const { region, arn } = known;
  const placed = region !== 'global' && region !== 'unknown';
  if (placed && !run.regions.includes(region)) {
    const left = coverage.skippedRegions.find((skipped) => skipped.region === region);
    const narrowed = selection !== undefined && selection.regions.length > 0;
    const chosen = narrowed && selection.regions.some((pattern) => matcher(pattern)(region));
    return left?.reason === notSelected || (narrowed && !chosen) ? 'gone-not-selected' : 'gone-not-read';
  }
  if (selection !== undefined) {
    if (selection.tags.length > 0) return 'gone-not-selected';
    // Names and ids select too, which are not kept: what its ARN does not select may not have been selected.
    if (selection.resources.length > 0 && !selection.resources.some((pattern) => matcher(pattern)(arn)))
      return 'gone-not-selected';
    if (region === 'unknown' && selection.regions.length > 0) return 'gone-not-selected';
  }
  const anywhere = !placed || isGlobalName(arn);
  const unlisted = coverage.gaps.some(
    (gap) =>
      gap.facet === 'list' &&
      gap.resourceType === info.resourceType &&
      (anywhere || [region, 'global', 'unknown'].includes(gap.region)) &&
      gap.checks.some((check) => now(check) === id),
  );
  // A list that had not come when the run was stopped says nothing.
  if (unlisted || run.interrupted) return 'gone-not-read';
  // A resource that is there and that the check no longer speaks of is none that fails.
  return arns.has(arn) ? 'fixed' : 'gone-deleted';
}
