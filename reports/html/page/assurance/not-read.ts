import { remediesFor } from '../../../../src/engine/remedies.ts';
import type { CoverageGap, ServiceCoverage } from '../../../../src/engine/result.ts';
import { emptyRegionsTexts, skippedByReason } from '../../../regions.ts';
import { requirementStatusNames } from '../../../requirements.ts';
import { selectionText } from '../../../selection.ts';
import { counted, thousands } from '../../../text.ts';
import { unreadOf, unreadText } from '../../../unread.ts';
import { copyButton } from '../copy.ts';
import { code, h } from '../dom.ts';
import type { Report } from '../report.ts';
import { table } from '../tables.ts';

/** What was read and what was not: gaps with the permissions they miss, calls by service and region, skipped regions. */
export function notReadPage(report: Report): HTMLElement {
  const { coverage, run } = report;
  const gaps = coverage.gaps.filter(({ kind }) => kind !== 'unsupported');
  const unsupported = coverage.gaps.filter(({ kind }) => kind === 'unsupported');
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, 'What was not assessed'),
    h(
      'p',
      { class: 'lead' },
      run.interrupted
        ? 'The run was interrupted: this report shows what had been read by then.'
        : coverage.complete
          ? 'Every selected check was judged on every resource it applies to.'
          : 'Some of what the checks need could not be read. What rests on it is unknown in this report, never passed.',
    ),
    missing(gaps),
    part('What could not be read', gaps.length, gapTable('What could not be read', gaps)),
    part(
      'Not available',
      unsupported.length,
      gapTable('Not available', unsupported),
      'Services and calls that do not exist in a region or partition. Nothing is missing here.',
    ),
    part(
      'Regions not read',
      coverage.skippedRegions.length,
      table('Regions not read', skippedByReason(coverage.skippedRegions), [
        { name: 'Why', cell: ({ reason }) => reason },
        { name: 'How many', numeric: true, cell: ({ regions }) => thousands(regions.length) },
        { name: 'Regions', cell: ({ regions }) => regions.join(', ') },
      ]),
    ),
    part(
      'Not listed by the word of another service',
      emptyRegionsTexts(coverage).length,
      h('ul', {}, ...emptyRegionsTexts(coverage).map((text) => h('li', {}, text))),
      'What its inventory of a region does not have was not asked there. What came into being in the last minutes may be missing.',
    ),
    notSelected(report),
    notCovered(report),
    part(
      'Left out of lists',
      coverage.leftOut?.length ?? 0,
      table('Left out of lists', coverage.leftOut ?? [], [
        { name: 'Type', cell: ({ resourceType }) => h('code', {}, resourceType) },
        { name: 'What', cell: ({ what }) => what },
      ]),
    ),
    part(
      'Calls by service and region',
      coverage.services.length,
      matrix(coverage.services),
      `Of what was asked, ${unreadText(unreadOf(coverage.services), true)}. What is not configured was read.`,
    ),
    part(
      'Checks',
      coverage.checks.length,
      table('Checks', coverage.checks, [
        { name: 'Check', cell: ({ check }) => h('code', {}, check) },
        { name: 'Judged', numeric: true, cell: ({ judged }) => thousands(judged) },
        {
          name: 'Unknown',
          numeric: true,
          cell: ({ notJudged }) => (notJudged === 0 ? '0' : h('b', { class: 'blue' }, thousands(notJudged))),
        },
        { name: 'Not applicable', numeric: true, cell: ({ notApplicable }) => thousands(notApplicable) },
        { name: 'Not available', numeric: true, cell: ({ unsupported: count }) => thousands(count) },
      ]),
    ),
  );
}

/** What the run was told to leave out. */
function notSelected({ run: { selection }, compliance, counts }: Report): HTMLElement | false {
  const told = selection === undefined ? undefined : selectionText(selection);
  const left = [
    ...new Set(
      compliance.flatMap(({ requirements }) => requirements.flatMap(({ checks }) => checks.map(([id]) => id))),
    ),
  ].filter((id) => counts[id]?.notSelected !== undefined);
  return (
    (told !== undefined || left.length > 0) &&
    h(
      'section',
      {},
      h('h3', {}, 'Left out by the selection'),
      told !== undefined && h('p', {}, `The run was narrowed or set to: ${told}.`),
      left.length > 0 &&
        h(
          'p',
          {},
          `${counted(left.length, 'check')} of the frameworks did not see all there is: `,
          ...left.map((id, place) => h('span', {}, place === 0 ? '' : ', ', h('code', {}, id))),
        ),
    )
  );
}

/** Requirements that the program cannot answer. */
function notCovered({ compliance }: Report): HTMLElement | false {
  const rows = compliance.flatMap(({ framework, requirements }) =>
    requirements
      .filter(({ status }) => status === 'not-covered' || status === 'manual')
      .map((requirement) => ({ framework, requirement })),
  );
  return (
    rows.length > 0 &&
    h(
      'section',
      {},
      h(
        'h3',
        {},
        'Requirements that the program does not decide',
        h('span', { class: 'badge' }, thousands(rows.length)),
      ),
      table('Requirements that the program does not decide', rows, [
        {
          name: 'Undecided requirement',
          cell: ({ framework, requirement: { id, number = id } }) =>
            h(
              'a',
              { href: `#requirements?at=${encodeURIComponent(`${framework.key}:${id}`)}` },
              `${framework.key} ${number}`,
            ),
        },
        {
          name: 'What it asks',
          cell: ({ requirement: { id, number = id, title } }) => (title === number ? '' : title),
        },
        { name: 'Status', cell: ({ requirement: { status } }) => requirementStatusNames[status] },
        { name: 'Why', cell: ({ requirement: { why } }) => why },
      ]),
    )
  );
}

const part = (title: string, count: number, content: HTMLElement, note?: string): HTMLElement | undefined =>
  count === 0
    ? undefined
    : h(
        'section',
        {},
        h('h3', {}, title, h('span', { class: 'badge' }, thousands(count))),
        note !== undefined && h('p', { class: 'muted' }, note),
        content,
      );

function missing(gaps: readonly CoverageGap[]): HTMLElement | undefined {
  const { grant, ask, reach } = remediesFor(gaps);
  if (grant.length + ask.length + reach.length === 0) return undefined;
  return h(
    'section',
    { class: 'callout' },
    ...(grant.length === 0 ? [] : statementFor(grant)),
    ask.length > 0 && h('h3', {}, 'Denied in another way'),
    ask.length > 0 && sentences(ask),
    reach.length > 0 && h('h3', {}, 'Not reached'),
    reach.length > 0 && sentences(reach),
  );
}

const sentences = (all: readonly string[]): HTMLElement =>
  h('ul', {}, ...all.map((sentence) => h('li', {}, `${sentence}.`)));

function statementFor(actions: readonly string[]): HTMLElement[] {
  const statement = JSON.stringify({ Effect: 'Allow', Action: actions, Resource: '*' }, null, 2);
  return [
    h('h3', {}, `Allow the caller ${counted(actions.length, 'more action')}`),
    h('p', {}, 'Add this statement to its policy and run again. All of these actions only read.'),
    h(
      'div',
      { class: 'block' },
      h('pre', { tabindex: 0, role: 'group', 'aria-label': 'policy statement' }, code(statement)),
      copyButton(statement, 'policy statement'),
    ),
  ];
}

const gapTable = (caption: string, gaps: readonly CoverageGap[]): HTMLElement =>
  table(caption, gaps, [
    {
      name: 'What',
      cell: ({ resourceType, facet }) => [
        h('b', {}, facet === 'list' ? 'the list' : facet),
        h('span', { class: 'muted' }, ` of ${resourceType}`),
      ],
    },
    { name: 'Region', cell: ({ region }) => h('span', { class: 'together' }, region) },
    { name: 'Why', cell: ({ kind, cause }) => [h('span', { class: `outcome ${kind}` }, kind), ' ', cause] },
    { name: 'IAM actions', cell: ({ actions }) => actions.map((action) => h('code', {}, action)) },
    {
      name: 'Resources',
      numeric: true,
      cell: ({ resources, facet }) => (facet === 'list' ? 'all' : thousands(resources)),
    },
    { name: 'Checks', cell: ({ checks }) => checks.map((check) => h('code', {}, check)) },
  ]);

/** Services down, regions across; the darker, the more calls. */
function matrix(services: readonly ServiceCoverage[]): HTMLElement {
  const regions = [...new Set(services.map(({ region }) => region))].sort(
    (a, b) => Number(b === 'global') - Number(a === 'global') || (a < b ? -1 : 1),
  );
  const byService = new Map<string, ServiceCoverage[]>();
  for (const entry of services) byService.set(entry.service, [...(byService.get(entry.service) ?? []), entry]);
  const most = Math.max(1, ...services.map(({ calls }) => calls));
  const cell = (entry: ServiceCoverage | undefined): (Node | string)[] => {
    if (entry === undefined) return [h('span', { class: 'muted' }, '–')];
    const level = Math.ceil((4 * Math.log1p(entry.calls)) / Math.log1p(most));
    const unread = unreadText(entry);
    return [
      h('span', { class: `heat heat${level}` }, thousands(entry.calls)),
      ...(unread === '' ? [] : [h('span', { class: entry.denied + entry.failed > 0 ? 'errors' : 'muted' }, unread)]),
    ];
  };
  return table(
    'Calls by service and region',
    [...byService],
    [
      { name: 'Service', cell: ([service]) => h('b', {}, service) },
      ...regions.map((region) => ({
        name: region,
        numeric: true,
        cell: ([, entries]: [string, ServiceCoverage[]]) => cell(entries.find((entry) => entry.region === region)),
      })),
    ],
  );
}
