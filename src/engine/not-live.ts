import type { Category, Severity } from './check.ts';
import { idsOf, reasonOf } from './not-live-rows.ts';
import type { Selectable } from './select.ts';

/** A control of the catalogue that no check stands for. */
export interface NotLive extends Selectable {
  /** 1 to 3: which come first. */
  readonly tier: number;
  /** Why there is no check. */
  readonly reason: string;
}

const notYet = 'not written yet';

/** Every control of the catalogue without a check: those that come first, then by id. */
export function notLive(): NotLive[] {
  return Object.entries(idsOf)
    .flatMap(([key, ids]) => {
      // `npm run gen` makes the key of these.
      const [tier, severity, category] = key.split(' ') as [string, Severity, Category];
      return ids.split(' ').map((id): NotLive => ({
        id,
        service: id.slice(0, id.indexOf('-')),
        severity,
        category,
        formerly: [],
        tier: Number(tier),
        reason: reasonOf[id] ?? notYet,
      }));
    })
    .sort((a, b) => a.tier - b.tier || (a.id < b.id ? -1 : 1));
}

/** Why a control can have no check, whatever is done. */
export const whyNever = (id: string): string | undefined => reasonOf[id];
