import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());
const at = (name: string): string => join(dir.path, name);
const snapshot = join(root, 'tests/fixtures/release-0.1.0/whole.snapshot.ndjson');
const { checks } = JSON.parse(
  readFileSync(join(root, 'tests/fixtures/release-0.1.0/whole.report.json'), 'utf8'),
) as RunResult;
const scan = ['--from', snapshot, '--check', checks.map(({ id }) => id).join(',')];
let report: RunResult;
let failing: Finding;

beforeAll(async () => {
  await audit([...scan, '-q', '-f', 'json', '-o', at('report.json')]);
  report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as RunResult;
  const found = report.findings.find(({ status }) => status === 'fail');
  if (found === undefined) throw new Error('nothing fails');
  failing = found;
});
beforeEach(() => writeFileSync(at('s.yaml'), ''));

const why = ['--reason', 'Known, and: fine', '--owner', 'web team'];
const suppress = (what: string, file: string, ...more: string[]) =>
  audit(['suppress', what, '--suppressions', file, '--report', at('report.json'), ...more]);
const suppressed = async (file: string): Promise<readonly Finding[]> => {
  const { stdout } = await audit([...scan, '-f', 'json', '--suppressions', file]);
  return (JSON.parse(stdout) as RunResult).findings.filter(({ status }) => status === 'suppressed');
};

describe('audit suppress', () => {
  it.each(['new.yaml', 's.yaml', 'new.json'])(
    'writes an entry that the next scan takes, for eight digits (%s)',
    async (name) => {
      const { code, stderr } = await suppress(
        failing.fingerprint.slice(0, 8),
        at(name),
        ...why,
        '--until',
        '2099-01-31',
      );
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: `audit: wrote ${at(name)}: 1 entry more, until 2099-01-31\n\`audit --suppressions ${at(name)}\` accepts it.\n`,
      });
      const found = await suppressed(at(name));
      expect(found.map(({ fingerprint }) => fingerprint)).toEqual([failing.fingerprint]);
      expect(found[0]?.suppression).toMatchObject({
        reason: 'Known, and: fine',
        owner: 'web team',
        until: '2099-01-31',
      });
      if (name !== 'new.json')
        expect(readFileSync(at(name), 'utf8')).toContain(`# ${failing.check}: ${failing.message}`);
    },
  );

  it.each([
    ['a list', '# mine\n- check: kms-* # all\n  reason: one\n  owner: me\n'],
    ['a mapping', '# mine\nsuppressions:\n  # first\n  - { check: kms-*, reason: one, owner: me }\n'],
    ['an empty list', '# mine\nsuppressions: []\n'],
  ])('keeps what stands there, comments too: %s', async (_what, text) => {
    writeFileSync(at('s.yaml'), text);
    await suppress(failing.fingerprint, at('s.yaml'), ...why);
    const after = readFileSync(at('s.yaml'), 'utf8');
    for (const line of text.split('\n').filter((each) => !each.endsWith('[]'))) expect(after).toContain(line);
    expect((await suppressed(at('s.yaml'))).map(({ fingerprint }) => fingerprint)).toContain(failing.fingerprint);
  });

  it('accepts all findings of a cause', async () => {
    const [cause] = report.causes.toSorted((a, b) => b.findings.length - a.findings.length);
    const { stderr } = await suppress(cause?.id ?? '', at('s.yaml'), ...why);
    expect(stderr).toContain(`${cause?.findings.length} entr`);
    expect((await suppressed(at('s.yaml'))).map(({ fingerprint }) => fingerprint).sort()).toEqual(
      [...(cause?.findings ?? [])].sort(),
    );
  });

  it('names of the account stay on the line of their comment', async () => {
    const hostile = { ...failing, message: 'bad\n- check: "*"\n  reason: x' };
    writeFileSync(at('hostile.json'), JSON.stringify({ ...report, findings: [hostile] }));
    await audit([
      'suppress',
      failing.fingerprint,
      '--suppressions',
      at('s.yaml'),
      '--report',
      at('hostile.json'),
      ...why,
    ]);
    expect((await suppressed(at('s.yaml'))).length).toBe(1);
  });
});

describe('what cannot be accepted is refused, and nothing is written', () => {
  it.each<[string, string[], string]>([
    ['FAIL', ['--owner', 'me'], '--reason is missing'],
    ['FAIL', ['--reason', 'because'], '--owner is missing'],
    ['FAIL', ['--reason', 'x', '--owner', 'me'], 'says too little'],
    ['FAIL', [...why, '--until', '2027-02-30'], '--until: 2027-02-30 is no day'],
    ['FAIL', [...why, '--until', '2020-01-01'], '--until: 2020-01-01 is over'],
    ['PASS', why, 'passes: there is nothing to accept'],
    ['00000000', why, 'holds no finding 00000000'],
    ['cause-00000000', why, 'holds no cause cause-00000000'],
    ['s3-bucket', why, 's3-bucket is no fingerprint and no cause'],
  ])('%s %j: %s', async (what, more, message) => {
    const passing = report.findings.find(({ status }) => status === 'pass')?.fingerprint ?? '';
    const named = what === 'FAIL' ? failing.fingerprint : what === 'PASS' ? passing : what;
    const { code, stderr } = await suppress(named, at('none.yaml'), ...more);
    expect(stderr).toContain(message);
    expect({ code, written: existsSync(at('none.yaml')) }).toEqual({ code: 2, written: false });
  });

  it.each<[string, string, string]>([
    ['s.yaml', 'suppressions: 7\n', 'expected array'],
    ['s.yaml', 'other: []\n', 's.yaml:1: '],
    [
      's.yaml',
      '- fingerprint: 3f2a9c01\n  reason: why\n  owner: me\n',
      's.yaml:1: 0.fingerprint: expected all 32 digits of the fingerprint, found the first 8',
    ],
    ['s.yaml', '<<<<<<< HEAD\n- check: kms-*\n=======\n', 's.yaml:'],
    ['s.ts', 'export default [];', 'suppressions are written as .yaml or .json, not as .ts'],
  ])('%s with %j: %s', async (name, text, message) => {
    writeFileSync(at(name), text);
    const { code, stderr } = await suppress(failing.fingerprint, at(name), ...why);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(readFileSync(at(name), 'utf8')).toBe(text);
  });

  it('twice the same', async () => {
    await suppress(failing.fingerprint, at('s.yaml'), ...why);
    const { code, stderr } = await suppress(failing.fingerprint, at('s.yaml'), ...why);
    expect(stderr).toContain(`accepts ${failing.fingerprint} already`);
    expect(code).toBe(2);
  });
});
