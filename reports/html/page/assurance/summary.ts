import { h } from '../dom.ts';
import type { Report } from '../report.ts';
import { coverFacts, frameworkSummary } from './cover.ts';

/** One part of the Assurance document. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

/** The first page on screen: what was looked at, what came out, and where the rest stands. */
export const summaryPage =
  (parts: readonly Part[]) =>
  (report: Report): HTMLElement =>
    h(
      'div',
      { class: 'page cover' },
      h('h2', {}, `Assurance report on AWS account ${report.run.account}`),
      coverFacts(report),
      h(
        'section',
        {},
        h('h3', {}, 'Summary'),
        ...(report.compliance.length === 0
          ? [
              h(
                'p',
                {},
                'No framework was asked for. ',
                h('code', {}, 'audit frameworks list'),
                ' names them; ',
                h('code', {}, 'audit report RESULT --framework KEY --format html'),
                ' holds a saved result against one, without credentials.',
              ),
            ]
          : report.compliance.map((each) => frameworkSummary(each, report))),
      ),
      h(
        'section',
        {},
        h('h3', {}, 'Contents'),
        h(
          'ol',
          { class: 'contents' },
          ...parts.map(({ id, title, about }) =>
            h('li', {}, h('a', { href: `#${id}` }, title), h('span', { class: 'muted' }, ` ${about}`)),
          ),
        ),
      ),
    );
