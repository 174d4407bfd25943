import type { Status } from './finding.ts';

/** What the two say of the same matter, in the order in which people look at them. */
export const agreements = ['differ', 'undecided', 'agree', 'alone'] as const;
/**
 * `differ`: one of the two finds something and the other does not; `undecided`: one of the two does not know, or did not look;
 * `alone`: there is no check of ours for it.
 */
export type Agreement = (typeof agreements)[number];

/** A resource that a check of Trusted Advisor lists in red or yellow, and what ours say of it. */
export interface AdvisorRowResource {
  /** `error` or `warning`, as AWS writes it. */
  readonly status?: string;
  readonly region?: string;
  /** Whether somebody took it out of the check. */
  readonly excluded?: boolean;
  /** What stands under the check's columns. */
  readonly cells: readonly string[];
  /** What the checks of the same matter say of a resource that is named there; left out where they found none of that name. */
  readonly ours?: Status;
}

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
  /** The headings of what it tells of each resource. */
  readonly columns?: readonly string[];
  /** What it lists in red and yellow; left out where that was not read. */
  readonly resources?: readonly AdvisorRowResource[];
}

/** Trusted Advisor's own results beside ours. */
export interface AdvisorComparison {
  /** Why its results are not here; left out where they are. */
  readonly notRead?: string;
  /** Why the resources that its checks list are not here, where its results are. */
  readonly resourcesNotRead?: string;
  /** As AWS lists them. */
  readonly checks: readonly AdvisorRow[];
  /** Our selected checks that have a counterpart by name, which it does not list for this account. */
  readonly notListed: readonly string[];
  /** How many of our selected checks have no counterpart there. */
  readonly withoutCounterpart: number;
}
