import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import { Host } from '../../src/aws/host.ts';
import { Limiter } from '../../src/aws/limiter.ts';
import { awsError } from '../helpers/resource-suite.ts';

beforeEach(() => void vi.useFakeTimers({ loopLimit: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

/** A service that takes `rate` requests a second and throttles the rest. */
function bucketOf(rate: number, latencyMs: number) {
  let tokens = rate;
  let filled = performance.now();
  const counts = { answered: 0, throttled: 0 };
  const send = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const now = performance.now();
    tokens = Math.min(rate, tokens + ((now - filled) / 1000) * rate);
    filled = now;
    if (tokens < 1) {
      counts.throttled += 1;
      throw awsError('ThrottlingException', 'Rate exceeded', 400);
    }
    tokens -= 1;
    counts.answered += 1;
    return 'ok';
  };
  return { send, counts };
}

describe('Limiter', () => {
  it.each([
    [undefined, 3],
    [1, 1],
    [5, 5],
  ])('tries what fails in passing as often as max_attempts says (%s: %d times)', async (maxAttempts, times) => {
    const limiter = new Limiter({ random: () => 0, maxAttempts });
    let sent = 0;
    const send = async (): Promise<never> => {
      sent += 1;
      throw Object.assign(new Error('x'), { name: 'InternalError', $metadata: { httpStatusCode: 500 } });
    };
    const ended = expect(limiter.run('a/b', 'X', send)).rejects.toThrow('x');
    await vi.runAllTimersAsync();
    await ended;
    expect(sent).toBe(times);
  });

  it.each([5, 20])('loses nothing and wastes little against %d requests a second', async (rate) => {
    const limiter = new Limiter({ random: () => 0.5 });
    const { send, counts } = bucketOf(rate, 40);
    const started = performance.now();
    const total = rate * 30;
    const all = Promise.all(Array.from({ length: total }, () => limiter.run('iam/us-east-1', 'GetRole', send)));
    await vi.runAllTimersAsync();
    expect(await all).toHaveLength(total);
    expect(counts.answered).toBe(total);
    expect(counts.throttled / (counts.answered + counts.throttled)).toBeLessThan(0.05);
    expect(performance.now() - started).toBeLessThan(1.3 * 29 * 1000);
  });

  it.each([5, 20])('loses nothing when the whole service takes %d a second', async (rate) => {
    const limiter = new Limiter({ random: () => 0.5 });
    const { send, counts } = bucketOf(rate, 40);
    const started = performance.now();
    const total = rate * 30;
    const all = Promise.all(Array.from({ length: total }, (_, i) => limiter.run('iam/us-east-1', `Get${i % 6}`, send)));
    await vi.runAllTimersAsync();
    await all;
    expect(counts.throttled / (counts.answered + counts.throttled)).toBeLessThan(0.05);
    expect(performance.now() - started).toBeLessThan(1.3 * 29 * 1000);
  });

  it.each([
    [5, 40],
    [10, 40],
    [20, 40],
    [20, 120],
  ])('wastes little when twenty pools meet %d a second at once, %d ms away', async (rate, latencyMs) => {
    const limiter = new Limiter({ random: () => 0.5 });
    const started = performance.now();
    // A pool learns by six throttles at most: they are 5 % of 120 requests.
    const total = Math.max(120, rate * 20);
    const pools = Array.from({ length: 20 }, (_, i) => ({
      key: `s${i >> 1}/r${i % 2}`,
      bucket: bucketOf(rate, latencyMs),
    }));
    const all = Promise.all(
      pools.flatMap(({ key, bucket }) =>
        Array.from({ length: total }, (_, i) => limiter.run(key, `Get${i % 12}`, bucket.send)),
      ),
    );
    await vi.runAllTimersAsync();
    await all;
    for (const { bucket } of pools) {
      const { answered, throttled } = bucket.counts;
      expect(answered).toBe(total);
      expect(throttled / (answered + throttled)).toBeLessThan(0.05);
    }
    expect(performance.now() - started).toBeLessThan(1.3 * (total / rate - 1) * 1000);
  });

  it('spares the other regions of a service the throttle that the first one met', async () => {
    const limiter = new Limiter({ random: () => 0.5 });
    const first = bucketOf(10, 40);
    const one = Promise.all(
      Array.from({ length: 60 }, (_, i) => limiter.run('ec2/r0', `Describe${i % 6}`, first.send)),
    );
    await vi.runAllTimersAsync();
    await one;
    expect(first.counts.throttled).toBeGreaterThan(0);
    const others = Array.from({ length: 5 }, (_, i) => ({ key: `ec2/r${i + 1}`, bucket: bucketOf(10, 40) }));
    const rest = Promise.all(
      others.flatMap(({ key, bucket }) =>
        Array.from({ length: 20 }, (_, i) => limiter.run(key, `Describe${i % 6}`, bucket.send)),
      ),
    );
    await vi.runAllTimersAsync();
    await rest;
    expect(others.map(({ bucket }) => bucket.counts.throttled)).toEqual([0, 0, 0, 0, 0]);
  });

  it('loses at most two round trips by beginning carefully where nothing throttles', async () => {
    const limiter = new Limiter();
    const { send } = bucketOf(100_000, 40);
    const started = performance.now();
    const all = Promise.all(Array.from({ length: 200 }, () => limiter.run('s3/us-east-1', 'GetBucketAcl', send)));
    await vi.runAllTimersAsync();
    await all;
    // Growing from four by one with each round trip, 200 requests take 23 of them.
    expect(performance.now() - started).toBeLessThanOrEqual(25 * 40);
  });

  it('counts answers that are errors among what AWS takes: half of what is asked of S3 is "there is none"', async () => {
    const limiter = new Limiter({ random: () => 0.5 });
    const { send, counts } = bucketOf(20, 20);
    const started = performance.now();
    const ask = async (i: number): Promise<string> => {
      await send();
      if (i % 3 > 0) throw awsError('NoSuchBucketPolicy', 'x', 404);
      return 'ok';
    };
    const all = Promise.allSettled(
      Array.from({ length: 600 }, (_, i) => limiter.run('s3/us-east-1', `Get${i % 7}`, () => ask(i))),
    );
    await vi.runAllTimersAsync();
    await all;
    expect(counts.answered).toBe(600);
    expect(performance.now() - started).toBeLessThan(1.3 * 29 * 1000);
  });

  it('gives a transient error up after three tries', async () => {
    const limiter = new Limiter();
    const send = vi.fn(() => Promise.reject(awsError('InternalError', 'x', 500)));
    const run = expect(limiter.run('a/b', 'X', send)).rejects.toThrow('x');
    await vi.runAllTimersAsync();
    await run;
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('does not try a denial again', async () => {
    const send = vi.fn(() => Promise.reject(awsError('AccessDenied', 'x', 403)));
    await expect(new Limiter().run('a/b', 'X', send)).rejects.toThrow('x');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('holds --max-rate over all services', async () => {
    const limiter = new Limiter({ host: new Host({ maxRate: 10 }) });
    const times: number[] = [];
    const send = (): Promise<void> => Promise.resolve(void times.push(performance.now()));
    const all = Promise.all(Array.from({ length: 30 }, (_, i) => limiter.run(`s${i % 5}/r`, 'X', send)));
    await vi.runAllTimersAsync();
    await all;
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2850);
  });

  it('keeps at most ten requests of a service and region in flight', async () => {
    const limiter = new Limiter();
    let now = 0;
    let most = 0;
    const send = async (): Promise<void> => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 10));
      now -= 1;
    };
    const all = Promise.all(Array.from({ length: 50 }, () => limiter.run('a/b', 'X', send)));
    await vi.runAllTimersAsync();
    await all;
    expect(most).toBe(10);
  });

  it('sends nothing once aborted', async () => {
    const send = vi.fn(() => Promise.resolve());
    await expect(new Limiter().run('a/b', 'X', send, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(send).not.toHaveBeenCalled();
  });
});
