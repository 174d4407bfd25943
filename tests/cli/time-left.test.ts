import { describe, expect, it } from 'vitest';
import type { Pace } from '../../src/aws/pace.ts';
import { timeLeft } from '../../src/cli/time-left.ts';
import type { CollectProgress, Left } from '../../src/inventory/scope-progress.ts';

const pace: Pace = { most: 100, answerMs: () => 100, spreadMs: 0, pool: () => ({ atOnce: 4 }) };
const none = { done: 0, total: 0 };

/** What is said when this was seen, a second after the other. */
function said(...seen: Left[]): (Left | undefined)[] {
  let now = 0;
  const left = timeLeft(
    () => pace,
    () => now,
  );
  return seen.map((one) => {
    const collected: CollectProgress = { services: none, regions: none, steps: none, left: () => one };
    const told = left(collected);
    now += 1000;
    return told;
  });
}
const likely = (ms: number): Left => ({ ms, atLeast: false });
const least = (ms: number): Left => ({ ms, atLeast: true });

describe('of what a moment sees of the time left', () => {
  it.each<[string, Left[], Left]>([
    ['the first is said', [likely(9000)], likely(9000)],
    ['a little more is gone towards by half', [likely(9000), likely(11_000)], likely(9500)],
    ['a little less too', [likely(9000), likely(7000)], likely(7500)],
    ['what agrees with the clock stays', [likely(9000), likely(8000)], likely(8000)],
    ['far more is news', [likely(9000), likely(20_000)], likely(20_000)],
    ['far less is news', [likely(9000), likely(4000)], likely(4000)],
    ['what is least is said as it is', [likely(9000), least(9000)], least(9000)],
    ['what is known after that is said as it is', [least(9000), likely(9500)], likely(9500)],
  ])('%s', (_, seen, last) => {
    expect(said(...seen).at(-1)).toEqual(last);
  });
});
