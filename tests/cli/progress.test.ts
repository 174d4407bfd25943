import { describe, expect, it } from 'vitest';
import { cells, fitted } from '../../src/text/cells.ts';
import type { Left } from '../../src/inventory/scope-progress.ts';
import { describe as describeState, lineOf, progressFor } from '../../src/cli/progress.ts';

function stream(isTTY: boolean, columns = 80): { stream: NodeJS.WriteStream; text: () => string } {
  let text = '';
  const write = (part: string): boolean => ((text += part), true);
  return { stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream, text: () => text };
}

const state = {
  calls: 7,
  throttled: 0,
  left: (): Left | undefined => undefined,
  collected: {
    services: { done: 1, total: 3 },
    regions: { done: 0, total: 2 },
    steps: { done: 5, total: 20 },
    left: (): Left => ({ ms: 0, atLeast: false }),
  },
};
const leaving = (ms: number, atLeast = false) => ({ ...state, left: () => ({ ms, atLeast }) });
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
    expect(text()).toBe(`\r\u001B[2K${'x'.repeat(28)}…`);
  });

  it('draws nothing over a question that is asked on the terminal', () => {
    const { stream: out, text } = stream(true);
    let now = 0;
    const progress = progressFor(out, { quiet: false, now: () => now });
    progress.stage('asking AWS who we are');
    progress.pause();
    const before = text();
    expect(before.endsWith('\r\u001B[2K')).toBe(true);
    now = 5000;
    progress.update(state);
    progress.stage('reading');
    expect(text()).toBe(before);
    progress.resume();
    progress.update(state);
    expect(text()).not.toBe(before);
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
    [state, counts],
    [{ ...state, throttled: 3 }, `${counts} · 3 throttled`],
    [leaving(12_000), `${counts} · about 12 s left`],
    [leaving(12_000, true), `${counts} · at least 12 s left`],
    [leaving(0), counts],
    [leaving(300), `${counts} · under 1 s left`],
    [leaving(300, true), `${counts} · at least 1 s left`],
    [leaving(800), `${counts} · about 1 s left`],
    [{ ...state, collected: undefined }, '7 calls'],
  ])('%j', (given, expected) => expect(describeState(given)).toBe(expected));
});

describe('the line', () => {
  const parts = [
    { text: '12/33 services', rank: 3 },
    { text: '2/21 regions', rank: 2 },
    { text: '310 calls', rank: 1 },
    { text: '4 throttled', rank: 4 },
    { text: 'about 8 s left', rank: 0 },
    { text: 'waiting for iam:GenerateCredentialReport in us-east-1', rank: 5 },
  ];
  const stage = 'reading account 123456789012, 21 regions';

  it.each([
    [200, `${stage}  12/33 services · 2/21 regions · 310 calls · 4 throttled · about 8 s left · ${parts[5]?.text}`],
    [120, `${stage}  12/33 services · 2/21 regions · 310 calls · 4 throttled · about 8 s left`],
    [100, `${stage}  12/33 services · 2/21 regions · 310 calls · about 8 s left`],
    [83, `${stage}  2/21 regions · 310 calls · about 8 s left`],
    [79, '12/33 services · 2/21 regions · 310 calls · 4 throttled · about 8 s left'],
    [39, '310 calls · about 8 s left'],
    [20, 'about 8 s left'],
    [10, 'about 8 …'],
  ])('in %d columns holds what matters most, in whole words', (columns, expected) =>
    expect(lineOf(stage, parts, columns)).toBe(expected),
  );

  it.each([stage, 'レポートを読む 漢字', '👩‍💻 reading', 'e\u0301'.repeat(90), ''])('of %j is never too wide', (name) => {
    for (let columns = 2; columns < 140; columns++)
      for (let n = 0; n <= parts.length; n++)
        expect(cells(lineOf(name, parts.slice(0, n), columns))).toBeLessThanOrEqual(columns);
  });

  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['ｆｕｌｌ', 8],
    ['한글', 4],
    ['e\u0301', 1],
    ['🔑', 2],
    ['', 0],
    ['a\u200Bb', 2],
  ])('counts %j as %d columns', (text, expected) => expect(cells(text)).toBe(expected));

  it.each([
    ['reading the account', 12, 'reading …'],
    ['reading the account', 13, 'reading the …'],
    ['漢字漢字', 6, '漢字…'],
    ['reading', 7, 'reading'],
  ])('cuts %j at %d columns between words', (text, columns, expected) => expect(fitted(text, columns)).toBe(expected));
});
