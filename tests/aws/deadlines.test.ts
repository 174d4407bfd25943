import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Deadlines } from '../../src/aws/deadlines.ts';

const limit = 28_000;

describe('a deadline', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is over after its limit, at most one step late, and only once', () => {
    const late = vi.fn();
    new Deadlines(limit).watch(late);
    vi.advanceTimersByTime(limit - 1);
    expect(late).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1001);
    expect(late).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2 * limit);
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('is the own one of each watch', () => {
    const deadlines = new Deadlines(limit);
    const late: string[] = [];
    deadlines.watch(() => late.push('first'));
    vi.advanceTimersByTime(10_500);
    deadlines.watch(() => late.push('second'));
    vi.advanceTimersByTime(limit - 8000);
    expect(late).toEqual(['first']);
    vi.advanceTimersByTime(10_000);
    expect(late).toEqual(['first', 'second']);
  });

  it('is not met by what ended before, and leaves no timer behind', () => {
    const deadlines = new Deadlines(limit);
    const late = vi.fn();
    const [first, second] = [deadlines.watch(late), deadlines.watch(late)];
    vi.advanceTimersByTime(limit / 2);
    first();
    expect(vi.getTimerCount()).toBe(1);
    second();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(2 * limit);
    expect(late).not.toHaveBeenCalled();
  });
});

describe('a process that is held up', () => {
  it('does not take the time for that of others', async () => {
    const late = vi.fn();
    const end = new Deadlines(280).watch(late);
    const until = performance.now() + 600;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(late).not.toHaveBeenCalled();
    end();
  });
});
