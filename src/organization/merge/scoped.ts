import type { Finding } from '../../engine/finding.ts';
import { KnownFindings } from '../../engine/changes/known.ts';
import type { Known } from '../../engine/changes/known.ts';
import { changeTo } from '../../engine/changes/change.ts';
import type { SuppressionNotice } from '../../engine/result.ts';
import type { Suppression } from '../../engine/suppressions.ts';
import { Suppressing } from '../../engine/suppressions.ts';
import { AuditError } from '../../program/errors.ts';
import type { ManifestAccount, SealedManifest } from '../manifest.ts';

/** For which accounts something is said: all (undefined), those below a unit (`ou-…`, `r-…`, its path of names), or one (twelve digits). */
export type Scope = string | undefined;

/** Files of one kind, each for a scope. */
export interface Scoped<T> {
  readonly scope: Scope;
  /** As it was named. */
  readonly file: string;
  readonly entries: readonly T[];
}

/** Accepted findings and baselines, for the organization, its units and accounts. */
export interface Accepted {
  readonly suppressions: readonly Scoped<Suppression>[];
  readonly baselines: readonly Scoped<Known>[];
}

export const nothingAccepted: Accepted = { suppressions: [], baselines: [] };

export const unitPath = (units: readonly { readonly name: string }[]): string =>
  units.map(({ name }) => name).join('/');

/** How near a scope is to an account: the higher, the nearer; undefined where it is not of it. */
function nearness(scope: Scope, { id, ou }: ManifestAccount): number | undefined {
  if (scope === undefined) return 0;
  if (scope === id) return Number.POSITIVE_INFINITY;
  const at = ou.findIndex((unit, index) => unit.id === scope || unitPath(ou.slice(0, index + 1)) === scope);
  return at === -1 ? undefined : at + 1;
}

/** Applies what is accepted: of several that say something of a finding the one nearest to its account counts. */
export class Accepting {
  readonly #suppressing: readonly { readonly scope: Scope; readonly by: Suppressing }[];
  readonly #baselines: readonly { readonly scope: Scope; readonly known: KnownFindings }[];

  /** @throws AuditError `usage` for a scope that the manifest does not hold */
  constructor({ suppressions, baselines }: Accepted, manifest: SealedManifest) {
    for (const { scope, file } of [...suppressions, ...baselines]) assertScope(scope, file, manifest);
    // A report of a scan says at any time what it said at first: what ends is judged by when the scan was planned.
    const now = Date.parse(manifest.plannedAt);
    this.#suppressing = suppressions.map(({ scope, entries }) => ({ scope, by: new Suppressing(entries, now) }));
    this.#baselines = baselines.map(({ scope, entries }) => ({ scope, known: new KnownFindings(entries) }));
  }

  get compares(): boolean {
    return this.#baselines.length > 0;
  }

  /** Whether a baseline says what was known of an account. */
  comparesOf(account: ManifestAccount): boolean {
    return this.#baselines.some(({ scope }) => nearness(scope, account) !== undefined);
  }

  /** What is to be done to findings of an account; undefined where nothing is. */
  of(account: ManifestAccount): ((finding: Finding) => Finding) | undefined {
    const suppressing = nearest(this.#suppressing, account);
    const baselines = nearest(this.#baselines, account);
    if (suppressing.length === 0 && baselines.length === 0) return undefined;
    return (finding) => {
      const known = baselines.flatMap((each) => each.known.of(finding) ?? [])[0];
      const change = baselines.length === 0 ? undefined : changeTo(finding, known);
      const marked =
        change === 'new' || change === 'worse' || change === 'better' || change === 'still'
          ? { ...finding, change, ...(known === undefined ? {} : { firstSeen: known.firstSeen }) }
          : finding;
      for (const { by } of suppressing) {
        const accepted = by.mark(marked);
        if (accepted !== marked) return accepted;
      }
      return marked;
    };
  }

  /** To be asked when all findings were marked. @param whole whether all there is was judged */
  notices(checks: readonly string[], whole: boolean): SuppressionNotice[] {
    const all = checks.map((id) => ({ id, whole }));
    return this.#suppressing.flatMap(({ scope, by }) =>
      by
        .notices(all)
        .map((notice) => ({ ...notice, selector: `${scope === undefined ? '' : `${scope}: `}${notice.selector}` })),
    );
  }
}

function nearest<T extends { readonly scope: Scope }>(all: readonly T[], account: ManifestAccount): readonly T[] {
  return all
    .flatMap((each) => {
      const near = nearness(each.scope, account);
      return near === undefined ? [] : [{ each, near }];
    })
    .sort((a, b) => (a.near === b.near ? 0 : b.near - a.near))
    .map(({ each }) => each);
}

function assertScope(scope: Scope, file: string, { accounts, scan }: SealedManifest): void {
  if (scope === undefined || accounts.some((account) => nearness(scope, account) !== undefined)) return;
  throw new AuditError('usage', `${scope}=${file}: the manifest of ${scan} has no unit or account ${scope}`, {
    hint: 'Name an account (twelve digits), a unit (ou-…), or its path (Root/Production).',
  });
}
