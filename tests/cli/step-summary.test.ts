import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatsWith } from '../../reports/index.ts';
import type { Target } from '../../src/cli/output.ts';
import { write } from '../../src/cli/scan.ts';
import { writableTargets } from '../../src/cli/targets.ts';
import { addToStepSummary } from '../../src/cli/step-summary.ts';
import { smallResult } from '../reports/fixture-small.ts';
import { folder } from './run.ts';

const formats = formatsWith([]);
const said = { exit: { code: 1, reason: '30 findings failed' } } as Parameters<typeof write>[4];
const quiet = { quiet: true, pager: undefined } as Parameters<typeof write>[3];

let dir: ReturnType<typeof folder>;
beforeEach(() => void (dir = folder()));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  dir.remove();
});

/** What was printed while a result was written. */
async function printed(targets: readonly Target[]): Promise<string> {
  const out: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  await write(smallResult(), targets, formats, quiet, said);
  return out.join('');
}

describe('the summary of a GitHub step', () => {
  it('gets the Markdown report behind what stands there, where annotations were asked for', async () => {
    const file = join(dir.path, 'summary.md');
    writeFileSync(file, 'before\n');
    vi.stubEnv('GITHUB_STEP_SUMMARY', file);
    const text = await printed([{ format: 'github', file: undefined }]);
    expect(text).toMatch(/^::error title=/);
    const summary = readFileSync(file, 'utf8');
    expect(summary.startsWith('before\n# audit of account `111122223333`')).toBe(true);
    expect(summary).toContain('Exit code 1: 30 findings failed');
  });

  it('is left alone by other formats, and where there is none', async () => {
    const file = join(dir.path, 'summary.md');
    writeFileSync(file, '');
    vi.stubEnv('GITHUB_STEP_SUMMARY', file);
    await printed([{ format: 'sarif', file: join(dir.path, 'a.sarif') }]);
    expect(readFileSync(file, 'utf8')).toBe('');
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    expect(await printed([{ format: 'github', file: undefined }])).toMatch(/^::error/);
  });

  it('is never made larger than GitHub takes', async () => {
    const file = join(dir.path, 'summary.md');
    writeFileSync(file, 'x'.repeat(1_000_000));
    await addToStepSummary(file, ['y'.repeat(100_000)]);
    expect(readFileSync(file, 'utf8').slice(1_000_000)).toBe(
      'The report of audit has no room in this summary beside what stands in it.\n',
    );
  });

  it('that cannot be written is an error', async () => {
    await expect(addToStepSummary('/dev/full', ['x'])).rejects.toMatchObject({ code: 'output' });
    await expect(addToStepSummary(join(dir.path, 'no/such'), ['x'])).rejects.toMatchObject({ code: 'output' });
  });
});

describe('several formats', () => {
  it('of which one cannot be written are written whole or not at all', async () => {
    const targets = [
      { format: 'sarif', file: join(dir.path, 'a.sarif') },
      { format: 'junit', file: join(dir.path, 'gone/a.junit.xml') },
      { format: 'gitlab', file: join(dir.path, 'a.codequality.json') },
    ];
    await expect(write(smallResult(), targets, formats, quiet, said)).rejects.toMatchObject({ code: 'output' });
    expect(readdirSync(dir.path).sort()).toEqual(['a.codequality.json', 'a.sarif']);
    for (const name of readdirSync(dir.path))
      expect(() => JSON.parse(readFileSync(join(dir.path, name), 'utf8')) as unknown).not.toThrow();
  });

  it.each([
    ['x.junit.xml', 'junit'],
    ['x.codequality.json', 'gitlab'],
    ['x.json', 'json'],
    ['x.sarif', 'sarif'],
    ['x.requirements.csv', 'requirements-csv'],
    ['x.csv', 'findings-csv'],
  ])('are told by what a file ends in: %s', async (name, format) => {
    const targets = await writableTargets(
      { output: join(dir.path, name), format: [], save: undefined },
      undefined,
      formats,
    );
    expect(targets).toEqual([{ format, file: join(dir.path, name) }]);
  });

  const targetsOf = (format: string[], output: string | undefined, frameworks: unknown[] = [], csvBom?: boolean) =>
    writableTargets(
      {
        output: output === undefined || output === '-' ? output : `${dir.path}/${output}`,
        format,
        save: undefined,
        csvBom,
      },
      undefined,
      formats,
      frameworks,
    );

  it.each<[string[], string | undefined, number, (string | undefined)[]]>([
    // CSV is the findings where there is room for one file, and in a folder also what frameworks ask for.
    [['csv'], undefined, 0, [undefined]],
    [['csv'], '-', 1, [undefined]],
    [['csv'], 'q.csv', 0, ['q.csv']],
    [['csv'], 'q.csv', 2, ['q.csv']],
    [['csv'], 'q.txt', 2, ['q.txt']],
    [['csv'], 'out/', 0, ['out/audit-report.findings.csv']],
    [
      ['csv'],
      'out/',
      1,
      ['out/audit-report.findings.csv', 'out/audit-report.requirements.csv', 'out/audit-report.populations.csv'],
    ],
    [['csv', 'findings-csv', 'json'], 'out', 0, ['out/audit-report.findings.csv', 'out/audit-report.json']],
  ])('%j go with --output %s and %i frameworks to %j', async (format, output, frameworks, files) => {
    const targets = await targetsOf(format, output, Array(frameworks).fill('f'));
    expect(targets.map(({ file }) => file)).toEqual(files.map((file) => file && join(dir.path, file)));
  });

  it.each([
    [['json', 'csv'], 'q.csv', undefined, 'is a file of csv, and json and csv need a folder'],
    [['github', 'sarif'], 'a.sarif', undefined, 'is a file of sarif, and github and sarif need a folder'],
    [['csv', 'json'], undefined, undefined, 'findings-csv and json cannot share standard output'],
    [['json'], 'a.json', true, '--csv-bom begins CSV, which was not asked for'],
    [['xls'], 'a.csv', undefined, '--format'],
  ])('%j are refused with --output %s', async (format, output, csvBom, message) => {
    await expect(targetsOf(format, output, [], csvBom)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message) as string,
    });
  });
});
