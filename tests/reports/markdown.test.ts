import { describe, expect, it } from 'vitest';
import { markdown } from '../../reports/markdown/markdown.ts';
import { table } from '../../reports/table/table.ts';
import type { ReportOptions } from '../../src/engine/reporter.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { hostileName, resultOf } from './fixture.ts';
import { largeResult } from './fixture-large.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

const render = (result: RunResult, options: ReportOptions = {}): string =>
  [...markdown.render(result, options)].join('');
/** As it is read: what was escaped for Markdown is what it was. */
const read = (text: string): string =>
  text
    .replaceAll(/\\([\\`*_{}[\]()#+!|~$:])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#64;', '@')
    .replaceAll('&amp;', '&');

describe('the Markdown report', () => {
  it('is as in result.md.golden', async () => {
    await expect(render(smallResult(), { exit: { code: 1, reason: '30 findings failed' } })).toMatchFileSnapshot(
      'golden/result.md.golden',
    );
  });

  it.each([
    ['of every status', smallResult],
    ['without failures', cleanResult],
    ['of many findings', () => largeResult(1000)],
  ])('says what the first screen of the table says: %s', (_what, make) => {
    const result = make();
    const options = {
      width: 200,
      exit: { code: 7, reason: 'somebody asked' },
      since: 'Since the baseline b.txt: 3 new, 0 fixed',
    };
    const [text, screen] = [read(render(result, options)), [...table.render(result, options)].join('')];
    for (const line of ['Since the baseline b.txt: 3 new, 0 fixed', 'Exit code 7: somebody asked.']) {
      expect(text).toContain(line);
      expect(screen).toContain(line);
    }
    const failed = /^[\d,]+ failed.*$/m.exec(screen)?.[0] ?? '-';
    expect(text).toContain(failed);
    expect(text).toContain(/^[\d,]+ passed, .* accepted$/m.exec(screen)?.[0]);
    const shown = (of: string) => [...of.matchAll(/cause-[0-9a-f]{8}/g)].map(([id]) => id);
    const order = [...new Set(shown(text))];
    expect(order).toEqual(result.causes.slice(0, 50).map(({ id }) => id));
    for (const line of screen.matchAll(/^ . (\d+ checks?: .*)$/gm)) expect(text).toContain(line[1]?.replace(/…$/, ''));
  });

  it('lists every finding that needs somebody, and says which are new', () => {
    const result = smallResult();
    const findings = result.findings.map((finding, at) =>
      at === 0 ? { ...finding, change: 'new' as const } : finding,
    );
    const text = render({ ...result, findings });
    for (const { fingerprint, status } of findings)
      expect(text.includes(`\`${fingerprint.slice(0, 8)}\` |`)).toBe(status !== 'pass');
    expect(text).toContain('| Failed (new) |');
  });

  it('makes nothing of names that are markup, links, mentions or columns', () => {
    const [one] = smallResult().findings;
    if (one === undefined) throw new Error('no finding');
    const message = `${hostileName} | a <img src=x> [l](http://e.vil) @you \`c\` **b**`;
    const text = render(resultOf([{ ...one, message }]));
    const row = text.split('\n').find((line) => line.includes('e.vil')) ?? '';
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
    expect(row).not.toMatch(/<img|(?<!\\)\[l|@you|(?<!\\)\*\*b|http:\/\//);
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });

  it('fits a step summary, and says how many findings are not in it', () => {
    const text = render(largeResult(20_000));
    expect(Buffer.byteLength(text)).toBeLessThan(901_000);
    expect(text).toMatch(/… and [\d,]+ more: JSON and HTML have all of them\.\n$/);
    expect(render(largeResult(1000))).not.toContain('JSON and HTML have all of them');
  });
});
