import { AuditError } from '../program/errors.ts';
import type { Category, Check, Severity } from './check.ts';
import { matcher } from '../text/glob.ts';
import { nearest } from '../text/nearest.ts';
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

/** What is selected by. */
export type Selectable = Pick<Check, 'id' | 'service' | 'severity' | 'category' | 'formerly'>;

/** The ids that checks have now, by each that they have or had. */
export const idsByName = (all: readonly Pick<Check, 'id' | 'formerly'>[]): Map<string, string> =>
  new Map(all.flatMap(({ id, formerly }) => [...formerly, id].map((each) => [each, id] as const)));

/**
 * The checks a selection names, in the registry's order.
 * @throws AuditError `usage` when a name or pattern matches nothing; the nearest names are offered
 */
export function selectChecks<C extends Selectable>(all: readonly C[], selection: Selection): C[] {
  const { services, checks, excluded, frameworks } = selection;
  const serviceNames = [...new Set(all.map((c) => c.service))].sort();
  for (const service of services ?? []) {
    if (!serviceNames.includes(service))
      throw unknownName('service', service, serviceNames, 'Run `audit checks list` to see the services.');
  }
  const byId = (patterns: readonly string[] | undefined): ((c: Selectable) => boolean)[] | undefined =>
    patterns?.map((p) => idMatcher(all, p));
  const wanted = byId(checks);
  const unwanted = byId(excluded);
  const required =
    frameworks === undefined ? undefined : new Set(frameworks.flatMap((f) => f.requirements.flatMap((r) => r.checks)));
  return all.filter(
    (check) =>
      (services === undefined || services.length === 0 || services.includes(check.service)) &&
      (wanted === undefined || wanted.length === 0 || wanted.some((test) => test(check))) &&
      !(unwanted ?? []).some((test) => test(check)) &&
      (selection.severities === undefined ||
        selection.severities.length === 0 ||
        selection.severities.includes(check.severity)) &&
      (selection.categories === undefined ||
        selection.categories.length === 0 ||
        selection.categories.includes(check.category)) &&
      (required === undefined || required.has(check.id)),
  );
}

function idMatcher(all: readonly Selectable[], pattern: string): (check: Selectable) => boolean {
  const test = matcher(pattern);
  const matches = (check: Selectable): boolean => test(check.id) || check.formerly.some(test);
  if (!all.some(matches))
    throw unknownName(
      'check',
      pattern,
      all.map((c) => c.id),
      'Run `audit checks list` to see them all.',
    );
  return matches;
}

/** The error of a name that does not exist, with the nearest ones that do. */
export function unknownName(kind: string, given: string, known: readonly string[], hint: string): AuditError {
  const near = nearest(given, known);
  const offer = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  return new AuditError('usage', `unknown ${kind}: ${given}${offer}`, { hint });
}
