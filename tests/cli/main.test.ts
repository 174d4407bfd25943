import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { AuditError } from '../../src/program/errors.ts';
import { version } from '../../src/program/version.ts';
import { audit } from './run.ts';

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

describe('help', () => {
  it.each(['--help', '-h', 'help'])('audit %s fits a screen and names every command and exit code', async (word) => {
    const { code, stdout, stderr } = await audit([word]);
    expect([code, stderr]).toEqual([0, '']);
    const lines = linesOf(stdout);
    expect(lines.length).toBeLessThan(45);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const { name, describe: text, rare } of commands)
      expect(
        lines.some((line) =>
          rare === true
            ? line.startsWith('  Also ') && line.split(/[ ,.]+/).includes(name)
            : line.startsWith(`  ${name} `) && line.endsWith(` ${text}`),
        ),
        name,
      ).toBe(true);
    for (const exitCode of [0, 1, 2, 3, 4, 130]) expect(stdout).toMatch(new RegExp(`^  ${exitCode}  \\w`, 'm'));
  });

  it.each(commands.map(({ name }) => name))('audit %s --help fits a screen and has an example', async (name) => {
    const { code, stdout, stderr } = await audit([name, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = linesOf(stdout);
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines[0]).toMatch(new RegExp(`^audit ${name}\\b`));
    expect(stdout).toMatch(/\nExamples:\n {2}audit /);
    expect(stdout).toContain('--help');
    expect(stdout).not.toContain('undefined');
  });

  it('shows what is given, not a scan, when a command follows', async () => {
    expect((await audit(['explain', '-h'])).stdout).toContain('audit explain <what>');
  });
});

it.each(['--version', '-V'])('prints its version for %s', async (word) => {
  expect(await audit([word])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

describe('a wrong command line exits 2, says what is wrong and what would be right', () => {
  it.each<[string[], RegExp]>([
    [['scna'], /^audit: unknown command: scna; did you mean scan, send\?\nRun `audit --help`/],
    [['frameworsk'], /did you mean frameworks\?/],
    [['--regon', 'x'], /^audit: unknown option: --regon; did you mean --region\?\nRun `audit scan --help`/],
    [
      ['checks', '--sevrity', 'high'],
      /unknown option: --sevrity; did you mean --severity\?\nRun `audit checks --help`/,
    ],
    [['--zzzzzzzz'], /^audit: unknown option: --zzzzzzzz\n/],
    [['-y'], /^audit: unknown option: -y\n/],
    [['scan', 'bla'], /^audit: unknown argument: bla\n/],
    [[''], /^audit: unknown argument: ""\n/],
    [['--format', 'tabel'], /^audit: --format: unknown value tabel; did you mean table\?\nAllowed: table, json/],
    [['--fail-on', 'hihg'], /^audit: --fail-on: unknown value hihg; did you mean high\?/],
    [['--severity', 'hgh'], /^audit: --severity: unknown value hgh; did you mean high\?/],
    [['--category', 'costs'], /^audit: --category: unknown value costs/],
    [['--service', 'guardutty'], /^audit: unknown service: guardutty; did you mean guardduty\?/],
    [['--check', 's3-bucket-mfa-delet'], /did you mean s3-bucket-mfa-delete-enabled\?/],
    [['--check', 's3-zzz-*'], /^audit: unknown check: s3-zzz-\*/],
    [['--framework', 'cis_7'], /^audit: unknown framework: cis_7; did you mean cis_7\.0, cisa\?/],
    [['--check', 'sts-*', '--severity', 'critical'], /^audit: no check is selected\nWiden/],
    [['checks', 'lst'], /^audit: action: unknown value lst; did you mean list\?\nAllowed: list, show/],
    [
      ['checks', 'list', 's3'],
      /^audit: checks list takes no s3\nChoose with options: `audit checks list --service s3`/,
    ],
    [['checks', 'show'], /^audit: checks show needs the id of a check/],
    [['checks', 'show', 'iam-rot-mfa-enabled'], /did you mean iam-root-mfa-enabled/],
    [['frameworks', 'show'], /^audit: frameworks show needs the key/],
    [['explain'], /^audit: explain needs <what>\nRun `audit explain --help`/],
    [['explain', 'iam-rot-mfa'], /^audit: unknown check or finding: iam-rot-mfa; did you mean iam-root-mfa-enabled/],
    [['collect'], /^audit: --save is missing\nRun `audit collect --help`/],
    [['--resume'], /^audit: --resume needs --save FILE/],
    [['completion', 'pwsh'], /^audit: shell: unknown value pwsh/],
    [['--max-rate', 'fast'], /^audit: --max-rate must be a number above 0\n?$/],
    [['--max-rate', '-1'], /^audit: --max-rate must be a number above 0, not -1/],
    [['--timeout', '0'], /^audit: --timeout must be a number above 0, not 0/],
    [['--max-rate', '--format', 'json'], /^audit: --max-rate needs a value/],
    [['--role-arn', 'audit'], /^audit: --role-arn: audit is not the ARN of a role/],
    [['--external-id', 'x'], /^audit: --external-id goes with --role-arn, which is missing/],
    [['--endpoint-url', 'notaurl'], /^audit: --endpoint-url: notaurl is no http or https address/],
    [['--endpoint-url', 'ftp://x'], /^audit: --endpoint-url: ftp:\/\/x is no http/],
    [['doctor', '--endpoint-url', 'notaurl'], /^audit: --endpoint-url: notaurl/],
    [['--now', '2026-02-30'], /^audit: --now: 2026-02-30 is not a date/],
    [['--save', '-'], /^audit: --save needs a file: a snapshot is read again/],
    [['collect', '--save=-'], /^audit: --save needs a file/],
    [['--save', 'x.json', '--output', './x.json'], /^audit: --save and --output both name .*x\.json/],
    [['--demo', '--output', `${'x'.repeat(300)}.html`], /^audit: .*x\.html: cannot be written \(ENAMETOOLONG/],
    [['--profile', 'a', '--profile', 'b'], /^audit: --profile was given twice/],
    [['--profile'], /^audit: --profile needs a value/],
    [['--tag'], /^audit: --tag needs a value/],
    [['--demo', '--resource-arn', ''], /^audit: --resource-arn needs a value/],
    [['--demo=perhaps'], /^audit: --demo takes no value, not perhaps/],
    [['--demo', '--now', 'yesterday'], /^audit: --now: yesterday is not a date\nWrite it as 2026-01-31/],
    [['--demo', '--save', 'x'], /^audit: --demo reads no AWS account, so --save does not go with it/],
    [['--demo', '--from', 'x'], /^audit: --demo reads no AWS account, so --from does not go with it/],
    [['--from', 'x', '--profile', 'p'], /^audit: --from reads no AWS account, so --profile does not/],
    [['--demo', '--region', 'eu-wst-1'], /^audit: --region eu-wst-1 matches no region/],
    [['--demo', '--format', 'json,table'], /^audit: json and table cannot share standard output/],
    [['plan', '--region', 'zz-*'], /^audit: --region zz-\* matches no region/],
  ])('%j', async (argv, message) => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'unused');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'unused');
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    const { code, stdout, stderr } = await audit(argv);
    vi.unstubAllEnvs();
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/ {4}at |node:internal/);
  });
});

describe('an error nobody expected', () => {
  const broken = { name: 'init', describe: '', load: () => Promise.reject(new TypeError('it broke')) };
  const run = async (load = broken.load): Promise<Awaited<ReturnType<typeof audit>>> => {
    const init = commands.find(({ name }) => name === 'init');
    if (init === undefined) throw new Error('init is gone');
    const spy = vi.spyOn(init, 'load').mockImplementation(load);
    try {
      return await audit(['init']);
    } finally {
      spy.mockRestore();
    }
  };

  it('exits 70 and asks for AUDIT_DEBUG instead of printing a stack', async () => {
    expect(await run()).toEqual({
      code: new AuditError('internal', '').exitCode,
      stdout: '',
      stderr: 'audit: it broke\nThis is a bug in audit. Set AUDIT_DEBUG=1 to see where.\n',
    });
  });

  it.each(['', '1'])('shows no credentials that it repeats: AUDIT_DEBUG=%s', async (debug) => {
    vi.stubEnv('AUDIT_DEBUG', debug === '' ? undefined : debug);
    const key = ['AKIA', 'IOSFODNN7AUDITED'].join('');
    const { code, stderr } = await run(() => Promise.reject(new Error(`it broke at Credential=${key}/20260101/x`)));
    vi.unstubAllEnvs();
    expect(code).toBe(70);
    expect(stderr).toContain('audit: it broke at Credential=[redacted]');
    expect(stderr).not.toContain(key);
  });

  it('prints the stack with AUDIT_DEBUG', async () => {
    vi.stubEnv('AUDIT_DEBUG', '1');
    const { stderr } = await run();
    vi.unstubAllEnvs();
    expect(stderr).toMatch(/ {4}at .*main\.test\.ts/);
  });
});

describe('commands that call nothing', () => {
  it('lists the checks of a selection as JSON with fixed fields', async () => {
    const { code, stdout } = await audit(['checks', '--service', 'sts', '--format', 'json']);
    expect(code).toBe(0);
    const list = JSON.parse(stdout) as Record<string, unknown>[];
    expect(list.map((entry) => entry['id'])).toEqual([
      'sts-assume-root-not-used-recently',
      'sts-audit-caller-not-root',
      'sts-federation-token-not-used',
      'sts-global-endpoint-not-used',
      'sts-global-endpoint-token-version-2',
      'sts-issued-session-duration-limited',
      'sts-vpc-endpoint-exists',
    ]);
    expect(Object.keys(list[0] ?? {})).toEqual([
      'id',
      'title',
      'service',
      'resourceType',
      'scope',
      'category',
      'severity',
      'actions',
      'from',
      'settings',
      'same',
      'frameworks',
    ]);
  });

  it('shows a check with risk, fix and actions', async () => {
    const { stdout } = await audit(['checks', 'show', 'iam-root-mfa-enabled']);
    for (const part of ['\nRisk\n', '\nFix\n', '\nIAM actions it needs\n  iam:', '\nFrameworks\n', 'cis_7.0:2.5']) {
      expect(stdout).toContain(part);
    }
  });

  it('shows which requirements a framework has and which checks answer them', async () => {
    const { stdout } = await audit(['frameworks', 'show', 'cis_7.0']);
    expect(stdout).toMatch(/^2\.5 +The root user has MFA +iam-root-mfa-enabled$/m);
    expect(stdout).toMatch(/^2\.1\.2 +Guardrail policies .*no check stands for it/m);
  });

  it('prints a policy with exactly the actions of the selection', async () => {
    const { stdout } = await audit(['policy', '--check', 's3-bucket-mfa-delete-enabled']);
    const policy = JSON.parse(stdout) as { Statement: { Action: string[] }[] };
    expect(policy.Statement[0]?.Action).toEqual([
      'ec2:DescribeRegions',
      's3:GetBucketLocation',
      's3:GetBucketTagging',
      's3:GetBucketVersioning',
      's3:ListAllMyBuckets',
    ]);
  });

  it('plans calls for the named regions only', async () => {
    const { stdout } = await audit([
      'plan',
      '--check',
      'ec2-ebs-volume-encrypted',
      '--region',
      'eu-west-1,eu-north-1',
      '--format',
      'json',
    ]);
    const plan = JSON.parse(stdout) as { regions: string[]; calls: { per: string; operations: string[] }[] };
    expect(plan.regions).toEqual(['eu-north-1', 'eu-west-1']);
    expect(plan.calls).toMatchObject([
      { per: 'account', operations: ['DescribeRegions'] },
      { per: 'region', operations: ['DescribeVolumes'], regions: ['eu-north-1', 'eu-west-1'] },
      { per: 'account', operations: ['GetCallerIdentity'] },
    ]);
  });
});
