import { AuditError } from '../errors.ts';
import type { Category, Check, Severity } from './check.ts';
import { severities } from './check.ts';
import type { Framework } from './frameworks.ts';

/** What the command line and the configuration say about which checks to run. */
export interface Selection {
  readonly services?: readonly string[];
  /** Id patterns with `*`. */
  readonly checks?: readonly string[];
  readonly excluded?: readonly string[];
  readonly severities?: readonly Severity[];
  readonly categories?: readonly Category[];
  readonly frameworks?: readonly Framework[];
}

/**
 * The checks a selection names, in the registry's order.
 * @throws AuditError `usage` when a name or pattern matches nothing; the nearest names are offered
 */
export function selectChecks(all: readonly Check[], selection: Selection): Check[] {
  const { services, checks, excluded, frameworks } = selection;
  const serviceNames = [...new Set(all.map((c) => c.service))].sort();
  for (const service of services ?? []) {
    if (!serviceNames.includes(service)) throw unknownName('service', service, serviceNames, 'Run `audit checks list` to see the services.');
  }
  const byId = (patterns: readonly string[] | undefined): ((c: Check) => boolean)[] | undefined => patterns?.map((p) => idMatcher(all, p));
  const wanted = byId(checks);
  const unwanted = byId(excluded);
  const required = frameworks === undefined ? undefined : new Set(frameworks.flatMap((f) => f.requirements.flatMap((r) => r.checks)));
  return all.filter(
    (check) =>
      (services === undefined || services.length === 0 || services.includes(check.service)) &&
      (wanted === undefined || wanted.length === 0 || wanted.some((test) => test(check))) &&
      !(unwanted ?? []).some((test) => test(check)) &&
      (selection.severities === undefined || selection.severities.length === 0 || selection.severities.includes(check.severity)) &&
      (selection.categories === undefined || selection.categories.length === 0 || selection.categories.includes(check.category)) &&
      (required === undefined || required.has(check.id)),
  );
}

function idMatcher(all: readonly Check[], pattern: string): (check: Check) => boolean {
  const test = matcher(pattern);
  const matches = (check: Check): boolean => test(check.id) || check.formerly.some(test);
  if (!all.some(matches)) throw unknownName('check', pattern, all.map((c) => c.id), 'Run `audit checks list` to see them all.');
  return matches;
}

/** Severities at or above one. */
export const atOrAbove = (severity: Severity): readonly Severity[] => severities.slice(0, severities.indexOf(severity) + 1);

/** Matches a whole text against a pattern in which `*` stands for anything and `?` for one character; in linear time. */
export function matcher(pattern: string): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  return (text) => matchGlob(pattern, text);
}

/** Greedy matching that returns to the last `*` only: at most pattern × text steps. */
function matchGlob(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star !== -1) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** The error of a name that does not exist, with the nearest ones that do. */
export function unknownName(kind: string, given: string, known: readonly string[], hint: string): AuditError {
  const near = nearest(given, known);
  const offer = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  return new AuditError('usage', `unknown ${kind}: ${given}${offer}`, { hint });
}

/** Up to three known names within a third of the given one's length in edits, or containing it; nearest first. */
export function nearest(given: string, known: readonly string[]): string[] {
  const bare = given.replaceAll(/[*?]/g, '').toLowerCase();
  if (bare === '') return [];
  return known
    .map((name) => ({ name, distance: name.includes(bare) ? 0 : editDistance(bare, name) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.ceil(bare.length / 3)))
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, 3)
    .map(({ name }) => name);
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
