import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatNames } from '../../../reports/index.ts';
import { figure } from '../../helpers/figures.ts';
import { signaturesIn } from '../../helpers/signatures.ts';
import { fakeCredentials, type CliResult } from '../../program/cli.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { plantedSecret } from '../../../src/stand-in/facts.ts';
import { declaredCalls, resident } from './run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { cli, scan } = resident();

const folder = mkdtempSync(path.join(tmpdir(), 'audit-silent-'));
let front: Front;

beforeAll(async () => {
  front = await startWorld();
});
afterAll(async () => {
  await front.stop();
  rmSync(folder, { recursive: true });
});

describe('what a scan asks and says', () => {
  const files = path.join(folder, 'reports');
  let done: CliResult;

  beforeAll(async () => {
    // Some calls fail, so that errors are written as well.
    front.error({ service: 'guardduty', operation: 'GetDetector' }, 'access-denied');
    front.faults({
      rules: [
        { service: 'sns', fault: 'malformed' },
        { service: 'shield', fault: 'internal' },
      ],
    });
    const formats = formatNames.flatMap((name) => (name === 'table' ? [] : ['--format', name]));
    const save = path.join(files, 'snapshot.ndjson.gz');
    done = await cli(front, ['scan', '--verbose', ...formats, '--output', `${files}/`, '--save', save], {
      env: { AUDIT_DEBUG: '1' },
    });
    front.faults();
  });

  it('asks for nothing but reads, all of them declared', () => {
    expect(done.code).toBe(1);
    expect(front.record.requests.length).toBeGreaterThan(150);
    expect(front.record.nonReads()).toEqual([]);
    const declared = new Set(declaredCalls().map(({ service, operation }) => `${service}:${operation}`));
    const sent = front.record.operations();
    const others = sent.filter((operation) => !declared.has(operation));
    expect(others).toEqual([]);
    // What waits for an operation that fails here is not sent; tests/e2e/faults/denied.test.ts sends every one.
    expect(sent.length).toBeGreaterThan(115);
    figure('read-only', 'operations sent', sent.length, `of ${declared.size} declared`);
    figure(
      'read-only',
      'operations sent that are not declared or do not read',
      others.length + front.record.nonReads().length,
      '0',
    );
  });

  it('shows no credential, no signature and no secret of the account anywhere', () => {
    const texts: Record<string, string> = { stdout: done.stdout, stderr: done.stderr };
    for (const name of readdirSync(files)) {
      const content = readFileSync(path.join(files, name));
      texts[name] = (name.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
    }
    expect(Object.keys(texts).length).toBeGreaterThan(formatNames.length);
    expect(done.stderr).toMatch(/ec2:DescribeInstances ok/);
    const signatures = front.record.requests.flatMap(({ signature }) => (signature === undefined ? [] : [signature]));
    expect(signatures.length).toBeGreaterThan(150);
    const { accessKeyId, secretAccessKey, sessionToken } = fakeCredentials;
    const words = { accessKeyId, secretAccessKey, sessionToken, header: 'AWS4-HMAC-SHA256', plantedSecret };
    for (const [where, text] of Object.entries(texts)) {
      const spellings = (word: string): string[] => [
        word,
        encodeURIComponent(word),
        Buffer.from(word).toString('base64').replace(/=+$/, ''),
      ];
      const found = Object.entries(words).filter(([, word]) =>
        spellings(word).some((spelling) => text.includes(spelling)),
      );
      expect(
        found.map(([name]) => name),
        where,
      ).toEqual([]);
      expect(signaturesIn(text, signatures), where).toEqual([]);
    }
    figure(
      'read-only',
      'outputs searched for credentials, signatures and planted secrets',
      Object.keys(texts).length,
      '0 found',
    );
    figure('read-only', 'signatures searched for', `${Math.floor(signatures.length / 50) * 50}+`, '0 found');
  });

  it('shows nothing of them in its journal either, nor when the credentials are refused', async () => {
    const save = path.join(folder, 'stopped.ndjson');
    front.faults({ rules: [{ after: 40, fault: { error: 'expired-token' } }] });
    const stopped = await cli(front, ['scan', '--verbose', '--save', save], { env: { AUDIT_DEBUG: '1' } });
    front.faults();
    expect(stopped.code).toBe(4);
    const said = stopped.stdout + stopped.stderr + readFileSync(`${save}.partial`, 'utf8') + readFileSync(save, 'utf8');
    const { accessKeyId, secretAccessKey, sessionToken } = fakeCredentials;
    for (const word of [accessKeyId, secretAccessKey, sessionToken, 'AWS4-HMAC-SHA256', plantedSecret])
      expect(said.includes(word), word).toBe(false);
  });
});

describe('a custom check', () => {
  /** A check on a resource type of its own, which sends what it should not. */
  function customCheck(name: string, calls: string, body: string): string {
    const dir = path.join(folder, name);
    mkdirSync(dir);
    writeFileSync(
      path.join(dir, 'users.ts'),
      `import { defineCheck, pass, resource, resources } from 'aws-posture-audit';
const users = resource(resources.iam.user.service, 'Custom::IAM::Users', {
  calls: ${calls},
  scope: 'global',
  async *list(api: any) { ${body} },
  arn: ({ id }) => 'arn:aws:iam:::' + id,
});
export default defineCheck({
  id: 'custom-users-fine', title: 'Users are fine', severity: 'low', category: 'security', resource: users,
  risk: 'None.', fix: { text: 'None.' }, references: [], evaluate: ({ name }) => pass(name + ' is fine'),
});
`,
    );
    return dir;
  }

  it('that declares an operation which writes is refused before anything is called', async () => {
    const dir = customCheck('declared', `['DeleteUser']`, `await api.call('DeleteUser', { UserName: 'alice' });`);
    front.record.clear();
    const { code, stderr } = await cli(front, ['scan', '--checks', dir, '--check', 'custom-users-fine']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/users\.ts: .* declares iam:DeleteUser, which is refused: it is not a read operation/);
    expect(front.record.requests).toEqual([]);
  });

  it.each(['DeleteUser', 'GetUser'])(
    'that sends %s without declaring it gets an error, and nothing is sent',
    async (operation) => {
      const dir = customCheck(
        `hidden-${operation}`,
        `['GetAccountSummary']`,
        `await api.call('${operation}', { UserName: 'alice' }); yield { id: 'one' };`,
      );
      front.record.clear();
      const { result } = await scan(front, ['--checks', dir, '--check', 'custom-users-fine']);
      expect(result.findings.map(({ status }) => status)).toEqual(['unknown']);
      expect(result.findings[0]?.message).toContain(
        `refused to call iam:${operation}: it is not declared in \`calls\``,
      );
      expect(front.record.operations()).toEqual(['ec2:DescribeRegions', 'sts:GetCallerIdentity']);
    },
  );
});
