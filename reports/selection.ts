import type { RunSelection } from '../src/engine/result.ts';
import { few } from '../src/text/few.ts';

/** What a run was narrowed to, in one line. */
export const scopeText = (selection: RunSelection): string =>
  narrowings({ ...selection, frameworks: [] }).join('; ') || 'what was read';

/** A run's selection in one line; `undefined` where nothing was narrowed or set. */
export function selectionText(selection: RunSelection): string | undefined {
  const parts = narrowings(selection);
  const add = (what: string, values: readonly string[]): void => {
    parts.push(...named(what, values));
  };
  const settings = Object.entries(selection.settings).flatMap(([id, values]) =>
    Object.entries(values).map(([name, value]) => `${id}.${name} = ${JSON.stringify(value)}`),
  );
  add('settings', settings);
  add(
    'severities set',
    Object.entries(selection.severityOverrides).map(([id, severity]) => `${id} = ${severity}`),
  );
  add('trusted accounts', selection.trustedAccounts);
  if (selection.now !== undefined) parts.push(`as of ${selection.now}`);
  if (selection.snapshot !== undefined) parts.push(`snapshot ${selection.snapshot.slice(0, 12)}`);
  return parts.length === 0 ? undefined : parts.join('; ');
}

const named = (what: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [`${what} ${short(values)}`];

const narrowings = (selection: RunSelection): string[] => [
  ...named('services', selection.services),
  ...named('checks', selection.checks),
  ...named('without checks', selection.excluded),
  ...named('severities', selection.severities),
  ...named('categories', selection.categories),
  ...named('frameworks', selection.frameworks),
  ...named('regions', selection.regions),
  ...named('resources', selection.resources),
  ...named('tags', selection.tags),
];

/** What one line shows of a list; JSON has it whole. */
const short = (values: readonly string[]): string => few(values, 5);
