import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { html } from '../../reports/html/html.ts';
import { json } from '../../reports/json.ts';
import { frameworkByKey } from '../../src/compliance/load.ts';
import { hold } from '../../src/compliance/hold.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { snapshotLines } from '../../src/inventory/snapshot.ts';
import { emptyInventory } from '../engine/fakes.ts';
import { assuredResult } from '../reports/fixture-assured.ts';
import { audit } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const sha = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const inventory = emptyInventory();
inventory.finishedAt = '2026-03-04T05:07:39.000Z';
const snapshotText = [...snapshotLines(inventory)].join('');
const snapshot = write('account.ndjson', snapshotText);
const packed = write('account.ndjson.gz', gzipSync(snapshotText));

const given = assuredResult();
const from = (hash: string | undefined): RunResult => {
  const { snapshot: _, ...selection } = given.run.selection ?? ({} as NonNullable<RunResult['run']['selection']>);
  return {
    ...given,
    run: { ...given.run, selection: { ...selection, ...(hash === undefined ? {} : { snapshot: hash }) } },
  };
};
const text = (result: RunResult, reporter = json): string => [...reporter.render(result, {})].join('');
const page = text(from(sha(packed)), html);

const result = write('result.json', text(from(sha(packed))));
const other = write('other.json', text(from('0'.repeat(64))));
const live = write('live.json', text(from(undefined)));
const report = write('report.html', page);
const pdf = write('report.pdf', '%PDF-1.4\n%%EOF');

describe('audit verify', () => {
  it.each([
    ['a result and the snapshot it was judged from', [result, packed], `was judged from ${packed}`],
    ['a report and its snapshot', [report, packed], `was judged from ${packed}`],
    ['a snapshot by its own hash', [snapshot], `account ${inventory.header.account} is what the hash at its end says`],
    ['a report by its own hash', [report], 'its data is what the hash beside it says'],
    ['a file by a hash that was kept', [pdf, '--sha256', sha(pdf)], 'has the SHA-256 that was named'],
    ['a hash in capitals', [pdf, '--sha256', sha(pdf).toUpperCase()], 'has the SHA-256 that was named'],
    ['several files by their hashes', [pdf, report, '--sha256', `${sha(report)},${sha(pdf)}`], 'has the SHA-256'],
    ['a result that does not say of which snapshot it is', [live, packed], 'does not say from which snapshot'],
    ['a PDF without a hash to compare', [pdf], 'a PDF holds no hash of its own'],
    ['a framework of the user', [result], 'framework house_1 is none of this program'],
  ])('accepts %s', async (_name, args, said) => {
    const { code, stdout } = await audit(['verify', ...args]);
    expect(stdout).toContain(said);
    expect(stdout).toContain('Nothing was found to be changed.');
    expect(code).toBe(0);
  });

  const changed = {
    data: write('data.html', page.replaceAll('Grace Lindqvist', 'Eve Lindqvist')),
    script: write('script.html', page.replace('<script>', '<script>void 0;')),
    style: write('style.html', page.replace('<style>', '<style>p{color:red}')),
    lost: write('lost.json', text({ ...from(sha(packed)), findings: given.findings.slice(1) })),
  };

  it.each([
    ['a result of another snapshot', [other, packed], 'was judged from a snapshot that is none of these'],
    [
      'another snapshot, though it unpacks to the same',
      [result, snapshot],
      'was judged from a snapshot that is none of these',
    ],
    ['a report whose data was changed', [changed.data], 'its data is not what the hash beside it says'],
    ['a report whose script was changed', [changed.script], 'its script is not what its policy allows'],
    ['a report whose style was changed', [changed.style], 'its style is not what its policy allows'],
    ['a result that lost a finding', [changed.lost], 'CHANGED  summary.findings ('],
    ['a file that has another hash', [pdf, '--sha256', sha(report)], 'does not have the SHA-256 that was named'],
    ['several of which none has a hash', [pdf, report, '--sha256', 'ab'.repeat(32)], 'neither this nor another'],
  ])('tells of %s', async (_name, args, said) => {
    const { code, stdout } = await audit(['verify', ...args]);
    expect(stdout).toContain('CHANGED');
    expect(stdout).toContain(said);
    expect(code).toBe(1);
  });

  it.each([
    ['a file that is not there', [join(folder, 'no')], 'cannot be read'],
    ['a folder', [folder], 'it is no regular file'],
    ['a text', [write('a.txt', 'hello')], 'a.txt:1:1: is not JSON'],
    ['an empty file', [write('empty.json', '')], 'is empty, where JSON is expected'],
    ['JSON of somebody else', [write('foreign.json', '{"Findings":[]}')], 'is not a report'],
    [
      'somebody else’s page',
      [write('foreign.html', '<!doctype html><p>hello')],
      'is no HTML report with a hash of its data',
    ],
    [
      'a snapshot that was changed',
      [write('bad.ndjson', snapshotText.replace(inventory.header.account, '999999999999'))],
      'bad.ndjson',
    ],
    [
      'a snapshot that is cut off',
      [write('cut.ndjson', snapshotText.split('\n').slice(0, -2).join('\n'))],
      'cut.ndjson',
    ],
    [
      'NDJSON',
      [write('lines.ndjson', '{"type":"run","schemaVersion":"2.2"}\n')],
      'is NDJSON, which holds no whole result',
    ],
    ['a hash that is none', [pdf, '--sha256', 'abc'], '--sha256: abc is not 64 hexadecimal digits'],
    ['no file', [], 'verify needs <files..>'],
  ])('refuses %s', async (_name, args, said) => {
    const { code, stderr } = await audit(['verify', ...args]);
    expect(stderr).toContain(said);
    expect(code).not.toBe(0);
    expect(code).not.toBe(1);
  });

  it('says whether a framework is as this version has it, and all of it in JSON', async () => {
    const [soc2, live1] = [await frameworkByKey('soc2'), new Set<string>()];
    const compliance = hold(given, [soc2, { ...soc2, name: 'Changed' }], { live: live1 });
    const file = write('frameworks.json', text({ ...from(undefined), compliance }));
    const { stdout } = await audit(['verify', file, '--format', 'json']);
    const [told] = JSON.parse(stdout) as { sha256: string; statements: { text: string }[] }[];
    expect(told?.sha256).toBe(sha(file));
    const texts = told?.statements.map((each) => each.text) ?? [];
    expect(texts.filter((each) => each.includes('framework soc2 is as this version has it'))).toHaveLength(1);
    expect(texts.filter((each) => each.includes('framework soc2 is not as this version has it'))).toHaveLength(1);
  });
});
