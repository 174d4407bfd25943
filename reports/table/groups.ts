import { severities } from '../../src/engine/check.ts';
import type { Severity } from '../../src/engine/check.ts';
import type { Finding, Status } from '../../src/engine/finding.ts';
import type { GroupBy, View } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { compareNaturally } from '../../src/text/natural.ts';
import { clearsText, reachText } from '../causes.ts';
import { counted, thousands } from '../text.ts';
import { severityNames, statusNames } from '../words.ts';
import { findingRows } from './checks.ts';
import type { Paint } from './paint.ts';
import { clip, wrap } from './width.ts';

/** Findings that are shown of a group; the others are counted. */
const shownFindings = 10;

interface Group {
  readonly name: string;
  /** A line about it, where there is more to say than its name. */
  readonly about: string;
  readonly counts: Record<Status, number>;
  readonly failed: Record<Severity, number>;
  readonly first: Finding[];
  /** Causes have an order of their own. */
  readonly place: number;
}

/** Statuses that are shown unless others are asked for: what passed needs nobody. */
const unpassed: readonly Status[] = ['fail', 'unknown', 'manual', 'suppressed'];

/** The findings by what they are of, worst first. */
export function* groupLines(result: AnyResult, view: View, width: number, paint: Paint): Generator<string> {
  const by = view.groupBy ?? 'check';
  const groups = grouped(result, by, new Set(view.only ?? unpassed)).sort(inOrder);
  const shown = groups.slice(0, view.top ?? groups.length);
  for (const { name, about, counts, first } of shown) {
    yield '';
    for (const line of wrap(name, width)) yield paint('bold', line);
    if (about !== '') for (const line of wrap(about, width - 2)) yield `  ${paint('grey', line)}`;
    const said = (Object.keys(statusNames) as Status[]).flatMap((status) =>
      counts[status] === 0 ? [] : [`${thousands(counts[status])} ${statusNames[status].toLowerCase()}`],
    );
    yield `  ${paint('grey', said.join(', '))}`;
    yield* findingRows(by === 'resource' ? first.map(underCheck) : first, width, paint);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (total > first.length) yield paint('grey', `     … and ${thousands(total - first.length)} more`);
  }
  if (groups.length === 0) yield 'Nothing to show.';
  else if (shown.length < groups.length)
    yield paint('grey', `\n… and ${counted(groups.length - shown.length, `more ${by}`, `more ${by}s`)}`);
}

/** Of one resource, findings are told apart by their checks. */
const underCheck = (finding: Finding): Finding => ({
  ...finding,
  resource: { ...finding.resource, name: finding.check },
});

function grouped(result: AnyResult, by: GroupBy, wanted: ReadonlySet<Status>): Group[] {
  const groups = new Map<string, Group>();
  const placed = by === 'cause' ? causesOf(result) : new Map<string, Place>();
  for (const finding of result.findings) {
    if (!wanted.has(finding.status)) continue;
    const [key, name, about, place] = by === 'cause' ? (placed.get(finding.fingerprint) ?? apart) : keyOf(finding, by);
    let group = groups.get(key);
    if (group === undefined) {
      const counts = { fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 0 };
      const failed = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
      groups.set(key, (group = { name, about, counts, failed, first: [], place }));
    }
    group.counts[finding.status] += 1;
    if (finding.status === 'fail') group.failed[finding.severity] += 1;
    if (group.first.length < shownFindings) group.first.push(finding);
  }
  return [...groups.values()];
}

type Place = readonly [key: string, name: string, about: string, place: number];

const apart: Place = [
  '',
  'Of no cause',
  'what nobody can change, was accepted, passed or is to be looked at',
  Infinity,
];

function causesOf({ causes }: AnyResult): ReadonlyMap<string, Place> {
  return new Map(
    causes.flatMap((cause, place) => {
      const about = [
        severityNames[cause.severity].toLowerCase(),
        clearsText(cause),
        reachText(cause.reach),
        ...cause.commands,
      ];
      const found: Place = [
        cause.id,
        `${cause.id}: ${cause.title}`,
        clip(about.filter((text) => text !== '').join('; '), 500),
        place,
      ];
      return cause.findings.map((fingerprint) => [fingerprint, found] as const);
    }),
  );
}

function keyOf({ check, title, service, region, resource }: Finding, by: Exclude<GroupBy, 'cause'>): Place {
  switch (by) {
    case 'check':
      return [check, check, title, 0];
    case 'service':
      return [service, service, '', 0];
    case 'region':
      return [region, region, '', 0];
    case 'resource':
      return [resource.arn, resource.name, resource.arn, 0];
  }
}

function inOrder(a: Group, b: Group): number {
  if (a.place !== b.place) return a.place - b.place;
  for (const severity of severities) {
    const difference = b.failed[severity] - a.failed[severity];
    if (difference !== 0) return difference;
  }
  return b.counts.unknown - a.counts.unknown || compareNaturally(a.name, b.name);
}
