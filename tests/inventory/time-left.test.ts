import { describe, expect, it } from 'vitest';
import { ScopeProgress } from '../../src/inventory/scope-progress.ts';
import type { ProgressScope } from '../../src/inventory/scope-progress.ts';

interface Pool {
  readonly scope: ProgressScope;
  readonly resources: number;
  /** Calls a second that the service takes; undefined: as many as there are. */
  readonly rate?: number;
}

/** Plays a scan: so many requests in flight in all and in each pool, each answered after a while. */
function play(pools: readonly Pool[], latencyMs: number) {
  const progress = new ScopeProgress(pools.map(({ scope }) => scope));
  const estimates: { at: number; left: number | undefined }[] = [];
  const queue = pools.map((pool) => ({ pool, listed: false, waiting: 1, open: 0, inFlight: 0, next: 0 }));
  const ends: { at: number; state: (typeof queue)[number] }[] = [];
  let n = 0;
  // Answers take longer and less long, always in the same way.
  const latency = (): number => latencyMs * (0.5 + ((n++ * 7919) % 101) / 100);
  const paced = new Set(pools.flatMap(({ scope, rate }) => (rate === undefined ? [] : [scope.service])));
  const pace = { answerMs: latencyMs, isThrottled: (service: string) => paced.has(service) };
  let now = 0;
  let first = 0;
  for (;;) {
    // Whoever waits longest is served next: here, each pool in its turn.
    for (let tried = 0; tried < queue.length && ends.length < 128; tried++) {
      const state = queue[(first + tried) % queue.length];
      if (state === undefined || state.waiting === 0 || state.inFlight >= 10 || state.next > now) continue;
      state.waiting -= 1;
      state.inFlight += 1;
      if (state.pool.rate !== undefined) state.next = now + 1000 / state.pool.rate;
      ends.push({ at: now + latency(), state });
    }
    first += 1;
    ends.sort((a, b) => a.at - b.at);
    const nextStart = Math.min(
      ...queue.filter((s) => s.waiting > 0 && s.inFlight < 10 && s.next > now).map((s) => s.next),
    );
    if (ends.length === 0 && nextStart === Infinity) break;
    if (ends.length === 0 || nextStart < (ends[0]?.at ?? 0)) {
      now = nextStart;
      continue;
    }
    const end = ends.shift();
    if (end === undefined) break;
    now = end.at;
    const { state } = end;
    state.inFlight -= 1;
    if (!state.listed) {
      state.listed = true;
      progress.listed(state.pool.scope, state.pool.resources);
      state.waiting = state.pool.resources * state.pool.scope.callsEach;
      state.open = state.waiting;
    } else {
      state.open -= 1;
      if (state.open % state.pool.scope.callsEach === 0) progress.read(state.pool.scope);
    }
    if (state.open === 0) progress.finished(state.pool.scope);
    estimates.push({ at: now, left: progress.leftMs(now, pace) });
  }
  return { total: now, estimates, progress };
}

const regions = Array.from({ length: 20 }, (_, i) => `region-${i}`);
const services = Array.from({ length: 12 }, (_, i) => `service-${i}`);
const everywhere = (resources: (service: number, region: number) => number, callsEach = 2): Pool[] =>
  services.flatMap((service, s) =>
    regions.map((region, r) => ({ scope: { service, region, callsEach }, resources: resources(s, r) })),
  );
const global = (service: string, resources: number, callsEach: number, rate?: number): Pool => ({
  scope: { service, region: 'global', callsEach },
  resources,
  ...(rate === undefined ? {} : { rate }),
});

describe('the time left of a scan of 20 regions, after a fifth of it', () => {
  it.each<[string, Pool[], number]>([
    ['alike in all regions', everywhere(() => 20), 100],
    ['most in one region', everywhere((_, r) => (r === 0 ? 150 : 10)), 100],
    ['of a few large services', everywhere((s) => (s < 2 ? 120 : 4)), 100],
    ['bound by buckets', [...everywhere(() => 10), global('s3', 400, 8)], 100],
    ['bound by throttled roles', [...everywhere(() => 10), global('iam', 500, 3, 20)], 100],
    ['slow answers', everywhere((s, r) => ((s * 7 + r * 3) % 11) * 5), 800],
    ['nearly empty', everywhere((s, r) => ((s + r) % 5 === 0 ? 40 : 1)), 200],
  ])('%s', (_name, pools, latencyMs) => {
    const { total, estimates } = play(pools, latencyMs);
    const { at, left } = estimates.find((estimate) => estimate.at >= total / 5) ?? { at: 0, left: undefined };
    const factor = (left ?? 0) / (total - at);
    expect(factor).toBeGreaterThan(1 / 1.5);
    expect(factor).toBeLessThan(1.5);
  });
});

it('says that regions are done as they are', () => {
  const { progress } = play(
    everywhere(() => 2),
    100,
  );
  expect(progress.regions).toEqual({ done: 20, total: 20 });
  expect(progress.leftMs(1000, { answerMs: 100, isThrottled: () => false })).toBe(0);
});
