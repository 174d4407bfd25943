import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { EnableSecurityHubCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../reports/json.ts';
import { storeAt } from '../../src/cli/store.ts';
import type { RunResult } from '../../src/engine/result.ts';
import type { Moto } from '../../src/stand-in/moto.ts';
import { startMoto } from '../../src/stand-in/moto.ts';
import { emulator, needsEmulator } from '../e2e/support.ts';
import { smallResult } from '../reports/fixture-small.ts';
import { account as written } from '../reports/fixture.ts';
import type { Canned } from '../send/canned.ts';
import { startCanned } from '../send/canned.ts';
import { audit, folder } from './run.ts';

const account = '123456789012';
const files = folder();
const file = join(files.path, 'result.json');
/** As the program saves it; the fixture does not count populations. */
function save(result: RunResult, of = account, name = file): void {
  const checks = result.coverage.checks.map((each) => ({
    ...each,
    population: each.judged + each.notJudged + each.notApplicable,
    unlisted: 0,
  }));
  const whole = { ...result, coverage: { ...result.coverage, populations: [], checks } };
  writeFileSync(name, [...json.render(whole, {})].join('').replaceAll(written, of));
}

const before = { ...process.env };
beforeAll(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) delete process.env[name];
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'AKIATEST',
    AWS_SECRET_ACCESS_KEY: 'secret-of-the-sender',
    AWS_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  save(smallResult());
});
afterAll(() => {
  files.remove();
  process.env = before;
});

describe.skipIf(!emulator.available)(needsEmulator('against the emulator'), () => {
  let moto: Moto;
  const at = () => ({
    endpoint: moto.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    forcePathStyle: true,
  });
  beforeAll(async () => {
    moto = await startMoto();
    await new S3Client({ ...at(), region: 'us-east-1' }).send(new CreateBucketCommand({ Bucket: 'lake' }));
    for (const region of ['eu-west-1', 'us-east-1'])
      await new SecurityHubClient({ ...at(), region }).send(new EnableSecurityHubCommand({}));
  }, 60_000);
  afterAll(() => moto.stop());
  const send = (...args: string[]) => audit(['send', ...args, '--endpoint-url', moto.url]);
  const imported = async (region: string): Promise<number> => {
    const hub = new SecurityHubClient({ ...at(), region });
    const { Findings = [] } = await hub.send(new GetFindingsCommand({ MaxResults: 100 }));
    return Findings.filter(({ Id }) => Id?.startsWith('audit/') === true).length;
  };

  it('Security Hub of each region has its findings, once, however often they are sent', async () => {
    const { findings } = smallResult();
    const west = findings.filter(({ region }) => region === 'eu-west-1').length;
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout, stderr } = await send('security-hub', file);
      expect([code, stdout]).toEqual([
        0,
        `Security Hub took ${findings.length} of ${findings.length} findings in 2 requests.\n`,
      ]);
      expect(stderr).toMatch(/^audit: sends as arn:aws:sts::123456789012:.*, with the environment/);
      expect(await imported('eu-west-1')).toBe(west);
      expect(await imported('us-east-1')).toBe(findings.length - west);
    }
  });

  it('Security Hub gets nothing of another account', async () => {
    const other = join(files.path, 'other.json');
    save(smallResult(), '999999999999', other);
    const { code, stderr } = await send('security-hub', other);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /findings from their own account alone: these are of 999999999999, and arn:\S+ is of 123456789012/,
    );
  });

  it('S3 has the reports, written once', async () => {
    const s3 = new S3Client({ ...at(), region: 'us-east-1' });
    const args = ['s3', file, '--to', 's3://lake/audit', '--format', 'json,ocsf'] as const;
    const first = await send(...args);
    expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/^(?:s3:\S+ {2}written\n){2}$/)]);
    const second = await send(...args);
    expect([second.code, second.stdout]).toEqual([
      0,
      first.stdout.replaceAll('written', 'was there already, the same'),
    ]);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'lake', Prefix: 'audit/' }));
    const keys = Contents.map(({ Key = '' }) => Key);
    expect(keys.filter((key) => key.endsWith('.ocsf.json'))).toHaveLength(1);
    for (const key of keys)
      expect(key).toMatch(
        /^audit\/account=123456789012\/day=2026-03-04\/20260304T050607Z-[\da-f]{16}(?:\.ocsf)?\.json$/,
      );
    const Key = keys.find((key) => !key.includes('ocsf'));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'lake', Key }));
    expect(JSON.parse((await Body?.transformToString()) ?? '')).toMatchObject({ run: { account } });
    // Somebody else has put something there.
    await s3.send(new PutObjectCommand({ Bucket: 'lake', Key, Body: 'other' }));
    const third = await send(...args);
    expect(third.code).toBe(5);
    expect(third.stderr).toMatch(
      /not written: s3:\S+: s3:\S+ is there already with another content, and was left as it is/,
    );
    expect(third.stdout).toMatch(/^s3:\S+\.ocsf\.json {2}was there already, the same\n$/);
  });

  const none = {
    storeProfile: undefined,
    storeRoleArn: undefined,
    storeKmsKeyId: undefined,
    storeBucketOwner: undefined,
  };
  const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();
  const all = async (paths: AsyncIterable<string>): Promise<string[]> => {
    const found: string[] = [];
    for await (const path of paths) found.push(path);
    return found;
  };

  it.each([
    ['a folder', () => join(files.path, 'store')],
    ['a bucket', () => 's3://lake/org'],
  ])('%s is a store', async (_what, place) => {
    const endpointUrl = place().startsWith('s3:') ? moto.url : undefined;
    const store = await storeAt(place(), { ...none, endpointUrl });
    expect(store.name).toBe(place());
    expect(await store.get('a/b.json')).toBeUndefined();
    expect(await all(store.list(''))).toEqual([]);
    expect(await store.put('a/b.json', Buffer.from('one'), { ifAbsent: true })).toBe(true);
    expect(await store.put('a/b.json', Buffer.from('two'), { ifAbsent: true })).toBe(false);
    expect(text(await store.get('a/b.json'))).toBe('one');
    expect(await store.put('a/b.json', Buffer.from('three'))).toBe(true);
    expect(text(await store.get('a/b.json'))).toBe('three');
    for (const path of ['b', 'a/c', 'a-b/c']) await store.put(path, Buffer.from(path));
    expect(await all(store.list(''))).toEqual(['a-b/c', 'a/b.json', 'a/c', 'b']);
    expect(await all(store.list('a/'))).toEqual(['a/b.json', 'a/c']);
    expect(await all(store.list('a/c'))).toEqual(['a/c']);
    const first = ['p', 'q', 'r', 's'].map((who) => store.put('claim', Buffer.from(who), { ifAbsent: true }));
    expect((await Promise.all(first)).filter(Boolean)).toHaveLength(1);
    await expect(store.get('../x')).rejects.toThrow('is no path in a store');
  });

  it('a store in a bucket that is not there says so, and nothing is asked before it is used', async () => {
    const store = await storeAt('s3://nowhere-here/org', { ...none, endpointUrl: moto.url });
    await expect(store.get('a')).rejects.toMatchObject({
      code: 'output',
      message: expect.stringMatching(/^s3:\/\/nowhere-here\/org\/a: cannot be read \(NoSuchBucket: /),
    });
    await expect(storeAt('s3://Nowhere', none)).rejects.toThrow('names no bucket');
    await expect(storeAt('folder', { ...none, storeProfile: 'x' })).rejects.toThrow('is a folder');
  });

  it('S3 without the bucket says so', async () => {
    const { code, stderr } = await send('s3', file, '--to', 's3://nowhere-here/audit');
    expect([code, stderr]).toEqual([5, expect.stringContaining('NoSuchBucket')]);
  });
});

describe('a webhook', () => {
  let hook: Canned;
  beforeAll(async () => {
    hook = await startCanned();
    hook.answers = [{ status: 200 }];
    Object.assign(process.env, {
      HOOK: `${hook.url}/services/secret-room`,
      KEY: 'key-of-the-signature',
      TOKEN: 'Authorization: Bearer token-of-the-hook',
    });
  });
  afterAll(() => hook.stop());
  beforeEach(() => {
    hook.got.length = 0;
  });

  it('gets a summary, signed, and shows no secret', async () => {
    const { code, stdout, stderr } = await audit([
      'send',
      'webhook',
      file,
      '--to-env',
      'HOOK',
      '--secret-env',
      'KEY',
      '--header-env',
      'TOKEN',
    ]);
    expect([code, stdout, stderr]).toEqual([
      0,
      expect.stringMatching(/^127\.0\.0\.1:\d+ took \d+ bytes \(HTTP 200\)\.\n$/),
      '',
    ]);
    const [{ path, headers, body } = expect.unreachable()] = hook.got;
    expect(path).toBe('/services/secret-room');
    expect(headers).toMatchObject({
      authorization: 'Bearer token-of-the-hook',
      'audit-signature': expect.stringMatching(/^v1=[\da-f]{64}$/),
    });
    const { summary } = smallResult();
    const told = JSON.parse(body.toString()) as { worst: { severity: string }[] };
    expect(told).toMatchObject({ type: 'audit.summary', run: { account }, summary: { byStatus: summary.byStatus } });
    expect(told.worst.length).toBeGreaterThan(5);
  });

  it.each(['ocsf', 'ndjson'])('gets %s', async (format) => {
    expect((await audit(['send', 'webhook', file, '--to-env', 'HOOK', '--format', format])).code).toBe(0);
    expect(hook.got[0]?.body.toString()).toContain('s3-bucket-public-access-blocked');
  });

  it('that refuses is told of, without what is secret', async () => {
    hook.answers = [{ status: 403, body: 'no' }];
    const { code, stdout, stderr } = await audit([
      'send',
      'webhook',
      file,
      '--to-env',
      'HOOK',
      '--header-env',
      'TOKEN',
    ]);
    hook.answers = [{ status: 200 }];
    expect([code, stdout]).toEqual([5, '']);
    expect(stderr).toMatch(/^audit: it was not delivered: 127\.0\.0\.1:\d+ answers HTTP 403\n/);
    expect(stderr).not.toMatch(/secret-room|token-of/);
  });
});

it.each([
  ['security-hub', ['eu-west-1', 'us-east-1']],
  ['s3', ['s3://lake/audit/account=123456789012/day=']],
  ['webhook', ['To a.example would go']],
])('--dry-run of %s asks nobody for anything', async (receiver, said) => {
  const where = { s3: ['--to', 's3://lake/audit'], webhook: ['--to', 'https://a.example/x'] }[receiver] ?? [];
  // Nothing is behind the proxy: whatever were sent would fail.
  process.env['https_proxy'] = 'http://127.0.0.1:1';
  const { code, stdout, stderr } = await audit(['send', receiver, file, '--dry-run', ...where]);
  delete process.env['https_proxy'];
  expect([code, stderr]).toEqual([0, '']);
  for (const text of ['Nothing is sent', ...said]) expect(stdout).toContain(text);
});

it('csv is the findings where the result is held against no framework', async () => {
  const to = ['--to', 's3://lake/audit', '--format', 'csv', '--dry-run'];
  const { code, stdout } = await audit(['send', 's3', file, ...to]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/-[\da-f]{16}\.findings\.csv {2}\d+ bytes\n$/);
});

describe('what is wrong is said before anything is sent', () => {
  const wrong = join(files.path, 'wrong.json');
  writeFileSync(wrong, '{"schemaVersion":"3.0","findings":[]}');
  const snapshot = join(files.path, 'snapshot.ndjson');
  writeFileSync(snapshot, '{"format":"audit-snapshot","version":1}\n');

  it.each<[string[], RegExp]>([
    [['security-hob', file], /unknown value security-hob; did you mean security-hub/],
    [['s3', file], /--to is missing/],
    [['s3', file, '--to', 'https://lake'], /names no bucket/],
    [['s3', file, '--to', 's3://lake', '--format', 'pdf'], /--format: unknown value pdf/],
    [['s3', file, '--to', 's3://lake', '--secret-env', 'X'], /--secret-env means nothing to s3/],
    [['security-hub', file, '--to', 's3://lake'], /--to means nothing to security-hub/],
    [['security-hub', file, '--account', '1'], /is not the number of an account/],
    [['security-hub', file, '--account', '222233334444', '--dry-run'], /the result has no findings of it/],
    [['security-hub', file, '--send-external-id', 'x'], /goes with --send-role-arn/],
    [['security-hub', file, '--send-role-arn', 'x'], /--send-role-arn: x is not the ARN of a role/],
    [['webhook', file, '--to', 'http://a.example/x'], /over plain HTTP/],
    [['webhook', file], /--to is missing/],
    [
      ['webhook', file, '--to', 'https://a.example', '--max-bytes', '10'],
      /it would be \d+ bytes, and --max-bytes is 10/,
    ],
    [['webhook', file, '--to', 'https://a.example', '--format', 'ocsf,ndjson'], /a webhook gets one format/],
    [['webhook', file, '--to', 'https://a.example', '--send-profile', 'x'], /--send-profile means nothing to webhook/],
    [['webhook', wrong, '--to', 'https://a.example'], /is a report of form 3\.0/],
    [['webhook', snapshot, '--to', 'https://a.example'], /is a snapshot, and results are sent/],
    [['webhook', join(files.path, 'none.json'), '--to', 'https://a.example'], /cannot be read/],
  ])('%j', async (args, said) => {
    const { code, stdout, stderr } = await audit(['send', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });
});

describe('the policy of whoever sends', () => {
  it.each<[string[], object[]]>([
    [
      ['--send', 'security-hub'],
      [{ Action: ['securityhub:BatchImportFindings'], Resource: ['arn:aws:securityhub:*:*:product/*/default'] }],
    ],
    [
      ['--send', 's3', '--to', 's3://lake/audit'],
      [{ Action: ['s3:PutObject', 's3:GetObject'], Resource: ['arn:aws:s3:::lake/audit/*'] }],
    ],
    [
      ['--store', 's3://lake/org', '--kms-key-id', 'arn:aws:kms:eu-west-1:111122223333:key/1-2'],
      [
        { Action: ['s3:PutObject', 's3:GetObject'], Resource: ['arn:aws:s3:::lake/org/*'] },
        {
          Action: ['s3:ListBucket'],
          Resource: ['arn:aws:s3:::lake'],
          Condition: { StringLike: { 's3:prefix': ['org/*'] } },
        },
        { Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: ['arn:aws:kms:eu-west-1:111122223333:key/1-2'] },
      ],
    ],
  ])('%j', async (args, statements) => {
    const { code, stdout } = await audit(['policy', ...args]);
    expect(code).toBe(0);
    const { Statement } = JSON.parse(stdout) as { Statement: object[] };
    expect(Statement).toEqual(
      statements.map((one) => ({ Sid: expect.stringMatching(/^[A-Za-z]+$/), Effect: 'Allow', ...one })),
    );
  });

  it('is of the partition that the configuration means', async () => {
    process.env['AWS_REGION'] = 'cn-north-1';
    const { stdout } = await audit(['policy', '--send', 's3', '--to', 's3://lake/audit']);
    process.env['AWS_REGION'] = 'us-east-1';
    expect(stdout).toContain('arn:aws-cn:s3:::lake/audit/*');
  });

  it.each<[string[], RegExp]>([
    [['--send', 's3'], /--to is missing/],
    [['--to', 's3://lake'], /--to goes with --send s3/],
    [['--send', 's3', '--to', 's3://lake', '--kms-key-id', 'alias/x'], /a policy names a key by its ARN/],
    [['--send', 's3', '--to', 's3://lake', '--service', 's3'], /no checks are chosen/],
    [['--send', 'security-hub', '--store', 's3://lake'], /ask for two policies/],
  ])('%j is refused', async (args, said) => {
    const { code, stderr } = await audit(['policy', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
  });
});
