import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../src/engine/changes/difference.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { root } from '../../src/stand-in/root.ts';
import { uncounted } from '../helpers/uncounted.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());
const at = (name: string): string => join(dir.path, name);
const release = (name: string): string => join(root, 'tests/fixtures/release-0.1.0', name);
const snapshot = release('whole.snapshot.ndjson');
const older = JSON.parse(readFileSync(release('whole.report.json'), 'utf8')) as RunResult;
const select = ['--check', older.checks.map(({ id }) => id).join(',')];
let report: RunResult;

/** A result of a month later, of which the findings were changed. */
function later(change: (findings: Finding[]) => Finding[], more: Partial<RunResult> = {}): string {
  const file = at('later.json');
  const run = { ...report.run, startedAt: '2026-12-31T00:00:00.000Z' };
  writeFileSync(
    file,
    JSON.stringify(uncounted({ ...report, run, findings: change(structuredClone([...report.findings])), ...more })),
  );
  return file;
}
const failures = () => report.findings.filter(({ status }) => status === 'fail');
const turned = (n: number, change: (finding: Finding) => Finding) => (all: Finding[]) =>
  all.map((finding) => (finding.fingerprint === failures()[n]?.fingerprint ? change(finding) : finding));

beforeAll(async () => {
  await audit(['--from', snapshot, ...select, '-q', '-f', 'json', '-o', at('earlier.json')]);
  report = JSON.parse(readFileSync(at('earlier.json'), 'utf8')) as RunResult;
});

const json = async (...args: string[]): Promise<Difference> =>
  JSON.parse((await audit(['diff', ...args, '-f', 'json'])).stdout) as Difference;

describe('audit diff', () => {
  it('tells nothing of two that are the same, in any form in which they are kept', async () => {
    writeFileSync(at('packed.json.gz'), gzipSync(readFileSync(at('earlier.json'))));
    await audit(['--from', snapshot, ...select, '-q', '-f', 'ndjson', '-o', at('earlier.ndjson')]);
    for (const other of ['earlier.json', 'earlier.ndjson', 'packed.json.gz']) {
      // oxlint-disable-next-line no-await-in-loop
      const { summary } = await json(at('earlier.json'), at(other));
      expect({ ...summary, still: 0 }).toEqual(Object.fromEntries(Object.keys(summary).map((name) => [name, 0])));
      expect(summary.still).toBe(failures().length);
    }
  });

  it('tells what was fixed, is worse, and when it was first seen', async () => {
    const fixed = later(turned(0, (finding) => ({ ...finding, status: 'pass', message: 'good now' })));
    const [one] = (await json(at('earlier.json'), fixed)).findings;
    expect(one).toMatchObject({
      change: 'fixed',
      fingerprint: failures()[0]?.fingerprint,
      status: { old: 'fail', new: 'pass' },
      message: 'good now',
      firstSeen: report.run.startedAt.slice(0, 10),
    });
    const worse = later(turned(1, (finding) => ({ ...finding, severity: 'critical' })));
    const [two] = (await json(at('earlier.json'), worse)).findings;
    expect(two).toMatchObject({ change: 'worse', severity: 'critical', was: failures()[1]?.severity });
  });

  it('tells what is new, and what could not be judged before', async () => {
    const before = later(
      turned(2, (finding) => ({ ...finding, status: 'unknown', unknown: { actions: [], cause: 'c' } })),
    );
    const { findings } = await json(before, at('earlier.json'));
    expect(findings.filter(({ change }) => change === 'new')).toMatchObject([
      { fingerprint: failures()[2]?.fingerprint, unknownBefore: true, status: { new: 'fail' } },
    ]);
  });

  it('judges snapshots alike, whatever could not be read of one', async () => {
    const { summary } = await json(snapshot, release('denied.snapshot.ndjson'), ...select);
    expect(summary).toMatchObject({ new: 0, worse: 0, fixed: 0, 'gone-deleted': 0, 'gone-check-removed': 0 });
    expect(summary['gone-not-read']).toBeGreaterThan(0);
    expect(summary['gone-not-read'] + summary.still).toBe(failures().length);
    const same = await json(at('earlier.json'), snapshot, ...select);
    expect(same.summary).toMatchObject({ still: failures().length, new: 0 });
  });

  it('knows the findings of the release before', async () => {
    const { summary } = await json(release('whole.report.json'), at('earlier.json'));
    expect(summary).toMatchObject({ new: 0, worse: 0, fixed: 0, 'gone-deleted': 0, 'gone-check-removed': 0 });
    expect(summary.still).toBe(failures().length);
  });

  it('is as its schema says', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    for (const name of ['finding', 'result', 'diff'])
      ajv.addSchema(JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8')) as object, name);
    const changed = later((all) => turned(1, (finding) => ({ ...finding, severity: 'critical' }))(all).slice(1));
    const validate = ajv.getSchema('diff');
    expect(validate?.(await json(at('earlier.json'), changed)), JSON.stringify(validate?.errors)).toBe(true);
    expect(validate?.({ findings: [] })).toBe(false);
    const compared = await audit(['--from', snapshot, ...select, '-f', 'json', '--compare', at('earlier.json')]);
    const ofResult = ajv.getSchema('result');
    expect(ofResult?.(JSON.parse(compared.stdout)), JSON.stringify(ofResult?.errors)).toBe(true);
  });

  it('says it in text and Markdown, those that are still there when asked', async () => {
    const hostile = 'bad | <b>x</b> [a](http://e.vil) `c` @you\u001b[31m';
    const file = later(turned(0, (finding) => ({ ...finding, severity: 'low', message: hostile })));
    const text = (await audit(['diff', at('earlier.json'), file])).stdout;
    expect(text).toMatch(/^Changes of account 123456789012\n {2}from .*earlier\.json of /);
    expect(text).toContain('better (1)\n');
    expect(text).toContain('low (was critical)');
    expect(text).not.toContain('\u001b');
    expect(text).toMatch(/\d findings still there: --details\n$/);
    const details = (await audit(['diff', at('earlier.json'), file, '--details'])).stdout;
    expect(details).toContain(`still there (${failures().length - 1})`);
    const markdown = (await audit(['diff', at('earlier.json'), file, '-f', 'markdown'])).stdout;
    expect(markdown).toContain('## Better (1)\n');
    expect(markdown).toContain(
      'bad \\| &lt;b&gt;x&lt;/b&gt; \\[a\\]\\(http\\://e.vil\\) \\`c\\` &#64;you\\\\x1b\\[31m',
    );
    await audit(['diff', at('earlier.json'), file, '-f', 'markdown', '-o', at('diff.md')]);
    expect(readFileSync(at('diff.md'), 'utf8')).toBe(markdown);
  });
});

describe('the exit code of a diff', () => {
  const gate = (file: string, failOn?: string) =>
    audit(['diff', at('earlier.json'), file, ...(failOn === undefined ? [] : ['--fail-on', failOn])]);

  it.each<[string, (all: Finding[]) => Finding[], string | undefined, number, string]>([
    ['nothing is asked', (all) => all.slice(1), undefined, 0, ''],
    ['nothing changed', (all) => all, 'new,worse', 0, 'nothing that --fail-on new,worse names'],
    ['it is worse', turned(1, (one) => ({ ...one, severity: 'critical' })), 'worse', 1, '1 finding is worse'],
    ['it was seen before', (all) => all, 'older-than:30', 1, 'first seen more than 30 days ago'],
    ['nothing is so old', (all) => all, 'older-than:60', 0, 'nothing that'],
    [
      'it could not be judged again',
      turned(1, (one) => ({ ...one, status: 'unknown' })),
      'new',
      3,
      '1 of the earlier findings could not be judged again',
    ],
  ])('%s', async (_what, change, failOn, code, reason) => {
    const ran = await gate(later(change), failOn);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(reason);
  });

  it('is 1 for what is new', async () => {
    const file = later((all) => all.filter(({ fingerprint }) => fingerprint !== failures()[0]?.fingerprint));
    const { code, stderr } = await audit(['diff', file, at('earlier.json'), '--fail-on', 'new:high']);
    expect(code).toBe(1);
    expect(stderr).toContain('later.json was read after ');
    expect(stderr).toContain('exit code 1: 1 finding is new of severity high or above\n');
  });
});

describe('two that cannot be compared are refused', () => {
  it.each<[string[], string]>([
    [['earlier.json', 'foreign.json'], 'foreign.json of account 999900001111: nothing of them can be compared'],
    [['none.json', 'earlier.json'], 'none.json: cannot be read (ENOENT'],
    [['earlier.json', 'baseline.txt'], 'baseline.txt:1:1: '],
    [['earlier.json', 'conflict.json'], 'conflict.json:1:1: '],
    [['earlier.json', 'future.json'], 'future.json: is a report of form 3.0, and this version reads form 2.0 to 2.2'],
    [['earlier.json', 'findings.json'], 'findings.json: is no whole result: run is not an object'],
    [['earlier.json', 'cut.json.gz'], 'cut.json.gz: cannot be read (it is damaged or cut off)'],
    [['earlier.json', 'cut.ndjson'], 'cut.ndjson'],
    [
      ['earlier.json', 'earlier.json', '--service', 's3'],
      '--service chooses what is judged, and a report was judged already',
    ],
    [['earlier.json', 'earlier.json', '--fail-on', 'high'], '--fail-on high says nothing of what changed'],
    [['earlier.json', 'earlier.json', '--fail-on', 'stale-baseline,new'], '--fail-on stale-baseline says nothing'],
    [['earlier.json'], 'diff needs <old> <new>'],
  ])('%j: %s', async (args, message) => {
    writeFileSync(at('foreign.json'), JSON.stringify({ ...report, run: { ...report.run, account: '999900001111' } }));
    writeFileSync(at('baseline.txt'), '# audit baseline 1\n');
    writeFileSync(at('conflict.json'), `<<<<<<< HEAD\n${JSON.stringify(report)}\n=======\n`);
    writeFileSync(at('future.json'), JSON.stringify({ ...report, schemaVersion: '3.0' }));
    writeFileSync(at('findings.json'), JSON.stringify({ findings: report.findings }));
    writeFileSync(at('cut.json.gz'), gzipSync(JSON.stringify(report)).subarray(0, 500));
    writeFileSync(at('cut.ndjson'), readFileSync(snapshot, 'utf8').split('\n').slice(0, 5).join('\n'));
    const { code, stderr } = await audit(['diff', ...args.map((arg) => (/\.\w+$/.test(arg) ? at(arg) : arg))]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
