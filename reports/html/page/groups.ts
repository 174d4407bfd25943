import { severities } from '../../../src/engine/check.ts';
import type { Severity } from '../../../src/engine/check.ts';
import type { Colour, Status } from '../../../src/engine/finding.ts';
import { colourOf, statuses } from '../../../src/engine/finding.ts';
import { thousands } from '../../text.ts';
import { categoryNames, colourNames, severityNames, statusNames } from '../../words.ts';
import type { Group } from '../unpack.ts';
import { stackedBar } from './bars.ts';
import { h, hidden } from './dom.ts';
import type { Match } from './filter.ts';
import { drawing, sign } from './icons.ts';
import type { Report } from './report.ts';
import { colours, noCounts } from './report.ts';

type StatusCounts = Readonly<Record<Status, number>>;

/** All findings of a check, whatever is filtered. */
export class GroupCounts {
  readonly #report: Report;
  readonly #counts = new Map<number, StatusCounts>();

  constructor(report: Report) {
    this.#report = report;
  }

  of(group: Group): StatusCounts {
    let counts = this.#counts.get(group.index);
    if (counts === undefined) {
      const found: Record<Status, number> = { fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 0 };
      for (let index = group.first; index < group.last; index += 1) found[this.#report.findings.status(index)] += 1;
      this.#counts.set(group.index, (counts = found));
    }
    return counts;
  }

  /** The worst colour among the findings, as Trusted Advisor colours a check. */
  colour(group: Group): Colour {
    const counts = this.of(group);
    return colourOf(statuses.find((status) => counts[status] > 0) ?? 'pass', group.severity);
  }
}

/** Worst colour first, then severity, then the number of failures. */
export function byUrgency(counts: GroupCounts): (a: Match, b: Match) => number {
  return ({ group: a }, { group: b }) => {
    if (a === undefined || b === undefined) return 0;
    return (
      colours.indexOf(counts.colour(a)) - colours.indexOf(counts.colour(b)) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      counts.of(b).fail - counts.of(a).fail ||
      (a.check.id < b.check.id ? -1 : 1)
    );
  };
}

/** Resources with the worst and then the most failures first. */
export function worstFirst({ findings }: Report): (a: Match, b: Match) => number {
  const weights = new Map<number, number>();
  const weight = ({ key, findings: numbers }: Match): number => {
    let sum = weights.get(key);
    if (sum === undefined) {
      sum = 0;
      for (const index of numbers)
        if (findings.status(index) === 'fail')
          sum += 1000 ** (severities.length - severities.indexOf(findings.groupOf(index).severity));
      weights.set(key, sum);
    }
    return sum;
  };
  return (a, b) => weight(b) - weight(a) || a.key - b.key;
}

/** The cells of a resource's row: what of it matches. */
export function resourceCells({ findings }: Report, { findings: numbers }: Match): HTMLElement[] {
  const [first = 0] = numbers;
  const { name, type, region, account } = findings.resource(first);
  const counts: Record<Status, number> = { fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 0 };
  const colourCounts = noCounts();
  let worst: Severity = 'informational';
  for (const index of numbers) {
    const status = findings.status(index);
    const { severity } = findings.groupOf(index);
    counts[status] += 1;
    colourCounts[colourOf(status, severity)] += 1;
    if (status !== 'pass' && severities.indexOf(severity) < severities.indexOf(worst)) worst = severity;
  }
  const colour = colours.find((one) => colourCounts[one] > 0) ?? 'green';
  const status = statuses.find((one) => counts[one] > 0) ?? 'pass';
  return rowCells({
    colour,
    title: name,
    sub: [h('code', {}, type), h('span', { class: 'category' }, `${region}, ${account}`)],
    severity: worst,
    tally: statusNames[status].toLowerCase(),
    count: counts[status],
    of: numbers.length,
    bar: stackedBar(
      colours.map((one) => ({ class: one, name: colourNames[one].toLowerCase(), count: colourCounts[one] })),
      'Findings of the resource',
    ),
  });
}

interface Row {
  readonly colour: Colour;
  readonly title: string;
  /** Below the title. */
  readonly sub: readonly Node[];
  readonly severity: Severity;
  /** What is counted, in words. */
  readonly tally: string;
  readonly count: number;
  readonly of: number;
  readonly bar: Element;
}

/** The cells of a row that stands for several findings. */
const rowCells = ({ colour, title, sub, severity, tally, count, of, bar }: Row): HTMLElement[] => [
  h(
    'div',
    { role: 'gridcell', class: 'check' },
    drawing('chevron'),
    sign(colour),
    h('span', { class: 'names' }, h('span', { class: 'title' }, title), h('span', { class: 'sub' }, ...sub)),
  ),
  h('div', { role: 'gridcell', class: 'severity' }, h('span', { class: `pill ${severity}` }, severityNames[severity])),
  h(
    'div',
    { role: 'gridcell', class: 'tally' },
    h(
      'span',
      { class: 'numbers' },
      h('b', {}, thousands(count)),
      ` ${tally}`,
      h('span', { class: 'muted' }, ` of ${thousands(of)}`),
    ),
    bar,
  ),
];

const barClasses: Readonly<Record<Status, (group: Group) => Colour>> = {
  fail: ({ severity }) => colourOf('fail', severity),
  unknown: () => 'blue',
  manual: () => 'grey',
  suppressed: () => 'grey',
  pass: () => 'green',
};

/** The cells of a check's row. */
export function groupCells(group: Group, counts: GroupCounts): HTMLElement[] {
  const own = counts.of(group);
  const total = group.last - group.first;
  const colour = counts.colour(group);
  const parts = statuses.map((status) => ({
    class: barClasses[status](group),
    name: statusNames[status].toLowerCase(),
    count: own[status],
  }));
  const worst = statuses.find((status) => own[status] > 0) ?? 'pass';
  return rowCells({
    colour,
    title: group.check.title,
    sub: [h('code', {}, group.check.id), h('span', { class: 'category' }, categoryNames[group.category])],
    severity: group.severity,
    tally: statusNames[worst].toLowerCase(),
    count: own[worst],
    of: total,
    bar: stackedBar(parts, 'All findings of the check'),
  });
}

/** The cells of a finding's row. */
export function findingCells({ findings }: Report, index: number, byCheck: boolean): HTMLElement[] {
  const { severity } = findings.groupOf(index);
  const status = findings.status(index);
  const name = byCheck ? findings.name(index) : findings.groupOf(index).check.title;
  return [
    h(
      'div',
      { role: 'gridcell', class: 'resource' },
      drawing('chevron'),
      sign(colourOf(status, severity)),
      hidden(`${statusNames[status]}: `),
      h('span', { class: 'name' }, name),
    ),
    h('div', { role: 'gridcell', class: 'fact' }, findings.fact(index)),
    h('div', { role: 'gridcell', class: 'region' }, findings.region(index)),
  ];
}
