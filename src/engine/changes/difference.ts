import { compare } from '../../inventory/inventory.ts';
import { compareNaturally } from '../../text/natural.ts';
import type { Severity } from '../check.ts';
import type { Finding, Status } from '../finding.ts';
import type { AnyResult, RunInfo } from '../result.ts';
import type { Change } from './change.ts';
import { bySeverity, changes } from './change.ts';
import type { Changed, Changes } from './comparing.ts';
import { Comparing } from './comparing.ts';
import type { Known } from './known.ts';
import { failureOf } from './known.ts';
import type { IdNow } from './missing.ts';

/** A result, as far as it is compared. */
export type Compared = Pick<AnyResult, 'run' | 'coverage' | 'checks' | 'findings'>;

/** One of two results, for whoever reads what changed between them. */
export interface Side extends Pick<RunInfo, 'account' | 'version' | 'startedAt' | 'complete'> {
  /** The file, or what else held it. */
  readonly source: string;
}

/** What became of a failure between two results. */
export interface DifferenceEntry {
  /** As it is called now; of what is gone, as it was. */
  readonly fingerprint: string;
  readonly change: Change;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  /** Its severity before, where that was another. */
  readonly was?: Severity;
  /** Its status before and now; left out where there was, or is, no finding. */
  readonly status: { readonly old?: Status; readonly new?: Status };
  readonly message: string;
  readonly account: string;
  readonly region: string;
  readonly resource: Pick<Finding['resource'], 'type' | 'arn' | 'name'>;
  /** `YYYY-MM-DD`. */
  readonly firstSeen: string;
  /** Whether what is new was looked at before and could not be judged. */
  readonly unknownBefore?: true;
}

export interface Difference {
  readonly old: Side;
  readonly new: Side;
  readonly summary: Changes['summary'];
  readonly newBySeverity: Changes['newBySeverity'];
  /** What is new first, then what is worse; the most severe first in each. */
  readonly findings: readonly DifferenceEntry[];
}

/** What became of the failures of one result in another, with what else tells of it. */
export function differenceOf(
  old: Compared & { readonly source: string },
  now: Compared & { readonly source: string },
  idNow: IdNow,
): { readonly difference: Difference; readonly comparing: Comparing; readonly changes: Changes } {
  const day = old.run.startedAt.slice(0, 10);
  const before = new Map<Known, Finding>();
  const unknown = new Set<string>();
  for (const finding of old.findings) {
    const known = failureOf(finding, day);
    if (known !== undefined) before.set(known, finding);
    if (finding.status === 'unknown') unknown.add(finding.fingerprint);
  }
  const comparing = new Comparing(before.keys(), now.run.startedAt.slice(0, 10));
  const entries: DifferenceEntry[] = [];
  const add = (changed: Changed): void => {
    const was = changed.known === undefined ? undefined : before.get(changed.known);
    const entry = entryOf(changed, was);
    if (entry === undefined) return;
    const unread = entry.change === 'new' && unknown.has(entry.fingerprint);
    entries.push(unread ? { ...entry, unknownBefore: true } : entry);
  };
  for (const finding of now.findings) {
    const marked = comparing.mark(finding);
    const changed = comparing.of(finding);
    if (changed !== undefined) add({ ...changed, finding: marked });
  }
  for (const changed of comparing.missing(now, idNow)) add(changed);
  const found = comparing.changes('result', now, idNow);
  const { summary, newBySeverity } = found;
  const findings = entries.sort(inOrder);
  const difference = { old: sideOf(old), new: sideOf(now), summary, newBySeverity, findings };
  return { difference, comparing, changes: found };
}

const sideOf = ({ run, source }: Compared & { readonly source: string }): Side => {
  const { account, version, startedAt, complete } = run;
  return { source, account, version, startedAt, complete };
};

function entryOf({ change, known, finding }: Changed, was: Finding | undefined): DifferenceEntry | undefined {
  const told = finding ?? was;
  if (told === undefined) return undefined;
  const { fingerprint, check, title, severity, message, account, region, resource } = told;
  return {
    fingerprint,
    change,
    check,
    title,
    severity,
    ...(was === undefined || was.severity === severity ? {} : { was: was.severity }),
    status: {
      ...(was === undefined ? {} : { old: was.status }),
      ...(finding === undefined ? {} : { new: finding.status }),
    },
    message,
    account,
    region,
    resource: { type: resource.type, arn: resource.arn, name: resource.name },
    firstSeen: finding?.firstSeen ?? known?.firstSeen ?? '',
  };
}

const inOrder = (a: DifferenceEntry, b: DifferenceEntry): number =>
  changes.indexOf(a.change) - changes.indexOf(b.change) ||
  bySeverity(a.severity, b.severity) ||
  compare(a.check, b.check) ||
  compare(a.region, b.region) ||
  compareNaturally(a.resource.arn, b.resource.arn);
