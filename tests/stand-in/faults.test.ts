import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { ListUsersCommand } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientsFor } from './clients.ts';
import { Faults, type FaultKind, type FaultScript } from '../../src/stand-in/faults.ts';
import { startFront, type Front } from '../../src/stand-in/front.ts';

const place = { account: '1', service: 'kms', region: 'eu-west-1' };

/** What a script does to 400 distinct requests, sent in the given order. */
function fates(script: FaultScript, order: readonly number[]): (string | undefined)[] {
  const faults = new Faults(script);
  const result: (string | undefined)[] = [];
  for (const n of order) {
    result[n] = faults.decide({ ...place, operation: 'DescribeKey', content: `key ${n}` }).kind;
  }
  return result;
}

describe('the script of faults', () => {
  const order = Array.from({ length: 400 }, (_, n) => n);
  const rules = [{ fault: ['throttle', 'reset', 'slow'], probability: 0.2 }] as const;

  it('decides the same for the same seed, in whatever order the requests come', () => {
    const first = fates({ seed: 7, rules }, order);
    expect(fates({ seed: 7, rules }, order.toReversed())).toEqual(first);
    expect(fates({ seed: 8, rules }, order)).not.toEqual(first);
  });

  it('hits the asked share of requests, with every kind', () => {
    const hit = fates({ seed: 7, rules }, order).filter((kind) => kind !== undefined);
    expect(hit.length).toBeGreaterThan(50);
    expect(hit.length).toBeLessThan(110);
    expect(new Set(hit)).toEqual(new Set(['throttle', 'reset', 'slow']));
  });

  it('decides anew for a second try of the same request', () => {
    const faults = new Faults({ seed: 1, rules: [{ fault: 'internal', probability: 0.5 }] });
    const subject = { ...place, operation: 'ListKeys', content: 'POST /' };
    const tries = new Set(order.map(() => faults.decide(subject).kind));
    expect(tries).toEqual(new Set([undefined, 'internal']));
  });

  it('can spare all but the first tries, and all before a moment', () => {
    const faults = new Faults({ rules: [{ fault: 'internal', firstTries: 2 }] });
    const again = new Faults({ rules: [{ fault: { error: 'expired-token' }, after: 2 }] });
    const subject = { ...place, operation: 'ListKeys', content: 'POST /' };
    expect([1, 2, 3, 4].map(() => faults.decide(subject).kind)).toEqual(['internal', 'internal', undefined, undefined]);
    expect([1, 2, 3, 4].map(() => again.decide(subject).error)).toEqual([
      undefined,
      undefined,
      'expired-token',
      'expired-token',
    ]);
  });

  it('keeps a token bucket per service and region, which fills with time', () => {
    const faults = new Faults({ rules: [{ throttle: { perSecond: 10, burst: 2 } }] });
    const at = (now: number, region: string) =>
      faults.decide({ ...place, region, operation: 'ListKeys', content: '' }, now).kind;
    expect([at(0, 'a'), at(0, 'a'), at(0, 'a'), at(0, 'b')]).toEqual([undefined, undefined, 'throttle', undefined]);
    expect([at(99, 'a'), at(101, 'a'), at(102, 'a')]).toEqual(['throttle', undefined, 'throttle']);
    expect([at(10_000, 'a'), at(10_000, 'a'), at(10_000, 'a')]).toEqual([undefined, undefined, 'throttle']);
  });

  it('adds latencies up', () => {
    const faults = new Faults({ rules: [{ latencyMs: 20 }, { latencyMs: [5, 10], service: 'kms' }] });
    const { delayMs } = faults.decide({ ...place, operation: 'ListKeys', content: '' });
    expect(delayMs).toBeGreaterThanOrEqual(25);
    expect(delayMs).toBeLessThan(30);
  });
});

describe('over HTTP', () => {
  let front: Front;
  let aws: ReturnType<typeof clientsFor>;
  beforeAll(async () => {
    front = await startFront();
    aws = clientsFor(front.url);
  });
  beforeEach(() => {
    front.reset();
    front.answer({ service: 'kms', operation: 'ListKeys' }, { Keys: [{ KeyId: 'k' }], Truncated: false });
    front.answer({ service: 'iam', operation: 'ListUsers' }, { Users: [], IsTruncated: false });
    front.answer({ service: 'guardduty', operation: 'ListDetectors' }, { DetectorIds: ['d'] });
    front.answer({ service: 'cloudwatch', operation: 'DescribeAlarms' }, { MetricAlarms: [{ AlarmName: 'a' }] });
    front.answer({ service: 's3', operation: 'ListBuckets' }, { Buckets: [{ Name: 'logs' }] });
    front.answer({ service: 'ec2', operation: 'DescribeVpcs' }, { Vpcs: [{ VpcId: 'vpc-1' }] });
  });
  afterAll(() => front.stop());

  const sends = {
    's3 (REST-XML)': () => aws.s3.send(new ListBucketsCommand({})),
    'ec2 (EC2 query)': () => aws.ec2.send(new DescribeVpcsCommand({})),
    'iam (query)': () => aws.iam.send(new ListUsersCommand({})),
    'kms (JSON)': () => aws.kms.send(new ListKeysCommand({})),
    'guardduty (REST-JSON)': () => aws.guardduty.send(new ListDetectorsCommand({})),
    'cloudwatch (CBOR)': () => aws.cloudwatchCbor.send(new DescribeAlarmsCommand({})),
  };
  const rejected: readonly FaultKind[] = ['internal', 'unavailable', 'bad-gateway', 'reset', 'truncate', 'malformed'];
  const cases = Object.entries(sends).flatMap(([name, send]) => rejected.map((kind) => ({ name, send, kind })));

  it.each(cases)('$kind of $name is an error for the client', async ({ send, kind }) => {
    await send();
    front.faults({ rules: [{ fault: kind }] });
    await expect(send()).rejects.toThrow();
    expect(front.record.requests.map((request) => request.fault)).toEqual([undefined, kind]);
  });

  it('a slow body arrives whole, after its time', async () => {
    front.faults({ rules: [{ fault: 'slow', slowMs: 200 }] });
    const startedAt = performance.now();
    expect((await aws.kms.send(new ListKeysCommand({}))).Keys).toEqual([{ KeyId: 'k' }]);
    expect(performance.now() - startedAt).toBeGreaterThan(180);
  });

  it('a truncated answer is recorded as not answered', async () => {
    front.faults({ rules: [{ fault: 'truncate' }] });
    await aws.kms.send(new ListKeysCommand({})).catch(() => undefined);
    await expect.poll(() => front.record.requests[0]).toMatchObject({ aborted: true, answeredAt: undefined });
  });

  it('faults stay within the service, region and operation of their rule', async () => {
    front.answer({ service: 'kms', operation: 'DescribeKey' }, { KeyMetadata: { KeyId: 'k' } });
    front.faults({ rules: [{ service: 'kms', region: 'eu-west-1', operation: 'ListKeys', fault: 'internal' }] });
    await expect(aws.kms.send(new ListKeysCommand({}))).rejects.toMatchObject({ name: 'InternalServerError' });
    await aws.kms.send(new DescribeKeyCommand({ KeyId: 'k' }));
    await clientsFor(front.url, 'us-east-2').kms.send(new ListKeysCommand({}));
    await aws.iam.send(new ListUsersCommand({}));
  });

  it('a bucket of 5 answers 5 of 8 at once and throttles the others in the words of the service', async () => {
    front.faults({ rules: [{ throttle: { perSecond: 5 } }] });
    const sent = await Promise.allSettled(Array.from({ length: 8 }, () => aws.kms.send(new ListKeysCommand({}))));
    const refused = sent.filter((result) => result.status === 'rejected');
    expect(refused.map((result) => (result.reason as Error).name)).toEqual(Array(3).fill('ThrottlingException'));
    expect(front.record.find({ service: 'kms' }).filter((request) => request.fault === 'throttle')).toHaveLength(3);
    await aws.iam.send(new ListUsersCommand({}));
  });

  it('latency delays every answer', async () => {
    front.faults({ rules: [{ latencyMs: 100 }] });
    const startedAt = performance.now();
    await aws.kms.send(new ListKeysCommand({}));
    expect(performance.now() - startedAt).toBeGreaterThan(95);
  });
});
