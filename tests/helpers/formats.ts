import type { FormatName } from '../../reports/index.ts';
import { formatNames } from '../../reports/index.ts';

/** The formats that people read, or programs that know this one. */
export const forPeople = [
  'table',
  'json',
  'ndjson',
  'markdown',
  'html',
  'requirements-csv',
  'findings-csv',
  'populations-csv',
] as const satisfies readonly FormatName[];

/** PDF is the page of HTML, printed by a browser, Parquet what OCSF is: bytes, which have tests of their own. */
const known: ReadonlySet<string> = new Set([...forPeople, 'pdf', 'ocsf-parquet']);

/** The formats that are made for other programs: projections of one model, which tests make of one result in memory. */
export const forOthers: readonly FormatName[] = formatNames.filter((name) => !known.has(name));
