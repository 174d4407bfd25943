import { selectionText } from '../../selection.ts';
import { thousands } from '../../text.ts';
import { duration, utc } from '../../words.ts';
import { coveragePage } from './coverage.ts';
import { byId, h } from './dom.ts';
import { findingsPage } from './findings.ts';
import { drawing } from './icons.ts';
import { pathsPage } from './paths.ts';
import { printing } from './print.ts';
import type { Report } from './report.ts';
import { readReport } from './report.ts';
import { requirementsPage } from './requirements.ts';
import { Store } from './store.ts';
import { suppressedFindings, suppressionsPage } from './suppressions.ts';
import { themeButton } from './theme.ts';

/** A page of the report. A new one is one more entry of `pages`. */
interface Page {
  /** Its name in the URL. */
  readonly id: string;
  readonly title: string;
  /** Shown beside the title; undefined = the report has no such page. */
  readonly count: (report: Report) => number | undefined;
  /** Called once, when the page is first shown. */
  readonly render: (report: Report, store: Store) => HTMLElement;
}

const pages: readonly Page[] = [
  { id: 'findings', title: 'Findings', count: ({ findings }) => findings.size, render: findingsPage },
  {
    id: 'requirements',
    title: 'Requirements',
    count: ({ compliance }) =>
      compliance.length === 0 ? undefined : compliance.reduce((sum, { summary }) => sum + summary.total, 0),
    render: requirementsPage,
  },
  {
    id: 'coverage',
    title: 'Coverage',
    count: ({ coverage }) => coverage.gaps.filter(({ kind }) => kind !== 'unsupported').length,
    render: coveragePage,
  },
  {
    id: 'paths',
    title: 'Attack paths',
    count: ({ attackPaths }) => attackPaths?.count,
    render: pathsPage,
  },
  {
    id: 'suppressions',
    title: 'Suppressions',
    count: (report) => suppressedFindings(report).length + report.suppressions.length,
    render: suppressionsPage,
  },
];

function start(): void {
  const report = readReport(byId('data').textContent);
  byId('data').remove();
  const store = new Store();
  const shown = pages.flatMap((page) => {
    const count = page.count(report);
    return count === undefined
      ? []
      : [
          {
            ...page,
            count,
            link: h('a', { href: `#${page.id}` }, page.title, h('span', { class: 'badge' }, thousands(count))),
            body: undefined as HTMLElement | undefined,
          },
        ];
  });
  const main = h('main', { id: 'main', tabindex: -1 });
  byId('app').replaceChildren(
    h(
      'a',
      { class: 'skip', href: '#main', click: (event: Event) => (event.preventDefault(), main.focus()) },
      'Skip to the findings',
    ),
    header(report),
    h('nav', { 'aria-label': 'Pages' }, h('div', { class: 'wide' }, ...shown.map(({ link }) => link))),
    main,
    h(
      'footer',
      {},
      `audit ${report.run.version} · run ${report.run.id} · this file is complete in itself and asks no server for anything`,
    ),
  );
  const show = (id: string): void => {
    const current = shown.find((page) => page.id === id) ?? shown[0];
    for (const page of shown) {
      if (page === current && page.body === undefined) main.append((page.body = page.render(report, store)));
      if (page.body !== undefined) page.body.hidden = page !== current;
      if (page === current) page.link.setAttribute('aria-current', 'page');
      else page.link.removeAttribute('aria-current');
    }
  };
  store.listen((state, before) => {
    if (state.page === before.page) return;
    show(state.page);
    scrollTo(0, 0);
  });
  // Going to another page keeps the filters; only the address of a page alone, opened anew, has none.
  document.addEventListener('click', (event) => {
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
    const page = shown.find(({ id }) => href === `#${id}`);
    if (page === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    store.change({ page: page.id }, false);
  });
  show(store.state.page);
  printing(report);
}

function header({ run }: Report): HTMLElement {
  const source = { aws: 'read from AWS', snapshot: 'judged from a snapshot', demo: 'demo account' }[run.source];
  const state = run.interrupted ? 'Interrupted' : run.complete ? 'Complete' : 'Incomplete';
  const facts: [string, string][] = [
    ['Read', `${utc(run.startedAt)}, ${duration(run.startedAt, run.finishedAt)}, ${source}`],
    ['Regions', run.regions.join(', ') || 'none'],
    ['Caller', run.caller],
    ...(run.selection === undefined
      ? []
      : [['Selection', selectionText(run.selection) ?? 'everything'] satisfies [string, string]]),
  ];
  return h(
    'header',
    {},
    h(
      'div',
      { class: 'wide' },
      h(
        'div',
        { class: 'brand' },
        h(
          'h1',
          {},
          'AWS posture ',
          h('span', { class: 'account' }, `${run.account}${run.partition === 'aws' ? '' : ` (${run.partition})`}`),
        ),
        h('a', { class: `state ${state.toLowerCase()}`, href: '#coverage' }, state),
        h('span', { class: 'space' }),
        h(
          'button',
          {
            type: 'button',
            class: 'tool',
            'aria-label': 'Print',
            title: 'Print, or save as PDF',
            click: () => print(),
          },
          drawing('print'),
        ),
        themeButton(),
      ),
      h(
        'dl',
        { class: 'facts' },
        ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { title: value }, value))),
      ),
    ),
  );
}

start();
