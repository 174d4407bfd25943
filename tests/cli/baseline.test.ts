import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { root } from '../../src/stand-in/root.ts';
import { uncounted } from '../helpers/uncounted.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());
const at = (name: string): string => join(dir.path, name);
const release = (name: string): string => join(root, 'tests/fixtures/release-0.1.0', name);
const old = JSON.parse(readFileSync(release('whole.report.json'), 'utf8')) as RunResult;
const select = ['--check', old.checks.map(({ id }) => id).join(',')];
/** A small account. */
const source = ['--from', release('whole.snapshot.ndjson')];
const demo = [...source, ...select];
let text: string;
let report: RunResult;

beforeAll(async () => {
  await audit(['baseline', 'write', ...demo, '-o', at('known.txt')], { cwd: dir.path });
  text = readFileSync(at('known.txt'), 'utf8');
  await audit([...demo, '-q', '-f', 'json', '-o', at('report.json')]);
  report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as RunResult;
}, 60_000);

const lines = () => text.trimEnd().split('\n');
/** The baseline after its lines were changed. */
function changed(change: (lines: string[]) => string[]): string {
  const file = at('changed.txt');
  writeFileSync(file, `${change(lines()).join('\n')}\n`);
  return file;
}

// `baseline write` takes the options that select, as a scan does.
describe('audit baseline write', () => {
  it('writes a sorted line for each failure, and nothing else', () => {
    const failures = report.findings.filter(({ status }) => status === 'fail');
    expect(failures.length).toBeGreaterThan(5);
    expect(
      lines()
        .slice(2)
        .map((line) => line.slice(0, 32)),
    ).toEqual(failures.map(({ fingerprint }) => fingerprint).sort());
    expect(text).not.toContain(report.run.startedAt);
  });

  it('gives the same from a report, with the days on which each was first seen', async () => {
    const earlier = changed((all) => all.map((line) => line.replace(/ \d{4}-\d\d-\d\d /, ' 2026-01-31 ')));
    const { code, stderr } = await audit(['baseline', 'write', '--report', at('report.json'), '-o', earlier]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `audit: wrote ${earlier}: ${lines().length - 2} findings, 0 added, 0 taken out\n`,
    });
    expect(readFileSync(earlier, 'utf8').match(/ 2026-01-31 /g)).toHaveLength(lines().length - 2);
    const { stdout } = await audit(['baseline', 'write', '--report', at('report.json'), '-o', '-']);
    expect(stdout).toBe(text);
  });

  it('lets a baseline shrink, and grow only when asked', async () => {
    const file = changed((all) => all.filter((_, n) => n !== 4));
    const before = readFileSync(file, 'utf8');
    const refused = await audit(['baseline', 'write', '--report', at('report.json'), '-o', file]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('would grow by 1 finding that is new or worse, so it was left as it is');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const added = await audit(['baseline', 'write', '--report', at('report.json'), '-o', file, '--add']);
    expect(added.stderr).toContain('1 added, 0 taken out');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('never writes over what is no baseline', async () => {
    const { code, stderr } = await audit(['baseline', 'write', '--report', at('report.json'), '-o', at('report.json')]);
    expect(code).toBe(2);
    expect(stderr).toContain('is a report, no baseline');
  });
});

describe('audit baseline prune', () => {
  const gone = '0'.repeat(31);
  const [account, region] = ['123456789012', 'eu-west-1'];
  const stale = (n: number, check: string, where = region, whose = account) =>
    `${gone}${n} 2026-01-01 high ${check} ${whose} ${where} arn:aws:kms:${where}:${whose}:key/none`;

  it('takes out what occurs no more, and nothing that was not looked at', async () => {
    const file = changed((all) => [
      ...all,
      stale(1, 'kms-key-rotation-enabled'),
      stale(2, 'no-such-check'),
      stale(3, 'sqs-queue-encrypted-at-rest'),
      stale(4, 'kms-key-rotation-enabled', 'ap-south-1'),
      stale(5, 'kms-key-rotation-enabled', region, '999900001111'),
    ]);
    const before = readFileSync(file, 'utf8');
    const gate = await audit([...demo, '--baseline', file, '--fail-on', 'stale-baseline']);
    expect(gate.code).toBe(1);
    expect(gate.stderr).toContain('2 entries of the baseline occur no more');
    expect(gate.stderr).toContain('audit: 2 of the baseline occur no more: `audit baseline prune` takes them out\n');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const { code, stderr } = await audit(['baseline', 'prune', file, '--report', at('report.json')]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `audit: wrote ${file}: ${lines().length + 1} findings, 0 added, 2 taken out\n`,
    });
    expect(readFileSync(file, 'utf8').match(/^0{31}\d/gm)).toEqual([`${gone}3`, `${gone}4`, `${gone}5`]);
    expect((await audit([...demo, '--baseline', file, '--fail-on', 'stale-baseline'])).code).not.toBe(1);
  });
});

describe('a gate with a baseline', () => {
  const gate = (file: string, failOn: string, ...more: string[]) =>
    audit([...demo, '--allow-incomplete', '--baseline', file, '--fail-on', failOn, ...more]);

  it('accepts what is known', async () => {
    const { code, stderr, stdout } = await gate(at('known.txt'), 'new,worse,stale-baseline');
    expect(code).toBe(0);
    expect(stderr).toContain('since the baseline known.txt: 0 new, 0 fixed');
    expect(stderr).toMatch(/\d+ findings failed, which --fail-on new,worse,stale-baseline accepts\n$/);
    expect(stdout).toContain('Since the baseline known.txt: 0 new, 0 fixed');
  });

  it('says how many are new, of which severity', async () => {
    const file = changed((all) => all.filter((line) => !line.includes(' medium ')));
    const count = lines().filter((line) => line.includes(' medium ')).length;
    expect(count).toBeGreaterThan(1);
    const { code, stderr } = await gate(file, 'new:medium', '-f', 'json', '-q');
    expect(code).toBe(1);
    expect(stderr).toContain(`since the baseline changed.txt: ${count} new (${count} medium), 0 fixed`);
    expect(stderr).toMatch(
      new RegExp(`exit code 1: ${count} findings are new of severity medium or above; \\d+ findings failed\\n$`),
    );
    const low = changed((all) => all.filter((line) => !line.includes(' low ')));
    expect((await gate(low, 'new:medium')).code).toBe(0);
    expect((await gate(low, 'new')).code).toBe(1);
  });

  it('says what is worse, and what is old', async () => {
    const file = changed((all) => all.map((line) => line.replace(' critical ', ' high ')));
    const worse = await gate(file, 'worse,new');
    expect(worse.code).toBe(1);
    expect(worse.stderr).toMatch(/exit code 1: 1 finding is worse; /);
    const old = changed((all) =>
      all.map((line, n) => (n === 5 ? line.replace(/\d{4}-\d\d-\d\d/, '2026-09-01') : line)),
    );
    expect((await gate(old, 'older-than:90')).code).toBe(0);
    const { code, stderr } = await gate(old, 'older-than:30,older-than:60');
    expect(code).toBe(1);
    expect(stderr).toContain('1 finding was first seen more than 30 days ago');
  });

  it('is 1 before 3, and one severity besides new is enough', async () => {
    expect((await audit([...demo, '--baseline', at('known.txt'), '--fail-on', 'new,critical'])).code).toBe(1);
  });

  it('writes into the report what changed and when each was first seen', async () => {
    const file = changed((all) => all.filter((_, n) => n !== 3));
    const { stdout } = await gate(file, 'new', '-f', 'json');
    const result = JSON.parse(stdout) as RunResult;
    expect(result.changes).toMatchObject({ against: 'baseline', over: 0, summary: { new: 1, fixed: 0 } });
    const fresh = result.findings.filter(({ change }) => change === 'new');
    expect(fresh.map(({ fingerprint, firstSeen }) => [fingerprint, firstSeen])).toEqual([
      [lines()[3]?.slice(0, 32), report.run.startedAt.slice(0, 10)],
    ]);
    const failing = result.findings.filter(({ status }) => status === 'fail');
    expect(failing.every(({ change, firstSeen }) => change !== undefined && firstSeen !== undefined)).toBe(true);
    const ndjson = (await gate(file, 'new', '-f', 'ndjson')).stdout;
    expect(ndjson).toContain('\n{"type":"changes","against":"baseline"');
  });

  it('is set up in the configuration too', async () => {
    const config = at('gate.yaml');
    writeFileSync(config, 'output:\n  baseline: known.txt\n  failOn: [new, worse]\n  allowIncomplete: true\n');
    expect((await audit([...demo, '--config', config])).code).toBe(0);
    writeFileSync(config, 'output:\n  failOn: [new]\n');
    expect((await audit([...demo, '--config', config])).stderr).toContain('compares with an earlier result');
  });

  it('compares with an earlier result as well', async () => {
    const file = at('earlier.json');
    const [first, ...others] = report.findings.filter(({ status }) => status === 'fail');
    writeFileSync(file, JSON.stringify(uncounted({ ...report, findings: others })));
    const { code, stderr } = await audit([...demo, '--compare', file, '--fail-on', 'new']);
    expect(first).toBeDefined();
    expect(code).toBe(1);
    expect(stderr).toContain('since the result earlier.json: 1 new (1 critical), 0 fixed');
  });

  it('knows what the release before knew', async () => {
    const file = at('old.txt');
    await audit(['baseline', 'write', '--report', release('whole.report.json'), '-o', file]);
    const now = [...demo, '--allow-incomplete'];
    for (const against of [
      ['--baseline', file],
      ['--compare', release('whole.report.json')],
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const { code, stderr } = await audit([...now, ...against, '--fail-on', 'new,worse']);
      expect(stderr).toMatch(/: 0 new, 0 fixed/);
      expect(code).toBe(0);
    }
    // Half of it could not be read: nothing of it is fixed, and nothing new.
    const denied = ['--from', release('denied.snapshot.ndjson'), ...select, '--allow-incomplete'];
    const { code, stderr } = await audit([...denied, '--baseline', file, '--fail-on', 'new,stale-baseline']);
    expect(stderr).toMatch(/since the baseline old\.txt: 0 new, 0 fixed, \d+ not looked at again\n/);
    expect(code).toBe(0);
  });
});

describe('what does not fit together is refused', () => {
  it.each<[string[], string]>([
    [['--fail-on', 'new'], '--fail-on new compares with an earlier result, and none is named'],
    [
      ['--compare', 'report.json', '--fail-on', 'stale-baseline'],
      '--fail-on stale-baseline is about the entries of a baseline',
    ],
    [['--compare', 'report.json', '--baseline', 'known.txt'], 'one of them is meant'],
    [['--baseline', 'none.txt'], 'none.txt: cannot be read (ENOENT'],
    [['--baseline', 'report.json'], 'report.json: is a report, no baseline'],
    [['--compare', 'known.txt'], 'known.txt:1:1: '],
    [
      ['--baseline', 'other.txt'],
      'other.txt: the baseline is of account 999900001111, and account 123456789012 is read',
    ],
    [
      ['--compare', 'other.json'],
      'other.json: the result is of account 999900001111, and account 123456789012 is read',
    ],
    [['--compare', 'newer.json'], 'newer.json: is a report of form 3.0, and this version reads form 2'],
    [['--compare', 'part.json'], 'part.json: is no whole result: run is not an object'],
    [['--baseline', 'conflict.txt'], 'conflict.txt:3: a merge conflict was left in the baseline'],
  ])('%j: %s', async (args, message) => {
    writeFileSync(at('other.txt'), text.replaceAll('123456789012', '999900001111'));
    writeFileSync(at('other.json'), JSON.stringify({ ...report, run: { ...report.run, account: '999900001111' } }));
    writeFileSync(at('newer.json'), JSON.stringify({ ...report, schemaVersion: '3.0' }));
    writeFileSync(at('part.json'), JSON.stringify({ findings: report.findings }));
    writeFileSync(at('conflict.txt'), text.replace(/\n(?=[0-9a-f])/, '\n<<<<<<< HEAD\n'));
    const files = args.map((arg) => (/\.(?:txt|json)$/.test(arg) ? at(arg) : arg));
    const { code, stderr } = await audit([...demo, ...files]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it.each<[string[], string]>([
    [['wirte'], 'audit baseline: unknown value wirte; did you mean write?'],
    [['merge', 'a', 'b'], 'audit baseline merge needs BASE OURS THEIRS, not 2 files'],
    [['write', 'file.txt', '--demo'], 'audit baseline write takes no argument file.txt'],
    [['prune', 'none.txt', '--demo'], 'none.txt: there is no such baseline'],
    [['prune', '--add'], '--add goes with audit baseline write, not with prune'],
    [
      ['write', '--report', 'report.json', '--service', 's3'],
      '--service chooses what is judged, and a report was judged already',
    ],
    [['write', '--demo', '--from', 'x'], 'only one of --demo, --from and --report'],
  ])('baseline %j: %s', async (args, message) => {
    const { code, stderr } = await audit(['baseline', ...args], { cwd: dir.path });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe('two branches', () => {
  const git = (cwd: string, ...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, encoding: 'utf8' });
  /** A repository where `ours` and `theirs` each changed the baseline. */
  function branched(ours: (lines: string[]) => string[], theirs: (lines: string[]) => string[]): string {
    const repository = folder({ 'audit-baseline.txt': text }).path;
    const write = (change: typeof ours) =>
      writeFileSync(join(repository, 'audit-baseline.txt'), `${change(lines()).join('\n')}\n`);
    git(repository, 'init', '-q', '-b', 'main');
    git(repository, 'add', '.');
    git(repository, 'commit', '-qm', 'base');
    git(repository, 'checkout', '-qb', 'theirs');
    write(theirs);
    git(repository, 'commit', '-qam', 'theirs');
    git(repository, 'checkout', '-q', 'main');
    write(ours);
    git(repository, 'commit', '-qam', 'ours');
    return repository;
  }
  const added = (digit: string) =>
    `${digit.repeat(32)} 2026-10-01 high kms-key-rotation-enabled 123456789012 eu-west-1 arn:aws:kms:eu-west-1:123456789012:key/${digit}`;

  it.each<[string, (lines: string[]) => string[], (lines: string[]) => string[], number]>([
    ['that each add one', (all) => [...all.slice(0, 2), added('0'), ...all.slice(2)], (all) => [...all, added('f')], 2],
    ['that each fix one', (all) => all.filter((_, n) => n !== 3), (all) => all.filter((_, n) => n !== 8), -2],
  ])('%s merge without a conflict', (_what, ours, theirs, more) => {
    const repository = branched(ours, theirs);
    expect(git(repository, 'merge', '-q', 'theirs').status).toBe(0);
    expect(readFileSync(join(repository, 'audit-baseline.txt'), 'utf8').trimEnd().split('\n')).toHaveLength(
      lines().length + more,
    );
  });

  const beside: [(lines: string[]) => string[], (lines: string[]) => string[]] = [
    (all) => all.filter((_, n) => n !== 3),
    (all) => all.filter((_, n) => n !== 4),
  ];

  it('that change lines side by side conflict, and what is left in the file is refused', async () => {
    const repository = branched(...beside);
    expect(git(repository, 'merge', '-q', 'theirs').status).not.toBe(0);
    const { code, stderr } = await audit([...demo, '--baseline', join(repository, 'audit-baseline.txt')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /audit-baseline\.txt:\d+: a merge conflict was left in the baseline\n.*audit baseline merge/s,
    );
  });

  it('that change lines side by side merge with our merge driver', () => {
    const program = join(root, 'dist/audit.cjs');
    expect(existsSync(program)).toBe(true);
    const repository = branched(...beside);
    writeFileSync(join(repository, '.gitattributes'), 'audit-baseline.txt merge=audit\n');
    git(repository, 'config', 'merge.audit.driver', `"${process.execPath}" "${program}" baseline merge %O %A %B`);
    const merged = git(repository, 'merge', '-q', 'theirs');
    expect(merged.status, merged.stderr).toBe(0);
    const after = readFileSync(join(repository, 'audit-baseline.txt'), 'utf8');
    expect(after).toBe(
      `${lines()
        .filter((_, n) => n !== 3 && n !== 4)
        .join('\n')}\n`,
    );
  });
});
