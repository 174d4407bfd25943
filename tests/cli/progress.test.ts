import { describe, expect, it } from 'vitest';
import { describe as describeState, progressFor } from '../../src/cli/progress.ts';

function stream(isTTY: boolean, columns = 80): { stream: NodeJS.WriteStream; text: () => string } {
  let text = '';
  const write = (part: string): boolean => ((text += part), true);
  return { stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream, text: () => text };
}

const state = { calls: 7, throttled: 0, scopesDone: 1, scopesTotal: 4 };

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
    expect(text()).toBe('\r\u001B[2Kreading 3 regions\r\u001B[2Kreading 3 regions  1/4 lists · 7 calls\r\u001B[2K');
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
    [state, 1000, '1/4 lists · 7 calls'],
    [{ ...state, throttled: 3 }, 1000, '1/4 lists · 7 calls · 3 throttled'],
    [state, 4000, '1/4 lists · 7 calls · about 12 s left'],
    [{ ...state, scopesDone: 0 }, 9000, '0/4 lists · 7 calls'],
    [{ ...state, scopesDone: 4 }, 9000, '4/4 lists · 7 calls · about 1 s left'],
  ])('%j after %d ms', (given, elapsed, expected) => expect(describeState(given, elapsed)).toBe(expected));
});
