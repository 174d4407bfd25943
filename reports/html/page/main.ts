import { selectionText } from '../../selection.ts';
import { thousands } from '../../text.ts';
import { duration, utc } from '../../words.ts';
import { methodPage } from './assurance/method.ts';
import { notReadPage } from './assurance/not-read.ts';
import { populationsPage } from './assurance/populations.ts';
import { requirementsPage } from './assurance/requirements.ts';
import { risksPage, suppressedFindings } from './assurance/risks.ts';
import { summaryPage } from './assurance/summary.ts';
import { changesPage } from './changes.ts';
import { byId, h } from './dom.ts';
import { exposedPage } from './exposed.ts';
import { findingsPage } from './findings.ts';
import { drawing } from './icons.ts';
import { overviewPage } from './overview.ts';
import { pathsPage } from './paths.ts';
import { printing } from './print.ts';
import type { Report } from './report.ts';
import { readReport } from './report.ts';
import { Store } from './store.ts';
import { themeButton } from './theme.ts';
import { trustedAdvisorPage } from './trusted-advisor.ts';

/** A page of the report. A new one is one more entry of its document's `pages`. */
interface Page {
  /** Its name in the URL. */
  readonly id: string;
  readonly title: string;
  /** What stands there, for the contents. */
  readonly about?: string;
  /** Shown beside the title, '' = nothing; undefined = the report has no such page. */
  readonly count: (report: Report) => number | '' | undefined;
  /** Called once, when the page is first shown. */
  readonly render: (report: Report, store: Store) => HTMLElement;
}

/** A document of the report: for whom it is, and its pages. */
interface Document {
  readonly title: string;
  readonly about: string;
  readonly pages: readonly Page[];
}

const assurance: readonly (Page & { readonly about: string })[] = [
  {
    id: 'requirements',
    title: 'Requirements',
    about: 'each with its status, how many resources were looked at, which fail, and the evidence',
    count: ({ compliance }) =>
      compliance.length === 0 ? undefined : compliance.reduce((sum, { summary }) => sum + summary.total, 0),
    render: requirementsPage,
  },
  {
    id: 'suppressions',
    title: 'Accepted risks',
    about: 'what was accepted and attested, by whom, until when and why',
    count: (report) => suppressedFindings(report).length + report.suppressions.length,
    render: risksPage,
  },
  {
    id: 'coverage',
    title: 'Not assessed',
    about: 'what could not be read, was left out, or is not covered',
    count: ({ coverage }) => coverage.gaps.filter(({ kind }) => kind !== 'unsupported').length,
    render: notReadPage,
  },
  {
    id: 'populations',
    title: 'Populations',
    about: 'what was listed, by which operation, with which parameters and when',
    count: ({ coverage }) => coverage.populations?.length,
    render: populationsPage,
  },
  {
    id: 'method',
    title: 'Method and integrity',
    about: 'how to repeat it, and how to tell whether a file was changed',
    count: () => '',
    render: methodPage,
  },
];

const documents: readonly Document[] = [
  {
    title: 'Work',
    about: 'What to fix first, findings and resources',
    pages: [
      { id: 'findings', title: 'Findings', count: ({ findings }) => findings.size, render: findingsPage },
      { id: 'overview', title: 'Overview', count: () => '', render: overviewPage },
      { id: 'exposed', title: 'Exposed', count: ({ exposed }) => exposed?.total, render: exposedPage },
      { id: 'paths', title: 'Attack paths', count: ({ attackPaths }) => attackPaths?.count, render: pathsPage },
      {
        id: 'trusted-advisor',
        title: 'Trusted Advisor',
        count: ({ trustedAdvisor }) =>
          trustedAdvisor?.checks.filter(({ agreement }) => agreement === 'differ').length ?? '',
        render: trustedAdvisorPage,
      },
      {
        id: 'changes',
        title: 'Changes',
        count: ({ changes }) => (changes === undefined ? undefined : changes.summary.new + changes.summary.worse),
        render: changesPage,
      },
    ],
  },
  {
    title: 'Assurance',
    about: 'For auditors: scope, requirements, evidence, what was accepted and not assessed',
    pages: [
      {
        id: 'assurance',
        title: 'Cover and summary',
        count: () => '',
        render: (report) => summaryPage(assurance.filter(({ count }) => count(report) !== undefined))(report),
      },
      ...assurance,
    ],
  },
];

function start(): void {
  const text = byId('data').textContent;
  const told = String(JSON.parse(byId('sha256').textContent));
  const intact = hashOf(text).then((found) => (found === undefined ? undefined : found === told));
  const report = readReport(text, told, intact);
  byId('data').remove();
  const store = new Store();
  const shown = documents.flatMap((document) =>
    document.pages.flatMap((page) => {
      const count = page.count(report);
      const badge = count === undefined || count === '' ? [] : [h('span', { class: 'badge' }, thousands(count))];
      return count === undefined
        ? []
        : [
            {
              ...page,
              document,
              link: h('a', { href: `#${page.id}` }, page.title, ...badge),
              body: undefined as HTMLElement | undefined,
            },
          ];
    }),
  );
  const switches = documents.map((document) => ({
    document,
    link: h('a', { href: `#${document.pages[0]?.id ?? ''}`, title: document.about }, document.title),
  }));
  const main = h('main', { id: 'main', tabindex: -1 });
  byId('app').replaceChildren(
    h(
      'a',
      { class: 'skip', href: '#main', click: (event: Event) => (event.preventDefault(), main.focus()) },
      'Skip to the findings',
    ),
    header(report, h('nav', { class: 'switch', 'aria-label': 'Documents' }, ...switches.map(({ link }) => link))),
    h('nav', { class: 'tabs', 'aria-label': 'Pages' }, h('div', { class: 'wide' }, ...shown.map(({ link }) => link))),
    main,
    h(
      'footer',
      {},
      `audit ${report.run.version} · run ${report.run.id} · this file is complete in itself and asks no server for anything`,
    ),
  );
  const show = (id: string): void => {
    const current = shown.find((page) => page.id === id) ?? shown[0];
    const mark = (link: HTMLElement, isCurrent: boolean, as: string): void => {
      if (isCurrent) link.setAttribute('aria-current', as);
      else link.removeAttribute('aria-current');
    };
    for (const { document, link } of switches) mark(link, document === current?.document, 'true');
    for (const page of shown) {
      if (page === current && page.body === undefined) main.append((page.body = page.render(report, store)));
      if (page.body !== undefined) page.body.hidden = page !== current;
      page.link.hidden = page.document !== current?.document;
      mark(page.link, page === current, 'page');
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
    store.change({ page: page.id, at: undefined }, false);
  });
  show(store.state.page);
  printing(report);
}

/** Browsers offer it to files on disk and to https, not to plain http. */
async function hashOf(text: string): Promise<string | undefined> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return undefined;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function header({ run }: Report, documentSwitch: HTMLElement): HTMLElement {
  const source = { aws: 'read from AWS', snapshot: 'judged from a snapshot', demo: 'demo account' }[run.source];
  const state = run.interrupted ? 'Interrupted' : run.complete ? 'Complete' : 'Incomplete';
  const facts = [
    `${utc(run.startedAt)}, ${duration(run.startedAt, run.finishedAt)}, ${source}`,
    run.regions.join(', ') || 'no region',
    run.selection === undefined ? '' : (selectionText(run.selection) ?? 'everything selected'),
  ].filter((text) => text !== '');
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
        h('p', { class: 'facts' }, facts.join(' · ')),
        documentSwitch,
        h(
          'button',
          {
            type: 'button',
            class: 'tool',
            'aria-label': 'Print',
            title: 'Print the Assurance document, or save it as PDF',
            click: () => print(),
          },
          drawing('print'),
        ),
        themeButton(),
      ),
    ),
  );
}

start();
