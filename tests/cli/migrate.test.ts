import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import scan from '../../src/cli/scan-command.ts';
import { nameOf } from '../../src/cli/door/options.ts';
import { audit, folder } from './run.ts';

const files = folder({
  'mutelist.yaml': `Mutelist:
  Accounts:
    "*":
      Checks:
        iam_user_hardware_mfa_enabled:
          Regions: ["*"]
          Resources: ["^break-glass$"]
          Description: Locked away
        iam_root_mfa_enabled:
          Regions: ["*"]
          Resources: ["*"]
          Exceptions: { Accounts: ["111122223333"] }
`,
  'broken.yaml': 'Mutelist:\n  Accounts: {"*"\n',
  'checks.json': '{"aws": ["iam_root_mfa_enabled", "no_such_check"]}',
  'scan.sh': `#!/bin/sh
set -e
prowler aws -p "my profile" \\
  -c iam_root_mfa_enabled no_such_check -M html csv --severity critical high -z \\
  -f eu-west-1 us-east-1 --compliance cis_7.0_aws -s awslambda --status FAIL -q && echo done
docker run toniblyx/prowler:latest prowler azure --sp-env-auth
`,
  'nothing.txt': 'hello',
  'names.txt': '# ours\niam_root_mfa_enabled\niam_root_mfa_enabled # twice\nno_such_check\n',
  'results.csv': 'AUTH;CHECK_ID;STATUS\n"a;b";iam_root_mfa_enabled;PASS\n"a";no_such_check;FAIL\n',
  'hub.json':
    '{"Controls":[{"StandardsControlArn":"arn:aws:securityhub:eu-west-1:1:control/cis/v/1/IAM.9","ControlId":"IAM.9"}]}',
  'hub.txt': '[IAM.9] MFA for the root user\nIAM.9\nNo.1\n',
  'ta.json': '{"checks":[{"id":"7DAFEmoDos","name":"MFA on  root account","category":"security"}]}',
  'plugins.txt': 'rootMfaEnabled\nnothingOfTheKind.js\n',
  'empty.txt': '\n# nothing\n',
});
afterAll(() => files.remove());
const at = (name: string): string => join(files.path, name);

describe('audit migrate prowler', () => {
  it('makes suppressions of a mutelist that a scan takes, and names what it leaves out', async () => {
    const out = at('audit.suppressions.yaml');
    const made = await audit(['migrate', 'prowler', at('mutelist.yaml'), '--owner', 'platform-team', '-o', out]);
    expect(made.code).toBe(0);
    expect(made.stderr).toContain('no counterpart: * iam_root_mfa_enabled: it has exceptions');
    expect(readFileSync(out, 'utf8')).toContain('check: iam-user-hardware-mfa-enabled\n    resource: break-glass\n');
    const taken = await audit(['checks', 'list', '--suppressions', out]);
    expect(taken.stderr).toBe('');
    expect(taken.code).toBe(0);
  });

  it('wants to know who answers for them', async () => {
    const { code, stderr } = await audit(['migrate', 'prowler', at('mutelist.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('needs --owner');
  });

  it('refuses a day that is none', async () => {
    const { code, stderr } = await audit([
      'migrate',
      'prowler',
      at('mutelist.yaml'),
      '--owner',
      'x',
      '--until',
      'soon',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('--until: soon is no day');
  });

  it('makes a list of checks one of a configuration', async () => {
    const { code, stdout, stderr } = await audit(['migrate', 'prowler', at('checks.json')]);
    expect(code).toBe(0);
    expect(stdout).toBe('checks:\n  only:\n    - iam-root-mfa-enabled\n');
    expect(stderr).toContain('no counterpart: no_such_check: no control of the catalogue');
  });

  it('says calls in a script as calls of this program', async () => {
    const { stdout, stderr } = await audit(['migrate', 'prowler', at('scan.sh')]);
    const calls = stdout.split('\n').filter((line) => line.startsWith('audit '));
    expect(calls).toEqual([
      "audit --profile 'my profile' --check iam-root-mfa-enabled --format html --severity critical --severity high --fail-on none --region eu-west-1 --region us-east-1 --framework cis_7.0 --service lambda --only failed",
    ]);
    expect(stderr).toContain('no_such_check: no control of the catalogue');
    expect(stderr).toContain('-q: no counterpart');
    const known = new Set(Object.keys(scan.options).map((key) => `--${nameOf(key)}`));
    for (const word of calls.join(' ').split(' ')) if (word.startsWith('--')) expect(known).toContain(word);
  });

  it('refuses what is nothing of the kind', async () => {
    const { code, stderr } = await audit(['migrate', 'prowler', at('nothing.txt')]);
    expect(code).toBe(2);
    expect(stderr).toContain("is nothing of Prowler's");
  });

  it('says where a mutelist is broken', async () => {
    const { code, stderr } = await audit(['migrate', 'prowler', at('broken.yaml'), '--owner', 'x']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/broken\.yaml:\d+/);
  });

  it('knows no other tool', async () => {
    const { code, stderr } = await audit(['migrate', 'prowlr', at('nothing.txt')]);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean prowler?');
  });
});

describe('audit checks map', () => {
  const root = [{ id: 'iam-root-mfa-enabled', live: true }];
  it.each([
    ['prowler', 'names.txt', ['iam_root_mfa_enabled', 'no_such_check']],
    ['prowler', 'checks.json', ['iam_root_mfa_enabled', 'no_such_check']],
    ['prowler', 'results.csv', ['iam_root_mfa_enabled', 'no_such_check']],
    ['securityhub', 'hub.txt', ['[IAM.9] MFA for the root user', 'IAM.9', 'No.1']],
    ['securityhub', 'hub.json', ['arn:aws:securityhub:eu-west-1:1:control/cis/v/1/IAM.9']],
    ['cloudsploit', 'plugins.txt', ['rootMfaEnabled', 'nothingOfTheKind.js']],
    ['trustedadvisor', 'ta.json', ['MFA on  root account']],
  ])('--from %s reads %s', async (tool, file, names) => {
    const { code, stdout } = await audit(['checks', 'map', '--from', tool, at(file), '--format', 'json']);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as { name: string; checks: unknown[] }[];
    expect(found.map(({ name }) => name)).toEqual(names);
    expect(found[0]?.checks).toEqual(root);
    for (const { name, checks: ids } of found) if (/no_such|nothing|No\.1/.test(name)) expect(ids).toEqual([]);
  });

  it('knows every name that a check has elsewhere', async () => {
    const names = checks.flatMap(({ same }) => same.cloudsploit ?? []);
    const list = folder({ 'all.txt': names.join('\n') });
    const { stdout } = await audit([
      'checks',
      'map',
      '--from',
      'cloudsploit',
      join(list.path, 'all.txt'),
      '--format',
      'json',
    ]);
    list.remove();
    const found = new Map(
      (JSON.parse(stdout) as { name: string; checks: { id: string; live: boolean }[] }[]).map((each) => [
        each.name,
        each,
      ]),
    );
    for (const { id, same } of checks)
      for (const name of same.cloudsploit ?? []) expect(found.get(name)?.checks).toContainEqual({ id, live: true });
  });

  it('is a table too, which says why a control has no check', async () => {
    const { stdout } = await audit(['checks', 'map', '--from', 'prowler', at('names.txt')]);
    expect(stdout).toMatch(/^NAME +CHECK +STATE\n/);
    expect(stdout).toMatch(/^no_such_check +- +no control of the catalogue$/m);
    expect(stdout).toContain('\n1 of 2 names with a check\n');
  });

  it.each([
    [['checks', 'map', at('names.txt')], 'checks map needs --from'],
    [['checks', 'list', '--from', 'prowler'], '--from goes with checks map'],
    [['checks', 'map', '--from', 'prowler'], 'checks map needs a file'],
    [['checks', 'map', '--from', 'prowler', at('empty.txt')], 'names no controls'],
    [['checks', 'map', '--from', 'prowler', at('nowhere.txt')], 'cannot be read'],
  ])('%j: %s', async (argv, message) => {
    const { code, stderr } = await audit(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
