import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { complete } from '../../src/cli/completion.ts';
import { commands } from '../../src/cli/commands.ts';
import { audit, folder } from './run.ts';

describe('what could come next', () => {
  it.each<[string[], string[]]>([
    [['fr'], ['frameworks']],
    [['--fail-on', 'm'], ['medium']],
    [['--fail-on', 'new:h'], ['new:high']],
    [['--fail-on', 'o'], ['older-than:']],
    [['baseline', 'p'], ['prune']],
    [['baseline', 'prune', 'a'], []],
    [['--severity', 'h'], ['high']],
    [['scan', '--category', 'cost'], ['cost_optimization']],
    [['--framework', 'cis_7'], ['cis_7.0']],
    [
      ['--format', 'j'],
      ['json', 'junit'],
    ],
    [['report', 'x.json', '--format', 'sa'], ['sarif']],
    [['checks', 's'], ['show']],
    [['checks', 'm'], ['map']],
    [['checks', 'map', 'l'], []],
    [
      ['attest', ''],
      ['init', 'check'],
    ],
    [['migrate', 'pro'], ['prowler']],
    [['migrate', 'prowler', 'pro'], []],
    [['checks', 'show', 'iam-root-mfa'], ['iam-root-mfa-enabled']],
    [['explain', 'iam-root-mfa'], ['iam-root-mfa-enabled']],
    [['frameworks', 'show', 'cis_7'], ['cis_7.0']],
    [['--reg'], ['--region', '--region-proof']],
    [['doctor', '--prof'], ['--profile']],
    [['policy', '--demo'], []],
    [['scan', 'x'], []],
    [['--region', 'eu-isoe'], ['eu-isoe-west-1']],
    [['--region=eu-isoe'], ['--region=eu-isoe-west-1']],
    [['--format=sar'], ['--format=sarif']],
    [['--format', 'json,sar'], ['json,sarif']],
    [['--format=json,sar'], ['--format=json,sarif']],
    // Bash's words of `--format=sar` and `--format=`.
    [['scan', '--format', '=', 'sar'], ['sarif']],
    [
      ['plan', '--format', '='],
      ['table', 'json'],
    ],
    // Each command has its own.
    [
      ['checks', 'list', '--format', ''],
      ['table', 'json'],
    ],
    [['--group-by', 'ch'], ['check']],
    [['--only', 'fail'], ['failed']],
    [['--check=iam-root-mfa'], ['--check=iam-root-mfa-enabled']],
    [['--output=x'], []],
  ])('%j: %j', async (words, expected) => expect(await complete(words)).toEqual(expected));

  it('starts with the commands', async () => {
    expect(await complete([''])).toEqual(commands.map(({ name }) => name));
    expect(await complete([])).toEqual(commands.map(({ name }) => name));
  });

  it('knows every check and service', async () => {
    expect(await complete(['--check', ''])).toEqual(checks.map(({ id }) => id));
    expect(await complete(['--service', ''])).toEqual([...new Set(checks.map(({ service }) => service))]);
    expect(await complete(['--exclude-check', 'sts-global-'])).toHaveLength(2);
  });

  it('knows what packs on the line add, and only those', async () => {
    const dir = folder({
      'pack/index.mjs': `export default {
  frameworks: [{ key: 'acme_1', name: 'Acme', requirements: [] }],
  reports: [{ name: 'acme', extension: 'acme', *render() {} }],
};`,
      'broken/index.mjs': 'throw new Error("no")',
    });
    const pack = join(dir.path, 'pack');
    expect(await complete(['--pack', pack, '--framework', 'ac'])).toEqual(['acme_1']);
    expect(await complete([`--pack=${pack}`, '--format', 'ac'])).toEqual(['acme']);
    expect(await complete(['frameworks', 'show', '--pack', pack, 'ac'])).toEqual(['acme_1']);
    expect(await complete(['--framework', 'ac'])).toEqual([]);
    expect(await complete(['--pack', join(dir.path, 'broken'), '--framework', 'cis_7'])).toEqual(['cis_7.0']);
    dir.remove();
  });

  it('knows the profiles of the shared files, and none where they cannot be read', async () => {
    const dir = folder({
      config: '[default]\nregion = eu-west-1\n[profile prod-audit]\nregion = eu-west-1\n[sso-session corp]\n',
      credentials: '[prod-legacy]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n',
    });
    vi.stubEnv('AWS_CONFIG_FILE', join(dir.path, 'config'));
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(dir.path, 'credentials'));
    expect((await complete(['--profile', ''])).toSorted()).toEqual(['default', 'prod-audit', 'prod-legacy']);
    expect(await complete(['doctor', '--profile=prod-a'])).toEqual(['--profile=prod-audit']);
    vi.stubEnv('AWS_CONFIG_FILE', dir.path);
    expect(await complete(['--profile', ''])).toEqual([]);
    vi.unstubAllEnvs();
    dir.remove();
  });

  it('is what the scripts ask for', async () => {
    expect(await audit(['--complete', 'checks', 'l'])).toEqual({ code: 0, stdout: 'list\n', stderr: '' });
  });
});

describe('the scripts', () => {
  it.each(['bash', 'zsh', 'fish'])('%s asks the program', async (shell) => {
    const { code, stdout } = await audit(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('audit --complete');
  });

  it('is that of $SHELL by default, else bash', async () => {
    vi.stubEnv('SHELL', '/usr/bin/zsh');
    expect((await audit(['completion'])).stdout).toMatch(/^#compdef audit/);
    vi.stubEnv('SHELL', '/bin/tcsh');
    expect((await audit(['completion'])).stdout).toMatch(/^_audit\(\)/);
    vi.unstubAllEnvs();
  });

  // What a shell makes of the words of a line is its own matter: each is asked, with the program in its place.
  const asked = "audit() { shift; printf '%s\\n' \"asked:$1|$2|$3|$4\" 'two words'; }";
  const lines: [
    shell: string,
    args: readonly string[],
    script: (own: string) => string,
    line: string,
    answer: string,
  ][] = [
    [
      'bash',
      ['-c'],
      (own) => `${asked}\n${own}\nCOMP_WORDS=(audit checks sh); COMP_CWORD=2; _audit; printf '%s\n' "\${COMPREPLY[@]}"`,
      'checks sh',
      'asked:checks|sh||\ntwo words\n',
    ],
    [
      'bash',
      ['-c'],
      (own) =>
        `${asked}\n${own}\nCOMP_WORDS=(audit scan --format = sa); COMP_CWORD=4; _audit; printf '%s\n' "\${COMPREPLY[@]}"`,
      'scan --format=sa',
      'asked:scan|--format|=|sa\ntwo words\n',
    ],
    [
      'zsh',
      ['-f', '-c'],
      (own) =>
        `${asked}\ncompdef() { : }\ncompadd() { print -rl -- "\${c[@]}" }\n${own}\nwords=(audit scan --format=sa); CURRENT=3; _audit`,
      'scan --format=sa',
      'asked:scan|--format=sa||\ntwo words\n',
    ],
    [
      'fish',
      ['--no-config', '-c'],
      (own) =>
        `function audit; printf '%s\n' "scan-asked:$argv[2..]" 'scan words'; end\n${own}\ncomplete -C 'audit checks scan'`,
      'checks scan',
      'scan words\nscan-asked:checks scan\n',
    ],
  ];
  const missing = (shell: string): boolean => spawnSync(shell, ['--version']).error !== undefined;
  for (const [shell, args, script, line, answer] of lines) {
    const title = `complete \`audit ${line}\` in a real ${shell}`;
    it.skipIf(missing(shell))(missing(shell) ? `${title}: not run, it is not installed` : title, async () => {
      const { stdout: own } = await audit(['completion', shell]);
      const { stdout, stderr } = spawnSync(shell, [...args, script(own)], { encoding: 'utf8' });
      expect([stdout.split('\n').toSorted(), stderr]).toEqual([answer.split('\n').toSorted(), '']);
    });
  }
});
