import type { Category } from '../../../src/engine/check.ts';
import { categories, severities } from '../../../src/engine/check.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import type { Judged } from '../../../src/engine/result.ts';
import { counted, thousands } from '../../text.ts';
import { unreadOf, unreadText } from '../../unread.ts';
import { categoryNames, colourNames, severityNames } from '../../words.ts';
import { stackedBar } from './bars.ts';
import type { Part } from './bars.ts';
import { h } from './dom.ts';
import { drawing, sign } from './icons.ts';
import type { ColourCounts, Report } from './report.ts';
import { colours, countsOf, noCounts } from './report.ts';
import type { Store } from './store.ts';

const shownServices = 10;

/** The pictures at the top: how it stands, by category, by service, and how much of it was read. */
export function summary(report: Report, store: Store): HTMLElement {
  const byCategory = new Map<Category, ColourCounts>();
  for (const group of report.findings.groups) {
    const counts = byCategory.get(group.category) ?? noCounts();
    const own = countsOf(report, group);
    for (const colour of colours) counts[colour] += own[colour];
    byCategory.set(group.category, counts);
  }
  const total = noCounts();
  for (const counts of byCategory.values()) for (const colour of colours) total[colour] += counts[colour];
  return h(
    'section',
    { class: 'summary', 'aria-label': 'Summary' },
    headline(report, total),
    h(
      'ul',
      { class: 'categories' },
      ...categories.map((category) => card(report, category, byCategory.get(category), store)),
    ),
    causes(report),
    h('div', { class: 'panels' }, services(report, store), coverage(report)),
  );
}

/** What to fix first: the causes of the result, in its order. */
function causes({ causes: { count, first } }: Report): HTMLElement | false {
  if (first.length === 0) return false;
  return h(
    'div',
    { class: 'panel causes' },
    h(
      'h3',
      {},
      first.length === count ? 'Fix these first' : `Fix these first (${first.length} of ${counted(count, 'cause')})`,
    ),
    h(
      'ol',
      {},
      ...first.map(({ id, severity, status, title, commands, facts }) =>
        h(
          'li',
          {},
          h(
            'details',
            {},
            h('summary', {}, sign(colourOf(status, severity)), ' ', title),
            h('p', { class: 'muted' }, h('code', {}, id), ' ', facts.join(' · ')),
            ...commands.map((line) => h('pre', {}, line)),
          ),
        ),
      ),
    ),
  );
}

const colourParts = (counts: ColourCounts): Part[] =>
  colours.map((colour) => ({ class: colour, name: colourNames[colour].toLowerCase(), count: counts[colour] }));

function headline({ summary: { byStatus }, run }: Report, total: ColourCounts): HTMLElement {
  const says =
    total.red > 0
      ? [`${counted(total.red, 'finding')} ${total.red === 1 ? 'needs' : 'need'} action`, 'red']
      : total.yellow > 0
        ? [`${counted(total.yellow, 'finding')} to investigate`, 'yellow']
        : !run.complete
          ? ['Nothing failed, but not everything could be judged', 'blue']
          : byStatus.pass > 0
            ? ['Nothing failed', 'green']
            : ['Nothing was found to judge', 'grey'];
  const rest = [
    total.red > 0 && total.yellow > 0 && `${thousands(total.yellow)} more to investigate`,
    total.blue > 0 && `${thousands(total.blue)} could not be judged`,
    total.grey > 0 && `${thousands(total.grey)} suppressed or for a person to judge`,
    total.green > 0 && `${thousands(total.green)} in order`,
  ].filter((text) => text !== false);
  return h(
    'div',
    { class: 'headline' },
    h('h2', { class: says[1] ?? '' }, says[0] ?? ''),
    h('p', {}, rest.join(' · ')),
    stackedBar(colourParts(total), 'All findings'),
  );
}

function card(report: Report, category: Category, counts: ColourCounts | undefined, store: Store): HTMLElement {
  const name = categoryNames[category];
  if (counts === undefined) {
    const selected = report.checks.filter((check) => check.category === category).length;
    const why = selected === 0 ? 'No check of this run' : `${counted(selected, 'check')}, nothing to judge`;
    return h('li', { class: 'card empty' }, h('h3', {}, name), h('p', { class: 'muted' }, why));
  }
  const asks = counts.red + counts.yellow + counts.blue;
  return h(
    'li',
    { class: 'card' },
    h(
      'button',
      { type: 'button', click: () => store.show({ category: [category], ...(asks === 0 ? { status: [] } : {}) }) },
      h('span', { class: 'title' }, name),
      h(
        'span',
        { class: 'counts', 'aria-hidden': 'true' },
        ...colours.map((colour) =>
          h(
            'span',
            { class: counts[colour] === 0 ? 'zero' : colour, title: colourNames[colour] },
            sign(colour),
            thousands(counts[colour]),
          ),
        ),
      ),
      stackedBar(colourParts(counts), name),
    ),
  );
}

function services(report: Report, store: Store): HTMLElement {
  const failed = new Map<string, Record<string, number>>();
  for (const group of report.findings.groups) {
    let count = 0;
    for (let index = group.first; index < group.last; index += 1)
      if (report.findings.status(index) === 'fail') count += 1;
    if (count === 0) continue;
    const own = failed.get(group.check.service) ?? {};
    own[group.severity] = (own[group.severity] ?? 0) + count;
    failed.set(group.check.service, own);
  }
  const rows = [...failed].map(([service, counts]) => {
    const parts = severities.map((severity): Part => ({
      class: severity,
      name: severityNames[severity].toLowerCase(),
      count: counts[severity] ?? 0,
    }));
    return { service, parts, total: parts.reduce((sum, { count }) => sum + count, 0) };
  });
  // The service with the most findings of the highest severity first.
  rows.sort((a, b) => {
    for (const [index, part] of a.parts.entries()) {
      const difference = (b.parts[index]?.count ?? 0) - part.count;
      if (difference !== 0) return difference;
    }
    return a.service < b.service ? -1 : 1;
  });
  const most = Math.max(1, ...rows.map(({ total }) => total));
  const hiddenRows = rows.length - shownServices;
  return h(
    'div',
    { class: 'panel services' },
    h('h3', {}, 'Failures by service and severity'),
    h(
      'ul',
      { class: 'legend', 'aria-hidden': 'true' },
      ...severities.map((severity) => h('li', {}, h('i', { class: severity }), severityNames[severity])),
    ),
    rows.length === 0
      ? h('p', { class: 'muted' }, 'No failures.')
      : h(
          'ul',
          { class: 'rows' },
          ...rows
            .slice(0, shownServices)
            .map(({ service, parts, total }) =>
              h(
                'li',
                {},
                h(
                  'button',
                  { type: 'button', click: () => store.show({ service: [service], status: ['fail'] }) },
                  h('span', { class: 'name' }, service),
                  stackedBar(parts, service, Math.max(0.02, total / most)),
                  h('span', { class: 'total', 'aria-hidden': 'true' }, thousands(total)),
                ),
              ),
            ),
        ),
    hiddenRows > 0 && h('p', { class: 'muted' }, `and ${counted(hiddenRows, 'more service')} with failures`),
  );
}

function coverage({ coverage: { services: read, gaps, judged, skippedRegions }, run }: Report): HTMLElement {
  const calls = read.reduce((sum, service) => sum + service.calls, 0);
  const open = gaps.filter(({ kind }) => kind !== 'unsupported').length;
  const facts: [string, string][] = [
    ...(judged === undefined ? [] : judgedFacts(judged)),
    [thousands(calls), `calls to AWS; ${unreadText(unreadOf(read), true)}`],
    [
      thousands(run.regions.length),
      `${run.regions.length === 1 ? 'region' : 'regions'} read, ${thousands(skippedRegions.length)} skipped`,
    ],
    [thousands(open), `${open === 1 ? 'gap' : 'gaps'} in what could be read`],
  ];
  return h(
    'div',
    { class: 'panel coverage' },
    h('h3', {}, 'Coverage'),
    h('ul', { class: 'plain' }, ...facts.map(([number, text]) => h('li', {}, h('b', {}, number), ' ', text))),
    h(
      'a',
      { href: '#coverage', class: 'more' },
      open > 0 ? 'What could not be read, and what is missing' : 'All calls and regions',
      drawing('chevron'),
    ),
  );
}

/** No share of them is told: what a list holds that could not be read, nobody knows. */
function judgedFacts({ judged, notJudged, unlisted }: Judged): [string, string][] {
  const facts: [string, string][] = [[thousands(judged), 'judgements made']];
  if (notJudged > 0) facts.push([thousands(notJudged), 'could not be made of what was listed']);
  if (unlisted > 0)
    facts.push([
      thousands(unlisted),
      'could not be made of lists that could not be read: nobody knows how much they hold',
    ]);
  return facts;
}
