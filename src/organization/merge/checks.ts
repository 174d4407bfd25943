import type { Severity } from '../../engine/check.ts';
import type { Finding, Status } from '../../engine/finding.ts';
import { statuses } from '../../engine/finding.ts';
import type { CheckInfo } from '../../engine/result.ts';
import { severities } from '../../engine/severity.ts';
import type { ExportedJudgement } from '../export.ts';
import type { CheckLine, CheckStanding } from './model.ts';
import { checkStandings } from './model.ts';

const standing = (name: CheckStanding): number => checkStandings.indexOf(name);

export const noStatuses = (): Record<Status, number> => ({ fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 0 });
export const noSeverities = (): Record<Severity, number> => ({
  critical: 0,
  high: 0,
  medium: 0,
  low: 0,
  informational: 0,
});

/** How many findings of each check were accepted in an account, by what they were before. */
export type Moved = ReadonlyMap<string, Readonly<Partial<Record<Status, number>>>>;

interface Own {
  title?: string;
  service?: string;
  category?: string;
  /** The worst of what fails, and of what did not pass. */
  failed?: Severity;
  other?: Severity;
  readonly byStatus: Record<Status, number>;
  readonly standings: Uint8Array;
}

const worse = (a: Severity | undefined, b: Severity): Severity =>
  a === undefined || severities.indexOf(b) < severities.indexOf(a) ? b : a;

/** What checks found, an account after the other. */
export class CheckFold {
  readonly #accounts: number;
  readonly #own = new Map<string, Own>();
  readonly #skipped: readonly number[];

  /** @param skipped the places of accounts that the plan leaves out */
  constructor(accounts: number, skipped: readonly number[]) {
    this.#accounts = accounts;
    this.#skipped = skipped;
  }

  #of(check: string): Own {
    let own = this.#own.get(check);
    if (own === undefined) {
      const standings = new Uint8Array(this.#accounts).fill(standing('not-judged'));
      for (const at of this.#skipped) standings[at] = standing('skipped');
      own = { byStatus: noStatuses(), standings };
      this.#own.set(check, own);
    }
    return own;
  }

  /** @param at the account's place */
  add(at: number, judged: ExportedJudgement, moved: Moved, infos: ReadonlyMap<string, CheckInfo> | undefined): void {
    for (const [check, counts] of Object.entries(judged.checks)) {
      const own = this.#of(check);
      const info = infos?.get(check);
      if (info !== undefined && own.title === undefined)
        Object.assign(own, { title: info.title, service: info.service, category: info.category });
      const taken = moved.get(check) ?? {};
      let worst: CheckStanding | undefined;
      for (const status of statuses) {
        const count = (counts[status] ?? 0) - (taken[status] ?? 0);
        const all = status === 'suppressed' ? count + sum(taken) : count;
        own.byStatus[status] += all;
        if (all > 0) worst ??= status;
      }
      // A check that judged nothing and had nothing to judge is of no matter there.
      own.standings[at] = standing(worst ?? 'not-applicable');
    }
  }

  /** @param finding that did not pass */
  weigh(finding: Pick<Finding, 'check' | 'severity' | 'status'>): void {
    const own = this.#of(finding.check);
    if (finding.status === 'fail') own.failed = worse(own.failed, finding.severity);
    else own.other = worse(own.other, finding.severity);
  }

  /** Worst first; what passes in every account is told too. */
  lines(): CheckLine[] {
    return [...this.#own]
      .map(([check, own]): CheckLine => {
        const accounts = tally(own.standings);
        const severity = own.failed ?? own.other;
        return {
          check,
          title: own.title ?? check,
          service: own.service ?? '',
          category: own.category ?? '',
          ...(severity === undefined ? {} : { severity }),
          status: statusOf(accounts),
          accounts,
          byStatus: own.byStatus,
          standings: own.standings,
        };
      })
      .sort(byWeight);
  }
}

const sum = (counts: Readonly<Partial<Record<Status, number>>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

function tally(standings: Uint8Array): Record<CheckStanding, number> {
  const counts = checkStandings.map(() => 0);
  for (const at of standings) counts[at] = (counts[at] ?? 0) + 1;
  return Object.fromEntries(checkStandings.map((name, at) => [name, counts[at] ?? 0])) as Record<CheckStanding, number>;
}

/** Where an account was not judged, nobody knows whether all pass. */
function statusOf(accounts: CheckLine['accounts']): CheckLine['status'] {
  if (accounts.fail > 0) return 'fail';
  if (accounts.unknown > 0 || accounts['not-judged'] > 0) return 'unknown';
  return statuses.find((status) => accounts[status] > 0) ?? 'not-applicable';
}

const statusOrder: readonly CheckLine['status'][] = [...statuses, 'not-applicable'];

function byWeight(a: CheckLine, b: CheckLine): number {
  return (
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    weight(a.severity) - weight(b.severity) ||
    b.accounts.fail - a.accounts.fail ||
    b.accounts.unknown - a.accounts.unknown ||
    (a.check < b.check ? -1 : 1)
  );
}

const weight = (severity: Severity | undefined): number =>
  severity === undefined ? severities.length : severities.indexOf(severity);
