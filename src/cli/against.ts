import type { Check } from '../engine/check.ts';
import { severities } from '../engine/check.ts';
import { readBaseline } from '../engine/changes/baseline.ts';
import { Comparing } from '../engine/changes/comparing.ts';
import type { Changes } from '../engine/changes/comparing.ts';
import type { Known } from '../engine/changes/known.ts';
import { failuresOf } from '../engine/changes/known.ts';
import type { IdNow } from '../engine/changes/missing.ts';
import { idsByName } from '../engine/select.ts';
import type { AnyResult } from '../engine/result.ts';
import { AuditError } from '../program/errors.ts';
import type { FailOn } from './fail-on.ts';
import { readText } from './json-file.ts';
import { readResult } from './result-file.ts';

/** What a run is compared with. */
export interface Against {
  readonly kind: Changes['against'];
  readonly file: string;
  readonly known: readonly Known[];
  readonly accounts: ReadonlySet<string>;
}

/** The id of a check by any that it has had. */
export function idsNow(all: readonly Check[]): IdNow {
  const ids = idsByName(all);
  return (id) => ids.get(id);
}

/**
 * What `--baseline` and `--compare` name.
 * @param comparing values of --fail-on that need one
 * @throws AuditError `usage`
 */
export async function againstOf(
  { baseline, compare }: { readonly baseline: string | undefined; readonly compare: string | undefined },
  comparing: readonly string[],
): Promise<Against | undefined> {
  if (baseline !== undefined && compare !== undefined)
    throw new AuditError(
      'usage',
      '--baseline and --compare both say what a finding is new against: one of them is meant',
      {
        hint: 'A baseline holds what is known; --compare takes the result of one run.',
      },
    );
  const stale = comparing.filter((value) => value === 'stale-baseline');
  if (baseline === undefined && compare === undefined) {
    if (comparing.length === 0) return undefined;
    throw new AuditError(
      'usage',
      `--fail-on ${comparing.join(',')} compares with an earlier result, and none is named`,
      {
        hint: 'Name a baseline with --baseline FILE (`audit baseline write` makes one) or an earlier result with --compare FILE.',
      },
    );
  }
  if (baseline === undefined && stale.length > 0)
    throw new AuditError('usage', '--fail-on stale-baseline is about the entries of a baseline, and none is named', {
      hint: 'Name it with --baseline FILE.',
    });
  if (baseline !== undefined) {
    const known = readBaseline(await readText(baseline), baseline);
    return { kind: 'baseline', file: baseline, known, accounts: new Set(known.map(({ account }) => account)) };
  }
  const file = compare ?? '';
  const { run, findings } = await readResult(file);
  const known = [...failuresOf(findings, run.startedAt.slice(0, 10))];
  return { kind: 'result', file, known, accounts: new Set([run.account]) };
}

/** @param account that is read @throws AuditError `usage` where what it is compared with is of another account */
export function assertSameAccount({ kind, file, accounts }: Against, account: string): void {
  if (accounts.size === 0 || accounts.has(account)) return;
  const whose = [...accounts].sort();
  throw new AuditError(
    'usage',
    `${file}: the ${kind} is of account ${whose.slice(0, 3).join(', ')}${whose.length > 3 ? ', …' : ''}, and account ${account} is read`,
    {
      hint:
        kind === 'baseline'
          ? 'Keep a baseline for each account, or write one for this with `audit baseline write`.'
          : 'Compare with a result of the same account.',
    },
  );
}

/** Of an account with entries of other accounts in its baseline, only its own are compared. */
export const comparingWith = ({ known }: Against, account: string, startedAt: string): Comparing =>
  new Comparing(
    known.filter((each) => each.account === account),
    startedAt.slice(0, 10),
  );

const day = 86_400_000;

/** What makes the exit code 1 by comparison, in words. @param now the clock of the run in ms */
export function comparedFailures(
  { new: fresh, worse = false, stale = false, olderThan }: FailOn,
  comparing: Comparing,
  { newBySeverity, summary, over }: Changes,
  now: number,
): string[] {
  const counting = fresh === undefined ? [] : severities.slice(0, severities.indexOf(fresh) + 1);
  const found = counting.reduce((sum, severity) => sum + newBySeverity[severity], 0);
  const which = fresh === undefined || fresh === 'informational' ? '' : ` of severity ${fresh} or above`;
  const old =
    olderThan === undefined ? 0 : comparing.before(new Date(now - olderThan * day).toISOString().slice(0, 10));
  const are = (count: number, what: string): string => `${count} finding${count === 1 ? ' is' : 's are'} ${what}`;
  return [
    ...(found > 0 ? [are(found, `new${which}`)] : []),
    ...(worse && summary.worse > 0 ? [are(summary.worse, 'worse')] : []),
    ...(stale && over > 0
      ? [`${over} ${over === 1 ? 'entry of the baseline occurs' : 'entries of the baseline occur'} no more`]
      : []),
    ...(old > 0 ? [`${old} finding${old === 1 ? ' was' : 's were'} first seen more than ${olderThan} days ago`] : []),
  ];
}

/** The result with what changed, before the findings, which may be many. */
export function withChanges({ findings, ...result }: AnyResult, changes: Changes): AnyResult {
  return { ...result, changes, findings };
}
