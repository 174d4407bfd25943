import { notSelected } from '../../partitions/regions.ts';
import { matcher } from '../../text/glob.ts';
import { isGlobalName } from '../identity.ts';
import type { AnyResult, CheckInfo } from '../result.ts';
import type { Change } from './change.ts';
import type { Known } from './known.ts';

/** What a later result says of what it looked at. */
export type LookedAt = Pick<AnyResult, 'run' | 'coverage' | 'checks'>;

/** The id that a check has now, by any id that it has had; undefined for what is no check. */
export type IdNow = (id: string) => string | undefined;

type Missing = Extract<Change, `gone-${string}` | 'fixed'>;

/**
 * Why a later result has no finding where there was a failure. Only a list that was read whole tells that something is gone.
 * What is the same for every failure is worked out once: there may be many.
 * @param arns of the resources that the later result has findings of
 */
export function missingIn(
  { run, coverage, checks }: LookedAt,
  idNow: IdNow,
  arns: ReadonlySet<string>,
): (known: Known) => Missing {
  const { selection } = run;
  const now = (check: string): string => idNow(check) ?? check;
  const infos = new Map<string, CheckInfo>();
  for (const info of checks) if (!infos.has(now(info.id))) infos.set(now(info.id), info);
  const regions = selection?.regions.map(matcher) ?? [];
  const resources = selection?.resources.map(matcher) ?? [];
  const unreadLists = coverage.gaps
    .filter(({ facet }) => facet === 'list')
    .map((gap) => ({ ...gap, checks: new Set(gap.checks.map(now)) }));
  return (known) => {
    const id = now(known.check);
    const info = infos.get(id);
    if (info === undefined) return idNow(known.check) === undefined ? 'gone-check-removed' : 'gone-not-selected';
    const { region, arn } = known;
    const placed = region !== 'global' && region !== 'unknown';
    if (placed && !run.regions.includes(region)) {
      const left = coverage.skippedRegions.find((skipped) => skipped.region === region);
      const unchosen = regions.length > 0 && !regions.some((matches) => matches(region));
      return left?.reason === notSelected || unchosen ? 'gone-not-selected' : 'gone-not-read';
    }
    if (selection !== undefined) {
      if (selection.tags.length > 0) return 'gone-not-selected';
      // Names and ids select too, which are not kept: what its ARN does not select may not have been selected.
      if (resources.length > 0 && !resources.some((matches) => matches(arn))) return 'gone-not-selected';
      if (region === 'unknown' && regions.length > 0) return 'gone-not-selected';
    }
    const anywhere = !placed || isGlobalName(arn);
    const unlisted = unreadLists.some(
      (gap) =>
        gap.resourceType === info.resourceType &&
        (anywhere || [region, 'global', 'unknown'].includes(gap.region)) &&
        gap.checks.has(id),
    );
    // A list that had not come when the run was stopped says nothing.
    if (unlisted || run.interrupted) return 'gone-not-read';
    // A resource that is there and that the check no longer speaks of is none that fails.
    return arns.has(arn) ? 'fixed' : 'gone-deleted';
  };
}
