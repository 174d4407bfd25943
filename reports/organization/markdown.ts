import { severities } from '../../src/engine/severity.ts';
import type { OrganizationResult } from '../../src/organization/merge/model.ts';
import { cell, code } from '../markdown/escape.ts';
import { requirementStatusNames } from '../requirements.ts';
import { counted, thousands } from '../text.ts';
import { utc } from '../words.ts';
import { isPassing } from './parts.ts';
import {
  causeText,
  frameworkName,
  inText,
  notScanned,
  personName,
  personText,
  requirementsText,
  requirementText,
  someOf,
  sumText,
  wayText,
} from './words.ts';

/** So many rows of a table; the rest is counted. Accounts that were not scanned are all named. */
const mostRows = 50;

/** For pull requests, wikis and step summaries. */
export function* markdown(result: OrganizationResult): Generator<string> {
  const { scan, summary } = result;
  const { byStatus, failedBySeverity } = summary;
  yield `# Scan ${code(scan.id)}${scan.organization === undefined ? '' : ` of organization ${code(scan.organization)}`}\n\n`;
  yield `Planned ${utc(scan.plannedAt)}. **${sumText(summary.accounts)}**${summary.complete ? '' : ': the scan is incomplete'}.\n`;
  for (const { status, why, accounts } of notScanned(result))
    yield `\n- **${status}** ${thousands(accounts.length)}: ${cell(why)}: ${accounts.join(', ')}`;
  for (const note of result.notes) yield `\n- note: ${cell(note)}`;
  yield '\n\n';
  yield* rows(
    ['Failed', ...severities, 'Unknown', 'For a person', 'Accepted', 'Passed'],
    [
      [
        byStatus.fail,
        ...severities.map((severity) => failedBySeverity[severity]),
        byStatus.unknown,
        byStatus.manual,
        byStatus.suppressed,
        byStatus.pass,
      ].map(thousands),
    ],
  );
  yield '\n## The organization\n\n';
  yield* rows(
    ['', 'Question', 'Answer'],
    result.organizationFindings.map(({ status, title, message }) => [status, cell(title), cell(message)]),
  );
  const { ways = [], waysLeft } = result;
  if (ways.length > 0) yield '\n## Ways to administrator of another account\n\n';
  yield* rows(
    ['From', 'To', '', 'Way'],
    ways.map((way) => [
      way.from,
      way.toManagement ? `${way.to} (management)` : way.to,
      way.verdict,
      cell(wayText(way)),
    ]),
    waysLeft,
  );
  const { people = [], peopleLeft } = result;
  if (people.length > 0) yield '\n## Administrators by IAM Identity Center\n\n';
  yield* rows(
    ['Who', 'Of', 'Permission sets'],
    people.map((person) => [code(personName(person)), personText(person), cell(someOf(person.sets))]),
    peopleLeft,
  );
  const open = result.checks.filter((line) => !isPassing(line));
  if (open.length > 0) yield '\n## What fails in how many accounts\n\n';
  yield* rows(
    ['', 'Severity', 'Check', 'Where'],
    open.map((line) => [line.status, line.severity ?? '', `${cell(line.title)} ${code(line.check)}`, inText(line)]),
  );
  if (result.causes.length > 0) yield '\n## What to change\n\n';
  yield* rows(
    ['Severity', 'Cause', 'Accounts', 'Findings'],
    result.causes.map((cause) => [
      cause.severity,
      cell(causeText(cause)),
      thousands(cause.accounts),
      thousands(cause.findings),
    ]),
    result.causesLeft,
  );
  if (result.units.length > 0) yield '\n## Units\n\n';
  yield* rows(
    ['Unit', 'Accounts', ...severities, 'Accepted', ...(summary.new === undefined ? [] : ['New or worse'])],
    result.units.map(({ path, accounts, failedBySeverity: failed, byStatus: by, new: fresh }) => [
      cell(path),
      thousands(accounts.manifest),
      ...severities.map((severity) => thousands(failed[severity])),
      thousands(by.suppressed),
      ...(fresh === undefined ? [] : [thousands(fresh)]),
    ]),
  );
  const held = result.units.flatMap((unit) => unit.compliance.map((framework) => ({ unit, framework })));
  if (held.length > 0) yield '\n## Requirements by unit\n\n';
  yield* rows(
    ['Unit', 'Framework', 'Accounts held against it', 'Requirements', 'Not met'],
    held.map(({ unit, framework }) => [
      cell(unit.path),
      cell(frameworkName(framework)),
      thousands(framework.accounts),
      requirementsText(framework.summary),
      cell(someOf(framework.notMet)),
    ]),
  );
  for (const framework of result.compliance) {
    const { accounts, requirements, summary: counts } = framework;
    yield `\n## ${cell(frameworkName(framework))}\n\nHeld against ${counted(accounts, 'account')}: ${requirementsText(counts)}.\n\n`;
    const notMet = requirements.filter(({ status }) => status === 'not-met' || status === 'unknown');
    yield* rows(
      ['Requirement', 'Status', 'Not met in', 'Unknown in', 'Met in'],
      notMet.map((requirement) => [
        cell(requirementText(requirement)),
        requirementStatusNames[requirement.status],
        thousands(requirement.accounts['not-met']),
        thousands(requirement.accounts.unknown + requirement.accounts['not-judged']),
        thousands(requirement.accounts.met + requirement.accounts['met-with-accepted-risks']),
      ]),
    );
  }
}

function* rows(head: readonly string[], all: readonly (readonly string[])[], beyond = 0): Generator<string> {
  if (all.length === 0) return;
  yield `| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n`;
  for (const row of all.slice(0, mostRows)) yield `| ${row.join(' | ')} |\n`;
  const left = Math.max(0, all.length - mostRows) + beyond;
  if (left > 0) yield `\n… and ${thousands(left)} more: JSON has ${beyond > 0 ? 'more of them' : 'them'}.\n`;
}
