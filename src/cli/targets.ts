import { resolve } from 'node:path';
import type { formatsWith } from '../../reports/index.ts';
import { formatSets, formatsMeant } from '../../reports/index.ts';
import type { Config } from '../config/config.ts';
import { AuditError } from '../program/errors.ts';
import { oneOf } from './door/options.ts';
import { hintForFormat } from './door/other-tools.ts';
import type { Target } from './output.ts';
import { assertWritable, isBinary, isFolder, targetsFor } from './output.ts';
import type { ScanOptions } from './scan-command.ts';

type Formats = ReturnType<typeof formatsWith>;

/**
 * Where the reports go, each found to be writable.
 * @param frameworks those that the result is held against
 * @throws AuditError `usage` or `output`
 */
export async function writableTargets(
  {
    output: given,
    format,
    save,
    browser,
    csvBom,
    markdownSize,
  }: Pick<ScanOptions, 'output' | 'format' | 'save'> &
    Partial<Pick<ScanOptions, 'browser' | 'csvBom' | 'markdownSize'>>,
  configured: Config['output'],
  formats: Formats,
  frameworks: readonly unknown[] = [],
): Promise<Target[]> {
  const known = Object.keys(formats);
  const output = given ?? configured?.path;
  const named = namedBy(given, formats);
  const wanted = [format, named, configured?.formats ?? [], ['table']].find(({ length }) => length > 0) ?? [];
  for (const name of wanted) if (!Object.hasOwn(formatSets, name)) formatOf(name, known);
  const names = [...new Set(wanted)];
  if (!(await isFolder(output, 1))) assertNoFolder(output, names, formats);
  const folder = await isFolder(output, names.length);
  const targets = await targetsFor(
    [...new Set(names.flatMap((name) => formatsMeant(name, folder, frameworks.length > 0)))],
    Object.fromEntries(Object.entries(formats).map(([name, { extension }]) => [name, extension])),
    output,
  );
  const pdf = targets.find((target) => target.format === 'pdf');
  const bytes = targets.find(({ format: each, file }) => isBinary(each) && file === undefined);
  if (bytes !== undefined)
    throw new AuditError(
      'usage',
      `${bytes.format === 'pdf' ? 'a PDF' : bytes.format} is a file: it is not written to standard output`,
      { hint: `Name one with --output report.${formats[bytes.format]?.extension ?? bytes.format}.` },
    );
  if (pdf === undefined && browser !== undefined)
    throw new AuditError('usage', '--browser prints PDF, which was not asked for', { hint: 'Add --format pdf.' });
  if (csvBom === true && !targets.some(({ format: each }) => each.endsWith('csv')))
    throw new AuditError('usage', '--csv-bom begins CSV, which was not asked for', { hint: 'Add --format csv.' });
  if (markdownSize !== undefined) assertSize(markdownSize, targets);
  // What would be missing after the scan is said before it.
  if (pdf !== undefined) await (await import('./pdf.ts')).findBrowser(browser);
  for (const { file } of targets) {
    if (file === undefined) continue;
    if (save !== undefined && resolve(save) === file)
      throw new AuditError('usage', `--save and --output both name ${file}: the report would replace the snapshot`);
    await assertWritable(file);
  }
  return targets;
}

/** Heads and what says how much is missing need some of it. */
const leastMarkdown = 16_384;

/** @throws AuditError `usage` */
function assertSize(size: number, targets: readonly Target[]): void {
  if (!targets.some(({ format }) => format === 'markdown'))
    throw new AuditError('usage', '--markdown-size limits Markdown, which was not asked for', {
      hint: 'Add --format markdown.',
    });
  if (!Number.isSafeInteger(size) || size < leastMarkdown)
    throw new AuditError('usage', `--markdown-size: ${size} is not a whole number of at least ${leastMarkdown}`);
}

/** What ends a file's name in the formats, the sets of them too. */
const extensionsOf = (formats: Formats): readonly (readonly [string, string])[] =>
  Object.entries({ ...formatSets, ...formats }).map(([name, { extension }]) => [name, extension]);

/** The format that `--output report.html` says is meant; `report.junit.xml` and `report.asff.json` say more than their last part. */
function namedBy(output: string | undefined, formats: Formats): readonly string[] {
  const ending = extensionsOf(formats).filter(([, extension]) => output?.endsWith(`.${extension}`) === true);
  const longest = Math.max(...ending.map(([, extension]) => extension.length));
  return ending.filter(([, extension]) => extension.length === longest).map(([name]) => name);
}

/** Several formats go into a folder, and nobody who names a file of one of them means a folder of that name. @throws AuditError `usage` */
function assertNoFolder(output: string | undefined, names: readonly string[], formats: Formats): void {
  if (output === undefined || names.length < 2) return;
  const one = namedBy(output, formats).find((name) => names.includes(name));
  if (one !== undefined)
    throw new AuditError('usage', `--output ${output} is a file of ${one}, and ${names.join(' and ')} need a folder`, {
      hint: `Name a folder with --output DIR/, or write ${one} alone.`,
    });
}

/** @throws AuditError `usage` */
function formatOf(name: string, known: readonly string[]): string {
  const hint = known.includes(name) ? undefined : hintForFormat(name);
  if (hint !== undefined) throw new AuditError('usage', `--format: unknown value ${name}`, { hint });
  return oneOf('--format', name, known);
}
