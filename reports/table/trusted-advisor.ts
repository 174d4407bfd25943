import type { Category } from '../../src/engine/check.ts';
import { categories } from '../../src/engine/check.ts';
import type { Colour, Finding } from '../../src/engine/finding.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { type AdvisorRow, agreements } from '../../src/engine/trusted-advisor.ts';
import { few } from '../../src/text/few.ts';
import { counted, thousands } from '../text.ts';
import {
  advisorResourceText,
  agreementWords,
  alertCriteria,
  colourWords,
  theirResult,
  theirStatuses,
} from '../trusted-advisor.ts';
import { categoryNames, severityNames } from '../words.ts';
import { findingRows } from './checks.ts';
import { type CheckGroup, grouped, shownResources } from './model.ts';
import type { Paint } from './paint.ts';
import { colours, signs } from './paint.ts';
import { shortened, wrap } from './width.ts';

/** A category with its checks by colour, those without a finding included. */
interface Page {
  readonly category: Category;
  /** How many *checks* have each colour, as Trusted Advisor counts. */
  readonly counts: Readonly<Record<Colour, number>>;
  /** Red first. */
  readonly checks: readonly CheckGroup[];
  /** Checks that nothing here was for. */
  readonly idle: number;
}

function pagesOf(result: AnyResult): Page[] {
  const groups = grouped(result);
  return categories.map((category) => {
    const checks = (groups.find((each) => each.category === category)?.services ?? [])
      .flatMap((service) => service.checks)
      .toSorted((a, b) => colours.indexOf(a.colour) - colours.indexOf(b.colour));
    const counts = { red: 0, yellow: 0, blue: 0, grey: 0, green: 0 };
    for (const { colour } of checks) counts[colour] += 1;
    const found = new Set(checks.map(({ check }) => check));
    const idle = result.checks.filter((each) => each.category === category && !found.has(each.id)).length;
    return { category, counts, checks, idle };
  });
}

/**
 * The result as Trusted Advisor's console lays it out: its five categories with how many checks are of which colour, then each check with
 * its alert criteria, what is recommended, and the report's rows.
 * https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor.html
 */
export function* trustedAdvisorLines(result: AnyResult, width: number, paint: Paint): Generator<string> {
  const pages = pagesOf(result);
  for (const { category, counts, idle } of pages) {
    yield paint('bold', categoryNames[category]);
    const said = colours.filter((colour) => counts[colour] > 0);
    for (const colour of said)
      yield `  ${paint(colour, signs[colour])} ${thousands(counts[colour])} ${colourWords[colour]}`;
    if (idle > 0) yield paint('grey', `    ${counted(idle, 'check')} with nothing to look at`);
    if (said.length === 0 && idle === 0) yield paint('grey', '    no check was selected');
  }
  yield '';
  yield* theirs(result, width, paint);
  const infos = new Map(result.checks.map((info) => [info.id, info]));
  const beside = new Map<string, AdvisorRow[]>();
  for (const row of result.trustedAdvisor?.checks ?? [])
    for (const id of row.ours) beside.set(id, [...(beside.get(id) ?? []), row]);
  for (const { category, checks } of pages) {
    if (checks.length === 0) continue;
    yield '';
    yield paint('bold', `── ${categoryNames[category]} ──`);
    for (const group of checks) {
      yield '';
      const { colour, severity, title, check, byStatus } = group;
      for (const [at, line] of wrap(shortened(title), width - 2).entries())
        yield `${at === 0 ? paint(colour, signs[colour]) : ' '} ${paint('bold', line)}`;
      yield* field('Check', `${check}, severity ${severityNames[severity].toLowerCase()}`, width, paint);
      for (const row of beside.get(check) ?? [])
        yield* field('Trusted Advisor', `${row.name}: ${theirResult(row)}; ${row.says}`, width, paint);
      yield* field('Alert criteria', alertCriteria(severity, title, infos.get(check), result.run), width, paint);
      const fix = infos.get(check)?.fix.text;
      if (fix !== undefined) yield* field('Recommended', fix, width, paint);
      if (colour === 'green') {
        yield* field(
          'Status',
          `${counted(byStatus.pass.count, 'resource')} checked, none with a problem`,
          width,
          paint,
        );
        continue;
      }
      const { fail, unknown, manual, suppressed } = byStatus;
      const shown: Finding[] = [fail, unknown, manual, suppressed].flatMap(({ first }) =>
        first.slice(0, shownResources),
      );
      yield paint('grey', '  Status, region, resource, reason');
      yield* findingRows(shown, width, paint);
      const total = fail.count + unknown.count + manual.count + suppressed.count;
      const more = `… and ${thousands(total - shown.length)} more (all are in the JSON and HTML reports)`;
      if (total > shown.length) for (const line of wrap(more, width - 5)) yield `     ${paint('grey', line)}`;
    }
  }
}

/** What Trusted Advisor itself says, each of its checks beside ours. */
function* theirs({ trustedAdvisor, run }: AnyResult, width: number, paint: Paint): Generator<string> {
  yield paint('bold', "Trusted Advisor's own results");
  const say = function* (text: string): Generator<string> {
    for (const line of wrap(shortened(text), width - 4)) yield `    ${line}`;
  };
  if (trustedAdvisor === undefined)
    return yield* say(
      'This result does not tell them: it was written by an earlier version. Judge its snapshot again.',
    );
  const { notRead, resourcesNotRead, checks, notListed, withoutCounterpart } = trustedAdvisor;
  if (notRead !== undefined) return yield* say(`Not here: ${notRead}.`);
  if (checks.length === 0) return yield* say('AWS names no check of Trusted Advisor.');
  yield* say(
    `Where the two differ, look at both: it judges by criteria of its own, in all regions, when it was refreshed; this run looked at ${run.regions.length === 0 ? 'no region' : run.regions.join(', ')}.`,
  );
  if (resourcesNotRead !== undefined)
    yield* say(`The resources that its checks list are not here: ${resourcesNotRead}.`);
  for (const agreement of agreements) {
    const rows = checks.filter((each) => each.agreement === agreement);
    if (rows.length === 0) continue;
    for (const line of wrap(`${counted(rows.length, 'check')} ${agreementWords[agreement]}`, width - 2))
      yield paint('grey', `  ${line}`);
    for (const row of rows) {
      const [colour] = theirStatuses.get(row.status) ?? ['blue' as const];
      const ours = row.ours.length === 0 ? '' : ` [${row.ours.join(', ')}]`;
      const text = `${row.name}: ${theirResult(row)}; ${row.says}${ours}`;
      for (const [at, line] of wrap(shortened(text), width - 4).entries())
        yield `${at === 0 ? `  ${paint(colour, signs[colour])} ` : '    '}${line}`;
      yield* theirResources(row, width, paint);
    }
  }
  if (notListed.length > 0)
    yield* say(
      `${counted(notListed.length, 'check')} of this run ${notListed.length === 1 ? 'has' : 'have'} a counterpart that it does not list for this account${width < 60 ? '' : `: ${few(notListed)}`}.`,
    );
  if (withoutCounterpart > 0)
    yield* say(
      `${counted(withoutCounterpart, 'check')} of this run ${withoutCounterpart === 1 ? 'has' : 'have'} no counterpart there.`,
    );
}

/** What a check of Trusted Advisor lists, each resource with what ours say of it. */
function* theirResources({ columns, resources = [] }: AdvisorRow, width: number, paint: Paint): Generator<string> {
  if (resources.length === 0) return;
  if (columns !== undefined && columns.length > 0)
    for (const line of wrap(shortened(columns.join(' | ')), width - 6)) yield paint('grey', `      ${line}`);
  for (const each of resources.slice(0, shownResources)) {
    const [colour] = theirStatuses.get(each.status) ?? ['blue' as const];
    for (const [at, line] of wrap(shortened(advisorResourceText(each)), width - 8).entries())
      yield `${at === 0 ? `      ${paint(colour, signs[colour])} ` : '        '}${line}`;
  }
  const more = resources.length - shownResources;
  if (more > 0) yield paint('grey', `        … and ${thousands(more)} more`);
}

function* field(name: string, text: string, width: number, paint: Paint): Generator<string> {
  const indent = 18;
  if (width < 60) {
    yield paint('grey', `  ${name}`);
    for (const line of wrap(shortened(text), width - 4)) yield `    ${line}`;
    return;
  }
  for (const [at, line] of wrap(shortened(text), width - indent).entries())
    yield `  ${at === 0 ? paint('grey', name.padEnd(indent - 2)) : ' '.repeat(indent - 2)}${line}`;
}
