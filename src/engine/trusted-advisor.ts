/** What the two say of the same matter, in the order in which people look at them. */
export const agreements = ['differ', 'undecided', 'agree', 'alone'] as const;
/**
 * `differ`: one of the two finds something and the other does not; `undecided`: one of the two does not know, or did not look;
 * `alone`: there is no check of ours for it.
 */
export type Agreement = (typeof agreements)[number];

/** A check of Trusted Advisor, and what ours found of the same matter. */
export interface AdvisorRow {
  readonly id: string;
  readonly name: string;
  /** As AWS writes it: `security`, `cost_optimizing`. */
  readonly category?: string;
  /** `error`, `warning`, `ok` or `not_available`; left out where there is no summary of it. */
  readonly status?: string;
  /** ISO 8601, when it was refreshed last. */
  readonly checkedAt?: string;
  /** How many resources it lists. */
  readonly flagged?: number;
  /** How many resources somebody took out of it. */
  readonly excluded?: number;
  readonly agreement: Agreement;
  /** What the two say, in one sentence without the full stop. */
  readonly says: string;
  /** Ids of our checks of the same matter, by the names they have there. */
  readonly ours: readonly string[];
}

/** Trusted Advisor's own results beside ours. */
export interface AdvisorComparison {
  /** Why its results are not here; left out where they are. */
  readonly notRead?: string;
  /** As AWS lists them. */
  readonly checks: readonly AdvisorRow[];
  /** Our selected checks that have a counterpart by name, which it does not list for this account. */
  readonly notListed: readonly string[];
  /** How many of our selected checks have no counterpart there. */
  readonly withoutCounterpart: number;
}
