import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsCsv, populationsCsv, requirementsCsv } from '../../reports/csv.ts';
import { countsOff } from '../../src/cli/counts.ts';
import { statuses } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit, folder } from '../cli/run.ts';
import { hostileName } from '../reports/fixture.ts';
import { smallResult } from '../reports/fixture-small.ts';

/** The rows of a CSV text, as RFC 4180 has it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

const accepting = ['--fail-on', 'none', '--allow-incomplete'];
let dir: ReturnType<typeof folder>;
let saved: string;
let whole: RunResult;
beforeAll(async () => {
  dir = folder({});
  saved = join(dir.path, 'saved.json');
  const { stdout } = await audit(['--demo', '--framework', 'cis_7.0', '--format', 'json', ...accepting], {
    cwd: dir.path,
  });
  writeFileSync(saved, stdout);
  whole = JSON.parse(stdout) as RunResult;
}, 60_000);
afterAll(() => dir.remove());

describe('CSV', () => {
  it('has a line for each requirement, finding and list, all of one width', () => {
    const lists = (whole.coverage.populations ?? []).reduce(
      (sum, { regions, unlisted, nowhere = [] }) =>
        sum + Object.keys(regions).length + unlisted.length + nowhere.length,
      0,
    );
    for (const [reporter, count] of [
      [requirementsCsv, 70],
      [findingsCsv, whole.findings.length],
      [populationsCsv, lists],
    ] as const) {
      const rows = rowsOf([...reporter.render(whole, {})].join(''));
      expect(rows).toHaveLength(count + 1);
      expect(new Set(rows.map(({ length }) => length)).size, reporter.name).toBe(1);
    }
  });

  it('says the same words and numbers as the result', () => {
    const [head = [], ...rows] = rowsOf([...requirementsCsv.render(whole, {})].join(''));
    const row = rows.find((each) => each[head.indexOf('id')] === '2.5') ?? [];
    expect(row[head.indexOf('status')]).toBe('met');
    expect(row[head.indexOf('population')]).toBe('1');
    expect(row[head.indexOf('checks')]).toBe('iam-root-mfa-enabled (whole)');
    const found = rowsOf([...findingsCsv.render(whole, {})].join(''));
    const at = found[0]?.indexOf('requirements') ?? -1;
    expect(found.some((each) => each[at] === 'cis_7.0:2.5')).toBe(true);
  });

  it('begins with a byte order mark where one is asked for, and nowhere else has one', () => {
    for (const reporter of [requirementsCsv, findingsCsv, populationsCsv]) {
      const text = [...reporter.render(whole, {})].join('');
      expect([...reporter.render(whole, { csvBom: true })].join('')).toBe(`\ufeff${text}`);
      expect(text).not.toContain('\ufeff');
    }
  });

  it('runs in no spreadsheet and acts on no terminal', () => {
    const given = smallResult();
    const findings = ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '\uff1d1', '\u200b=1', hostileName].map(
      (name, n) => {
        const [first] = given.findings;
        if (first === undefined) throw new Error('the fixture has no finding');
        return { ...first, fingerprint: `${n}`, resource: { ...first.resource, name, id: name } };
      },
    );
    const text = [...findingsCsv.render({ ...given, findings }, {})].join('');
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]/);
    for (const row of rowsOf(text).slice(1))
      for (const cell of row) expect(cell).not.toMatch(/^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
  });
});

describe('the counts of a saved result', () => {
  const copy = (): RunResult => structuredClone(whole);
  const off = (result: RunResult): string[] => [...countsOff(result, result.findings)].map(({ path }) => path);
  it('are what its findings give, also in results of earlier versions', () => {
    expect(off(whole)).toEqual([]);
    for (const name of ['denied', 'whole'])
      expect(
        off(
          JSON.parse(readFileSync(join(root, `tests/fixtures/release-0.1.0/${name}.report.json`), 'utf8')) as RunResult,
        ),
      ).toEqual([]);
  });

  it('are all held against them: none can be one more', () => {
    // What findings do not tell.
    const free =
      /^(?:summary\.(?:checks|resources)|coverage\.(?:services|gaps|populations\.\*\.asked|checks\.\*\.(?:unsupported|leftOut))|compliance\.\*\.(?:framework|summary\.unlisted))\b/;
    const { findings, ...told } = copy();
    const [tried, unheld] = [new Set<string>(), new Set<string>()];
    const walk = (value: object, path: string): void => {
      for (const [key, each] of Object.entries(value) as [string, unknown][]) {
        const at = `${path}.${/^\d+$/.test(key) ? '*' : key}`;
        if (typeof each === 'object' && each !== null) walk(each, at);
        // One of each kind.
        if (typeof each !== 'number' || tried.has(at) || free.test(at)) continue;
        tried.add(at);
        (value as Record<string, unknown>)[key] = each + 1;
        if ([...countsOff(told, findings)].length === 0) unheld.add(at);
        (value as Record<string, unknown>)[key] = each;
      }
    };
    for (const name of ['summary', 'coverage', 'causes', 'compliance'] as const) walk(told[name] ?? {}, name);
    expect([...unheld]).toEqual([]);
    expect(tried.size).toBeGreaterThan(50);
  });

  it.each(statuses)('miss a finding that was %s and is cut out', (status) => {
    const result = copy();
    const at = result.findings.findIndex((each) => each.status === status);
    const cut = { ...result, findings: result.findings.filter((_, n) => n !== at) };
    if (at === -1) return;
    expect(off(cut)).toContain(`summary.byStatus.${status} (${result.summary.byStatus[status]})`);
  });
});

describe('audit report', () => {
  it('holds a saved result against a framework as its run did', async () => {
    const { code, stdout, stderr } = await audit(['report', saved, '--framework', 'cis_7.0', '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(whole);
  });

  it('accepts what is accepted now, as a run does', async () => {
    const file = join(dir.path, 'accepted.yaml');
    const given = [
      { check: 'ec2-*', reason: 'Accepted now' },
      { check: 'iam-user-*', reason: 'Accepted until then', until: '2020-01-01' },
      { check: 'securityhub-*', reason: 'Nobody knows what' },
      { check: 's3-*', resource: '*a*', reason: 'Half of them' },
      { check: 's3-*', resource: 'nothing-is-called-so', reason: 'Of no use' },
    ];
    writeFileSync(file, JSON.stringify(given.map((each) => ({ ...each, owner: 'ops' }))));
    const args = ['--framework', 'cis_7.0', '--format', 'json', '--suppressions', file];
    const resultOf = async (before: string[]) =>
      JSON.parse((await audit([...before, ...args], { cwd: dir.path })).stdout) as RunResult;
    const asRun = await resultOf(['--demo', ...accepting]);
    const again = await resultOf(['report', saved]);
    // The demo company's own, of which the other suppressions leave nothing to match.
    const own = ({ suppressions }: RunResult) => suppressions.filter(({ owner }) => owner === 'ops');
    const statuses = ({ findings }: RunResult) => findings.map(({ status }) => status);
    expect(again.summary).toEqual(asRun.summary);
    expect(again.summary).not.toEqual(whole.summary);
    expect(again.causes).toEqual(asRun.causes);
    expect(again.compliance).toEqual(asRun.compliance);
    expect(again.compliance).not.toEqual(whole.compliance);
    expect(again.trustedAdvisor).toEqual(asRun.trustedAdvisor);
    expect(statuses(again)).toEqual(statuses(asRun));
    expect(own(again)).toEqual(own(asRun));
  });

  it('reads it from a pipe, which gives it only once', async () => {
    const pipe = join(dir.path, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    // Held open for reading too, so that nobody's closing it ends the writer.
    const writer = spawn('bash', ['-c', 'cat "$0" 1<>"$1"', saved, pipe], { stdio: 'ignore' });
    const { code, stdout, stderr } = await audit(['report', pipe, '--framework', 'cis_7.0', '--format', 'json']);
    writer.kill();
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(whole);
  });

  it('says unknown of what the saved run did not look at', async () => {
    const { stdout } = await audit(['report', saved, '--framework', 'cis_5.0', '--format', 'json']);
    const [first] = (JSON.parse(stdout) as RunResult).compliance ?? [];
    expect(first?.requirements.find(({ id }) => id === '1.4')?.status).toBe('met');
    expect(first?.requirements.find(({ id }) => id === '1.10')).toMatchObject({
      status: 'unknown',
      checks: [{ notSelected: ['check'] }],
    });
  });

  it('judges a snapshot, and writes the three files of CSV', async () => {
    const snapshot = join(dir.path, 'demo.ndjson.gz');
    writeFileSync(snapshot, gzipSync(readFileSync(join(root, 'demo/account.ndjson'))));
    const args = ['report', snapshot, '--framework', 'cis_7.0', '--format', 'csv', '-o', `${dir.path}/`];
    expect((await audit(args, { cwd: dir.path })).code).toBe(0);
    for (const [name, least] of [
      ['requirements', 71],
      ['findings', 100],
      ['populations', 30],
    ] as const)
      expect(rowsOf(readFileSync(join(dir.path, `audit-report.${name}.csv`), 'utf8')).length).toBeGreaterThanOrEqual(
        least,
      );
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['no JSON', () => '{', /saved\.bad/],
    ['another document', () => '{"a": 1}', /is not a report/],
    ['one cut short', (text) => text.slice(0, text.length / 2), /saved\.bad/],
    [
      'one of an earlier version',
      (text) => text.replace('"populations":', '"populated":'),
      /did not count populations/,
    ],
    ['one without its run', (text) => text.replace('"run":', '"ran":'), /is not a whole result: run/],
    ['one without a list of checks', (text) => text.replace('"notListed":', '"listed":'), /trustedAdvisor\.notListed/],
    [
      "one with a damaged result of Trusted Advisor's",
      (text) => text.replace(/"agreement":"\w+"/, '"agreement":1'),
      /trustedAdvisor\.checks\[0\]\.agreement/,
    ],
    [
      'one of which a failed finding was cut out',
      (text) => text.replace(/^\{"fingerprint":[^\n]*"status":"fail"[^\n]*,\n/m, ''),
      /saved\.bad: is not a whole result: summary\.findings \((\d+)\) is not \d+, as its findings have it/,
    ],
    [
      'one of a newer form',
      (text) => text.replace('"schemaVersion": "2.2"', '"schemaVersion": "2.9"'),
      /is a report of form 2\.9, and this version reads form 2\.0 to 2\.2/,
    ],
    ['one with a damaged count', (text) => text.replace(/"population":\d+/, '"population":"x"'), /population/],
  ])('refuses %s', async (_what, change, message) => {
    const file = join(dir.path, 'saved.bad');
    writeFileSync(file, change(readFileSync(saved, 'utf8')));
    const { code, stdout, stderr } = await audit(['report', file, '--framework', 'cis_7.0']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
