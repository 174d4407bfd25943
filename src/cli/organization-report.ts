import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { organizationFormats } from '../../reports/organization/index.ts';
import { sumText } from '../../reports/organization/words.ts';
import { readBaseline } from '../engine/changes/baseline.ts';
import { severities } from '../engine/severity.ts';
import type { Accepted, Scoped } from '../organization/merge/scoped.ts';
import { merge } from '../organization/merge/merge.ts';
import type { OrganizationResult, OrganizationSummary } from '../organization/merge/model.ts';
import { AuditError } from '../program/errors.ts';
import type { Values } from './door/options.ts';
import { command, flag, list, oneOf, text } from './door/options.ts';
import type { FailOn } from './fail-on.ts';
import { failOnOf } from './fail-on.ts';
import { readText } from './json-file.ts';
import { awsOptions, csvBom } from './options.ts';
import { writePages } from './organization/write-pages.ts';
import { planOf, scanOption, storeOption } from './organization-options.ts';
import { assertWritable, isStdout, writeReportFrom, writeWholeFrom } from './output.ts';
import { say } from './say.ts';
import { setUp } from './setup.ts';
import { storeAt, storeOptions } from './store.ts';

/** The table and HTML are made here: a terminal's width, and many files. */
const formats = ['table', 'json', 'ndjson', 'csv', 'markdown', 'html'] as const;
type Format = (typeof formats)[number];

const base = 'audit-organization';

const options = {
  store: storeOption,
  ...storeOptions,
  endpointUrl: awsOptions.endpointUrl,
  scan: scanOption,
  format: list(`${formats.join(', ')} (default: table)`, { alias: 'f' }),
  output: text("Folder or file; '-' is stdout (csv: the accounts)", { alias: 'o' }),
  csvBom,
  suppressions: list('Accepted findings: FILE, or UNIT=FILE, ACCOUNT=FILE'),
  baseline: list('What is known, of audit baseline: FILE, or UNIT=FILE, ACCOUNT=FILE'),
  failOn: list('What makes exit code 1: a severity, unknown, new (default: none)'),
  allowIncomplete: flag('Exit code 0 where accounts are missing or incomplete'),
  details: flag('Every check, cause and account in the table, not one screen'),
  color: flag('Colours; --no-color or NO_COLOR turns them off'),
  checks: list('Folder of custom checks that suppressions name'),
  pack: list('Pack of checks that suppressions name'),
};
type Given = Values<typeof options>;

export default command({
  usage: 'org report',
  options,
  examples: [
    ['audit org report --store scans', 'of the latest scan, for a terminal'],
    ['audit org report --store scans --format json -o organization.json', 'all of it, for programs'],
    ['audit org report --store scans --format html -o report/', 'a page of the organization, each unit, each account'],
    ['audit org report --store scans --suppressions ou-ab12-11111111=sandbox.yaml', 'accepted below one unit'],
  ],

  async run(given) {
    const wanted = formatsOf(given.format);
    const failOn = failOnOf(given.failOn);
    if (failOn.olderThan !== undefined || failOn.stale === true || failOn.worse === true)
      throw new AuditError('usage', '--fail-on: a report of an organization knows severities, unknown and new');
    const targets = await targetsOf(wanted, given.output);
    for (const { format, place } of targets)
      if (place !== undefined) await assertWritable(format === 'html' ? join(place, 'index.html') : `${place}.new`);
    const store = await storeAt(given.store, given);
    const manifest = await planOf(store, given.scan);
    const result = await merge(store, manifest, await acceptedOf(given));
    if (failOn.new !== undefined && result.summary.new === undefined)
      throw new AuditError('usage', '--fail-on new needs a --baseline, which says what is known');
    for (const { format, place } of targets) await write(result, format, place, given);
    const { code, reason } = exitOf(result.summary, failOn, given.allowIncomplete === true);
    say(`audit: ${manifest.scan}: ${sumText(result.summary.accounts)}`);
    say(`audit: exit code ${code}: ${reason}`);
    return code;
  },
});

const formatsOf = (given: readonly string[]): readonly Format[] =>
  given.length === 0 ? ['table'] : [...new Set(given.map((each) => oneOf('--format', each, formats)))];

interface Target {
  readonly format: Format;
  /** A folder or file; undefined is standard output. */
  readonly place: string | undefined;
}

/** @throws AuditError `usage` where two would share standard output */
async function targetsOf(wanted: readonly Format[], output: string | undefined): Promise<readonly Target[]> {
  const toStdout = output !== undefined && isStdout(output);
  const folder =
    output !== undefined && !toStdout && (output.endsWith('/') || wanted.length > 1 || (await isFolder(output)));
  const targets = wanted.map((format): Target => {
    if (toStdout) return { format, place: undefined };
    if (output === undefined) return { format, place: format === 'html' ? resolve(base) : undefined };
    if (format === 'table' && (folder || wanted.length > 1)) return { format, place: undefined };
    // Of CSV there are several files, and pages link each other.
    return { format, place: folder && format !== 'html' ? resolve(output, base) : resolve(output) };
  });
  const shared = targets.filter(({ place }) => place === undefined).map(({ format }) => format);
  if (shared.length > 1)
    throw new AuditError('usage', `${shared.join(' and ')} cannot share standard output`, {
      hint: 'Choose one of them, or write files with --output DIR.',
    });
  if (shared.includes('html'))
    throw new AuditError('usage', 'html is a folder of pages, which standard output cannot hold', {
      hint: 'Name the folder with --output.',
    });
  return targets;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function write(
  result: OrganizationResult,
  format: Format,
  place: string | undefined,
  given: Given,
): Promise<void> {
  if (format === 'html') {
    const { pages } = await import('../../reports/organization/html/pages.ts');
    await writePages(pages(result), place ?? base);
    return;
  }
  if (format === 'table') {
    const { table } = await import('../../reports/organization/table.ts');
    const { details = false, color } = given;
    const colour = color ?? (place === undefined && process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '');
    const lines = table(result, { colour, columns: process.stdout.columns ?? 100, details });
    if (place === undefined) await writeReportFrom(lines);
    else await writeWholeFrom(place, lines);
    return;
  }
  const [first, ...others] = (await organizationFormats[format]?.()) ?? [];
  if (first === undefined) throw new TypeError(`there is no format ${format}`);
  const texts = (file: typeof first): ReturnType<typeof first.render> =>
    given.csvBom === true && format === 'csv' ? marked(file.render(result)) : file.render(result);
  if (place === undefined) await writeReportFrom(texts(first));
  // A file that is named holds what standard output would; there is room for the others in a folder.
  else if (!place.endsWith(`/${base}`)) await writeWholeFrom(place, texts(first));
  else for (const file of [first, ...others]) await writeWholeFrom(`${place}.${file.extension}`, texts(file));
}

/** Excel takes CSV without a byte order mark for text of the system's own code page. */
async function* marked(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield '\ufeff';
  yield* lines;
}

/** @throws AuditError `usage` or `config` for a file that cannot be read */
async function acceptedOf({ suppressions, baseline, checks, pack }: Given): Promise<Accepted> {
  const cwd = process.cwd();
  const known = suppressions.length === 0 ? [] : (await setUp({ checks, pack })).all;
  return {
    suppressions: await scopedOf(suppressions, async (file) =>
      (await import('../config/load.ts')).loadSuppressions(file, cwd, known),
    ),
    baselines: await scopedOf(baseline, async (file) => readBaseline(await readText(file), file)),
  };
}

async function scopedOf<T>(
  given: readonly string[],
  read: (file: string) => Promise<readonly T[]>,
): Promise<readonly Scoped<T>[]> {
  const all: Scoped<T>[] = [];
  for (const each of given) {
    // A scope is an account, a unit's id, or its path of names; a file may have `=` in its name after the first.
    const [, scope, named] = /^(\d{12}|(?:r|ou)-[a-z0-9-]+|[^=./][^=]*)=(.+)$/.exec(each) ?? [];
    const file = named ?? each;
    all.push({ scope, file, entries: await read(file) });
  }
  return all;
}

/** How a report ends: as a scan does, over all accounts. */
export function exitOf(
  { byStatus, failedBySeverity, complete, accounts, new: fresh = 0 }: OrganizationSummary,
  failOn: FailOn,
  allowIncomplete: boolean,
): { readonly code: number; readonly reason: string } {
  const counting = failOn.severity === 'none' ? [] : severities.slice(0, severities.indexOf(failOn.severity) + 1);
  const failed = counting.reduce((sum, severity) => sum + failedBySeverity[severity], 0);
  if (failed > 0) return { code: 1, reason: `${failed} failed at or above --fail-on ${failOn.severity}` };
  if (failOn.unknown && byStatus.unknown > 0) return { code: 1, reason: `${byStatus.unknown} are unknown` };
  if (failOn.new !== undefined && fresh > 0) return { code: 1, reason: `${fresh} are new or worse` };
  if (complete) return { code: 0, reason: 'every account was scanned' };
  const missing =
    accounts.skipped === accounts.manifest ? 'no account was scanned' : 'accounts are missing or incomplete';
  return allowIncomplete
    ? { code: 0, reason: `${missing}, which is allowed` }
    : { code: 3, reason: `${missing} (--allow-incomplete: 0)` };
}
