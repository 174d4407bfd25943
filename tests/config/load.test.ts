import { checks } from '../../checks/index.ts';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadConfig, loadSuppressions } from '../../src/config/load.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

/** Writes one file and loads it as configuration. */
async function load(name: string, text: string): Promise<unknown> {
  dir = folder({ [name]: text });
  return (await loadConfig(name, dir.path)).config;
}

const config = { regions: ['eu-west-1'], output: { failOn: 'high' } };

describe('a configuration', () => {
  it.each([
    ['audit.config.yaml', 'regions: [eu-west-1]\noutput:\n  failOn: high\n'],
    ['audit.config.yml', 'regions:\n  - eu-west-1\noutput: { failOn: high }\n'],
    ['audit.config.json', JSON.stringify(config)],
    ['audit.config.mjs', `export default ${JSON.stringify(config)};`],
    ['audit.config.js', `export default ${JSON.stringify(config)};`],
    [
      'audit.config.ts',
      "import type { Config } from 'aws-posture-audit';\nconst output: Config['output'] = { failOn: 'high' };\nexport default { regions: ['eu-west-1'], output: output! } satisfies Config;\n",
    ],
  ])('is found and read from %s', async (name, text) => {
    dir = folder({ [name]: text });
    expect(await loadConfig(undefined, dir.path)).toMatchObject({ config, file: join(dir.path, name) });
  });

  it('is not needed', async () => {
    dir = folder();
    expect(await loadConfig(undefined, dir.path)).toMatchObject({ config: {}, file: undefined });
  });

  it('may hold nothing but comments', async () => {
    expect(await load('audit.config.yaml', '# nothing yet\n')).toEqual({});
  });

  it('is the one that --config names, even when another lies in the folder', async () => {
    dir = folder({ 'audit.config.yaml': 'regions: [us-east-1]', 'other.yaml': 'regions: [eu-west-1]' });
    expect((await loadConfig('other.yaml', dir.path)).config).toEqual({ regions: ['eu-west-1'] });
  });
});

describe('a mistake is told with file, line and what was expected', () => {
  it.each<[string, string, string]>([
    [
      'an unknown key',
      'regions: [a]\nregoins: [b]\n',
      '2: unknown key regoins; did you mean regions? Expected one of $schema, regions, checks',
    ],
    [
      'an unknown key within',
      'output:\n  failOn: high\n  formts: [table]\n',
      '3: output: unknown key formts; did you mean formats?',
    ],
    ['a wrong type', 'regions: eu-west-1\n', '1: regions: expected array, found "eu-west-1"'],
    ['a wrong type in a list', 'regions:\n  - eu-west-1\n  - 7\n', '3: regions.1: expected string, found 7'],
    [
      'a wrong word',
      'output:\n  failOn: hihg\n',
      '2: output.failOn: expected one of critical, high, medium, low, informational, none, unknown, new, new:<severity>, worse, stale-baseline, older-than:<days>, found "hihg"',
    ],
    [
      'a wrong word of several',
      'output:\n  failOn:\n    - new:high\n    - new:hihg\n',
      '4: output.failOn.1: expected one of critical',
    ],
    [
      'a wrong severity',
      'severity:\n  iam-root-mfa-enabled: bad\n',
      '2: severity.iam-root-mfa-enabled: expected one of critical',
    ],
    [
      'an account that is a number',
      'trustedAccounts: [111122223333]\n',
      '1: trustedAccounts.0: expected string, found 111122223333',
    ],
    [
      'an account too short',
      "trustedAccounts: ['1111']\n",
      '1: trustedAccounts.0: expected an account id of 12 digits',
    ],
    [
      'a suppression without a reason',
      'suppressions:\n  - check: iam-root-mfa-enabled\n    owner: me\n',
      '2: suppressions.0: reason is missing',
    ],
    [
      'a suppression without an owner',
      'suppressions:\n  - { check: x-y, reason: because }\n',
      '2: suppressions.0: owner is missing',
    ],
    [
      'a suppression of everything',
      'suppressions:\n  - reason: because\n    owner: me\n',
      '2: suppressions.0: expected fingerprint, check, account, region, resource or tag: which findings it accepts',
    ],
    [
      'a date that is none',
      "suppressions:\n  - check: x-y\n    reason: because\n    owner: me\n    until: '2027-13-01'\n",
      '5: suppressions.0.until: expected the last day it holds as YYYY-MM-DD, found "2027-13-01"',
    ],
    ['a duplicate key', 'regions: [a]\nchecks: {}\nregions: [b]\n', '3: Map keys must be unique'],
    ['broken YAML', 'regions: [a\nchecks: {}\n', '2: '],
    ['another document', 'regions: [a]\n---\nregions: [b]\n', '2: '],
    ['a list', '- regions\n', '1: expected object, found ["regions"]'],
    ['a text', 'hello\n', '1: expected object, found "hello"'],
  ])('%s', async (_what, text, expected) => {
    const loading = load('audit.config.yaml', text);
    await expect(loading).rejects.toMatchObject({ code: 'config', exitCode: 2 });
    await expect(loading).rejects.toThrow(`${join(dir?.path ?? '', 'audit.config.yaml')}:${expected}`);
  });

  it('all of them at once, one a line', async () => {
    const error = await load('audit.config.json', '{\n "regions": 1,\n "outptu": {}\n}').catch(
      (e: unknown) => e as Error,
    );
    expect((error as Error).message.split('\n').map((line) => line.replace(/^.*json:/, ''))).toEqual([
      expect.stringMatching(/^3: unknown key outptu; did you mean output\?/),
      '2: regions: expected array, found 1',
    ]);
  });

  it('a YAML bomb is not unfolded', async () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${'*a, '.repeat(9)}]\nc: &c [${'*b, '.repeat(9)}]\nd: [${'*c, '.repeat(9)}]\n`;
    await expect(load('audit.config.yaml', bomb)).rejects.toMatchObject({ code: 'config' });
  });

  it('a module without a default export', async () => {
    await expect(load('audit.config.mjs', 'export const regions = [];')).rejects.toThrow('has no default export');
  });

  it('a module that does not load', async () => {
    await expect(load('audit.config.mjs', "import 'no-such-package-anywhere';")).rejects.toMatchObject({
      code: 'config',
    });
  });

  it('what a module exports', async () => {
    await expect(load('audit.config.mjs', 'export default { regions: 1 };')).rejects.toThrow(
      'audit.config.mjs:1: regions: expected array, found 1',
    );
  });

  it('two configurations beside each other', async () => {
    dir = folder({ 'audit.config.yaml': '', 'audit.config.json': '{}' });
    await expect(loadConfig(undefined, dir.path)).rejects.toThrow(/holds audit\.config\.yaml and audit\.config\.json/);
    expect((await loadConfig('audit.config.json', dir.path)).config).toEqual({});
  });

  it('a format that is not understood', async () => {
    await expect(load('audit.toml', 'regions = []')).rejects.toThrow(/audit\.toml: \.toml is not understood/);
  });

  it('a file that is not there', async () => {
    dir = folder();
    await expect(loadConfig('none.yaml', dir.path)).rejects.toThrow(/none\.yaml: cannot be read/);
  });
});

describe('suppressions', () => {
  const suppression = { check: 's3-*', reason: 'rebuilt nightly', owner: 'platform', until: '2027-01-31' };
  const yaml = '- check: s3-*\n  reason: rebuilt nightly\n  owner: platform\n  until: 2027-01-31\n';
  const loadText = async (text: string): Promise<unknown> => {
    dir = folder({ 'accepted.yaml': text });
    return loadSuppressions('accepted.yaml', dir.path, checks);
  };

  it('are none in an empty file', async () => expect(await loadText('')).toEqual([]));
  it('are a list', async () => expect(await loadText(yaml)).toEqual([suppression]));
  it('or a mapping, as in a configuration', async () => {
    expect(await loadText(`suppressions:\n${yaml.replaceAll(/^/gm, '  ')}`)).toEqual([suppression]);
  });

  it.each([
    ['- check: s3-*\n  owner: me\n', '1: 0: reason is missing'],
    ['suppressions:\n  - check: s3-*\n    reason: because\n', '2: suppressions.0: owner is missing'],
    ['- reason: because\n  owner: me\n', '1: 0: expected fingerprint, check'],
    [
      '- check: a-b\n  reason: because\n  owner: me\n  untill: 2027-01-31\n',
      '4: 0: unknown key untill; did you mean until?',
    ],
    [
      '- fingerprint: abc\n  reason: because\n  owner: me\n',
      '1: 0.fingerprint: expected a fingerprint of 32 hexadecimal digits',
    ],
    ['suppresions: []\n', '1: expected array'],
  ])('%j is a mistake', async (text, expected) => {
    const loading = loadText(text);
    await expect(loading).rejects.toMatchObject({ code: 'config' });
    await expect(loading).rejects.toThrow(expected);
  });
});
