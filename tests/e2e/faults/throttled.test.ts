import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Front } from '../../../src/stand-in/front.ts';
import type { RecordedRequest } from '../../../src/stand-in/record.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { figure, percent, times as timesAs } from '../../helpers/figures.ts';
import { manyBuckets } from './many-buckets.ts';
import { compare, resident, soak } from './run.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const { scan } = resident();
let front: Front;
beforeEach(async () => {
  front = await startWorld();
});
afterEach(() => front.stop());

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
      manyBuckets(front, count);
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
      figure('throttling', `${perSecond}/s: requests wasted of ${useful}`, percent(wasted / all.length), '< 5 %');
      figure(
        'throttling',
        `${perSecond}/s: time, of what the bucket allows`,
        timesAs(spanMs(all) / allowedMs),
        '< 1.3',
      );
      expect(useful).toBeGreaterThan(5 * count);
      // Starting up, loading the client and the last answers are no part of what the bucket allows.
      expect(spanMs(all)).toBeLessThan(1.3 * allowedMs + 1000);
    },
  );
});
