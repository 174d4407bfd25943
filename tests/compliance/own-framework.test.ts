import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { ownFramework } from '../../src/config/own-framework.ts';
import { audit, folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const loaded = (files: Readonly<Record<string, string>>) => {
  dir = folder(files);
  return ownFramework('./ours.yaml', dir.path, checks);
};

const head = "key: ours\nname: Ours\nversion: '1'\n";

describe('a framework of the user', () => {
  it('names checks, live or not, and what a person has to answer', async () => {
    const framework = await loaded({
      'ours.yaml': `${head}requirements:
  - id: A.1
    title: Root
    section: A
    whole: [iam-root-mfa-enabled]
    checks: [macie-session-enabled]
  - { id: A.2, person: true }
`,
    });
    expect(framework).toMatchObject({
      key: 'ours',
      version: '1',
      requirements: [
        { id: 'A.1', checks: ['iam-root-mfa-enabled', 'macie-session-enabled'], whole: ['iam-root-mfa-enabled'] },
        { id: 'A.2', person: true, checks: [] },
      ],
    });
  });

  it('extends another: what is left out goes, what has the same id takes its place, the rest comes after', async () => {
    const { requirements, source } = await loaded({
      'ours.yaml': `${head}extends: base/cis.json
requirements:
  - { id: X.1, checks: [sts-audit-caller-not-root] }
  - { id: '2.5', title: Ours, whole: [iam-root-hardware-mfa-enabled] }
`,
      'base/cis.json': '{"key": "base", "name": "Base", "extends": "cis_7.0", "leaveOut": ["2.1.1"]}',
    });
    const ids = requirements.map(({ id }) => id);
    expect(ids).toHaveLength(70);
    expect(ids).not.toContain('2.1.1');
    expect(ids.at(-1)).toBe('X.1');
    expect(requirements.find(({ id }) => id === '2.5')).toMatchObject({ title: 'Ours' });
    expect(source).toContain('Center for Internet Security');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'an unknown check',
      { 'ours.yaml': `${head}requirements:\n  - id: '1'\n    checks:\n      - iam-root-mfa-enabld\n` },
      /ours\.yaml:7: 1: there is no check iam-root-mfa-enabld; did you mean iam-root-mfa-enabled/,
    ],
    [
      'an unknown requirement',
      { 'ours.yaml': `${head}extends: cis_7.0\nleaveOut: ['2.99']\n` },
      /ours\.yaml:5: cis_7\.0 has no requirement 2\.99/,
    ],
    [
      'an unknown framework',
      { 'ours.yaml': `${head}extends: cis_7\n` },
      /ours\.yaml:4: there is no framework cis_7; did you mean cis_7\.0/,
    ],
    ['itself', { 'ours.yaml': `${head}extends: ./ours.yaml\n` }, /ours\.yaml:4: extends itself/],
    [
      'itself through another',
      { 'ours.yaml': `${head}extends: ./b.yaml\n`, 'b.yaml': 'key: b\nname: B\nextends: ./ours.yaml\n' },
      /b\.yaml:3: extends itself: .*ours\.yaml extends .*b\.yaml extends .*ours\.yaml/,
    ],
    [
      'a requirement twice',
      { 'ours.yaml': `${head}requirements:\n  - id: '1'\n  - id: '1'\n` },
      /ours\.yaml:6: 1 stands twice/,
    ],
    [
      'a check twice',
      {
        'ours.yaml': `${head}requirements:\n  - { id: '1', whole: [sts-audit-caller-not-root], checks: [sts-audit-caller-not-root] }\n`,
      },
      /ours\.yaml:5: 1 names a check twice/,
    ],
    [
      "the program's key",
      { 'ours.yaml': 'key: cis_7.0\nname: N\n' },
      /ours\.yaml:1: cis_7\.0 is a framework of the program/,
    ],
    [
      'a misspelt member',
      { 'ours.yaml': `${head}requirments: []\n` },
      /ours\.yaml:4: unknown key requirments; did you mean requirements/,
    ],
    [
      'a number for an id',
      { 'ours.yaml': `${head}requirements:\n  - id: 2.1\n` },
      /ours\.yaml:5: requirements\.0\.id: expected string, found 2\.1/,
    ],
    ['no YAML', { 'ours.yaml': 'key: [\n' }, /ours\.yaml:\d/],
    ['a file that is not there', { 'b.yaml': '' }, /ours\.yaml: cannot be read/],
  ])('cannot be made of %s', async (_what, files, message) => {
    await expect(loaded(files)).rejects.toThrow(message);
  });

  it('of 10,000 requirements, all of them wrong, is told of in seconds', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `  - { id: 'R${n}', checks: [no-such-check-${n}] }\n`);
    const started = Date.now();
    await expect(loaded({ 'ours.yaml': `${head}requirements:\n${lines.join('')}` })).rejects.toThrow(/and 9980 more/);
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  it('is shown, compared and held against an account as any other', async () => {
    dir = folder({
      'ours.yaml': `${head}extends: cis_7.0\nrequirements:\n  - { id: X.1, title: Nobody is root, whole: [sts-audit-caller-not-root] }\n`,
      'audit.config.yaml': 'checks:\n  frameworks: [./ours.yaml]\n',
    });
    const options = { cwd: dir.path };
    expect((await audit(['frameworks', 'show', join(dir.path, 'ours.yaml')], options)).stdout).toMatch(
      /^X\.1 +Nobody is root +sts-audit-caller-not-root$/m,
    );
    const { stdout: diff } = await audit(['frameworks', 'diff', 'cis_7.0', join(dir.path, 'ours.yaml')], options);
    expect(diff).toBe('Only in Ours:\n  X.1 Nobody is root\n\n70 requirements the same\n');
    const { stdout } = await audit(['--demo', '--format', 'json', '--fail-on', 'none', '--allow-incomplete'], options);
    const { compliance } = JSON.parse(stdout) as {
      compliance: { framework: { key: string }; summary: { total: number } }[];
    };
    expect(compliance.map(({ framework, summary }) => [framework.key, summary.total])).toEqual([['ours', 71]]);
  });
});

describe('two frameworks', () => {
  it('are compared by what they ask, whatever the numbers', async () => {
    const { stdout } = await audit(['frameworks', 'diff', 'cis_6.0', 'cis_7.0']);
    const [added = '', removed = '', renumbered = ''] = stdout.split('\n\n');
    expect(added).toContain('2.1.2 Guardrail policies hold for all accounts of the organization');
    expect(added).toContain('6.8 AWS services are reached through VPC endpoints');
    expect(added).not.toContain('The root user has MFA');
    expect(removed).toContain('2.12 Each user has one active access key at most');
    expect(renumbered).toContain('2.4 is 2.5 The root user has MFA');
  });

  it.each([
    [['frameworks', 'diff', 'cis_6.0'], /needs the keys of two frameworks/],
    [['frameworks', 'diff', 'cis_6.0', 'cis_8.0'], /unknown framework: cis_8\.0/],
  ])('are both needed: %j', async (args, message) => {
    const { code, stderr } = await audit(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
