import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { residentProgram, type ResidentOptions } from '../program/resident.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startSmallAccount } from './small-account.ts';
import { scratch } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const check = 's3-bucket-mfa-delete-enabled';
const program = residentProgram();

describe('bad input', () => {
  const files = scratch();
  let front: Front;
  let snapshot: string;

  beforeAll(async () => {
    front = await startSmallAccount({ kept: { versioned: true }, scratch: { versioned: false } });
    const saved = await program(['collect', '--check', check, '--save', files.file('good.ndjson')], {
      endpoint: front.url,
    });
    expect(saved.code).toBe(0);
    snapshot = readFileSync(files.file('good.ndjson'), 'utf8');
  });
  afterAll(async () => {
    files.remove();
    await front.stop();
  });

  const run = (args: readonly string[], options: ResidentOptions = {}) => {
    front.record.clear();
    return program(args, { endpoint: front.url, cwd: files.dir, ...options });
  };

  it.each([
    [
      'an unknown check',
      ['--check', 's3-bucket-mfa-delet-enabled'],
      'unknown check: s3-bucket-mfa-delet-enabled; did you mean s3-bucket-mfa-delete-enabled',
    ],
    ['an unknown service', ['--service', 'guarduty'], 'unknown service: guarduty; did you mean guardduty'],
    ['an unknown framework', ['--framework', 'cis_7'], 'did you mean cis_7.0'],
    ['an unknown format', ['--format', 'jsn'], 'unknown value jsn; did you mean json?'],
    ['an unknown severity', ['--severity', 'hihg'], 'did you mean high?'],
    ['an unknown category', ['--category', 'securty'], 'did you mean security?'],
    ['an unknown --fail-on', ['--fail-on', 'mediun'], 'did you mean medium?'],
    ['an unknown option', ['--serivce', 'iam'], 'did you mean --service'],
    ['an unknown command', ['scam'], 'did you mean scan'],
    ['an unknown check to show', ['checks', 'show', 'iam-root-mfa'], 'did you mean iam-root-mfa-enabled'],
    ['an unknown framework to show', ['frameworks', 'show', 'cis7.0'], 'did you mean cis_7.0'],
    ['an unknown finding to explain', ['explain', 'iam-root-mfa-enable'], 'did you mean iam-root-mfa-enabled'],
    ['a clock that is none', ['--from', 'good.ndjson', '--now', 'yesterday'], '--now: yesterday is not a date'],
    ['a rate that is none', ['--max-rate', '0'], '--max-rate must be a number above 0'],
    ['two sources', ['--demo', '--from', 'good.ndjson'], '--demo reads no AWS account, so --from does not go with it'],
    ['two reports for standard output', ['--format', 'json', '--format', 'table'], 'cannot share standard output'],
    ['a selection of nothing', ['--service', 's3', '--check', 'iam-*'], 'no check is selected'],
    ['--resume without --save', ['--resume'], '--resume needs --save FILE'],
    ['a snapshot that does not exist', ['--from', 'nothing.ndjson'], 'nothing.ndjson: cannot be read'],
    ['a folder of checks that does not exist', ['--checks', 'nowhere'], 'nowhere: cannot be read'],
    ['a configuration that does not exist', ['--config', 'nowhere.yaml'], 'nowhere.yaml: cannot be read'],
  ])('%s ends with 2 and says what was meant, and nothing is called', async (_what, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('    at ');
    expect(front.record.count()).toBe(0);
  });

  it('a region that does not exist ends with 2 and names those that do', async () => {
    const { code, stderr } = await run(['--region', 'eu-wset-1', '--check', check]);
    expect(code).toBe(2);
    expect(stderr).toContain('eu-wset-1');
    expect(stderr).toContain('eu-west-1');
    expect(front.record.count({ service: 's3' })).toBe(0);
  });

  describe('in a configuration', () => {
    it.each([
      [
        'an unknown key',
        'regions: [eu-west-1]\nregion: eu-west-1\n',
        ':2: ',
        'unknown key region; did you mean regions?',
      ],
      [
        'an unknown nested key',
        'checks:\n  only: []\n  exlude: [a]\n',
        ':3: ',
        'unknown key exlude; did you mean exclude?',
      ],
      ['a wrong type', '\nregions: eu-west-1\n', ':2: ', 'expected array, found "eu-west-1"'],
      [
        'an unknown severity',
        `severity:\n  ${check}: hgh\n`,
        ':2: ',
        'expected one of critical, high, medium, low, informational, found "hgh"',
      ],
      [
        'an unknown format',
        'output:\n  formats:\n    - docx\n',
        ':3: ',
        'expected one of table, json, ndjson, markdown, html, ',
      ],
      ['an account that is none', 'trustedAccounts:\n  - "123"\n', ':2: ', 'found "123"'],
      ['a suppression without reason', 'suppressions:\n  - check: a\n    owner: me\n', ':2: ', 'reason is missing'],
      ['a suppression without owner', 'suppressions:\n  - { check: a, reason: because }\n', ':2: ', 'owner is missing'],
      [
        'a suppression of everything',
        'suppressions:\n  - reason: because\n    owner: me\n',
        ':2: ',
        'expected fingerprint, check, account, region, resource or tag',
      ],
      [
        'a date that is none',
        'suppressions:\n  - { check: a, reason: because, owner: me, until: soon }\n',
        ':2: ',
        'found "soon"',
      ],
      ['YAML that is none', 'regions:\n  - a\n - b\n', ':3: ', ''],
      ['a key twice', 'regions: [a]\nregions: [b]\n', ':2: ', 'unique'],
    ])('%s is named with its line', async (what, text, line, message) => {
      const name = `${what.replaceAll(' ', '-')}.yaml`;
      writeFileSync(files.file(name), text);
      const { code, stderr, stdout } = await run(['--config', name]);
      expect(stderr).toContain(`${name}${line}`);
      expect(stderr).toContain(message);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(front.record.count()).toBe(0);
    });

    it.each([
      ['an unknown check', 'severity: { iam-root-mfa-enable: low }', 'did you mean iam-root-mfa-enabled'],
      ['an unknown setting', 'settings: { iam-user-access-key-rotated-90: { day: 3 } }', 'unknown setting day'],
      [
        'a setting out of bounds',
        'settings: { iam-user-access-key-rotated-90: { days: 0 } }',
        'settings.iam-user-access-key-rotated-90.days',
      ],
      [
        'a setting of another type',
        'settings: { iam-user-access-key-rotated-90: { days: many } }',
        'expected a whole number, found "many"',
      ],
    ])('%s is refused', async (what, text, message) => {
      const name = `known-${what.replaceAll(' ', '-')}.yaml`;
      writeFileSync(files.file(name), text);
      const { code, stderr } = await run(['--config', name]);
      expect(stderr).toContain(message);
      expect(code).toBe(2);
      expect(front.record.count()).toBe(0);
    });

    it('every mistake is listed at once', async () => {
      writeFileSync(files.file('many.yaml'), 'region: a\noutput:\n  failOn: never\n');
      const { stderr } = await run(['--config', 'many.yaml']);
      expect(stderr).toContain('many.yaml:1: ');
      expect(stderr).toContain('many.yaml:3: ');
    });
  });

  describe('credentials', () => {
    const without = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined };

    it('that are missing end with 4, naming where they were looked for and --demo', async () => {
      const { code, stdout, stderr } = await run([], { env: without });
      expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
      for (const source of ['AWS_ACCESS_KEY_ID', 'profile default', 'web identity token', '--demo'])
        expect(stderr).toContain(source);
      expect(front.record.count()).toBe(0);
    });

    it('of a profile that does not exist end with 4, naming it', async () => {
      const { code, stderr } = await run(['--profile', 'prdo'], { env: without });
      expect(code).toBe(4);
      expect(stderr).toContain('prdo');
    });

    it('that expired end with 4', async () => {
      front.faults({ rules: [{ service: 'sts', fault: { error: 'expired-token' } }] });
      const { code, stderr } = await run([]);
      front.faults();
      expect(code).toBe(4);
      expect(stderr).toContain('no usable AWS credentials');
    });

    it('cannot be told when AWS is not reached: 4', async () => {
      const { code, stderr } = await run([], { endpoint: 'http://127.0.0.1:9' });
      expect(code).toBe(4);
      expect(stderr).toContain('AWS could not be reached');
    });
  });

  it('output that cannot be written is found before anything is called', async () => {
    mkdirSync(files.file('a-folder'), { recursive: true });
    writeFileSync(files.file('a-file'), '');
    for (const args of [
      ['--format', 'json', '--output', 'a-file/report.json'],
      ['--save', 'a-file/saved.ndjson'],
      ['--save', 'a-folder'],
    ]) {
      const { code, stderr } = await run(['--check', check, ...args]);
      expect(stderr).toContain('cannot be written');
      expect(code).toBe(2);
      expect(front.record.count()).toBe(0);
    }
  });

  describe('a snapshot', () => {
    it.each<[string, (text: string) => string | Buffer, string, number?]>([
      ['that was cut off', (text) => text.split('\n').slice(0, -2).join('\n'), 'is cut off'],
      ['that was cut off in a line', (text) => text.slice(0, -40), 'is damaged', 5],
      [
        'that was changed',
        (text) => text.replace('"enabled":false', '"enabled":true'),
        'was changed after it was written',
      ],
      [
        'with a line less',
        (text) =>
          text
            .split('\n')
            .filter((line) => !line.includes('"scratch"'))
            .join('\n'),
        'is damaged',
      ],
      ['of another version', (text) => text.replace('"version":1', '"version":99'), 'is of version 99'],
      ['with something after its end', (text) => `${text}{}\n`, 'has content after its end', 6],
      ['that is none', () => 'hello\n', 'is not a snapshot'],
      ['that is other JSON', () => '{"findings":[]}\n', 'is not a snapshot'],
      ['that is empty', () => '', 'is empty'],
      ['whose compressed file was cut off', (text) => gzipSync(text).subarray(0, 200), 'is damaged or cut off'],
    ])('%s is refused and never half of a report', async (what, damage, message, line) => {
      const name = `${what.replaceAll(/\W/g, '-')}.ndjson`;
      writeFileSync(files.file(name), damage(snapshot));
      const { code, stdout, stderr } = await run(['--check', check, '--format', 'json', '--from', name]);
      expect(stderr).toContain(`${name}${line === undefined ? '' : `:${line}`}: ${message}`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    });

    it('that is a result is refused with what reads one', async () => {
      writeFileSync(files.file('result.json'), '{\n"schemaVersion": "2.2",\n');
      const { code, stderr } = await run(['--check', check, '--from', 'result.json']);
      expect(stderr).toMatch(/result\.json: is not a snapshot \(.*\)\n.*A result in JSON is named by --report/);
      expect(code).toBe(2);
    });
  });
});
