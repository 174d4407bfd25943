import { besidesText, requirementColours, requirementStatusNames, scoreText, titlesText } from '../../requirements.ts';
import type { PackedCompliance } from '../packed.ts';
import { h } from './dom.ts';
import { sign } from './icons.ts';
import type { Report } from './report.ts';
import { table } from './tables.ts';

/** The frameworks that were asked for: each requirement with what the account is, held against it. */
export const requirementsPage = ({ compliance }: Report): HTMLElement =>
  h('div', { class: 'page' }, h('h2', {}, 'Requirements'), ...compliance.map(frameworkPart));

function frameworkPart({ framework, summary, requirements, attestations = [] }: PackedCompliance): HTMLElement {
  const { name, version, titled, source, edition, memory, hash } = framework;
  const from = [source, edition].filter((text) => text !== undefined).join(', ');
  return h(
    'section',
    {},
    h('h3', {}, name),
    h('p', { class: 'lead' }, `${scoreText(summary)}; ${besidesText(summary)}.`),
    h(
      'p',
      { class: 'muted' },
      [
        version === null ? '' : `Version ${version}.`,
        from === '' ? '' : `Source: ${from}.`,
        memory === undefined ? '' : `${memory}.`,
        titlesText(titled, summary.total),
      ]
        .filter((text) => text !== '')
        .join(' '),
    ),
    h('p', { class: 'muted' }, 'SHA-256 of the framework as used: ', h('code', {}, hash)),
    table(name, requirements, [
      { name: 'Requirement', cell: ({ id, number = id }) => h('b', { class: 'together' }, number) },
      {
        name: 'Status',
        cell: ({ status }) =>
          h('span', { class: 'together' }, sign(requirementColours[status]), ' ', requirementStatusNames[status]),
      },
      { name: 'What it asks', cell: ({ id, number = id, title }) => (title === number ? '' : title) },
      { name: 'Why', cell: ({ why }) => why },
      { name: 'Section', cell: ({ section }) => section ?? '' },
    ]),
    attestations.length > 0 &&
      table('Attestations that do not count', attestations, [
        { name: 'Requirement', cell: ({ requirement }) => requirement },
        { name: 'Who', cell: ({ who }) => who },
        { name: 'Valid until', cell: ({ validUntil }) => validUntil },
        { name: 'Why it does not count', cell: ({ why }) => why },
      ]),
  );
}
