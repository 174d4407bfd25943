import type { Category } from '../../../src/engine/check.ts';
import { categories } from '../../../src/engine/check.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import { counted, thousands } from '../../text.ts';
import { categoryNames, colourNames } from '../../words.ts';
import { stackedBar } from './bars.ts';
import type { Part } from './bars.ts';
import { h } from './dom.ts';
import { copyButton } from './copy.ts';
import { sign } from './icons.ts';
import type { ColourCounts, Report } from './report.ts';
import { colours, countsOf, noCounts } from './report.ts';
import type { Store } from './store.ts';

/** How many causes stand on the first screen; the others open with a click. */
const firstCauses = 4;

/** The top of the first page: the verdict, what to fix first, and how it stands by category. */
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
  const first = causes(report);
  return h(
    'section',
    { class: 'summary', 'aria-label': 'Summary' },
    headline(report, total),
    h(
      'div',
      { class: first === false ? 'at-first alone' : 'at-first' },
      first,
      h(
        'ul',
        { class: 'categories' },
        ...categories.map((category) => card(report, category, byCategory.get(category), store)),
      ),
    ),
  );
}

/** What to fix first: the causes of the result, in its order. */
function causes({ causes: { count, first } }: Report): HTMLElement | false {
  if (first.length === 0) return false;
  const item = ({ id, severity, status, title, commands, facts }: (typeof first)[number]): HTMLElement =>
    h(
      'li',
      {},
      h(
        'details',
        {},
        h('summary', {}, sign(colourOf(status, severity)), ' ', title),
        h('p', { class: 'muted' }, h('code', {}, id), ' ', facts.join(' · ')),
        ...commands.map((line) => h('div', { class: 'block' }, h('pre', {}, line), copyButton(line, 'command'))),
      ),
    );
  const rest = first.slice(firstCauses);
  return h(
    'div',
    { class: 'panel causes' },
    h(
      'h3',
      {},
      first.length === count ? 'Fix these first' : `Fix these first (${first.length} of ${counted(count, 'cause')})`,
    ),
    h('ol', {}, ...first.slice(0, firstCauses).map(item)),
    rest.length > 0 &&
      h(
        'details',
        { class: 'fold' },
        h('summary', {}, `${rest.length} more`),
        h('ol', { start: firstCauses + 1 }, ...rest.map(item)),
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
