import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, describe, expect, it } from 'vitest';
import { setUp, type SetupOptions } from '../../src/cli/setup.ts';
import { validate } from '../../src/config/validate.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit, folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const withConfig = (text: string, options: SetupOptions = {}): ReturnType<typeof setUp> => {
  dir = folder({ 'audit.config.yaml': text });
  return setUp({ config: join(dir.path, 'audit.config.yaml'), ...options });
};

describe('names in a configuration that nothing has', () => {
  it.each([
    [
      'severity:\n  iam-root-mfa-enabld: low\n',
      'audit.config.yaml:2: severity.iam-root-mfa-enabld: unknown check iam-root-mfa-enabld; did you mean iam-root-mfa-enabled',
    ],
    [
      'settings:\n  iam-user-access-key-rotated-9: { days: 1 }\n',
      'unknown check iam-user-access-key-rotated-9; did you mean iam-user-access-key-rotated-90',
    ],
    [
      'settings:\n  iam-user-access-key-rotated-90: { day: 1 }\n',
      'audit.config.yaml:2: settings.iam-user-access-key-rotated-90.day: unknown setting day; iam-user-access-key-rotated-90 has days',
    ],
    [
      'settings:\n  iam-user-access-key-rotated-90: { days: 1.5 }\n',
      'settings.iam-user-access-key-rotated-90.days: expected a whole number, found 1.5',
    ],
    [
      'settings:\n  iam-user-access-key-rotated-90: { days: 0 }\n',
      'settings.iam-user-access-key-rotated-90.days: expected 1 to',
    ],
    ["settings:\n  iam-user-access-key-rotated-90: { days: '60' }\n", 'expected a whole number, found "60"'],
    [
      'settings:\n  ec2-security-group-no-open-ingress-ssh: { ports: 22 }\n',
      'ports: expected a list of whole numbers, found 22',
    ],
    [
      'settings:\n  vpc-flow-logs-enabled: { trafficTypes: [1] }\n',
      'trafficTypes: expected a list of texts, found [1]',
    ],
    [
      'settings:\n  iam-root-mfa-enabled: { days: 1 }\n',
      'settings.iam-root-mfa-enabled.days: unknown setting days; iam-root-mfa-enabled has no settings',
    ],
  ])('%j', async (text, expected) => {
    const loading = withConfig(text);
    await expect(loading).rejects.toMatchObject({ code: 'config', exitCode: 2 });
    await expect(loading).rejects.toThrow(expected);
  });

  it('are all reported at once, each with its line', async () => {
    const text =
      'severity:\n  nope-check-one: low\nsuppressions:\n  - { check: nope-check-two, reason: known, owner: me }\n';
    await expect(withConfig(text)).rejects.toThrow(
      /yaml:2: severity\.nope-check-one.*\n.*yaml:4: suppressions\.0\.check: unknown check nope-check-two/,
    );
  });

  it.each([
    [
      'checks:\n  only: [iam-rot-mfa-enabled]\n',
      /audit\.config\.yaml:2: checks\.only\.0: unknown check iam-rot-mfa-enabled; did you mean/,
    ],
    ['checks:\n  exclude: [nothing-*]\n', /unknown check nothing-\*/],
    [
      'regions:\n  - eu-west-1\n  - eu-wst-1\n',
      /audit\.config\.yaml:3: regions\.1: no region is called eu-wst-1; did you mean/,
    ],
    ["settings:\n  'iam-*': { days: 1 }\n", /yaml:2: settings\.iam-\*: expected one check's id/],
    ['checks:\n  services: [imm]\n', /unknown service imm; did you mean iam/],
    ['checks:\n  frameworks: [cis_7]\n', /unknown framework cis_7; did you mean cis_7\.0/],
  ])('%j', async (text, expected) => expect(withConfig(text)).rejects.toThrow(expected));
});

describe('severities of the configuration', () => {
  const text = "severity:\n  'sts-*': low\n  sts-audit-caller-not-root: critical\n";

  it('hold for the checks of a pattern; the last that fits wins', async () => {
    const { all } = await withConfig(text);
    const severities = all.filter(({ id }) => id.startsWith('sts-')).map(({ id, severity }) => [id, severity]);
    expect(Object.fromEntries(severities)).toEqual({
      'sts-assume-root-not-used-recently': 'low',
      'sts-audit-caller-not-root': 'critical',
      'sts-federation-token-not-used': 'low',
      'sts-global-endpoint-not-used': 'low',
      'sts-global-endpoint-token-version-2': 'low',
      'sts-issued-session-duration-limited': 'low',
      'sts-vpc-endpoint-exists': 'low',
    });
  });

  it('are what --severity selects by', async () => {
    const { selected } = await withConfig(text, { service: ['sts'], severity: ['critical'] });
    expect(selected.map(({ id }) => id)).toEqual(['sts-audit-caller-not-root']);
  });
});

describe('the command line and the configuration', () => {
  const text =
    "regions: [eu-west-1]\nchecks:\n  only: ['sts-*']\n  exclude: [sts-audit-caller-not-root]\nsuppressions:\n  - { check: 'sts-*', reason: because, owner: me }\n";

  it('without options the configuration decides', async () => {
    const { selected, regions, suppressions } = await withConfig(text);
    expect(selected.map(({ id }) => id)).toEqual([
      'sts-assume-root-not-used-recently',
      'sts-federation-token-not-used',
      'sts-global-endpoint-not-used',
      'sts-global-endpoint-token-version-2',
      'sts-issued-session-duration-limited',
      'sts-vpc-endpoint-exists',
    ]);
    expect(regions).toEqual(['eu-west-1']);
    expect(suppressions).toHaveLength(1);
  });

  it('options win, exclusions add up', async () => {
    const { selected, regions } = await withConfig(text, {
      check: ['sts-global-*'],
      excludeCheck: ['*-token-version-2'],
      region: ['us-*'],
    });
    expect(selected.map(({ id }) => id)).toEqual(['sts-global-endpoint-not-used']);
    expect(regions).toEqual(['us-*']);
  });

  it('suppressions of both apply', async () => {
    const more = folder({ 'accepted.yaml': "- { check: 'iam-*', reason: because, owner: me }\n" });
    const { suppressions } = await withConfig(text, { suppressions: join(more.path, 'accepted.yaml') });
    more.remove();
    expect(suppressions.map(({ check }) => check)).toEqual(['sts-*', 'iam-*']);
  });
});

describe('audit init', () => {
  it('writes the commented example, once', async () => {
    dir = folder();
    const file = join(dir.path, 'audit.config.yaml');
    expect(await audit(['init', '--output', file])).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(root, 'src/config/example.yaml'), 'utf8'));
    expect(await audit(['init', '--output', file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('exists already') as string,
    });
    await expect(setUp({ config: file })).resolves.toMatchObject({ config: {} });
  });

  it('shows options and checks that exist, and every one of the options', async () => {
    const example = readFileSync(join(root, 'src/config/example.yaml'), 'utf8');
    const uncommented = example.replaceAll(/^# (?=[a-zA-Z]+:|  )/gm, '');
    dir = folder({
      'audit.config.yaml': uncommented.replace(/^ {2}directory:.*$/m, '').replace(/^packs:.*$/m, 'packs: []'),
    });
    const { config, selected } = await setUp({ config: join(dir.path, 'audit.config.yaml') });
    const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8')) as { properties: object };
    expect(Object.keys(config).toSorted()).toEqual(
      Object.keys(schema.properties)
        .filter((name) => name !== '$schema')
        .toSorted(),
    );
    expect(selected.length).toBeGreaterThan(3);
    expect(() => validate(parse(uncommented), 'config', 'example', () => undefined)).not.toThrow();
  });
});
