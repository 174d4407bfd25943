import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../harness/front.ts';
import type { RecordedRequest } from '../../harness/record.ts';
import { daysAgo } from './account-facts.ts';
import { startAccount } from './account.ts';
import { compare, scan, soak } from './run.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

let front: Front;
beforeEach(async () => {
  front = await startAccount();
});
afterEach(() => front.stop());

/** So many buckets, in one region: each is asked for everything that checks of S3 need. */
function manyBuckets(count: number): void {
  front.answer(
    { service: 's3', operation: 'ListBuckets' },
    { Buckets: Array.from({ length: count }, (_, n) => ({ Name: `many-${n}`, CreationDate: daysAgo(10) })) },
  );
  front.answer({ service: 's3', operation: 'GetBucketLocation' }, {});
  for (const [operation, code] of [
    ['GetBucketPolicy', 'NoSuchBucketPolicy'],
    ['GetPublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration'],
    ['GetBucketOwnershipControls', 'OwnershipControlsNotFoundError'],
    ['GetBucketEncryption', 'ServerSideEncryptionConfigurationNotFoundError'],
  ] as const) {
    front.error({ service: 's3', operation }, { code, status: 404 });
  }
  for (const operation of ['GetBucketLogging', 'GetBucketVersioning', 'GetBucketTagging'])
    front.answer({ service: 's3', operation }, operation === 'GetBucketTagging' ? { TagSet: [] } : {});
  const owner = { ID: 'c0ffee', DisplayName: 'acme' };
  front.answer({ service: 's3', operation: 'GetBucketAcl' }, { Owner: owner, Grants: [] });
}

const spanMs = (requests: readonly RecordedRequest[]): number =>
  Math.max(...requests.map((r) => r.answeredAt ?? 0)) - Math.min(...requests.map((r) => r.startedAt));

describe('a service that throttles', () => {
  it.each(
    (soak
      ? [
          [5, 40],
          [10, 80],
          [20, 160],
        ]
      : [[20, 50]]) as [number, number][],
  )(
    'at %i requests per second is read in whole, with little waste, nearly as fast as it allows',
    async (perSecond, count) => {
      manyBuckets(count);
      const calm = await scan(front, ['--service', 's3', '--region', 'us-east-1']);
      front.record.clear();
      front.faults({ rules: [{ throttle: { perSecond, burst: perSecond } }, { latencyMs: 20 }] });
      const slow = await scan(front, ['--service', 's3', '--region', 'us-east-1']);
      expect(compare(calm.result, slow.result)).toMatchObject({ different: [], lost: [], gone: [] });
      expect(slow.code).toBe(calm.code);
      const all = front.record.find({ service: 's3' });
      const wasted = all.filter(({ fault }) => fault === 'throttle').length;
      const useful = all.length - wasted;
      expect(wasted / all.length).toBeLessThan(0.05);
      const allowedMs = ((useful - perSecond) / perSecond) * 1000;
      console.log(
        `${perSecond}/s: ${useful} answers in ${(spanMs(all) / 1000).toFixed(1)} s (the bucket allows ${(allowedMs / 1000).toFixed(1)} s), ${wasted} throttled`,
      );
      expect(useful).toBeGreaterThan(5 * count);
      // Starting up, loading the client and the last answers are no part of what the bucket allows.
      expect(spanMs(all)).toBeLessThan(1.3 * allowedMs + 1000);
    },
  );

  it('throttles the whole account: everything is answered in the end', async () => {
    const calm = await scan(front);
    front.record.clear();
    front.faults({ rules: [{ throttle: { perSecond: 10, burst: 10 } }] });
    const slow = await scan(front);
    expect(compare(calm.result, slow.result)).toMatchObject({ different: [], lost: [], gone: [] });
    const wasted = front.record.requests.filter(({ fault }) => fault === 'throttle').length;
    // Every one of the many small pools needs a throttle or two to learn; a longer scan wastes less.
    expect(wasted).toBeLessThan(0.15 * front.record.requests.length);
  });
});

describe('--max-rate', () => {
  it('holds over all services and regions together', async () => {
    const perSecond = 25;
    await scan(front, ['--max-rate', String(perSecond), '--service', 'ec2,s3,cloudtrail,guardduty']);
    const times = front.record.requests.map(({ startedAt }) => startedAt).sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(60);
    const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
    // A busy machine delays some requests, which then come close to the next.
    expect(busiest).toBeLessThanOrEqual(perSecond * 1.2);
    const average = (times.length - 1) / (((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000);
    expect(average).toBeLessThanOrEqual(perSecond * 1.05);
  });
});
