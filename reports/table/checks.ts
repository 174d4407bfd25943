import type { Finding } from '../../src/engine/finding.ts';
import { colourOf } from '../../src/engine/finding.ts';
import { counted, thousands } from '../text.ts';
import { severityNames } from '../words.ts';
import type { Cell, Column } from './grid.ts';
import { grid, gutter } from './grid.ts';
import type { CheckGroup, ServiceGroup } from './model.ts';
import { shownResources } from './model.ts';
import type { Paint } from './paint.ts';
import { signs } from './paint.ts';
import { clip, shortened, widthOf, wrap } from './width.ts';

const shownSuppressed = 3;

/** Columns from which on each finding is followed by the beginning of its fingerprint. */
export const fingerprintsFrom = 100;
const shownDigits = 8;

/** A service: its checks with something to do, worst first, each with the resources; the rest counted. */
export function* checkLines({ service, checks }: ServiceGroup, width: number, paint: Paint): Generator<string> {
  yield ` ${paint('bold', clip(service, width - 1))}`;
  for (const group of checks) {
    const { fail, unknown, manual, suppressed } = group.byStatus;
    if (fail.count + unknown.count + manual.count + suppressed.count === 0) continue;
    yield* head(group, width, paint);
    const kinds = [
      [fail, 'failed', shownResources],
      [unknown, 'unknown', shownResources],
      [suppressed, 'suppressed', shownSuppressed],
    ] as const;
    yield* findingRows(
      kinds.flatMap(([found, , shown]) => found.first.slice(0, shown)),
      width,
      paint,
    );
    for (const [found, what, shown] of kinds) {
      const hidden = found.count - shown;
      if (hidden > 0)
        yield* indented(
          `… and ${thousands(hidden)} more ${what} (all are in the JSON and HTML reports)`,
          6,
          width,
          paint,
        );
    }
    if (manual.first[0] !== undefined) yield* indented(shortened(manual.first[0].message), 6, width, paint);
  }
  const rest = counts(checks);
  if (rest !== '') yield* indented(rest, 3, width, paint);
}

function* head(group: CheckGroup, width: number, paint: Paint): Generator<string> {
  const { colour, severity, title, check, byStatus } = group;
  const total = Object.values(byStatus).reduce((sum, { count }) => sum + count, 0);
  const said = [
    byStatus.fail.count > 0 ? `${thousands(byStatus.fail.count)} failed` : '',
    byStatus.unknown.count > 0 ? `${thousands(byStatus.unknown.count)} unknown` : '',
    byStatus.manual.count > 0 ? `${thousands(byStatus.manual.count)} to look at` : '',
    byStatus.suppressed.count > 0 ? `${thousands(byStatus.suppressed.count)} suppressed` : '',
  ].filter((text) => text !== '');
  const facts = `${severityNames[severity]} · ${said.join(', ')} of ${thousands(total)} · ${check}`;
  const [first = '', ...rest] = wrap(shortened(title), width - 5);
  yield `   ${paint(colour, signs[colour])} ${paint('bold', first)}`;
  for (const line of rest) yield `     ${paint('bold', line)}`;
  for (const line of wrap(facts, width - 5)) yield `     ${paint('grey', line)}`;
}

function* indented(text: string, indent: number, width: number, paint: Paint): Generator<string> {
  for (const line of wrap(text, width - indent)) yield `${' '.repeat(indent)}${paint('grey', line)}`;
}

const margin = 5;

/** A row for each finding: its region, the resource and what was found. */
export function* findingRows(findings: readonly Finding[], width: number, paint: Paint): Generator<string> {
  if (findings.length === 0) return;
  const room = width - margin - 1 - gutter;
  const regions = Math.max(...findings.map(({ region }) => widthOf(shortened(region))));
  const names = Math.max(...findings.map(({ resource }) => widthOf(shortened(resource.name))));
  const stacked = width < 76;
  const nameWidth = Math.max(
    8,
    Math.min(Math.max(names, stacked ? regions : 0), Math.floor(room * (stacked ? 0.42 : 0.3))),
  );
  const regionWidth = Math.min(regions, 16);
  const digits = width < fingerprintsFrom ? 0 : shownDigits;
  const messageWidth =
    room - nameWidth - gutter - (stacked ? 0 : regionWidth + gutter) - (digits === 0 ? 0 : digits + gutter);
  const columns: Column[] = [
    { width: 1 },
    ...(stacked ? [] : [{ width: regionWidth }]),
    { width: nameWidth },
    { width: messageWidth },
    ...(digits === 0 ? [] : [{ width: digits }]),
  ];
  const rows = findings.map((finding): Cell[] => {
    const colour = colourOf(finding.status, finding.severity);
    const region = wrap(shortened(finding.region), stacked ? nameWidth : regionWidth).map((line) =>
      paint('grey', line),
    );
    const name = wrap(shortened(finding.resource.name), nameWidth);
    const message = wrap(shortened(fact(finding)), messageWidth);
    const sign = [paint(colour, signs[colour])];
    const id = digits === 0 ? [] : [[paint('grey', finding.fingerprint.slice(0, digits))]];
    return stacked ? [sign, [...name, ...region], message, ...id] : [sign, region, name, message, ...id];
  });
  yield* grid(rows, columns, margin).split('\n');
}

/** Why it is accepted; otherwise the message without the resource's name at its start, which has a column of its own. */
function fact({ message, resource, suppression }: Finding): string {
  if (suppression !== undefined) {
    const until = suppression.until === undefined ? '' : `, until ${suppression.until}`;
    return `suppressed: ${suppression.reason} (${suppression.owner}${until})`;
  }
  return message.startsWith(`${resource.name} `) ? message.slice(resource.name.length + 1) : message;
}

function counts(checks: readonly CheckGroup[]): string {
  let passed = 0;
  let passes = 0;
  for (const { byStatus } of checks) {
    passes += byStatus.pass.count;
    // A check whose failures somebody accepted has not passed.
    if (
      byStatus.pass.count > 0 &&
      Object.values(byStatus).every((found) => found === byStatus.pass || found.count === 0)
    )
      passed += 1;
  }
  const parts = [
    passed > 0 ? `${signs.green} ${counted(passed, 'check')} passed` : '',
    passes > 0 ? `${passed > 0 ? '' : `${signs.green} `}${counted(passes, 'resource')} OK` : '',
  ];
  return parts.filter((text) => text !== '').join(', ');
}
