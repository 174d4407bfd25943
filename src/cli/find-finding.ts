import { existsSync, statSync } from 'node:fs';
import type { ReportInputs } from '../engine/derive.ts';
import type { Finding } from '../engine/finding.ts';
import { fingerprintOf, isKnownAs } from '../engine/fingerprint.ts';
import { judge } from '../engine/judge.ts';
import { AuditError } from '../program/errors.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import type { RunResult } from '../engine/result.ts';
import { newestKept } from './kept.ts';
import type { Report } from './report-file.ts';
import { readReport } from './report-file.ts';
import type { StoredResult } from './result-file.ts';
import { readResult } from './result-file.ts';
import type { Setup } from './setup.ts';

/** Reports that are looked into when none is named. */
export const reportNames = ['audit-report.json', 'audit-report.ndjson'];

/** Where a finding is looked for. */
interface Within {
  readonly demo: boolean | undefined;
  readonly from: string | undefined;
  readonly report: string | undefined;
}

/**
 * Finds a finding by the beginning of its fingerprint, or of one it had before, in the demo account, a snapshot or a report.
 * @throws AuditError `usage` when there is nothing to look it up in, or not exactly one
 */
export async function findingOf(fingerprint: string, within: Within, setup: Judges): Promise<Finding> {
  const { findings, source } = await reportIn(within, setup, 'the finding');
  return findingIn(fingerprint, findings, source);
}

/** The one of some findings that is, or was, called so. @throws AuditError `usage` where it is not exactly one */
export function findingIn(fingerprint: string, findings: readonly Finding[], source: string): Finding {
  const own = findings.filter((f) => presentOf(f).some((each) => each.startsWith(fingerprint)));
  const matches = own.length > 0 ? own : findings.filter((f) => isKnownAs(f, fingerprint));
  const [first, second] = matches;
  if (first === undefined)
    throw new AuditError('usage', `${source} holds no finding ${fingerprint}`, {
      hint: 'What it was of may be gone, or may not have been selected. `audit --details` and the JSON report show the fingerprints there are.',
    });
  if (second !== undefined)
    throw new AuditError('usage', `${fingerprint} is the beginning of ${matches.length} fingerprints in ${source}`, {
      hint: 'Give more of it.',
    });
  return first;
}

/** The fingerprint that is written, and the one that this version gives: a report may be of an earlier one. */
const presentOf = ({ fingerprint, check, account, region, resource }: Finding): readonly string[] => [
  fingerprint,
  fingerprintOf(check, account, region, resource.arn),
];

/**
 * What a demo account, a snapshot or a report says.
 * @param what is looked for, as messages call it
 * @throws AuditError `usage` when there is nothing to look it up in
 */
export async function reportIn(
  within: Within,
  setup: Judges,
  what: string,
): Promise<Report & { readonly source: string }> {
  return judgedIn(within, setup, what, async (file) => readReport(file, file !== within.report));
}

/** The same, with whose it is and what was looked at. @throws AuditError `usage` */
export async function resultIn(
  within: Within,
  setup: Judges,
  what: string,
): Promise<StoredResult & { readonly source: string }> {
  return judgedIn(within, setup, what, readResult);
}

type Judges = Pick<Setup, 'selected' | 'config' | 'suppressions'>;

async function judgedIn<R extends object>(
  { demo, from, report: given }: Within,
  setup: Judges,
  what: string,
  read: (file: string) => Promise<R>,
): Promise<(R | RunResult) & { readonly source: string }> {
  const named = [demo === true, from !== undefined, given !== undefined].filter(Boolean).length;
  if (named > 1) throw new AuditError('usage', `only one of --demo, --from and --report can hold ${what}`);
  if (demo === true) {
    const { demoInventory, demoSuppressions } = await import('./demo.ts');
    const suppressions = [...setup.suppressions, ...(await demoSuppressions())];
    return { ...judged(await demoInventory(), { ...setup, suppressions }, 'demo'), source: 'the demo account' };
  }
  if (from !== undefined) return { ...judged(await readSnapshot(from), setup, 'snapshot'), source: from };
  if (given !== undefined) return { ...(await read(given)), source: given };
  const here = reportNames.find((name) => existsSync(name));
  const kept = newestKept();
  // Whichever was written last is what somebody has just seen.
  const newer = kept !== undefined && (here === undefined || kept.writtenAt > statSync(here).mtimeMs);
  const file = newer ? kept.file : here;
  if (file === undefined) {
    throw new AuditError('usage', `nothing to look ${what} up in`, {
      hint: 'Name a report (JSON or NDJSON) with --report or a snapshot with --from; for the demo account say --demo. A scan keeps its result, but for --no-cache and in CI; `audit --format json --output audit-report.json` writes a report, `--save FILE` a snapshot.',
    });
  }
  return { ...(await read(file)), source: newer ? 'the last result' : file };
}

/** As `audit --from` and `audit --demo` judge. */
export const judged = (
  inventory: Inventory,
  { selected, config, suppressions }: Judges,
  source: 'snapshot' | 'demo',
  reports?: ReportInputs,
): RunResult =>
  judge(selected, inventory, {
    now: Date.parse(inventory.header.startedAt),
    source,
    suppressions,
    reports,
    ...(config.settings === undefined ? {} : { settings: config.settings }),
    ...(config.trustedAccounts === undefined ? {} : { trustedAccounts: config.trustedAccounts }),
  });
