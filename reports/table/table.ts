import type { AnyResult } from '../../src/engine/result.ts';
import type { ReportOptions, Reporter, View } from '../../src/engine/reporter.ts';
import { selectionText } from '../selection.ts';
import { thousands } from '../text.ts';
import { categoryNames, colourNames, duration, utc } from '../words.ts';
import { checkLines } from './checks.ts';
import { closing } from './closing.ts';
import type { Cell } from './grid.ts';
import { grid, gutter } from './grid.ts';
import type { CategoryGroup } from './model.ts';
import { groupLines } from './groups.ts';
import { grouped } from './model.ts';
import type { Paint } from './paint.ts';
import { bar, colours, painter, signs } from './paint.ts';
import { complianceLines } from './requirements.ts';
import { exposedLines } from './exposed.ts';
import { trustedAdvisorLines } from './trusted-advisor.ts';
import { verdict } from './verdict.ts';
import { clip, shortened, widthOf, wrap } from './width.ts';

/** Columns used when nothing says how wide the terminal is: of what is scrolled through, and of one screen. */
const usualWidth = 100;
const screenWidth = 80;
const narrowest = 40;
const widest = 200;

/**
 * The report for terminals: one screen of what to do first; where details are asked for, all of it in the manner of Trusted Advisor:
 * categories, services, checks with their colour, and the resources behind them.
 */
export const table: Reporter = {
  name: 'table',
  extension: 'txt',
  *render(result, options) {
    for (const line of lines(result, options)) yield `${line}\n`;
  },
};

function* lines(result: AnyResult, options: ReportOptions): Generator<string> {
  const { view = {} } = options;
  const paint = painter(options.colour ?? false);
  const whole =
    view.details === true || view.groupBy !== undefined || view.only !== undefined || view.layout !== undefined;
  const asked = options.width ?? (whole ? usualWidth : screenWidth);
  const width = Math.min(widest, Math.max(narrowest, Math.floor(asked)));
  const frameworks = result.compliance ?? [];
  if (!whole) {
    yield* complianceLines(frameworks, result.run.selection, false, width, paint);
    return yield* verdict(result, options, width, paint);
  }
  yield* header(result, width, paint);
  yield '';
  if (view.details === true) yield* complianceLines(frameworks, result.run.selection, true, width, paint);
  if (view.layout === 'trusted-advisor') yield* trustedAdvisorLines(result, width, paint);
  else if (view.layout === 'exposed') yield* exposedLines(result, width, paint);
  else if (view.groupBy === undefined) yield* details(result, view, width, paint);
  else yield* groupLines(result, view, width, paint);
  yield '';
  yield rule('RESULT', width, paint);
  yield* closing(result, options.exit, width, paint);
}

/** Every finding that needs somebody, by category, service and check. */
function* details(result: AnyResult, { only }: View, width: number, paint: Paint): Generator<string> {
  const categories = grouped(result, only);
  if (categories.length > 0) yield* overview(categories, width, paint);
  for (const group of categories) {
    yield '';
    yield rule(categoryNames[group.category].toUpperCase(), width, paint);
    for (const service of group.services) {
      yield '';
      yield* checkLines(service, width, paint);
    }
  }
}

function rule(title: string, width: number, paint: Paint): string {
  return `${paint('bold', title)} ${paint('grey', '─'.repeat(Math.max(0, width - widthOf(title) - 1)))}`;
}

function* header({ run }: AnyResult, width: number, paint: Paint): Generator<string> {
  yield paint('bold', clip(`audit ${run.version} of account ${run.account} (${run.partition})`, width));
  const source = { aws: 'read from AWS', snapshot: 'judged from a snapshot', demo: 'the demo account' }[run.source];
  const selection = run.selection === undefined ? undefined : selectionText(run.selection);
  const rows: [string, string, boolean][] = [
    ['Regions', run.regions.length === 0 ? 'none' : run.regions.join(', '), false],
    ['Caller', run.caller, false],
    ['Time', `${utc(run.startedAt)}, ${duration(run.startedAt, run.finishedAt)}, ${source}`, false],
    ...(selection === undefined ? [] : [['Selection', selection, false] satisfies [string, string, boolean]]),
    [
      'Complete',
      run.interrupted
        ? 'NO: the run was interrupted, this is what it had read'
        : run.complete
          ? 'yes, every selected check was judged'
          : 'NO: not everything could be read, see RESULT below',
      !run.complete || run.interrupted,
    ],
  ];
  for (const [label, text, alarming] of rows) {
    const [first = '', ...rest] = wrap(shortened(text), width - 12);
    yield `  ${paint('grey', label.padEnd(10))}${alarming ? paint('yellow', first) : first}`;
    for (const line of rest) yield `${' '.repeat(12)}${alarming ? paint('yellow', line) : line}`;
  }
}

const nameWidth = 17;

function* overview(categories: readonly CategoryGroup[], width: number, paint: Paint): Generator<string> {
  const numbers = categories.map(({ counts }) => colours.map((colour) => thousands(counts[colour])));
  const heads = colours.map((colour) => (width < 80 ? signs[colour] : `${signs[colour]} ${colourNames[colour]}`));
  const numberWidths = heads.map((head, index) =>
    Math.max(widthOf(head), ...numbers.map((row) => row[index]?.length ?? 0)),
  );
  const needed = 2 + nameWidth + numberWidths.reduce((sum, size) => sum + gutter + size, 0);
  if (needed > width) return yield* stackedOverview(categories, width, paint);
  const barWidth = Math.min(40, width - needed - gutter);
  const head: Cell[] = [[''], ...heads.map((text, index) => [paint(colours[index] ?? 'grey', text)]), ['']];
  const rows = categories.map(({ category, counts }, row): Cell[] => [
    [paint('bold', categoryNames[category])],
    ...colours.map((colour, index) => {
      const number = numbers[row]?.[index] ?? '';
      return [counts[colour] === 0 ? paint('grey', number) : paint(colour, number)];
    }),
    [barWidth < 6 ? '' : bar(counts, barWidth, paint)],
  ]);
  const columns = [{ width: nameWidth }, ...numberWidths.map((size) => ({ width: size, align: 'right' as const }))];
  const drawn = barWidth < 6 ? [head, ...rows].map((row) => row.slice(0, -1)) : [head, ...rows];
  yield* grid(drawn, barWidth < 6 ? columns : [...columns, { width: barWidth }], 2).split('\n');
  if (width < 80)
    yield* wrap(colours.map((colour) => `${signs[colour]} ${colourNames[colour]}`).join(', '), width - 2).map((line) =>
      paint('grey', `  ${line}`),
    );
}

function* stackedOverview(categories: readonly CategoryGroup[], width: number, paint: Paint): Generator<string> {
  for (const { category, counts } of categories) {
    yield `  ${paint('bold', categoryNames[category])}`;
    const shown = colours.filter((colour) => counts[colour] > 0);
    const texts = shown.map((colour) => `${signs[colour]} ${thousands(counts[colour])} ${colourNames[colour]}`);
    for (const line of wrap(texts.join(', '), width - 4)) yield `    ${line}`;
  }
}
