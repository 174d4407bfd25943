import { expect, it } from 'vitest';
import { PaceMeter } from '../../src/aws/pace.ts';

/** Sends so many requests at once, each answered after a while. */
function meter(latencies: readonly number[], busyMs = 0) {
  const seen = new PaceMeter(128, () => busyMs);
  const alone = latencies.map(() => seen.sent('kms', 0));
  latencies.forEach((ms, n) => seen.ended('kms', true, 0, ms, alone[n] ?? false));
  return seen;
}

it('says nothing before an answer', () => {
  const seen = new PaceMeter(128, () => 0);
  seen.sent('kms', 0);
  expect(seen.pace(100)).toBeUndefined();
});

it('says how long answers take, and how many can come in a second', () => {
  const pace = meter([200, 200, 200]).pace(200);
  expect(pace?.answerMs('kms')).toBe(200);
  expect(pace?.most).toBeCloseTo(1000 / 3, -1);
  const slow = meter(Array.from({ length: 100 }, () => 2000)).pace(2000);
  expect(slow?.most).toBe(64);
});

it('says that what is waited for longer than answers took takes longer', () => {
  const seen = meter([100, 100]);
  seen.sent('organizations', 100);
  expect(seen.pace(150)?.answerMs('organizations')).toBe(100);
  expect(seen.pace(900)?.answerMs('organizations')).toBeGreaterThanOrEqual(1000);
});

it('tells services apart', () => {
  const seen = meter([100, 100, 100]);
  for (let n = 0; n < 20; n++) {
    const alone = seen.sent('organizations', 100 + n);
    seen.ended('organizations', true, 100 + n, 1100 + n, alone);
  }
  const pace = seen.pace(1200);
  expect(pace?.answerMs('organizations')).toBeGreaterThan(900);
});

it('counts what was throttled for no answer', () => {
  const seen = new PaceMeter(128, () => 0);
  seen.ended('kms', false, 0, 10, seen.sent('kms', 0));
  expect(seen.pace(20)).toBeUndefined();
});
