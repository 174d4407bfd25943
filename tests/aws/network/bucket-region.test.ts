import { afterEach, describe, expect, it, vi } from 'vitest';
import { bucketRegionOf } from '../../../src/aws/bucket-region.ts';
import type { WireAnswer, WireRequest } from '../../../src/aws/transport.ts';
import { Transport } from '../../../src/aws/transport.ts';
import { s3 } from '../../../src/services/s3/service.ts';
import { accessTo } from '../../helpers/connection.ts';

afterEach(() => void vi.restoreAllMocks());

const policy = '{"Statement":[]}';
const error = (code: string): string => `<Error><Code>${code}</Code><Message>m</Message></Error>`;

interface Refusal {
  readonly status: number;
  readonly code?: string;
  readonly region?: string;
}

/** Asks for a bucket's policy in a region; each region answers as it is told, else with the policy. */
async function ask(from: string, refusals: Readonly<Record<string, Refusal>>, endpointUrl?: string) {
  const asked: { host: string; region: string }[] = [];
  vi.spyOn(Transport.prototype, 'send').mockImplementation((wire: WireRequest): Promise<WireAnswer> => {
    const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(wire.headers['authorization'] ?? '')?.[1] ?? '';
    asked.push({ host: wire.hostname, region });
    const refusal = refusals[region];
    const headers = refusal?.region === undefined ? {} : { 'x-amz-bucket-region': refusal.region };
    return Promise.resolve({
      statusCode: refusal?.status ?? 200,
      headers,
      body: Buffer.from(refusal === undefined ? policy : error(refusal.code ?? 'AccessDenied')),
    });
  });
  const access = accessTo([{ service: s3, calls: ['GetBucketPolicy'] }], { endpointUrl });
  const { GetBucketPolicyCommand } = await s3.load();
  const sender = await access.get(s3, from);
  const outcome = await sender.send(new GetBucketPolicyCommand({ Bucket: 'logs' })).then(
    (answer) => ({ policy: (answer as { Policy?: string }).Policy }),
    (reason: unknown) => ({ code: (reason as Error).name, region: bucketRegionOf(reason) }),
  );
  return { outcome, regions: asked.map(({ region }) => region), hosts: asked.map(({ host }) => host) };
}

describe('the region that S3 names in a refusal', () => {
  it.each<Refusal>([
    { status: 301, code: 'PermanentRedirect', region: 'eu-west-1' },
    { status: 307, code: 'TemporaryRedirect', region: 'eu-west-1' },
    { status: 400, code: 'AuthorizationHeaderMalformed', region: 'eu-west-1' },
    { status: 400, code: 'IllegalLocationConstraintException', region: 'eu-west-1' },
    { status: 403, code: 'AccessDenied', region: 'eu-west-1' },
  ])('is asked after $status $code', async (refusal) => {
    const { outcome, regions, hosts } = await ask('us-east-1', { 'us-east-1': refusal });
    expect(outcome).toEqual({ policy });
    expect(regions).toEqual(['us-east-1', 'eu-west-1']);
    expect(hosts[1]).toBe('logs.s3.eu-west-1.amazonaws.com');
  });

  it.each<[name: string, refusal: Refusal]>([
    ['is the one that was asked', { status: 403, region: 'us-east-1' }],
    ['is not named', { status: 403 }],
    ['is no region', { status: 301, region: 'evil.example/' }],
    ['is empty', { status: 301, region: '' }],
    ["is another partition's", { status: 301, region: 'cn-north-1' }],
    ['comes with "there is none"', { status: 404, code: 'NoSuchBucketPolicy', region: 'eu-west-1' }],
  ])('is not asked when it %s', async (_name, refusal) => {
    const { outcome, regions } = await ask('us-east-1', { 'us-east-1': refusal });
    expect(regions).toEqual(['us-east-1']);
    expect(outcome).toMatchObject({ code: refusal.code ?? 'AccessDenied' });
  });

  it('is asked once: what two regions say of each other ends', async () => {
    const { regions, outcome } = await ask('us-east-1', {
      'us-east-1': { status: 301, code: 'PermanentRedirect', region: 'eu-west-1' },
      'eu-west-1': { status: 301, code: 'PermanentRedirect', region: 'us-east-1' },
    });
    expect(regions).toEqual(['us-east-1', 'eu-west-1']);
    expect(outcome).toMatchObject({ code: 'PermanentRedirect' });
  });

  it('is known when the bucket may not be read', async () => {
    const { outcome } = await ask('us-east-1', {
      'us-east-1': { status: 301, code: 'PermanentRedirect', region: 'eu-west-1' },
      'eu-west-1': { status: 403, region: 'eu-west-1' },
    });
    expect(outcome).toEqual({ code: 'AccessDenied', region: 'eu-west-1' });
  });

  it('is what the request is signed for at a given endpoint, which stays', async () => {
    const refusal = { status: 400, code: 'AuthorizationHeaderMalformed', region: 'eu-west-1' };
    const { hosts, regions } = await ask('us-east-1', { 'us-east-1': refusal }, 'http://127.0.0.1:4566');
    expect(regions).toEqual(['us-east-1', 'eu-west-1']);
    expect(hosts).toEqual(['127.0.0.1', '127.0.0.1']);
  });
});
