import type { Evidence } from '../../../../src/engine/finding.ts';
import { colourOf } from '../../../../src/engine/finding.ts';
import { severities } from '../../../../src/engine/severity.ts';
import { counted, thousands } from '../../../text.ts';
import { severityNames, statusNames, utc } from '../../../words.ts';
import { mostOnPaper } from '../../packed.ts';
import { h } from '../dom.ts';
import { mostRows, rowsOnPaper } from './cut.ts';
import { sign } from '../icons.ts';
import { stepsOf } from '../paths.ts';
import type { Report } from '../report.ts';
import { findingsOf } from '../report.ts';
import { coverFacts, frameworkSummary, statusMeanings } from './cover.ts';
import { methodPage } from './method.ts';
import { notReadPage } from './not-read.ts';
import { populationsPage } from './populations.ts';
import { numberedTitle } from '../../../requirements.ts';
import { ignored, numberOf, requirementFacts, requirementsTable, sourceText } from './requirements.ts';
import { risksPage } from './risks.ts';

/** Findings of a check that a requirement lists; all of them stand in the appendix. */
const shownFindings = 12;

/** More kinds of evidence than these do not stay on one page with their heading. */
const mostForms = 12;

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly body: readonly (Node | false)[];
  /** Headings under it, for the contents. */
  readonly parts?: readonly { readonly id: string; readonly title: string }[];
}

/** The Assurance document as paper has it: cover, contents, chapters, and every finding with what it rests on. */
export function paperOf(report: Report): HTMLElement {
  const checks = checksOf(report);
  const chapters: Chapter[] = [
    ...(report.compliance.length === 0
      ? []
      : [
          {
            id: 'p-summary',
            title: 'Summary',
            body: [
              ...report.compliance.map((each) => frameworkSummary(each, report)),
              h('h3', {}, 'What the statuses mean'),
              statusMeanings(),
            ],
          },
          ...report.compliance.map((each, place): Chapter => ({
            id: `p-framework-${place}`,
            title: each.framework.name,
            body: [
              sourceText(each),
              requirementsTable(each, report.counts, (_, one) =>
                h('a', { href: `#p-${place}-${one.id}` }, numberOf(one)),
              ),
              ignored(each),
              ...each.requirements.map((one) =>
                h(
                  'section',
                  { class: 'requirement' },
                  h('h3', { id: `p-${place}-${one.id}` }, numberedTitle(one)),
                  ...requirementFacts(report, each, one),
                  ...one.checks.flatMap(([check]) => failuresOf(report, check)),
                ),
              ),
            ],
          })),
        ]),
    { id: 'p-risks', title: 'Accepted risks', body: bodyOf(risksPage(report)) },
    { id: 'p-not-read', title: 'What was not assessed', body: bodyOf(notReadPage(report)) },
    { id: 'p-populations', title: 'Populations and how they were read', body: bodyOf(populationsPage(report)) },
    ...(report.attackPaths === undefined
      ? []
      : [{ id: 'p-paths', title: 'Attack paths', body: [stepsOf(report.attackPaths)] }]),
    {
      id: 'p-evidence',
      title: 'Appendix: findings and their evidence',
      body: [h('p', {}, whatIsShown(report)), ...appendix(report, checks)],
    },
    { id: 'p-method', title: 'How it was read, and how to repeat it', body: bodyOf(methodPage(report)) },
  ];
  return h(
    'div',
    { class: 'paper' },
    h(
      'section',
      { class: 'paper-cover' },
      h('p', { class: 'kind' }, 'Assurance report'),
      h('h1', {}, `AWS account ${report.run.account}`),
      h('p', { class: 'when' }, `as read on ${utc(report.run.startedAt)}`),
      coverFacts(report),
    ),
    h(
      'section',
      { class: 'paper-contents' },
      h('h2', {}, 'Contents'),
      h('ol', {}, ...chapters.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}` }, title)))),
    ),
    ...chapters.map(({ id, title, body }, place) =>
      h('section', { class: 'chapter' }, h('h2', { id }, `${place + 1} ${title}`), ...body),
    ),
  );
}

/** A page's parts, without the heading that the chapter has. */
const bodyOf = (page: HTMLElement): Node[] => [...page.childNodes].filter((node) => node.nodeName !== 'H2');

/** Ids of the checks that found something, the most severe first. */
function checksOf({ findings }: Report): readonly string[] {
  const groups = [...findings.groups].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return [...new Set(groups.map(({ check }) => check.id))];
}

const short = ({ findings }: Report): boolean => findings.size > mostOnPaper;

const whatIsShown = (report: Report): string =>
  short(report)
    ? `Of ${thousands(report.findings.size)} findings all that did not pass are here, up to ${thousands(mostRows)}, those of the most severe checks first: each check says how many of its own are not; passes are told as counts. The findings in CSV, whose name and SHA-256 stand on the cover, hold all of them.`
    : `All ${counted(report.findings.size, 'finding')}, by check. A resource in braces, such as {arn}, stands for that of each finding.`;

function failuresOf(report: Report, check: string): (Node | false)[] {
  const failed = findingsOf(report, check).filter((index) => report.findings.status(index) !== 'pass');
  const rest = failed.length - shownFindings;
  return [
    failed.length > 0 &&
      h(
        'ul',
        { class: 'paper-failures' },
        ...failed.slice(0, shownFindings).map((index) => h('li', {}, ...lineOf(report, index))),
        h(
          'li',
          { class: 'muted' },
          rest > 0 ? `and ${thousands(rest)} more; ` : '',
          'evidence: ',
          h('a', { href: `#p-check-${check}` }, check),
        ),
      ),
  ];
}

function lineOf({ findings }: Report, index: number): (Node | string)[] {
  const status = findings.status(index);
  return [
    sign(colourOf(status, findings.groupOf(index).severity)),
    h('b', {}, ` ${statusNames[status]} `),
    `${findings.message(index)} `,
    h('span', { class: 'muted' }, findings.region(index)),
  ];
}

/** Every check with its findings, as many as paper has room for. */
function appendix(report: Report, checks: readonly string[]): HTMLElement[] {
  const rows = checks.map((check) => rowsOf(report, check));
  const shown = rowsOnPaper(rows.map(({ length }) => length));
  return checks.map((check, at) => appendixOf(report, check, rows[at] ?? [], shown[at] ?? 0));
}

/** The findings of a check that paper is to show. */
function rowsOf(report: Report, check: string): readonly number[] {
  const all = findingsOf(report, check);
  return short(report) ? all.filter((index) => report.findings.status(index) !== 'pass') : all;
}

/** A check with all its findings, and how what they rest on was read: once for all that rest on the same. */
function appendixOf(report: Report, check: string, rows: readonly number[], room: number): HTMLElement {
  const { findings } = report;
  const all = findingsOf(report, check);
  const shown = rows.slice(0, room);
  const [first = 0] = all;
  const { check: info, severity } = findings.groupOf(first);
  const forms = [...new Set(shown.map((index) => findings.evidenceForm(index)))];
  const letters = new Map(forms.map((form, place) => [form, `E${place + 1}`]));
  return h(
    'section',
    { class: 'appendix' },
    h(
      'div',
      { class: forms.length > mostForms ? undefined : 'appendix-head' },
      h('h3', { id: `p-check-${check}` }, info.title),
      h(
        'p',
        { class: 'muted' },
        h('code', {}, check),
        ` · ${severityNames[severity]} · ${counted(all.length, 'finding')}`,
        all.length === rows.length ? '' : `, ${thousands(all.length - rows.length)} passed`,
        rows.length === shown.length
          ? ''
          : `; ${thousands(rows.length - shown.length)} that did not pass are not on paper: the findings in CSV have them`,
      ),
      ...forms.map((form) => {
        const index = shown.find((one) => findings.evidenceForm(one) === form) ?? first;
        return evidenceText(letters.get(form) ?? '', findings.finding(index).evidence);
      }),
    ),
    shown.length > 0 &&
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['Status', 'Resource', 'What was found', 'Region', 'Evidence'].map((name) =>
              h('th', { scope: 'col' }, name),
            ),
          ),
        ),
        h('tbody', {}, ...shown.map((index) => rowOf(report, index, letters.get(findings.evidenceForm(index)) ?? ''))),
      ),
  );
}

function rowOf({ findings }: Report, index: number, letter: string): HTMLElement {
  const finding = findings.finding(index);
  const { status, resource, unknown, suppression } = finding;
  const { severity } = findings.groupOf(index);
  return h(
    'tr',
    {},
    h('td', {}, h('span', { class: 'together' }, sign(colourOf(status, severity)), ` ${statusNames[status]}`)),
    h('td', {}, h('b', {}, resource.name), h('div', { class: 'arn' }, resource.arn)),
    h(
      'td',
      {},
      findings.fact(index),
      unknown !== undefined && h('div', { class: 'muted' }, unknown.cause),
      suppression !== undefined &&
        h(
          'div',
          { class: 'muted' },
          `accepted by ${suppression.owner} until ${suppression.until ?? 'no end'}: ${suppression.reason}`,
        ),
    ),
    h('td', {}, findings.region(index)),
    h('td', {}, letter, h('div', { class: 'muted' }, findings.fingerprint(index).slice(0, 8))),
  );
}

/** What was read for findings, with the parameters as they are alike for all of them. */
function evidenceText(letter: string, rows: readonly Evidence[]): HTMLElement {
  return h(
    'div',
    { class: 'evidence-lines' },
    h('b', {}, letter),
    h(
      'ul',
      {},
      ...rows.map(({ facet, outcome, code: answer, asked, actions }) =>
        h(
          'li',
          {},
          h('b', {}, facet),
          ` ${outcome}${answer === undefined ? '' : ` (${answer})`}`,
          ...(asked === undefined || asked.requests.length === 0
            ? actions.map((action) => h('code', {}, ` ${action}`))
            : asked.requests.map(({ operation, parameters, regions }) =>
                h(
                  'span',
                  {},
                  '; ',
                  h('code', {}, operation),
                  Object.keys(parameters).length > 0 && h('code', {}, ` ${JSON.stringify(parameters)}`),
                  ` in ${regions.join(', ')}`,
                ),
              )),
          asked === undefined
            ? '; when is not recorded'
            : `; ${utc(asked.from)}${asked.from === asked.to ? '' : ` to ${utc(asked.to)}`}`,
        ),
      ),
    ),
  );
}
