import { describe, expect, it } from 'vitest';
import { describe as describeState, progressFor } from '../../src/cli/progress.ts';

function stream(isTTY: boolean, columns = 80): { stream: NodeJS.WriteStream; text: () => string } {
  let text = '';
  const write = (part: string): boolean => ((text += part), true);
  return { stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream, text: () => text };
}

const state = {
  calls: 7,
  throttled: 0,
  collected: { services: { done: 1, total: 3 }, regions: { done: 0, total: 2 }, steps: { done: 5, total: 20 } },
};
const counts = '1/3 services · 0/2 regions · 7 calls';

describe('progress', () => {
  it('is one line a stage where the output is not a terminal', () => {
    const { stream: out, text } = stream(false);
    const progress = progressFor(out, { quiet: false });
    progress.stage('reading 3 regions');
    progress.update(state);
    progress.done();
    expect(text()).toBe('audit: reading 3 regions\n');
  });

  it('is a line drawn again on a terminal, and taken away at the end', () => {
    const { stream: out, text } = stream(true);
    let now = 0;
    const progress = progressFor(out, { quiet: false, now: () => now });
    progress.stage('reading 3 regions');
    now = 200;
    progress.update(state);
    progress.done();
    expect(text()).toBe(`\r\u001B[2Kreading 3 regions\r\u001B[2Kreading 3 regions  ${counts}\r\u001B[2K`);
    expect(text()).not.toContain('\n');
  });

  it('is drawn ten times a second at most', () => {
    const { stream: out, text } = stream(true);
    let now = 0;
    const progress = progressFor(out, { quiet: false, now: () => now });
    for (now = 0; now < 1000; now += 10) progress.update(state);
    expect(text().split('\r').length - 1).toBe(10);
  });

  it('does not run over the edge of a narrow terminal', () => {
    const { stream: out, text } = stream(true, 30);
    progressFor(out, { quiet: false }).stage('x'.repeat(100));
    expect(text()).toBe(`\r\u001B[2K${'x'.repeat(29)}`);
  });

  it.each([true, false])('is silent when quiet (terminal: %s)', (tty) => {
    const { stream: out, text } = stream(tty);
    const progress = progressFor(out, { quiet: true });
    progress.stage('reading');
    progress.update(state);
    progress.done();
    expect(text()).toBe('');
  });

  it('leaves the line alone when nothing was drawn', () => {
    const { stream: out, text } = stream(true);
    progressFor(out, { quiet: false }).done();
    expect(text()).toBe('');
  });
});

describe('the state in words', () => {
  it.each([
    [state, 1000, counts],
    [{ ...state, throttled: 3 }, 1000, `${counts} · 3 throttled`],
    [state, 4000, `${counts} · about 12 s left`],
    [{ ...state, collected: { ...state.collected, steps: { done: 0, total: 9 } } }, 9000, counts],
    [{ ...state, collected: { ...state.collected, steps: { done: 9, total: 9 } } }, 9000, counts],
    [{ ...state, collected: undefined }, 9000, '7 calls'],
  ])('%j after %d ms', (given, elapsed, expected) => expect(describeState(given, elapsed)).toBe(expected));
});
