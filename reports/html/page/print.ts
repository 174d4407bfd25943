import { severities } from '../../../src/engine/check.ts';
import { counted } from '../../text.ts';
import { categoryNames, severityNames } from '../../words.ts';
import { coveragePage } from './coverage.ts';
import { h } from './dom.ts';
import { sign } from './icons.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import type { Report } from './report.ts';
import { requirementsPage } from './requirements.ts';
import { suppressionsPage } from './suppressions.ts';

/**
 * The list shows only the rows in the window, so paper gets pages of its own while it is printed: every failed finding
 * by check, whatever is filtered, then coverage and suppressions.
 */
export function printing(report: Report): void {
  let paper: HTMLElement | undefined;
  const begin = (): void => {
    if (paper !== undefined) return;
    paper = h(
      'div',
      { class: 'paper' },
      report.compliance.length > 0 && requirementsPage(report),
      ...failures(report),
      coveragePage(report),
      suppressionsPage(report),
    );
    document.body.append(paper);
  };
  const end = (): void => {
    paper?.remove();
    paper = undefined;
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
}

function failures({ findings }: Report): HTMLElement[] {
  const groups = [...findings.groups].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const sections = groups.flatMap((group) => {
    const failed: number[] = [];
    for (let index = group.first; index < group.last; index += 1)
      if (findings.status(index) === 'fail') failed.push(index);
    if (failed.length === 0) return [];
    const { check, severity, category } = group;
    return [
      h(
        'section',
        {},
        h('h3', {}, sign(colourOf('fail', severity)), check.title),
        h(
          'p',
          { class: 'muted' },
          `${severityNames[severity]} · ${categoryNames[category]} · ${check.id} · ${counted(failed.length, 'failure')}`,
        ),
        h('p', {}, check.risk, ' ', check.fix.text),
        h(
          'table',
          {},
          h(
            'thead',
            {},
            h('tr', {}, ...['Region', 'Resource', 'What was found'].map((name) => h('th', { scope: 'col' }, name))),
          ),
          h(
            'tbody',
            {},
            ...failed.map((index) =>
              h(
                'tr',
                {},
                h('td', {}, findings.region(index)),
                h('td', {}, findings.name(index)),
                h('td', {}, findings.fact(index)),
              ),
            ),
          ),
        ),
      ),
    ];
  });
  return sections.length === 0 ? [] : [h('h2', {}, 'Failed findings'), ...sections];
}
