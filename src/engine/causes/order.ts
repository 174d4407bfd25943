import { compareNaturally } from '../../text/natural.ts';
import { compare } from '../../inventory/inventory.ts';
import { severities } from '../check.ts';
import type { Cause } from './cause.ts';
import { efforts, reaches } from './cause.ts';

/** One thing causes are ordered by. */
export interface Criterion {
  readonly name: 'severity' | 'certainty' | 'reach' | 'worst' | 'clears' | 'effort' | 'name';
  /** Below 0 when the first is to be fixed first. */
  readonly compare: (a: Cause, b: Cause) => number;
}

/** What causes are ordered by, the weightiest first: where two are equal in one, the next one decides. */
const criteria: readonly Criterion[] = [
  { name: 'severity', compare: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) },
  { name: 'certainty', compare: (a, b) => certain(a) - certain(b) },
  { name: 'reach', compare: (a, b) => reaches.indexOf(a.reach.from) - reaches.indexOf(b.reach.from) },
  { name: 'worst', compare: (a, b) => b.worst - a.worst },
  { name: 'clears', compare: (a, b) => b.findings.length - a.findings.length },
  { name: 'effort', compare: (a, b) => efforts.indexOf(a.effort) - efforts.indexOf(b.effort) },
  { name: 'name', compare: (a, b) => compare(a.checks[0] ?? '', b.checks[0] ?? '') || bySubject(a, b) },
];

const certain = ({ status }: Cause): number => (status === 'fail' ? 0 : 1);

/** Which of two causes is to be fixed first. */
export function byRisk(a: Cause, b: Cause): number {
  for (const { compare: difference } of criteria) {
    const found = difference(a, b);
    if (found !== 0) return found;
  }
  return 0;
}

/**
 * The same order for many. Most are alike in all but what is to be changed, and come in its order already: those are put together first,
 * so that few are compared with many.
 */
export function sortByRisk(causes: Iterable<Cause>): Cause[] {
  const alike = new Map<string, [Cause, ...Cause[]]>();
  for (const cause of causes) {
    const { severity, status, reach, worst, findings, effort, checks } = cause;
    const key = `${severity} ${status} ${reach.from} ${worst} ${findings.length} ${effort} ${checks[0]}`;
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [cause]);
    else others.push(cause);
  }
  return [...alike.values()].sort(([a], [b]) => byRisk(a, b)).flatMap((each) => each.sort(bySubject));
}

const bySubject = (a: Cause, b: Cause): number => compareNaturally(a.subject, b.subject) || compare(a.id, b.id);

/** What decides between two causes. */
export const decidedBy = (a: Cause, b: Cause): Criterion['name'] =>
  criteria.find(({ compare: difference }) => difference(a, b) !== 0)?.name ?? 'name';
