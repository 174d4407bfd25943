import { severities } from '../engine/check.ts';
import type { Exit } from '../engine/judge.ts';
import type { AnyResult } from '../engine/result.ts';

/** Lines about what could not be judged: standard error gets ten in all. */
const mostUnread = 4;
const longest = 300;

/**
 * Why a run ends as it does, for whoever reads standard error alone: what failed, what could not be judged, and what the exit code
 * says. At most ten lines, whatever the report's format.
 * @param compared what changed since the baseline or result that it was compared with
 */
export function gateLines(
  { summary, causes, coverage, run, changes }: AnyResult,
  exit: Exit,
  compared?: string,
): string[] {
  const { fail, unknown } = summary.byStatus;
  const by = severities.flatMap((severity) => {
    const count = summary.failedBySeverity[severity];
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const unread = causes.filter(({ status }) => status === 'unknown');
  const shown = unread.slice(0, mostUnread);
  const known = new Set(unread.flatMap(({ findings }) => findings)).size;
  const others = coverage.gaps.filter(({ kind }) => kind === 'failed' || kind === 'interrupted').length;
  const complete = run.complete && !run.interrupted;
  return [
    `${findings(fail)} failed${by.length === 0 ? '' : `: ${by.join(', ')}`}; ${compared ?? 'how many are new is not known, without an earlier result'}`,
    ...(changes?.against !== 'baseline' || changes.over === 0
      ? []
      : [
          `${changes.over} of the baseline ${changes.over === 1 ? 'occurs' : 'occur'} no more: \`audit baseline prune\` takes ${changes.over === 1 ? 'it' : 'them'} out`,
        ]),
    ...(unknown === 0 && complete ? [] : [`${findings(unknown)} unknown${complete ? '' : ', the scan is incomplete'}`]),
    ...shown.map(({ title, findings: of }) => clipped(`  ${of.length} unknown: ${title}`)),
    ...(unread.length > shown.length ? [`  … and ${unread.length - shown.length} more reasons`] : []),
    ...(known < unknown && others > 0
      ? [`  ${unknown - known} unknown: calls failed or facts do not decide, see coverage in the report`]
      : []),
    `exit code ${exit.code}: ${exit.reason}`,
  ].map((line) => (line.startsWith(' ') ? line : `audit: ${line}`));
}

const findings = (count: number): string => `${count} finding${count === 1 ? '' : 's'}`;

const clipped = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
