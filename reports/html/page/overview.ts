import type { Judged } from '../../../src/engine/result.ts';
import { severities } from '../../../src/engine/check.ts';
import { thousands } from '../../text.ts';
import { unreadOf, unreadText } from '../../unread.ts';
import { severityNames } from '../../words.ts';
import type { Part } from './bars.ts';
import { stackedBar } from './bars.ts';
import { h } from './dom.ts';
import { drawing } from './icons.ts';
import type { Report } from './report.ts';
import type { Store } from './store.ts';

/** Failures by service, and how much was read. */
export const overviewPage = (report: Report, store: Store): HTMLElement =>
  h(
    'div',
    { class: 'page' },
    h('h2', {}, 'Overview'),
    h('div', { class: 'panels' }, services(report, store), coverage(report)),
  );

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
          ...rows.map(({ service, parts, total }) =>
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
