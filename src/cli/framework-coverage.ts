import { whyNever } from '../engine/not-live.ts';

/** Ids of the checks that this program has, packs' and custom ones included. */
export type Known = ReadonlySet<string>;

/** Which of a requirement's checks there are. */
export interface RequirementCoverage {
  readonly available: readonly string[];
  readonly missing: readonly string[];
  /** Why those of the missing ones that can have no check have none. */
  readonly never: readonly { readonly id: string; readonly reason: string }[];
}

/** @param why what says that a control can have no check */
export function coverageOf(ids: readonly string[], known: Known, why = whyNever): RequirementCoverage {
  const missing = ids.filter((id) => !known.has(id));
  return {
    available: ids.filter((id) => known.has(id)),
    missing,
    never: missing.flatMap((id) => {
      const reason = why(id);
      return reason === undefined ? [] : [{ id, reason }];
    }),
  };
}

/** E.g. `a, b, (not yet: c), (never: d. Its API is gone.)` */
export function inWords({ available, missing, never }: RequirementCoverage): string {
  const later = missing.filter((id) => !never.some((one) => one.id === id));
  return [
    ...available,
    ...(later.length === 0 ? [] : [`(not yet: ${later.join(', ')})`]),
    ...never.map(({ id, reason }) => `(never: ${id}. ${reason})`),
  ].join(', ');
}
