import type { Change } from '../../../src/engine/changes/change.ts';
import { changeNames, changes as allChanges } from '../../../src/engine/changes/change.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import { changesText } from '../../changes.ts';
import { counted, thousands } from '../../text.ts';
import { severityNames, statusNames } from '../../words.ts';
import { h } from './dom.ts';
import { sign } from './icons.ts';
import type { Report } from './report.ts';
import { table } from './tables.ts';

/** Findings listed of one change; the others are counted. */
const shownFindings = 200;

/** What became of the failures since the baseline or result that the run was compared with. */
export function changesPage({ changes, findings }: Report): HTMLElement {
  if (changes === undefined) return h('div', { class: 'page' });
  const byChange = new Map<Change, number[]>();
  for (let index = 0; index < findings.size; index += 1) {
    const change = findings.since(index)?.change;
    if (change === undefined) continue;
    const known = byChange.get(change);
    if (known === undefined) byChange.set(change, [index]);
    else known.push(index);
  }
  const gone = allChanges.filter((change) => change === 'fixed' || change.startsWith('gone'));
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, `Changes since the ${changes.against === 'baseline' ? 'baseline' : 'earlier result'}`),
    h('p', { class: 'lead' }, `${changesText(changes)}.`),
    changes.oldest !== undefined &&
      h('p', { class: 'muted' }, `The oldest failure that is still there was first seen on ${changes.oldest}.`),
    h(
      'section',
      {},
      h('h3', {}, 'Over, or without a verdict'),
      h(
        'p',
        { class: 'muted' },
        'Failures that were known and of which there is none now. What was not read or not selected is not fixed.',
      ),
      table('Over, or without a verdict', gone, [
        { name: 'What became of it', cell: (change) => changeNames[change] },
        { name: 'How many', numeric: true, cell: (change) => thousands(changes.summary[change]) },
      ]),
    ),
    ...(['new', 'worse', 'better', 'still'] as const).flatMap((change) => {
      const those = byChange.get(change) ?? [];
      return those.length === 0
        ? []
        : [
            h(
              'section',
              {},
              h('h3', {}, changeNames[change], h('span', { class: 'badge' }, thousands(those.length))),
              table(changeNames[change], those.slice(0, shownFindings), [
                {
                  name: 'Finding',
                  cell: (index) => [
                    sign(colourOf(findings.status(index), findings.groupOf(index).severity)),
                    ' ',
                    h('a', { href: `#findings?status=all&open=${index}` }, findings.name(index)),
                    h('div', {}, findings.fact(index)),
                  ],
                },
                { name: 'Check', cell: (index) => findings.groupOf(index).check.title },
                {
                  name: 'Severity',
                  cell: (index) =>
                    `${severityNames[findings.groupOf(index).severity]}, ${statusNames[findings.status(index)].toLowerCase()}`,
                },
                {
                  name: 'First seen',
                  cell: (index) => h('span', { class: 'together' }, findings.since(index)?.firstSeen ?? ''),
                },
              ]),
              those.length > shownFindings &&
                h('p', { class: 'muted' }, `and ${counted(those.length - shownFindings, 'more finding')}`),
            ),
          ];
    }),
  );
}
