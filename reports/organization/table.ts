import { colourOf } from '../../src/engine/finding.ts';
import type { Colour } from '../../src/engine/finding.ts';
import { severities } from '../../src/engine/severity.ts';
import type { AccountLine, CheckLine, OrganizationResult, UnitLine } from '../../src/organization/merge/model.ts';
import { cells, fitted } from '../../src/text/cells.ts';
import { requirementStatusNames } from '../requirements.ts';
import type { Paint } from '../table/paint.ts';
import { painter, signs } from '../table/paint.ts';
import { counted, escapeText, thousands } from '../text.ts';
import { utc } from '../words.ts';
import {
  causeText,
  frameworkName,
  inText,
  notScanned,
  personName,
  personText,
  requirementsText,
  requirementText,
  sumText,
  wayColour,
  wayText,
} from './words.ts';
import { isPassing } from './parts.ts';

export interface TableView {
  readonly colour: boolean;
  readonly columns: number;
  /** Every check, cause, account and requirement, not one screen. */
  readonly details: boolean;
}

const mostChecks = 15;
const mostCauses = 8;
const mostWays = 8;
const mostAccounts = 10;
const mostPeople = 10;
const mostUnits = 10;

/** What somebody at a terminal has to know first: whether all was scanned, what fails where, what to change. */
export function* table(result: OrganizationResult, { colour, columns, details }: TableView): Generator<string> {
  const paint = painter(colour);
  const width = Math.max(60, columns);
  const { scan, summary } = result;
  const where = scan.organization === undefined ? 'accounts' : `organization ${scan.organization}`;
  yield `${paint('bold', escapeText(`Scan ${scan.id} of ${where}, planned ${utc(scan.plannedAt)}`))}\n\n`;
  yield* wrapped(
    `${paint(summary.complete ? 'green' : 'red', signs[summary.complete ? 'green' : 'red'])} `,
    sumText(summary.accounts),
    width,
  );
  // Each account that is not scanned is named, however many.
  for (const { status, why, hint, accounts } of notScanned(result)) {
    yield* wrapped(
      `  ${paint(status === 'skipped' ? 'grey' : 'red', status)} `,
      `${thousands(accounts.length)}: ${why}`,
      width,
    );
    yield* wrapped('    ', accounts.join(' '), width);
    if (hint !== undefined) yield* wrapped('    ', hint, width);
  }
  for (const note of result.notes) yield* wrapped('  note: ', note, width);
  yield '\n';
  yield* wrapped('', countsText(result), width);

  yield* section(paint, 'Of the organization');
  for (const { title, status, severity, message } of result.organizationFindings)
    yield* wrapped(
      `  ${sign(paint, status === 'not-applicable' ? 'pass' : status, severity)} `,
      `${title}: ${message}`,
      width,
    );

  const { ways = [], waysLeft } = result;
  yield* cut(paint, 'Ways to administrator of another account', ways, details ? ways.length : mostWays, (way) =>
    wrapped(`  ${paint(wayColour(way), signs[wayColour(way)])} `, wayText(way), width),
  );
  if (waysLeft > 0) yield `  … and ${thousands(waysLeft)} that are not told\n`;

  const { people = [] } = result;
  yield* cut(paint, 'Administrators by IAM Identity Center', people, details ? people.length : mostPeople, (person) =>
    wrapped('  ', `${personName(person)}: ${personText(person)} (${person.sets.join(', ')})`, width),
  );

  const open = result.checks.filter((line) => !isPassing(line));
  yield* cut(paint, 'What fails in how many accounts', open, details ? open.length : mostChecks, (line) =>
    checkLine(paint, line, width),
  );
  yield* cut(paint, 'What to change', result.causes, details ? result.causes.length : mostCauses, (cause) =>
    wrapped(
      `  ${sign(paint, cause.status, cause.severity)} `,
      `${causeText(cause)}: in ${counted(cause.accounts, 'account')}, clears ${counted(cause.findings, 'finding')}`,
      width,
    ),
  );
  if (result.causesLeft > 0) yield `  … and ${thousands(result.causesLeft)} that are not told\n`;
  const worst = [...result.accounts].filter(({ judged }) => judged !== undefined).sort(byWorst);
  yield* cut(paint, 'Accounts, worst first', worst, details ? worst.length : mostAccounts, (account) =>
    accountLine(paint, account, width),
  );
  if (result.compliance.length > 0) yield* section(paint, 'Requirements');
  for (const framework of result.compliance) {
    yield* wrapped(
      '  ',
      `${frameworkName(framework)}: ${requirementsText(framework.summary)}; held against ${counted(framework.accounts, 'account')}`,
      width,
    );
    if (!details) continue;
    for (const requirement of framework.requirements) {
      const { status, accounts: by } = requirement;
      yield* wrapped(
        '    ',
        `${requirementText(requirement)}: ${requirementStatusNames[status]}; not met in ${by['not-met']}, unknown in ${by.unknown + by['not-judged']}, met in ${by.met + by['met-with-accepted-risks']}`,
        width,
      );
    }
  }
  yield* cut(paint, 'Units', result.units, details ? result.units.length : mostUnits, (unit) =>
    unitLines(paint, unit, width),
  );
  yield* cut(paint, 'Suppressions', result.suppressions, result.suppressions.length, (notice) =>
    wrapped('  ', `${notice.kind}: ${notice.selector} (${notice.owner}: ${notice.reason})`, width),
  );
}

function* section(paint: Paint, title: string): Generator<string> {
  yield `\n${paint('bold', title)}\n`;
}

function* cut<T>(
  paint: Paint,
  title: string,
  all: readonly T[],
  most: number,
  lines: (each: T) => Iterable<string>,
): Generator<string> {
  if (all.length === 0) return;
  yield* section(paint, title);
  for (const each of all.slice(0, most)) yield* lines(each);
  if (all.length > most) yield `  … and ${thousands(all.length - most)} more (--details)\n`;
}

const sign = (
  paint: Paint,
  status: Parameters<typeof colourOf>[0],
  severity: Parameters<typeof colourOf>[1],
): string => {
  const colour: Colour = colourOf(status, severity);
  return paint(colour, signs[colour]);
};

function* checkLine(paint: Paint, line: CheckLine, width: number): Generator<string> {
  const { severity = 'informational', status } = line;
  const mark = sign(paint, status === 'not-applicable' ? 'pass' : status, severity);
  yield* wrapped(`  ${mark} `, `${line.title}: ${inText(line)} (${line.check}, ${severity})`, width);
}

function* accountLine(paint: Paint, { id, name, ou, status, judged }: AccountLine, width: number): Generator<string> {
  const worst = severities.filter((severity) => (judged?.failedBySeverity[severity] ?? 0) > 0);
  const mark = sign(paint, worst[0] === undefined ? 'pass' : 'fail', worst[0] ?? 'informational');
  const fails = worst
    .slice(0, 2)
    .map((severity) => `${thousands(judged?.failedBySeverity[severity] ?? 0)} ${severity}`);
  const text = fitted(escapeText(`${id} ${name}${ou === '' ? '' : ` (${ou})`}`), Math.max(20, width - 45));
  yield* wrapped(
    `  ${mark} `,
    `${text}: ${fails.length === 0 ? 'nothing fails' : fails.join(', ')}${status === 'scanned' ? '' : `; ${status}`}`,
    width,
  );
}

/** A unit with all below it, deeper ones further in. */
function* unitLines(
  paint: Paint,
  { name, depth, accounts, failedBySeverity, byStatus, new: fresh, compliance }: UnitLine,
  width: number,
): Generator<string> {
  const indent = '  '.repeat(depth + 1);
  const worst = severities.filter((severity) => failedBySeverity[severity] > 0);
  const judged = accounts.scanned + accounts.partial;
  const mark =
    judged === 0
      ? sign(paint, 'unknown', 'high')
      : sign(paint, worst[0] === undefined ? 'pass' : 'fail', worst[0] ?? 'low');
  const fails = worst.slice(0, 2).map((severity) => `${thousands(failedBySeverity[severity])} ${severity}`);
  const parts = [
    judged === 0 ? 'not known' : fails.length === 0 ? 'nothing fails' : fails.join(', '),
    ...(byStatus.suppressed === 0 ? [] : [`${thousands(byStatus.suppressed)} accepted`]),
    ...(fresh === undefined ? [] : [`${thousands(fresh)} new or worse`]),
    ...compliance.map((framework) => `${frameworkName(framework)}: ${requirementsText(framework.summary)}`),
  ];
  yield* wrapped(`${indent}${mark} `, `${name}, ${counted(accounts.manifest, 'account')}: ${parts.join('; ')}`, width);
}

function byWorst(a: AccountLine, b: AccountLine): number {
  for (const severity of severities) {
    const order = (b.judged?.failedBySeverity[severity] ?? 0) - (a.judged?.failedBySeverity[severity] ?? 0);
    if (order !== 0) return order;
  }
  return a.id < b.id ? -1 : 1;
}

function countsText({ summary }: OrganizationResult): string {
  const { fail, unknown, manual, suppressed, pass } = summary.byStatus;
  const by = severities
    .filter((severity) => summary.failedBySeverity[severity] > 0)
    .map((severity) => `${thousands(summary.failedBySeverity[severity])} ${severity}`);
  const fresh = summary.new === undefined ? '' : `; ${thousands(summary.new)} new or worse`;
  return `${counted(fail, 'finding')} failed${by.length === 0 ? '' : ` (${by.join(', ')})`}${fresh}, ${thousands(unknown)} unknown, ${thousands(manual)} for a person, ${thousands(suppressed)} accepted, ${thousands(pass)} passed, of ${counted(summary.resources, 'resource')}`;
}

// oxlint-disable-next-line no-control-regex -- SGR sequences are what it looks for
const styles = /\u001b\[\d+m/g;

/** A text over as many lines as it takes, those after the first below its beginning. */
function* wrapped(first: string, given: string, width: number): Generator<string> {
  const indent = ' '.repeat(cells(first.replaceAll(styles, '')));
  let line = first;
  let empty = true;
  let size = indent.length;
  for (const word of escapeText(given).split(' ')) {
    const more = cells(word) + (empty ? 0 : 1);
    if (!empty && size + more > width) {
      yield `${line}\n`;
      line = indent;
      size = indent.length;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    size += empty ? cells(word) : more;
    empty = false;
  }
  yield `${line}\n`;
}
