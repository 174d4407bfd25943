import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetBucketAclCommand } from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionOptions } from '../../src/aws/connection.ts';
import type { Access } from '../../src/aws/access.ts';
import type { Service } from '../../src/aws/service.ts';
import { s3 } from '../../src/services/s3/service.ts';
import { s3control } from '../../src/services/s3control/service.ts';
import { sts } from '../../src/services/sts/service.ts';
import { accessTo, connection } from '../helpers/connection.ts';

describe('the endpoint of a service', () => {
  const url = 'https://given';
  it.each<[string, string | undefined, NodeJS.ProcessEnv, string | undefined]>([
    ['S3', undefined, {}, undefined],
    ['S3', url, {}, url],
    ['S3', undefined, { AWS_ENDPOINT_URL: 'https://all' }, 'https://all'],
    ['S3', url, { AWS_ENDPOINT_URL: 'https://all' }, url],
    // The command line wins, as in AWS's.
    ['S3', url, { AWS_ENDPOINT_URL_S3: 'https://s3' }, url],
    ['S3', undefined, { AWS_ENDPOINT_URL_S3: 'https://s3', AWS_ENDPOINT_URL: 'https://all' }, 'https://s3'],
    ['EC2', url, { AWS_ENDPOINT_URL_S3: 'https://s3' }, url],
    ['S3 Control', undefined, { AWS_ENDPOINT_URL_S3_CONTROL: 'https://control' }, 'https://control'],
    [
      'Elastic Load Balancing v2',
      undefined,
      { AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2: 'https://elb' },
      'https://elb',
    ],
    ['S3', undefined, { AWS_ENDPOINT_URL_S3: 'https://s3', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, undefined],
    ['S3', url, { AWS_ENDPOINT_URL: 'https://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, url],
  ])('%s with --endpoint-url %s and %j is sent to %s', (sdkId, given, env, expected) =>
    expect(connection({ endpointUrl: given, env }).configuration.endpointOf(sdkId)).toBe(expected),
  );
});

describe('requests', () => {
  const seen: { url: string; host: string; headers: IncomingMessage['headers'] }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', host: request.headers.host ?? '', headers: request.headers });
    request.resume();
    response.statusCode = status;
    const flags = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
    const block = flags.map((flag) => `<${flag}>true</${flag}>`).join('');
    const identity = '<Arn>arn:aws:iam::111122223333:user/a</Arn><UserId>AIDA</UserId><Account>111122223333</Account>';
    if (request.method === 'POST')
      response.end(
        `<GetCallerIdentityResponse><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
    else if (request.url?.includes('publicAccessBlock') === true)
      response.end(`<PublicAccessBlockConfiguration>${block}</PublicAccessBlockConfiguration>`);
    else response.end('<AccessControlPolicy><AccessControlList/></AccessControlPolicy>');
  });
  let endpoint: string;
  let pools: Access[] = [];
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());
  afterEach(() => {
    for (const pool of pools) pool.connection.close();
    pools = [];
    seen.length = 0;
    status = 200;
  });

  function poolWith(options: ConnectionOptions): Access {
    const pool = accessTo(
      [
        { service: s3, calls: ['GetBucketAcl'] },
        { service: s3control, calls: ['GetPublicAccessBlock'] },
        { service: sts, calls: ['GetCallerIdentity'] },
      ],
      options,
    );
    pools.push(pool);
    return pool;
  }
  const send = async (pool: Access, service: Service, command: object): Promise<unknown> =>
    (await pool.get(service, 'eu-west-1')).send(command);

  it('name the bucket in the path when an endpoint is given', async () => {
    await send(poolWith({ endpointUrl: endpoint }), s3, new GetBucketAclCommand({ Bucket: 'my.bucket' }));
    expect(seen).toMatchObject([{ url: '/my.bucket/?acl=', host: new URL(endpoint).host }]);
  });

  it('of S3 Control go to the endpoint itself, not to a host that begins with the account', async () => {
    // Before a name, unlike before an IP address, the SDK does put the account.
    const named = endpoint.replace('127.0.0.1', 'localhost');
    await send(
      poolWith({ endpointUrl: named }),
      s3control,
      new GetPublicAccessBlockCommand({ AccountId: '111122223333' }),
    );
    expect(seen[0]?.host).toBe(new URL(named).host);
    expect(seen[0]?.headers['x-amz-account-id']).toBe('111122223333');
  });

  it('keep the port and path of an endpoint named for one service', async () => {
    const pool = poolWith({
      env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_S3: `${endpoint}/below` },
    });
    await send(pool, s3, new GetBucketAclCommand({ Bucket: 'b' }));
    expect(seen).toMatchObject([{ url: '/below/b/?acl=' }]);
  });

  it('are signed for the region asked and say who asks', async () => {
    await send(poolWith({ endpointUrl: endpoint }), sts, new GetCallerIdentityCommand({}));
    expect(seen[0]?.headers.authorization).toMatch(/Credential=AKIATEST\/\d{8}\/eu-west-1\/sts\/aws4_request/);
    expect(seen[0]?.headers['user-agent']).toMatch(/aws-posture-audit/);
  });

  it('are tried once: trying again is left to the limiter', async () => {
    status = 500;
    await expect(send(poolWith({ endpointUrl: endpoint }), sts, new GetCallerIdentityCommand({}))).rejects.toThrow();
    expect(seen).toHaveLength(1);
  });

  it('of one service and region share what sends them, those of another region do not', async () => {
    const { connection: shared } = poolWith({ endpointUrl: endpoint });
    const [a, b, c] = await Promise.all([
      shared.pipeline(s3, 'eu-west-1'),
      shared.pipeline(s3, 'eu-west-1'),
      shared.pipeline(s3, 'us-east-1'),
    ]);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });
});
