import { mockClient } from 'aws-sdk-client-mock';
import { PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { ApiFactory } from '../../src/aws/api.ts';
import type { CommandSender } from '../../src/aws/clients.ts';
import { ReadOnlyGuard, refusalOf } from '../../src/aws/guard.ts';
import { Limiter } from '../../src/aws/limiter.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { s3 } from '../../src/services/s3/service.ts';
import { accessTo } from '../helpers/connection.ts';

describe('the read-only guard', () => {
  it.each([
    'PutBucketPolicy',
    'DeleteBucket',
    'CreateUser',
    'AssumeRole',
    'GetSecretValue',
    'GetObject',
    'Getaway',
    'UpdateListener',
  ])('refuses to allow %s', (operation) => {
    expect(refusalOf(s3, operation)).toBeDefined();
    expect(() => new ReadOnlyGuard().allow(s3, [operation])).toThrow(`refused to call s3:${operation}`);
  });

  it.each(['ListBuckets', 'GetBucketPolicy', 'DescribeTrails', 'BatchGetProjects', 'LookupEvents'])(
    'allows %s',
    (operation) => {
      expect(refusalOf(s3, operation)).toBeUndefined();
    },
  );

  it('allows only what every check together declares, all of it reading', () => {
    for (const { service, calls } of callsOfPlan(planFor(checks, { tags: true }))) {
      for (const call of calls) expect(refusalOf(service, call), `${service.id}:${call}`).toBeUndefined();
    }
  });

  it('stops a write that reaches a client, before a request is made', async () => {
    const access = accessTo([{ service: s3, calls: ['ListBuckets'] }], { endpointUrl: 'http://127.0.0.1:1' });
    const client = await access.get(s3, 'us-east-1');
    await expect(client.send(new PutBucketPolicyCommand({ Bucket: 'b', Policy: '{}' }))).rejects.toThrow(
      'refused to call s3:PutBucketPolicy',
    );
    access.connection.close();
  });

  it('stops an operation that a facet did not declare', async () => {
    const mock = mockClient(S3Client);
    mock.onAnyCommand().resolves({});
    const apis = new ApiFactory({
      limiter: new Limiter(),
      clients: { get: () => Promise.resolve(new S3Client({ region: 'us-east-1' }) as unknown as CommandSender) },
    });
    const api = apis.for(s3, { account: '1', partition: 'aws', region: 'us-east-1' }, ['ListBuckets']);
    await expect(api.call('GetBucketVersioning', { Bucket: 'b' })).rejects.toThrow('not declared');
    await expect(
      (async () => {
        for await (const page of api.in('eu-west-1').pages('ListBuckets')) void page;
      })(),
    ).resolves.toBeUndefined();
    expect(mock.calls()).toHaveLength(1);
    mock.restore();
  });
});
