import type { Population } from '../../../../src/engine/result.ts';
import { counted, thousands } from '../../../text.ts';
import { utc } from '../../../words.ts';
import { h } from '../dom.ts';
import type { Report } from '../report.ts';
import { table } from '../tables.ts';

/** What was listed: where, how much, by which operation with which parameters, and when. */
export function populationsPage({ coverage }: Report): HTMLElement {
  const { populations = [] } = coverage;
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, 'Populations and how they were read'),
    h(
      'p',
      { class: 'lead' },
      populations.length === 0
        ? 'This result does not hold what was listed.'
        : `${counted(populations.length, 'kind')} of resources, as AWS listed them. What a check looked at is judged or not applicable: both sides stand beside each requirement and in the table of checks.`,
    ),
    populations.length > 0 &&
      table('Populations', populations, [
        { name: 'Resources', cell: ({ list }) => h('code', {}, list) },
        { name: 'Listed', numeric: true, cell: listedText },
        { name: 'Where', cell: whereText },
        { name: 'Asked', cell: (population) => askedText(population) },
        { name: 'When', cell: ({ asked }) => (asked === undefined ? 'not recorded' : timesText(asked)) },
      ]),
  );
}

const listedText = ({ listed, unlisted }: Population): string =>
  unlisted.length > 0 ? `at least ${thousands(listed)}` : thousands(listed);

function whereText({ regions, unlisted, nowhere = [] }: Population): (Node | string)[] {
  const read = Object.entries(regions).map(([region, count]) => `${region} ${thousands(count)}`);
  const not = unlisted.map(({ region, cause }) => h('div', { class: 'errors' }, `${region}: not read (${cause})`));
  return [
    read.join(', '),
    ...not,
    ...(nowhere.length === 0 ? [] : [h('div', { class: 'muted' }, `does not exist in ${nowhere.join(', ')}`)]),
  ];
}

function askedText({ asked, actions }: Population): (Node | string)[] {
  if (asked === undefined || asked.requests.length === 0)
    return actions.length === 0 ? ['known without asking'] : actions.map((action) => h('code', {}, action));
  return asked.requests.map(({ operation, parameters }) =>
    h(
      'div',
      {},
      h('code', {}, operation),
      Object.keys(parameters).length > 0 && h('code', { class: 'muted' }, ` ${JSON.stringify(parameters)}`),
    ),
  );
}

const timesText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? utc(from) : `${utc(from)} to ${utc(to)}`;
