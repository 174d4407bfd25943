import type { Cause } from '../engine/causes/cause.ts';
import type { Criterion } from '../engine/causes/order.ts';
import { byRisk, decidedBy } from '../engine/causes/order.ts';
import type { Check } from '../engine/check.ts';
import type { Finding } from '../engine/finding.ts';
import { AuditError } from '../program/errors.ts';
import { clearsText, reachText } from '../../reports/causes.ts';
import { escapeText } from '../text/escape.ts';
import { wrap } from './columns.ts';
import { block } from './describe-check.ts';
import type { Report } from './report-file.ts';

/**
 * The cause that is called so; the beginning of its digits is enough.
 * @throws AuditError `usage` when there is none, or more than one
 */
export function causeCalled(id: string, { causes, source }: Report & { readonly source: string }): Cause {
  if (causes === undefined)
    throw new AuditError('usage', `${source} was written by a version that knew no causes`, {
      hint: 'Scan again, or judge its snapshot again with --from.',
    });
  const found = causes.filter((cause) => cause.id.startsWith(id));
  const [first] = found;
  if (first === undefined)
    throw new AuditError('usage', `${source} holds no cause ${id}`, {
      hint: 'What it would clear may be fixed, or may not have been selected. `audit --group-by cause` lists the causes there are.',
    });
  if (found.length > 1)
    throw new AuditError('usage', `${id} is the beginning of ${found.length} causes in ${source}`, {
      hint: 'Give more of it.',
    });
  return first;
}

const shownFindings = 20;

/** What a cause is, what it clears and how, and why it has its place. */
export function describeCause(cause: Cause, { causes = [], findings }: Report, checks: readonly Check[]): string {
  const width = Math.min(100, process.stdout.columns ?? 100);
  const section = (title: string, body: string): string => (body === '' ? '' : `\n${title}\n${body}\n`);
  const paragraph = (text: string): string => wrap(escapeText(text), width, '  ');
  const fixes = [...new Set(cause.checks.flatMap((id) => checks.find((check) => check.id === id)?.fix.text ?? []))];
  return [
    `${cause.severity.toUpperCase()}  ${escapeText(cause.title)}\n${cause.id}: ${clearsText(cause)}\n`,
    section('To be changed', paragraph(cause.subject)),
    section(
      cause.commands.length === 1 ? 'Command' : `Commands (${cause.commands.length})`,
      block(cause.commands.join('\n')) || (cause.actions === undefined ? paragraph('None: it is done by hand.') : ''),
    ),
    section(
      'Permissions',
      cause.actions === undefined
        ? ''
        : paragraph(`${cause.actions.join(', ')}. \`audit policy\` prints the whole policy that a scan needs.`),
    ),
    section('What to know', cause.status === 'unknown' ? '' : fixes.slice(0, 3).map(paragraph).join('\n')),
    section('Why it has its place', placeOf(cause, causes).map(paragraph).join('\n')),
    section(
      'What it clears',
      clearedBy(cause, findings)
        .map((line) => wrap(line, width, '  '))
        .join('\n'),
    ),
  ].join('');
}

/** The criteria in their order, and what decides between this cause and its neighbours. */
function placeOf(cause: Cause, causes: readonly Cause[]): string[] {
  const order = causes.toSorted(byRisk);
  const at = order.findIndex(({ id }) => id === cause.id);
  const [before, after] = [order[at - 1], order[at + 1]];
  const reach = reachText(cause.reach);
  const effort = { command: 'commands to paste', values: 'commands with values to fill in', hand: 'work by hand' };
  return [
    `Place ${at + 1} of ${order.length}. Causes are ordered by severity (${cause.severity}), then what fails before what is unknown (${cause.status === 'fail' ? 'it fails' : 'unknown'}), then who reaches it (${reach === '' ? 'nothing that was read shows anybody' : reach}), then how many findings of that severity it clears (${cause.worst}), then how many in all (${cause.findings.length}), then effort (${effort[cause.effort]}), then the name.`,
    ...(before === undefined
      ? []
      : [`After ${before.id} by ${words[decidedBy(before, cause)]}: ${escapeText(before.title)}`]),
    ...(after === undefined
      ? []
      : [`Before ${after.id} by ${words[decidedBy(cause, after)]}: ${escapeText(after.title)}`]),
  ];
}

const words: Readonly<Record<Criterion['name'], string>> = {
  severity: 'severity',
  certainty: 'certainty',
  reach: 'who reaches it',
  worst: 'how many findings of its severity it clears',
  clears: 'how many findings it clears',
  effort: 'effort',
  name: 'its name alone',
};

function clearedBy(cause: Cause, findings: readonly Finding[]): string[] {
  const byPrint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const lines = cause.findings.slice(0, shownFindings).map((fingerprint) => {
    const finding = byPrint.get(fingerprint);
    return finding === undefined
      ? fingerprint
      : `${fingerprint.slice(0, 8)} ${finding.severity} ${finding.check}: ${escapeText(finding.message)}`;
  });
  const more = cause.findings.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more`] : lines;
}
