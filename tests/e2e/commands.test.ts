import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { fakeCredentials, runCli } from '../program/cli.ts';
import { residentProgram, type Program, type ResidentOptions } from '../program/resident.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { root } from '../../src/stand-in/root.ts';
import { startSmallAccount } from './small-account.ts';
import { operations, scratch } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const check = 's3-bucket-mfa-delete-enabled';
const program = residentProgram();
const examples = path.join(root, 'docs/examples/checks');

describe('the commands', () => {
  const files = scratch();
  let front: Front;

  beforeAll(async () => {
    front = await startSmallAccount({
      kept: { versioned: true, tags: { owner: 'dana' } },
      scratch: { versioned: false, tags: { env: 'dev' } },
    });
  });
  afterAll(async () => {
    files.remove();
    await front.stop();
  });

  const by =
    (through: Program) =>
    (args: readonly string[], options: ResidentOptions = {}) => {
      front.record.clear();
      return through(args, { endpoint: front.url, cwd: files.dir, ...options });
    };
  const run = by(program);
  /** In a process of its own. */
  const runAlone = by(runCli);
  const report = async (args: readonly string[]): Promise<RunResult> =>
    (await run(['--check', check, '--format', 'json', ...args])).json() as RunResult;
  const write = (name: string, text: string): string => {
    writeFileSync(files.file(name), text);
    return files.file(name);
  };

  describe('doctor', () => {
    it('says who is calling and that everything is allowed', async () => {
      const { code, stdout } = await run(['doctor', '--check', check]);
      expect(code).toBe(0);
      expect(stdout).toContain('arn:aws:iam::123456789012:user/auditor');
      expect(stdout).toContain('3 allowed, 0 denied, 0 failed, 0 not tried');
      expect(front.record.nonReads().filter(({ method }) => method !== 'HEAD')).toEqual([]);
    });

    it('names each denied action and the policy that allows it', async () => {
      front.faults({ rules: [{ service: 's3', operation: 'GetBucketVersioning', fault: { error: 'access-denied' } }] });
      const result = await run(['doctor', '--check', check, '--format', 'json']);
      front.faults();
      expect(result.code).toBe(3);
      expect(result.json()).toMatchObject({
        account: '123456789012',
        regions: ['eu-west-1'],
        actions: { 's3:GetBucketVersioning': 'denied', 's3:ListAllMyBuckets': 'allowed' },
        policyToAdd: {
          Statement: [{ Effect: 'Allow', Action: ['s3:GetBucketVersioning'] }],
        },
      });
    });

    it('tells what a service control policy denies from what is missing, and gives the cause of a failure', async () => {
      front.faults({
        rules: [
          { service: 's3', operation: 'GetBucketVersioning', fault: { error: 'scp-denied' } },
          { service: 's3', operation: 'GetPublicAccessBlock', fault: { error: 'internal' } },
        ],
      });
      const two = ['--check', check, '--check', 's3-bucket-public-access-blocked'];
      const json = await run(['doctor', ...two, '--format', 'json']);
      const { stdout } = await run(['doctor', ...two]);
      front.faults();
      expect(json.json()).toMatchObject({
        actions: { 's3:GetBucketVersioning': 'denied', 's3:GetBucketPublicAccessBlock': 'failed' },
        policyToAdd: null,
        deniedOtherwise: [expect.stringContaining('A service control policy denies s3:GetBucketVersioning')],
      });
      expect(stdout).not.toContain('Add this');
      expect(stdout).toMatch(/^ {2}failed s3:GetBucketPublicAccessBlock\n {4}\S.*\n/m);
    });

    it('is a screen of 40 lines and 80 columns, however much is denied; --verbose says it all', async () => {
      front.faults({ rules: [{ service: /^(?!sts)/, fault: { error: 'access-denied' } }] });
      const brief = await run(['doctor', '--region', 'eu-west-1']);
      const whole = await run(['doctor', '--region', 'eu-west-1', '--verbose']);
      front.faults();
      const lines = brief.stdout.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(brief.stdout).toMatch(/ denied, \d+ failed/);
      expect(brief.stdout).toContain('policyToAdd');
      expect(whole.stdout).toContain('"Action": [');
      expect(whole.stdout.split('\n').length).toBeGreaterThan(100);
    });

    it('looks at one resource of each kind', async () => {
      await run(['doctor', '--check', check]);
      expect(front.record.count({ operation: 'GetBucketVersioning' })).toBe(1);
    });
  });

  describe('explain', () => {
    it('explains a finding by the beginning of its fingerprint, with its own names in the commands', async () => {
      const found = (await report(['--output', '-'])).findings.find(({ resource }) => resource.name === 'scratch');
      const file = write('explain.json', JSON.stringify({ findings: [found] }));
      const { code, stdout } = await run(['explain', found?.fingerprint.slice(0, 8) ?? '', '--report', file]);
      expect(code).toBe(0);
      expect(stdout).toContain('FAIL');
      expect(stdout).toContain('arn:aws:s3:::scratch');
      expect(stdout).toContain('--bucket scratch');
      expect(front.record.count()).toBe(0);
    });

    it('explains a check', async () => {
      const { code, stdout } = await run(['explain', check]);
      expect(code).toBe(0);
      for (const section of ['Risk', 'Fix', 'IAM actions it needs', 's3:GetBucketVersioning'])
        expect(stdout).toContain(section);
    });
  });

  describe('credentials that never come', () => {
    const roleArn = 'arn:aws:iam::123456789012:role/audit';
    const isAlive = (pid: number): boolean => {
      try {
        process.kill(pid, 0);
        // One that was killed may wait for its parent to notice.
        return process.platform !== 'linux' || !/^\d+ \(.*\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return false;
      }
    };

    it('from a program: the run ends with --timeout, and so does the program with all it started', async () => {
      const pids = files.file('pids');
      // Its own process waits for another, and takes no notice of a polite request.
      const script = write('never.sh', `trap '' TERM\nsleep 300 &\necho $$ $! > ${pids}\nwait\nsleep 300\n`);
      const config = write('aws-config', `[profile p]\ncredential_process = sh ${script}\n`);
      const { code, stderr, timedOut, wallMs } = await runAlone(['--quiet', '--profile', 'p', '--timeout', '3'], {
        env: { AWS_CONFIG_FILE: config },
      });
      expect({ code, stderr, timedOut }).toEqual({
        code: 130,
        stderr: expect.stringContaining('the run took longer than --timeout 3 s') as string,
        timedOut: false,
      });
      expect(wallMs).toBeLessThan(15_000);
      const started = readFileSync(pids, 'utf8').trim().split(' ').map(Number);
      expect(started).toHaveLength(2);
      expect(started.filter(isAlive)).toEqual([]);
    });

    it.each([
      ['--timeout', 130, ['--timeout', '3'], 15_000],
      // The limit of the sources themselves.
      ...(process.env['SOAK'] === '1' ? [['their own limit', 4, [], 58_000] as const] : []),
    ] as const)('from STS: the run ends with %s, exit code %i', async (_what, expected, args, limit) => {
      front.faults({ rules: [{ service: 'sts', operation: 'AssumeRole', fault: 'hang' }] });
      const { code, timedOut, wallMs } = await runAlone(['--quiet', '--role-arn', roleArn, ...args]);
      front.faults();
      expect({ code, timedOut }).toEqual({ code: expected, timedOut: false });
      expect(wallMs).toBeLessThan(limit);
    });
  });

  it.each([
    ['IncompleteSignature', 400],
    ['SignatureDoesNotMatch', 403],
    ['InternalFailure', 500],
  ])('what STS repeats of the request is not repeated: %s', async (code, status) => {
    const { accessKeyId, sessionToken, secretAccessKey } = fakeCredentials;
    const message = `not a key=value pair in Authorization header: 'AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/x, Signature=0123abcd'; x-amz-security-token:${sessionToken}\n${secretAccessKey}`;
    front.faults({ rules: [{ service: 'sts', fault: { code, status, message } }] });
    const env = { AUDIT_DEBUG: '1' };
    const all = [await run(['--verbose'], { env }), await run(['doctor'], { env })];
    front.faults();
    for (const { code: exit, stdout, stderr } of all) {
      expect(exit).toBe(4);
      expect(stderr).toContain('not a key=value pair');
      for (const word of [accessKeyId, sessionToken, secretAccessKey, 'AWS4-HMAC', '0123abcd'])
        expect(stdout + stderr).not.toContain(word);
    }
  });

  it('init writes a commented configuration that is valid, once', async () => {
    expect(await run(['init', '--output', 'new.yaml'])).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(files.file('new.yaml'), 'utf8')).toContain('# suppressions:');
    const again = await run(['init', '--output', 'new.yaml']);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('exists already');
    expect((await run(['checks', 'list', '--config', 'new.yaml'])).code).toBe(0);
    const example = readFileSync(files.file('new.yaml'), 'utf8').split('\n').slice(1).join('\n');
    const uncommented = example
      .replaceAll(/^# ?(?=( *[\w-]+:|  +))/gm, '')
      .replaceAll(/^ *(?:directory|packs): .*$/gm, '');
    write('uncommented.yaml', uncommented);
    expect(await run(['plan', '--config', 'uncommented.yaml'])).toMatchObject({ code: 0 });
  });

  it('completion prints a script per shell, and completes commands, options and names', async () => {
    for (const shell of ['bash', 'zsh', 'fish'])
      expect((await run(['completion', shell])).stdout).toContain('audit --complete');
    const complete = async (...words: string[]) => (await run(['--complete', ...words])).stdout.trim().split('\n');
    expect(await complete('co')).toEqual(['collect', 'completion']);
    expect(await complete('scan', '--fra')).toEqual(['--framework']);
    expect(await complete('scan', '--check', 's3-bucket-mfa')).toEqual([check]);
  });

  it('collect reads without judging, and scan judges it later', async () => {
    const collected = await run(['collect', '--check', check, '--save', 'kept.ndjson.gz']);
    expect(collected).toMatchObject({ code: 0, stdout: '' });
    expect(collected.stderr).toContain('saved 2 resources');
    expect(operations(front.record.requests)).toContain('s3:GetBucketVersioning');
    expect(readFileSync(files.file('kept.ndjson.gz')).subarray(0, 2)).toEqual(Buffer.of(0x1f, 0x8b));
    const { findings } = await report(['--from', 'kept.ndjson.gz']);
    expect(findings.map(({ resource, status }) => [resource.name, status])).toEqual([
      ['kept', 'pass'],
      ['scratch', 'fail'],
    ]);
    expect(front.record.count()).toBe(0);
    expect(existsSync(files.file('kept.ndjson.gz.lock'))).toBe(false);
  });

  it('lists and shows checks and frameworks', async () => {
    const list = (await run(['checks', 'list', '--format', 'json', '--service', 's3'])).json() as {
      id: string;
      service: string;
    }[];
    expect(list.map(({ id }) => id)).toContain(check);
    expect(list.every(({ service }) => service === 's3')).toBe(true);
    expect((await run(['checks', 'show', check])).stdout).toContain('IAM actions it needs');
    expect((await run(['frameworks', 'list'])).stdout).toContain('cis_7.0');
    expect((await run(['frameworks', 'show', 'cis_7.0'])).stdout).toContain('iam-root-mfa-enabled');
  });

  describe('custom checks', () => {
    it('run beside the built-in ones, with their own calls', async () => {
      const { findings } = await report(['--checks', examples, '--check', 's3-bucket-owner-tagged']);
      const own = findings.filter((finding) => finding.check === 's3-bucket-owner-tagged');
      expect(own.map(({ resource, status }) => [resource.name, status])).toEqual([
        ['kept', 'pass'],
        ['scratch', 'fail'],
      ]);
      expect(operations(front.record.requests)).toContain('s3:GetBucketTagging');
    });

    it('are in the least policy and in the list', async () => {
      const policy = (await run(['policy', '--checks', examples, '--check', 's3-bucket-owner-tagged'])).json();
      expect(JSON.stringify(policy)).toContain('s3:GetBucketTagging');
      expect((await run(['checks', 'list', '--checks', examples])).stdout).toContain('s3-bucket-owner-tagged');
    });

    it.each([
      ['does not read', "calls: ['DeleteBucket']", /DeleteBucket/],
      ['hands out secrets', "calls: ['GetObject']", /GetObject/],
    ])('that declare a call which %s are refused before anything is called', async (_what, calls, message) => {
      const folder = files.file(`bad-${calls.length}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        path.join(folder, 'bad.mjs'),
        `import { defineCheck, pass, resource, service } from 'aws-posture-audit';
const s3 = service({ id: 's3', sdkId: 'S3', load: () => Promise.resolve({}) });
const thing = resource(s3, 'AWS::S3::Thing', { ${calls}, async *list() {}, arn: () => 'arn' });
export default defineCheck({ id: 's3-bad-check', title: 'Bad', severity: 'low', category: 'security', resource: thing, risk: 'r', fix: { text: 'f' }, references: [], evaluate: () => pass('p') });`,
      );
      const { code, stderr } = await run(['--checks', folder]);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(front.record.count()).toBe(0);
    });
  });

  describe('suppressions', () => {
    const rule = (selector: string, more = ''): string =>
      `- { ${selector}, reason: rebuilt nightly, owner: platform${more} }\n`;

    it('keep what they accept visible, with reason and owner, and out of the exit code', async () => {
      const file = write('accept.yaml', rule(`check: ${check}, resource: 'scr*'`, ', until: 2999-12-31'));
      const result = await run(['--check', check, '--format', 'json', '--suppressions', file]);
      const { findings } = result.json() as RunResult;
      expect(result.code).toBe(0);
      expect(findings.find(({ resource }) => resource.name === 'scratch')).toMatchObject({
        status: 'suppressed',
        suppression: { reason: 'rebuilt nightly', owner: 'platform', until: '2999-12-31', status: 'fail' },
      });
      expect(findings.find(({ resource }) => resource.name === 'kept')?.status).toBe('pass');
    });

    it('find what has a tag', async () => {
      const { findings } = await report(['--suppressions', write('tag.yaml', rule('tag: env=dev'))]);
      expect(findings.map(({ status }) => status).sort()).toEqual(['pass', 'suppressed']);
    });

    it('stop working when they expire, and are reported when they expire or match nothing', async () => {
      const file = write('old.yaml', rule('resource: scratch', ', until: 2020-01-01') + rule('resource: gone'));
      const { findings, suppressions } = await report(['--suppressions', file]);
      expect(findings.map(({ status }) => status).sort()).toEqual(['fail', 'pass']);
      expect(suppressions.map(({ kind, selector }) => [kind, selector])).toEqual([
        ['expired', 'resource=scratch'],
        ['unused', 'resource=gone'],
      ]);
    });
  });

  describe('a configuration file', () => {
    it('chooses checks, severities and outputs; the command line wins', async () => {
      write(
        'own.yaml',
        `checks: { only: [${check}] }\nseverity: { ${check}: low }\noutput: { formats: [json], failOn: high }\nregions: [eu-*]\n`,
      );
      const configured = await run(['--config', 'own.yaml']);
      expect(configured.code).toBe(0);
      expect((configured.json() as RunResult).findings.map(({ severity }) => severity)).toEqual(['low', 'low']);
      expect((await run(['--config', 'own.yaml', '--fail-on', 'low'])).code).toBe(1);
      expect((await run(['--config', 'own.yaml', '--format', 'table'])).stdout).not.toMatch(/^\{/);
    });

    it('may be TypeScript, found by its name in the working directory', async () => {
      const folder = files.file('typed');
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        path.join(folder, 'audit.config.ts'),
        `import { defineConfig } from 'aws-posture-audit';\nconst only: string[] = ['${check}'];\nexport default defineConfig({ checks: { only }, output: { formats: ['json'] } });\n`,
      );
      const { checks } = (await runAlone([], { cwd: folder })).json() as RunResult;
      expect(checks.map(({ id }) => id)).toEqual([check]);
    });
  });
});
