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
    [['--reg'], ['--region']],
    [['doctor', '--prof'], ['--profile']],
    [['policy', '--demo'], []],
    [['scan', 'x'], []],
  ])('%j: %j', async (words, expected) => expect(await complete(words)).toEqual(expected));

  it('starts with the commands', async () => {
    expect(await complete([''])).toEqual(commands.map(({ name }) => name));
    expect(await complete([])).toEqual(commands.map(({ name }) => name));
  });

  it('knows every check and service', async () => {
    expect(await complete(['--check', ''])).toEqual(checks.map(({ id }) => id));
    expect(await complete(['--service', ''])).toEqual([...new Set(checks.map(({ service }) => service))]);
    expect(await complete(['--exclude-check', 'sts-'])).toHaveLength(3);
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

  it('completes in a real bash', async () => {
    const { stdout: script } = await audit(['completion', 'bash']);
    const program = `audit() { shift; printf '%s\\n' "asked:$1 $2" 'two words'; }\n${script}
COMP_WORDS=(audit checks sh); COMP_CWORD=2; _audit; printf '%s|' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['asked:checks sh|two words|', '']);
  });
});
