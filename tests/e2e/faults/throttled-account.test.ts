import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../../src/stand-in/front.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { figure, percent } from '../../helpers/figures.ts';
import { manyBuckets } from './many-buckets.ts';
import { compare, resident, soak } from './run.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const { scan } = resident();
let front: Front;
beforeEach(async () => {
  front = await startWorld();
});
afterEach(() => front.stop());

describe('a service that throttles', () => {
  /**
   * A pool learns by its first throttle, which costs what is in flight then, four requests, and one or two more while it
   * looks for the rate. Six are 5 % of 120, so that is where the 5 % must hold; a smaller pool that is throttled at all may
   * waste those six whatever its size.
   */
  const learning = 6;
  const enough = 120;

  it('in the whole account is read in whole, and each pool wastes no more than it takes to learn', async () => {
    manyBuckets(front, soak ? 60 : 25);
    const calm = await scan(front);
    front.record.clear();
    const perSecond = soak ? 10 : 20;
    front.faults({ rules: [{ throttle: { perSecond, burst: perSecond } }, { latencyMs: 20 }] });
    const slow = await scan(front);
    expect(compare(calm.result, slow.result)).toMatchObject({ different: [], lost: [], gone: [] });
    const names = new Set(front.record.requests.map(({ service, region }) => `${service}/${region}`));
    const pools = [...names].map((name) => {
      const requests = front.record.requests.filter(({ service, region }) => `${service}/${region}` === name);
      return { requests: requests.length, wasted: requests.filter(({ fault }) => fault === 'throttle').length };
    });
    const large = pools.filter(({ requests }) => requests >= enough);
    expect(large).not.toEqual([]);
    for (const { requests, wasted } of large) expect(wasted / requests).toBeLessThan(0.05);
    for (const { wasted } of pools.filter((pool) => !large.includes(pool)))
      expect(wasted).toBeLessThanOrEqual(learning);
    const share = (some: typeof pools): number =>
      some.reduce((sum, { wasted }) => sum + wasted, 0) / some.reduce((sum, { requests }) => sum + requests, 0);
    figure(
      'throttling',
      `requests wasted in the whole account at ${perSecond}/s`,
      percent(share(pools)),
      '< 5 % in pools of 120 requests and more',
    );
    expect(share(pools)).toBeLessThan(0.05);
  });
});

describe('--max-rate', () => {
  it('holds over all services and regions together', async () => {
    const perSecond = 25;
    // Requests that arrive while this process is held up are recorded together: how long that was at most is known.
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await scan(front, ['--max-rate', String(perSecond), '--service', 'ec2,s3,cloudtrail,guardduty']);
    delay.disable();
    const heldUpMs = delay.max / 1e6;
    const times = front.record.requests.map(({ startedAt }) => startedAt).sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(60);
    const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
    expect(busiest).toBeLessThanOrEqual(1 + perSecond * (1 + heldUpMs / 1000));
    const average = (times.length - 1) / (((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000);
    expect(average).toBeLessThanOrEqual(perSecond * 1.05);
    figure('throttling', '`--max-rate 25`: average requests per second', average.toFixed(0), '<= 25');
  });
});
