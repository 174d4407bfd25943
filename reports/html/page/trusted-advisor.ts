import type { Category } from '../../../src/engine/check.ts';
import { categories, severities } from '../../../src/engine/check.ts';
import type { Colour } from '../../../src/engine/finding.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import { type AdvisorRow, type AdvisorRowResource, agreements } from '../../../src/engine/trusted-advisor.ts';
import { capital, counted, thousands } from '../../text.ts';
import { agreementWords, alertCriteria, colourWords, theirResult, theirStatuses } from '../../trusted-advisor.ts';
import { categoryNames, severityNames, statusNames } from '../../words.ts';
import type { Group } from '../unpack.ts';
import { h } from './dom.ts';
import { GroupCounts } from './groups.ts';
import { sign } from './icons.ts';
import { type ColourCounts, colours, noCounts, type Report } from './report.ts';
import { table } from './tables.ts';

/** Resources listed of one check; the others are counted. */
const shownResources = 50;

interface CheckOf {
  readonly group: Group;
  readonly colour: Colour;
}

/**
 * The result as Trusted Advisor's console lays it out: five categories with how many checks are of which colour, what it says itself
 * beside ours, then each check with its alert criteria, what is recommended, and the report's rows.
 * https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor.html
 */
export function trustedAdvisorPage(report: Report): HTMLElement {
  const counts = new GroupCounts(report);
  const all = report.findings.groups.map((group): CheckOf => ({ group, colour: counts.colour(group) }));
  all.sort(
    (a, b) =>
      colours.indexOf(a.colour) - colours.indexOf(b.colour) ||
      severities.indexOf(a.group.severity) - severities.indexOf(b.group.severity),
  );
  const beside = new Map<string, AdvisorRow[]>();
  for (const row of report.trustedAdvisor?.checks ?? [])
    for (const id of row.ours) beside.set(id, [...(beside.get(id) ?? []), row]);
  return h(
    'div',
    { class: 'page advisor' },
    h('h2', {}, 'By the categories of Trusted Advisor'),
    h(
      'p',
      { class: 'lead' },
      `Checks by the worst of what they found, as its console counts them. ${colours.map((colour) => `${capital(colour)}: ${colourWords[colour]}`).join(' · ')}.`,
    ),
    categoryTable(report, all),
    theirs(report),
    ...categories.flatMap((category) => {
      const own = all.filter(({ group }) => group.category === category);
      return own.length === 0
        ? []
        : [
            h(
              'section',
              { class: 'checks' },
              h('h3', {}, categoryNames[category], h('span', { class: 'badge' }, thousands(own.length))),
              ...own.map((each) => checkOf(report, each, beside.get(each.group.check.id) ?? [])),
            ),
          ];
    }),
  );
}

function categoryTable({ checks }: Report, all: readonly CheckOf[]): HTMLElement {
  const rows = categories.map((category) => {
    const counts: ColourCounts = noCounts();
    const found = new Set<string>();
    for (const { group, colour } of all)
      if (group.category === category) {
        counts[colour] += 1;
        found.add(group.check.id);
      }
    const idle = checks.filter((each) => each.category === category && !found.has(each.id)).length;
    return { category, counts, idle };
  });
  type Row = { readonly category: Category; readonly counts: ColourCounts; readonly idle: number };
  return table<Row>('Checks by category and colour', rows, [
    { name: 'Category', cell: ({ category }) => categoryNames[category] },
    ...colours.map((colour) => ({
      name: capital(colour),
      numeric: true,
      cell: ({ counts }: Row) =>
        counts[colour] === 0 ? h('span', { class: 'zero' }, '0') : [sign(colour), ' ', thousands(counts[colour])],
    })),
    { name: 'Nothing to look at', numeric: true, cell: ({ idle }) => thousands(idle) },
  ]);
}

/** What Trusted Advisor itself says, first where the two differ. */
function theirs({ trustedAdvisor, run }: Report): HTMLElement {
  const part = (...children: readonly (HTMLElement | false)[]): HTMLElement =>
    h('section', {}, h('h3', {}, "Trusted Advisor's own results"), ...children);
  const say = (text: string): HTMLElement => h('p', { class: 'muted' }, text);
  if (trustedAdvisor === undefined)
    return part(say('This result does not tell them: it was written by an earlier version. Judge its snapshot again.'));
  const { notRead, resourcesNotRead, checks, notListed, withoutCounterpart } = trustedAdvisor;
  if (notRead !== undefined) return part(say(`Not here: ${notRead}.`));
  if (checks.length === 0) return part(say('AWS names no check of Trusted Advisor.'));
  return part(
    say(
      `Where the two differ, look at both: it judges by criteria of its own, in all regions, when it was refreshed; this run looked at ${run.regions.length === 0 ? 'no region' : run.regions.join(', ')}.`,
    ),
    resourcesNotRead !== undefined && say(`The resources that its checks list are not here: ${resourcesNotRead}.`),
    ...agreements.flatMap((agreement) => {
      const rows = checks.filter((each) => each.agreement === agreement);
      return rows.length === 0
        ? []
        : [h('h4', {}, `${counted(rows.length, 'check')} ${agreementWords[agreement]}`), ...rows.map(theirRow)];
    }),
    notListed.length > 0 &&
      fold(
        h(
          'span',
          { class: 'muted' },
          `${counted(notListed.length, 'check')} of this run ${notListed.length === 1 ? 'has' : 'have'} a counterpart that it does not list for this account`,
        ),
        () => [h('ul', {}, ...notListed.map((id) => h('li', {}, checkLink(id))))],
      ),
    withoutCounterpart > 0 &&
      say(
        `${counted(withoutCounterpart, 'check')} of this run ${withoutCounterpart === 1 ? 'has' : 'have'} no counterpart there.`,
      ),
  );
}

const theirColour = (status: string | undefined): Colour => theirStatuses.get(status)?.[0] ?? 'blue';

function theirRow(row: AdvisorRow): HTMLElement {
  const { name, status, says, ours, columns, resources = [] } = row;
  return fold(h('span', {}, sign(theirColour(status)), ' ', h('b', {}, name), ` ${theirResult(row)}; ${says}`), () => [
    ours.length > 0 && h('p', {}, 'Ours: ', ...ours.map((id) => h('span', {}, checkLink(id), ' '))),
    resources.length > 0 && resourceTable(name, columns, resources),
    resources.length > shownResources &&
      h('p', { class: 'muted' }, `and ${counted(resources.length - shownResources, 'more resource')}`),
    ours.length === 0 && resources.length === 0 && h('p', { class: 'muted' }, 'It lists no resource here.'),
  ]);
}

function resourceTable(
  name: string,
  columns: readonly string[] | undefined,
  resources: readonly AdvisorRowResource[],
): HTMLElement {
  const shown = resources.slice(0, shownResources);
  // A row may have cells that the check has no heading for.
  const width = Math.max(columns?.length ?? 0, ...shown.map(({ cells }) => cells.length));
  return table(`What ${name} lists`, shown, [
    {
      name: 'Status',
      cell: ({ status, excluded }) => [
        sign(theirColour(status)),
        ...(excluded === true ? [' excluded there'] : []),
        h('span', { class: 'hidden' }, theirStatuses.get(status)?.[1] ?? 'no status'),
      ],
    },
    { name: 'Region', cell: ({ region }) => h('span', { class: 'together' }, region ?? '') },
    ...Array.from({ length: width }, (_one, at) => ({
      name: columns?.[at] ?? '',
      cell: ({ cells }: AdvisorRowResource) => cells[at] ?? '',
    })),
    { name: 'Here', cell: ({ ours }) => (ours === undefined ? 'not found' : statusNames[ours].toLowerCase()) },
  ]);
}

const checkLink = (id: string): HTMLElement => h('a', { href: `#findings?status=all&q=${encodeURIComponent(id)}` }, id);

/** One check: drawn when it is opened, since there may be a thousand. */
function checkOf(report: Report, { group, colour }: CheckOf, rows: readonly AdvisorRow[]): HTMLElement {
  const { check, severity, first, last } = group;
  const title = h(
    'span',
    {},
    sign(colour),
    ' ',
    h('b', {}, check.title),
    h('span', { class: 'muted' }, ` ${colourWords[colour]}`),
  );
  return fold(title, () => {
    const { findings } = report;
    const numbers: number[] = [];
    for (let index = first; index < last; index += 1) if (findings.status(index) !== 'pass') numbers.push(index);
    const facts: readonly (readonly [string, ...(string | HTMLElement)[]])[] = [
      ['Check', checkLink(check.id), `, severity ${severityNames[severity].toLowerCase()}`],
      ...rows.map((row) => ['Trusted Advisor', `${row.name}: ${theirResult(row)}; ${row.says}`] as const),
      ['Alert criteria', alertCriteria(severity, check.title, check, report.run)],
      ['Recommended', check.fix.text],
    ];
    return [
      h('dl', {}, ...facts.flatMap(([name, ...says]) => [h('dt', {}, name), h('dd', {}, ...says)])),
      numbers.length === 0
        ? h('p', { class: 'muted' }, `${counted(last - first, 'resource')} checked, none with a problem`)
        : table(`What ${check.title} found`, numbers.slice(0, shownResources), [
            {
              name: 'Status',
              cell: (index) => [
                sign(colourOf(findings.status(index), severity)),
                ` ${statusNames[findings.status(index)].toLowerCase()}`,
              ],
            },
            { name: 'Region', cell: (index) => h('span', { class: 'together' }, findings.region(index)) },
            {
              name: 'Resource',
              cell: (index) => h('a', { href: `#findings?status=all&open=${index}` }, findings.name(index)),
            },
            { name: 'Reason', cell: (index) => findings.fact(index) },
          ]),
      numbers.length > shownResources &&
        h(
          'p',
          { class: 'muted' },
          `and ${counted(numbers.length - shownResources, 'more resource')}: `,
          checkLink(check.id),
        ),
    ];
  });
}

/** What opens with a click, and is made then. */
function fold(title: HTMLElement, body: () => readonly (HTMLElement | false)[]): HTMLElement {
  let made = false;
  const element: HTMLDetailsElement = h(
    'details',
    {
      class: 'advised',
      toggle: () => {
        if (made || !element.open) return;
        made = true;
        element.append(...body().filter((each) => each !== false));
      },
    },
    h('summary', {}, title),
  );
  return element;
}
