import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ListAnalyzersCommand, AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { GetSnapshotBlockPublicAccessStateCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { GetMalwareScanSettingsCommand } from '@aws-sdk/client-guardduty';
import { CreateUserCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetBucketIntelligentTieringConfigurationCommand,
  GetBucketPolicyCommand,
  ListBucketsCommand,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientsFor } from './clients.ts';
import { fakeCredentials } from '../program/cli.ts';
import { startFront, type Front } from '../../src/stand-in/front.ts';
import { ensureMoto, startMoto, type Moto } from '../../src/stand-in/moto.ts';
import { root } from '../../src/stand-in/root.ts';

// The emulator loads a service on its first use: seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const availability = await ensureMoto();

describe.runIf(availability.available)('the emulator behind the front', () => {
  let moto: Moto;
  let front: Front;
  let aws: ReturnType<typeof clientsFor>;

  beforeAll(async () => {
    moto = await startMoto();
    front = await startFront({ upstream: moto.url });
    aws = clientsFor(front.url);
  });
  beforeEach(async () => {
    front.reset();
    await moto.reset();
  });
  afterAll(async () => {
    await front.stop();
    await moto.stop();
  });

  it('keeps what is created, per region, until it is reset', async () => {
    await aws.kms.send(new CreateKeyCommand({}));
    await aws.iam.send(new CreateUserCommand({ UserName: 'ann' }));
    expect((await aws.kms.send(new ListKeysCommand({}))).Keys).toHaveLength(1);
    expect((await clientsFor(front.url, 'us-east-2').kms.send(new ListKeysCommand({}))).Keys).toEqual([]);
    await moto.reset();
    expect((await aws.iam.send(new ListUsersCommand({}))).Users).toEqual([]);
  });

  it('is asked only for what has no canned answer', async () => {
    await aws.iam.send(new CreateUserCommand({ UserName: 'ann' }));
    front.answer({ service: 'kms', operation: 'ListKeys' }, { Keys: [{ KeyId: 'canned' }] });
    expect((await aws.kms.send(new ListKeysCommand({}))).Keys).toEqual([{ KeyId: 'canned' }]);
    expect((await aws.iam.send(new ListUsersCommand({}))).Users?.map((user) => user.UserName)).toEqual(['ann']);
    expect(front.record.requests.map((request) => request.source)).toEqual(['upstream', 'canned', 'upstream']);
  });

  it('serves S3 and S3 Control, errors included', async () => {
    const configuration = { BlockPublicAcls: true, BlockPublicPolicy: true };
    const account = { AccountId: '123456789012' };
    await aws.s3Control.send(
      new PutPublicAccessBlockCommand({ ...account, PublicAccessBlockConfiguration: configuration }),
    );
    const block = await aws.s3Control.send(new GetPublicAccessBlockCommand(account));
    expect(block.PublicAccessBlockConfiguration).toMatchObject(configuration);
    await aws.s3.send(new CreateBucketCommand({ Bucket: 'logs' }));
    await expect(aws.s3.send(new GetBucketPolicyCommand({ Bucket: 'logs' }))).rejects.toMatchObject({
      name: 'NoSuchBucketPolicy',
    });
  });

  it('lists all buckets when asked for a page, which the emulator alone cuts off', async () => {
    for (const name of ['one', 'two', 'three']) await aws.s3.send(new CreateBucketCommand({ Bucket: `b-${name}` }));
    const page = await aws.s3.send(new ListBucketsCommand({ MaxBuckets: 2 }));
    expect(page.Buckets).toHaveLength(3);
  });

  it('answers 501 for what it does not have: an operation, a route, a service, a sub-resource of a bucket', async () => {
    const notImplemented = { name: 'NotImplementedException', $metadata: { httpStatusCode: 501 } };
    await expect(aws.ec2.send(new GetSnapshotBlockPublicAccessStateCommand({}))).rejects.toMatchObject(notImplemented);
    const scans = new GetMalwareScanSettingsCommand({ DetectorId: 'd' });
    await expect(aws.guardduty.send(scans)).rejects.toMatchObject(notImplemented);
    const config = { endpoint: front.url, region: 'eu-west-1', maxAttempts: 1, credentials: fakeCredentials };
    const analyzer = new AccessAnalyzerClient(config);
    await expect(analyzer.send(new ListAnalyzersCommand({}))).rejects.toMatchObject(notImplemented);
    await aws.s3.send(new CreateBucketCommand({ Bucket: 'logs' }));
    const tiering = new GetBucketIntelligentTieringConfigurationCommand({ Bucket: 'logs', Id: 'x' });
    await expect(aws.s3.send(tiering)).rejects.toMatchObject(notImplemented);
  });

  it('keeps accounts apart by the credentials of an assumed role, and the front records the account', async () => {
    const role = new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::210987654321:role/auditor', RoleSessionName: 's' });
    const { Credentials: issued } = await aws.sts.send(role);
    const other = new IAMClient({
      endpoint: front.url,
      region: 'eu-west-1',
      maxAttempts: 1,
      credentials: {
        accessKeyId: issued?.AccessKeyId ?? '',
        secretAccessKey: issued?.SecretAccessKey ?? '',
        sessionToken: issued?.SessionToken ?? '',
      },
    });
    await other.send(new CreateUserCommand({ UserName: 'bob' }));
    expect((await aws.iam.send(new ListUsersCommand({}))).Users).toEqual([]);
    expect((await other.send(new ListUsersCommand({}))).Users?.[0]?.Arn).toBe('arn:aws:iam::210987654321:user/bob');
    expect(front.record.find({ account: '210987654321' }).map((request) => request.operation)).toEqual([
      'CreateUser',
      'ListUsers',
    ]);
  });

  it('answers many requests at once over kept connections', async () => {
    const sent = Array.from({ length: 60 }, () => aws.ec2.send(new DescribeVpcsCommand({})));
    for (const answer of await Promise.all(sent)) expect(answer.Vpcs).toHaveLength(1);
  });
});

describe('without Python', () => {
  const missing = { python: 'python-that-is-not-there', folder: path.join(tmpdir(), 'audit-no-such-venv') };
  afterEach(() => vi.unstubAllEnvs());

  it('the emulator is unavailable, and the reason is told', async () => {
    vi.stubEnv('CI', '');
    await expect(ensureMoto(missing)).resolves.toEqual({
      available: false,
      reason: expect.stringContaining('python-that-is-not-there') as string,
    });
  });

  it('CI fails instead of passing over the tests', async () => {
    vi.stubEnv('CI', 'true');
    await expect(ensureMoto(missing)).rejects.toThrow('the emulator cannot be installed');
  });
});

it.runIf(availability.available)('the emulator ends with the process that started it', async () => {
  const starter = `
    import { startMoto } from ${JSON.stringify(path.join(root, 'src/stand-in/moto.ts'))};
    const { url, pid } = await startMoto();
    console.log(JSON.stringify({ url, pid }));
  `;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', starter], { cwd: root });
  const line = await new Promise<string>((resolve) => parent.stdout.once('data', (data) => resolve(String(data))));
  const { url } = JSON.parse(line) as { url: string };
  expect((await fetch(`${url}/moto-api/`)).status).toBe(200);
  parent.kill('SIGKILL');
  await expect.poll(() => fetch(`${url}/moto-api/`).catch(() => 'gone'), { timeout: 20_000 }).toBe('gone');
});
