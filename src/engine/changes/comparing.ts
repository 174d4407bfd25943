import type { Severity } from '../check.ts';
import { severities } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Change } from './change.ts';
import { changeTo, changes, isOver } from './change.ts';
import type { Known } from './known.ts';
import { KnownFindings } from './known.ts';
import type { IdNow, LookedAt } from './missing.ts';
import { missingIn } from './missing.ts';

/** What became of one failure. */
export interface Changed {
  readonly change: Change;
  /** What was known of it; undefined for what is new. */
  readonly known: Known | undefined;
  /** The finding that there is now; undefined where there is none. */
  readonly finding: Finding | undefined;
}

/** How many failures changed how. */
export interface Changes {
  /** What the result was compared with. */
  readonly against: 'baseline' | 'result';
  readonly summary: Readonly<Record<Change, number>>;
  readonly newBySeverity: Readonly<Record<Severity, number>>;
  /** Known failures that occur no more, where nothing that was not read can be the reason. */
  readonly over: number;
  /** The day on which the oldest failure that is still there was first seen; left out where there is none. */
  readonly oldest?: string;
}

/** Compares the findings of a run with what was known before, one by one while they are made. */
export class Comparing {
  readonly #known: KnownFindings;
  readonly #day: string;
  /** What became of what was known, where a finding tells. */
  readonly #seen = new Map<Known, Change>();
  /** The resources that were judged, of those that something was known of. */
  readonly #arns = new Set<string>();
  readonly #wanted: ReadonlySet<string>;
  readonly #new: Record<Severity, number>;
  readonly #firstSeen = new Map<string, number>();

  /** @param day of the run whose findings will come, `YYYY-MM-DD` */
  constructor(known: Iterable<Known>, day: string) {
    this.#known = new KnownFindings(known);
    this.#wanted = new Set(this.#known.all.map(({ arn }) => arn));
    this.#day = day;
    this.#new = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  }

  /** The finding with what changed about it and when it was first seen, where it fails or is accepted. */
  mark(finding: Finding): Finding {
    if (this.#wanted.has(finding.resource.arn)) this.#arns.add(finding.resource.arn);
    const known = this.#known.of(finding);
    const change = changeTo(finding, known);
    if (change === undefined) return finding;
    if (known !== undefined) this.#seen.set(known, change);
    else this.#new[finding.severity] += 1;
    if (change !== 'new' && change !== 'worse' && change !== 'better' && change !== 'still') return finding;
    const firstSeen = [known?.firstSeen ?? finding.firstSeen ?? this.#day, this.#day].sort()[0] ?? this.#day;
    if (finding.status === 'fail') this.#firstSeen.set(firstSeen, (this.#firstSeen.get(firstSeen) ?? 0) + 1);
    return { ...finding, change, firstSeen };
  }

  /** What became of a finding that `mark` was given. */
  of(finding: Finding): Changed | undefined {
    const known = this.#known.of(finding);
    const change = changeTo(finding, known);
    return change === undefined ? undefined : { change, known, finding };
  }

  /** What became of each known failure of which there is no finding now. To be asked when all findings were marked. */
  *missing(now: LookedAt, idNow: IdNow): Generator<Changed & { readonly known: Known }> {
    const why = missingIn(now, idNow, this.#arns);
    for (const known of this.#known.all)
      if (!this.#seen.has(known)) yield { change: why(known), known, finding: undefined };
  }

  /** To be asked when all findings were marked. */
  changes(against: Changes['against'], now: LookedAt, idNow: IdNow): Changes {
    const summary = Object.fromEntries(changes.map((change) => [change, 0])) as Record<Change, number>;
    summary.new = severities.reduce((sum, severity) => sum + this.#new[severity], 0);
    for (const change of this.#seen.values()) summary[change] += 1;
    for (const { change } of this.missing(now, idNow)) summary[change] += 1;
    const oldest = [...this.#firstSeen.keys()].sort()[0];
    return {
      against,
      summary,
      newBySeverity: this.#new,
      over: changes.reduce((sum, change) => sum + (isOver(change) ? summary[change] : 0), 0),
      ...(oldest === undefined ? {} : { oldest }),
    };
  }

  /** How many failures were first seen before a day. */
  before(day: string): number {
    let count = 0;
    for (const [firstSeen, findings] of this.#firstSeen) if (firstSeen < day) count += findings;
    return count;
  }
}
