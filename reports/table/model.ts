import type { Category, Severity } from '../../src/engine/check.ts';
import { categories, severities } from '../../src/engine/check.ts';
import type { Colour, Finding, Status } from '../../src/engine/finding.ts';
import { colourOf } from '../../src/engine/finding.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { colours } from './paint.ts';

/** The findings of one check at one severity. */
export interface CheckGroup {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  /** The worst colour of its findings, as Trusted Advisor colours a check. */
  readonly colour: Colour;
  readonly byStatus: Readonly<Record<Status, Found>>;
}

/** How many findings there are, and the first of them: more are not shown. */
export interface Found {
  readonly count: number;
  readonly first: readonly Finding[];
}

/** Resources shown of one check and status; the others are counted. */
export const shownResources = 10;

export interface ServiceGroup {
  readonly service: string;
  readonly counts: Readonly<Record<Colour, number>>;
  /** Worst first. */
  readonly checks: readonly CheckGroup[];
}

export interface CategoryGroup {
  readonly category: Category;
  readonly counts: Readonly<Record<Colour, number>>;
  /** Worst first. */
  readonly services: readonly ServiceGroup[];
}

interface Building {
  readonly check: string;
  readonly title: string;
  readonly service: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly byStatus: Record<Status, { count: number; first: Finding[] }>;
}

/** Groups the findings by category (in Trusted Advisor's order), service and check. */
export function grouped(result: AnyResult, only?: readonly Status[]): CategoryGroup[] {
  const wanted = only === undefined ? undefined : new Set(only);
  const groups = new Map<string, Building>();
  for (const finding of result.findings) {
    if (wanted?.has(finding.status) === false) continue;
    const { check, title, service, category, severity } = finding;
    const key = `${check} ${severity}`;
    let group = groups.get(key);
    if (group === undefined) {
      const byStatus = { fail: none(), unknown: none(), manual: none(), suppressed: none(), pass: none() };
      groups.set(key, (group = { check, title, service, category, severity, byStatus }));
    }
    const found = group.byStatus[finding.status];
    found.count += 1;
    if (found.count <= shownResources) found.first.push(finding);
  }
  const all = [...groups.values()];
  return categories.flatMap((category) => {
    const own = all.filter((group) => group.category === category);
    if (own.length === 0) return [];
    const services = [...new Set(own.map(({ service }) => service))].map((service) =>
      serviceGroup(
        service,
        own.filter((group) => group.service === service),
      ),
    );
    services.sort((a, b) => bySeverity(a, b) || byCounts(a.counts, b.counts) || (a.service < b.service ? -1 : 1));
    return [{ category, services, counts: sum(services.map(({ counts }) => counts)) }];
  });
}

const statusOrder = ['fail', 'unknown', 'manual', 'suppressed', 'pass'] as const;

function serviceGroup(service: string, groups: readonly Building[]): ServiceGroup {
  const checks = groups
    .map(({ check, title, severity, byStatus }): CheckGroup => {
      const worst = statusOrder.find((status) => byStatus[status].count > 0) ?? 'pass';
      return { check, title, severity, byStatus, colour: colourOf(worst, severity) };
    })
    .sort(
      (a, b) =>
        colours.indexOf(a.colour) - colours.indexOf(b.colour) ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        (a.check < b.check ? -1 : 1),
    );
  return { service, checks, counts: sum(checks.map(countsOf)) };
}

function countsOf({ byStatus, severity }: CheckGroup): Record<Colour, number> {
  const counts = zero();
  for (const status of statusOrder) counts[colourOf(status, severity)] += byStatus[status].count;
  return counts;
}

const none = (): { count: number; first: Finding[] } => ({ count: 0, first: [] });

const zero = (): Record<Colour, number> => ({ red: 0, yellow: 0, blue: 0, grey: 0, green: 0 });

function sum(all: readonly Readonly<Record<Colour, number>>[]): Record<Colour, number> {
  const total = zero();
  for (const counts of all) for (const colour of colours) total[colour] += counts[colour];
  return total;
}

/** More failures of the gravest severity in which they differ come first: one critical failure outweighs any number of high ones. */
function bySeverity(a: ServiceGroup, b: ServiceGroup): number {
  for (const severity of severities) {
    const difference = failed(b, severity) - failed(a, severity);
    if (difference !== 0) return difference;
  }
  return 0;
}

const failed = ({ checks }: ServiceGroup, severity: Severity): number =>
  checks.reduce((count, check) => count + (check.severity === severity ? check.byStatus.fail.count : 0), 0);

function byCounts(a: Readonly<Record<Colour, number>>, b: Readonly<Record<Colour, number>>): number {
  for (const colour of colours) if (a[colour] !== b[colour]) return b[colour] - a[colour];
  return 0;
}
