import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatNames } from '../../reports/index.ts';
import type { CliResult } from '../program/cli.ts';
import { fails, startFront, type Front } from '../../src/stand-in/front.ts';
import { figure } from '../helpers/figures.ts';
import { planted } from '../helpers/planted.ts';
import { alnum, base64, join, upper } from '../secrets/synthetic.ts';
import { resident } from './faults/run.ts';
import { scratch } from './support.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const { cli } = resident();

/** Credentials that look like AWS's own. */
const credentials = {
  AWS_ACCESS_KEY_ID: join('AS', 'IA', upper(16)),
  AWS_SECRET_ACCESS_KEY: `${base64(17)}/9aZ${base64(19)}`,
  AWS_SESSION_TOKEN: join('IQo', 'Jb3JpZ2lu', base64(400), '=='),
};
const foreign = join('AK', 'IA', upper(16));
const { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secretKey, AWS_SESSION_TOKEN: token } = credentials;

/** Services of each wire format: JSON, XML of three sorts, CBOR; and the operation that a check sends to each. */
const services = [
  ['kms', 'ListKeys', 'kms-key-rotation-enabled'],
  ['cloudformation', 'DescribeStacks', 'cloudformation-stack-outputs-no-secrets'],
  ['s3', 'ListBuckets', 's3-bucket-mfa-delete-enabled'],
  ['ec2', 'DescribeSecurityGroups', 'ec2-security-group-no-open-ingress-ssh'],
  ['cloudwatch', 'DescribeAlarms', 'cloudwatch-monitor-root-usage'],
  ['lambda', 'ListFunctions', 'lambda-function-environment-no-secrets'],
] as const;

/** What AWS, or a proxy on the way, may say of a request that it does not like; each begins with words that are to be seen. */
const errors: readonly (readonly [code: string, message: (signature: string) => string])[] = [
  ['InvalidAccessKeyId', () => `echo-1: the AWS Access Key Id ${keyId} does not exist; ${foreign} does not either`],
  ['SignatureDoesNotMatch', (signature) => `echo-2: you provided ${signature}; x-amz-security-token:${token}`],
  [
    'IncompleteSignature',
    (signature) =>
      `echo-3: Authorization: AWS4-HMAC-SHA256 Credential=${keyId}/20260601/eu-west-1/x/aws4_request, SignedHeaders=host, Signature=${signature}`,
  ],
  ['BadRequest', () => `echo-4: ${token.slice(0, 300)} ${secretKey} ${encodeURIComponent(token)}`],
  ['ValidationError', () => `echo-5: DB_PASSWORD=${planted.password} ${planted.githubToken}`],
  [`Bad${keyId}`, () => `echo-6: X-Amz-Security-Token=${encodeURIComponent(token)}`],
];

/** No part of twelve characters may be seen, in any writing. */
function seen(text: string, secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')].some((writing) => {
      for (let at = 0; at + 12 <= writing.length; at += 6) if (text.includes(writing.slice(at, at + 12))) return true;
      return false;
    })
      ? [name]
      : [],
  );
}

describe('errors that repeat credentials and secrets', () => {
  const files = scratch();
  let front: Front;
  let done: CliResult;
  const texts = new Map<string, string>();
  const sent = (): string[] => front.record.requests.flatMap(({ signature }) => signature ?? []);

  beforeAll(async () => {
    front = await startFront({ otherwise: 'empty' });
    front.answer(
      { service: 'sts', operation: 'GetCallerIdentity' },
      { Account: '123456789012', UserId: 'AIDA', Arn: 'arn:aws:iam::123456789012:user/auditor' },
    );
    front.answer(
      { service: 'ec2', operation: 'DescribeRegions' },
      { Regions: [{ RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }] },
    );
    for (const [index, [service, operation]] of services.entries()) {
      const [code = '', message] = errors[index] ?? [];
      // The latest request is the one that is answered, or one that was sent just before it.
      front.answer({ service, operation }, () =>
        fails({ code, message: message?.(sent().at(-1) ?? '') ?? '', status: 400 }),
      );
    }
    mkdirSync(files.file('reports'));
    done = await cli(
      front,
      [
        'scan',
        '--verbose',
        '--check',
        services.map(([, , check]) => check).join(','),
        ...formatNames.flatMap((name) => (name === 'table' ? [] : ['--format', name])),
        '--output',
        `${files.file('reports')}/`,
        '--save',
        files.file('reports/snapshot.ndjson.gz'),
      ],
      { env: { ...credentials, AUDIT_DEBUG: '1' } },
    );
    texts.set('stdout', done.stdout).set('stderr', done.stderr);
    for (const name of readdirSync(files.file('reports'))) {
      const content = readFileSync(files.file(`reports/${name}`));
      texts.set(name, (name.endsWith('.gz') ? gunzipSync(content) : content).toString());
    }
    const table = await cli(front, ['scan', '--check', services.map(([, , check]) => check).join(',')], {
      env: credentials,
    });
    texts.set('table', table.stdout + table.stderr);
  });
  afterAll(async () => {
    await front.stop();
    files.remove();
  });

  it('are told, in every wire format', () => {
    expect(done.code, done.stderr).toBe(1);
    const said = (name: string): number[] =>
      errors.flatMap((_, index) => (texts.get(name)?.includes(`echo-${index + 1}: `) === true ? [index + 1] : []));
    expect(said('snapshot.ndjson.gz')).toEqual([1, 2, 3, 4, 5, 6]);
    // Without a metric filter no verdict depends on the alarms.
    expect(said('audit-report.json')).toEqual([1, 2, 3, 4, 6]);
    expect(done.stderr).toContain('InvalidAccessKeyId');
  });

  it('show nothing of them in any output', () => {
    const secrets = { keyId, foreign, secretKey, token, ...planted };
    // Of the formats one is on standard output; besides them stand two streams, the snapshot and another run's table.
    expect(texts.size).toBe(formatNames.length - 2 + 4);
    for (const [name, text] of texts) {
      expect(seen(text, secrets), name).toEqual([]);
      expect(
        sent().filter((signature) => text.includes(signature.slice(0, 16))),
        name,
      ).toEqual([]);
    }
    figure('hostile', 'errors that repeat credentials and secrets, in every wire format', errors.length, '0 shown');
  });

  it('show nothing of them in a journal that an interrupted run leaves', async () => {
    const save = files.file('stopped.ndjson');
    front.faults({ rules: [{ service: 'lambda', fault: { error: 'expired-token' } }] });
    const stopped = await cli(
      front,
      ['scan', '--check', services.map(([, , check]) => check).join(','), '--save', save],
      { env: credentials },
    );
    front.faults();
    expect(stopped.code, stopped.stderr).toBe(4);
    const left = readdirSync(files.dir).filter((name) => name.startsWith('stopped'));
    expect(left.length).toBeGreaterThan(0);
    const said = left.map((name) => readFileSync(files.file(name), 'utf8')).join('\n');
    expect(seen(said + stopped.stderr, { keyId, foreign, secretKey, token, ...planted, other: alnum(20) })).toEqual([]);
  });

  it.each([
    ['refuses the credentials', 400],
    ['cannot be reached', 503],
  ])('show nothing of them when AWS %s at once', async (_, status) => {
    const other = await startFront();
    // Credentials of no known form too: those of the session are known by their value.
    const env = {
      ...credentials,
      AWS_SECRET_ACCESS_KEY: 'just.words.and-more-words',
      AWS_SESSION_TOKEN: 'spoken words only',
    };
    const all = [...Object.values(credentials), ...Object.values(env)].join(' ');
    const message = `echo: ${all.replaceAll(env.AWS_SESSION_TOKEN, encodeURIComponent(env.AWS_SESSION_TOKEN))}`;
    other.error({ service: 'sts' }, { code: 'SignatureDoesNotMatch', message, status });
    const { code, stdout, stderr } = await cli(other, ['scan'], { env: { ...env, AUDIT_DEBUG: '1' } });
    await other.stop();
    expect(code).toBe(4);
    expect(stderr).toContain('echo: [redacted]');
    expect(
      seen(stdout + stderr, {
        keyId,
        secretKey,
        token,
        word: env.AWS_SECRET_ACCESS_KEY,
        spoken: env.AWS_SESSION_TOKEN,
      }),
    ).toEqual([]);
  });
});
