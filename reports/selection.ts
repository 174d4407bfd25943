import type { RunSelection } from '../src/engine/result.ts';
import { few } from '../src/text/few.ts';

/** A run's selection in one line; `undefined` where nothing was narrowed or set. */
export function selectionText(selection: RunSelection): string | undefined {
  const parts: string[] = [];
  const add = (what: string, values: readonly string[]): void => {
    if (values.length > 0) parts.push(`${what} ${short(values)}`);
  };
  add('services', selection.services);
  add('checks', selection.checks);
  add('without checks', selection.excluded);
  add('severities', selection.severities);
  add('categories', selection.categories);
  add('frameworks', selection.frameworks);
  add('regions', selection.regions);
  add('resources', selection.resources);
  add('tags', selection.tags);
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

/** What one line shows of a list; JSON has it whole. */
const short = (values: readonly string[]): string => few(values, 5);
