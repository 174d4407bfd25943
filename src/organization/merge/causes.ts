import { hash } from 'node:crypto';
import type { Cause } from '../../engine/causes/cause.ts';
import { leftOf } from '../../engine/causes/left.ts';
import { severities } from '../../engine/severity.ts';
import type { ExportedFinding, ExportedJudgement } from '../export.ts';
import type { Many } from '../lines.ts';
import type { CauseLine } from './model.ts';

/** So many groups are kept apart while accounts are read; what comes after is counted. */
const mostKept = 50_000;
/** So many are told. */
const mostTold = 5_000;

/** Kinds of which an account has a thing or setting of the same name as others. */
const sameEverywhere: ReadonlySet<Cause['kind']> = new Set(['setting', 'regions', 'permission', 'way']);

interface Own {
  readonly id: string;
  readonly first: Cause;
  readonly account: string;
  readonly subject: string | undefined;
  worst: Cause;
  status: Cause['status'];
  last: number;
  accounts: number;
  causes: number;
  resources: number;
  findings: number;
}

/** The causes that stand when some of the findings are accepted: of each only what is not. */
export function standing(
  { causes, findings }: Pick<ExportedJudgement, 'causes' | 'findings'>,
  accepted: ReadonlySet<string>,
): Many<Cause> {
  if (accepted.size === 0) return causes;
  const known = new Map<string, Pick<ExportedFinding, 'check' | 'severity' | 'status' | 'resource'>>();
  for (const { fingerprint, check, severity, status, resource } of findings)
    known.set(fingerprint, { check, severity, status, resource });
  return [...causes].flatMap((cause) => leftOf(cause, accepted, known) ?? []);
}

/** A text of which the account is not told. */
const anywhere = (text: string, account: string): string => text.replaceAll(account, 'ACCOUNT');

/**
 * Causes of all accounts: what is to be changed in the same way in several is one. Settings and permissions are told apart by what
 * is to be changed, things and resources, which have names of their own in each account, by the checks that their change clears.
 */
export class CauseFold {
  readonly #own = new Map<string, Own>();
  #left = 0;

  add(at: number, account: string, causes: Iterable<Cause>): void {
    for (const cause of causes) {
      const subject = sameEverywhere.has(cause.kind) ? anywhere(cause.subject, account) : undefined;
      const key = JSON.stringify([cause.kind, subject ?? '', [...cause.checks].sort()]);
      let own = this.#own.get(key);
      if (own === undefined) {
        if (this.#own.size >= mostKept) {
          this.#left += 1;
          continue;
        }
        own = {
          id: `cause-${hash('sha256', key, 'hex').slice(0, 12)}`,
          // Of an export nothing more is held than what is told.
          first: { ...cause, commands: [], findings: [] },
          account,
          subject,
          worst: cause,
          status: cause.status,
          last: -1,
          accounts: 0,
          causes: 0,
          resources: 0,
          findings: 0,
        };
        own.worst = own.first;
        this.#own.set(key, own);
      }
      if (own.last !== at) own.accounts += 1;
      own.last = at;
      own.causes += 1;
      own.resources += cause.resources;
      own.findings += cause.findings.length;
      if (cause.status === 'fail') own.status = 'fail';
      if (severities.indexOf(cause.severity) < severities.indexOf(own.worst.severity))
        own.worst = { ...cause, commands: [], findings: [] };
    }
  }

  /** What is worst and in most accounts first. */
  lines(): { readonly told: readonly CauseLine[]; readonly left: number } {
    const all = [...this.#own.values()]
      .sort(
        (a, b) =>
          (a.status === b.status ? 0 : a.status === 'fail' ? -1 : 1) ||
          severities.indexOf(a.worst.severity) - severities.indexOf(b.worst.severity) ||
          b.accounts - a.accounts ||
          b.findings - a.findings ||
          (a.id < b.id ? -1 : 1),
      )
      .map(lineOf);
    return { told: all.slice(0, mostTold), left: this.#left + Math.max(0, all.length - mostTold) };
  }
}

const lineOf = ({
  id,
  first,
  worst,
  account,
  subject,
  status,
  accounts,
  causes,
  resources,
  findings,
}: Own): CauseLine => ({
  id,
  kind: first.kind,
  title: anywhere(worst.title, account),
  ...(subject === undefined ? {} : { subject }),
  severity: worst.severity,
  status,
  effort: first.effort,
  checks: [...first.checks].sort(),
  accounts,
  causes,
  resources,
  findings,
  ...(first.actions === undefined ? {} : { actions: first.actions }),
  example: { account, id: first.id },
});
