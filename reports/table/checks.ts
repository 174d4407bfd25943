import type { Finding } from '../../src/engine/finding.ts';
import { colourOf } from '../../src/engine/finding.ts';
import { counted, thousands } from '../text.ts';
import { severityNames } from '../words.ts';
import type { Cell, Column } from './grid.ts';
import { grid, gutter } from './grid.ts';
import type { CheckGroup, ServiceGroup } from './model.ts';
import type { Paint } from './paint.ts';
import { signs } from './paint.ts';
import { clip, widthOf, wrap } from './width.ts';

/** Resources shown of one check and status; the others are counted. */
export const shownResources = 10;

/** A service: its checks with something to do, worst first, each with the resources; the rest counted. */
export function* checkLines({ service, checks }: ServiceGroup, width: number, paint: Paint): Generator<string> {
  yield ` ${paint('bold', clip(service, width - 1))}`;
  for (const group of checks) {
    const { fail, unknown, manual } = group.byStatus;
    if (fail.length + unknown.length + manual.length === 0) continue;
    yield* head(group, width, paint);
    yield* resources([...fail.slice(0, shownResources), ...unknown.slice(0, shownResources)], width, paint);
    for (const [list, what] of [
      [fail, 'failed'],
      [unknown, 'unknown'],
    ] as const) {
      const hidden = list.length - shownResources;
      if (hidden > 0)
        yield* indented(
          `… and ${thousands(hidden)} more ${what} (all are in the JSON and HTML reports)`,
          6,
          width,
          paint,
        );
    }
    if (manual[0] !== undefined) yield* indented(manual[0].message, 6, width, paint);
  }
  const rest = counts(checks);
  if (rest !== '') yield* indented(rest, 3, width, paint);
}

function* head(group: CheckGroup, width: number, paint: Paint): Generator<string> {
  const { colour, severity, title, check, byStatus } = group;
  const total = Object.values(byStatus).reduce((sum, list) => sum + list.length, 0);
  const said = [
    byStatus.fail.length > 0 ? `${thousands(byStatus.fail.length)} failed` : '',
    byStatus.unknown.length > 0 ? `${thousands(byStatus.unknown.length)} unknown` : '',
    byStatus.manual.length > 0 ? `${thousands(byStatus.manual.length)} to look at` : '',
  ].filter((text) => text !== '');
  const facts = `${severityNames[severity]} · ${said.join(', ')} of ${thousands(total)} · ${check}`;
  const [first = '', ...rest] = wrap(title, width - 5);
  yield `   ${paint(colour, signs[colour])} ${paint('bold', first)}`;
  for (const line of rest) yield `     ${paint('bold', line)}`;
  for (const line of wrap(facts, width - 5)) yield `     ${paint('grey', line)}`;
}

function* indented(text: string, indent: number, width: number, paint: Paint): Generator<string> {
  for (const line of wrap(text, width - indent)) yield `${' '.repeat(indent)}${paint('grey', line)}`;
}

const margin = 5;

function* resources(findings: readonly Finding[], width: number, paint: Paint): Generator<string> {
  if (findings.length === 0) return;
  const room = width - margin - 1 - gutter;
  const regions = Math.max(...findings.map(({ region }) => region.length));
  const names = Math.max(...findings.map(({ resource }) => widthOf(resource.name)));
  const stacked = width < 76;
  const nameWidth = Math.max(
    8,
    Math.min(Math.max(names, stacked ? regions : 0), Math.floor(room * (stacked ? 0.42 : 0.3))),
  );
  const regionWidth = Math.min(regions, 16);
  const messageWidth = room - nameWidth - gutter - (stacked ? 0 : regionWidth + gutter);
  const columns: Column[] = [
    { width: 1 },
    ...(stacked ? [] : [{ width: regionWidth }]),
    { width: nameWidth },
    { width: messageWidth },
  ];
  const rows = findings.map((finding): Cell[] => {
    const colour = colourOf(finding.status, finding.severity);
    const region = wrap(finding.region, stacked ? nameWidth : regionWidth).map((line) => paint('grey', line));
    const name = wrap(finding.resource.name, nameWidth);
    const message = wrap(fact(finding), messageWidth);
    const sign = [paint(colour, signs[colour])];
    return stacked ? [sign, [...name, ...region], message] : [sign, region, name, message];
  });
  yield* grid(rows, columns, margin).split('\n');
}

/** The message without the resource's name at its start, which stands in a column of its own. */
const fact = ({ message, resource }: Finding): string =>
  message.startsWith(`${resource.name} `) ? message.slice(resource.name.length + 1) : message;

function counts(checks: readonly CheckGroup[]): string {
  let passed = 0;
  let passes = 0;
  let suppressed = 0;
  for (const { byStatus } of checks) {
    passes += byStatus.pass.length;
    suppressed += byStatus.suppressed.length;
    if (byStatus.pass.length > 0 && byStatus.fail.length + byStatus.unknown.length + byStatus.manual.length === 0)
      passed += 1;
  }
  const parts = [
    passed > 0 ? `${signs.green} ${counted(passed, 'check')} passed` : '',
    passes > 0 ? `${passed > 0 ? '' : `${signs.green} `}${counted(passes, 'resource')} OK` : '',
    suppressed > 0 ? `${signs.grey} ${thousands(suppressed)} suppressed` : '',
  ];
  return parts.filter((text) => text !== '').join(', ');
}
