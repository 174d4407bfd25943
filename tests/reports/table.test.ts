import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { table } from '../../reports/table/table.ts';
import { bar, painter } from '../../reports/table/paint.ts';
import { grid } from '../../reports/table/grid.ts';
import { clip, widthOf, wrap } from '../../reports/table/width.ts';
import type { ReportOptions } from '../../reports/reporter.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { largeResult } from './fixture-large.ts';
import { hostileName } from './fixture.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

const render = (result: RunResult, options: ReportOptions): string => [...table.render(result, options)].join('');
// oxlint-disable-next-line no-control-regex -- the colours are what it removes
const withoutColours = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');
const golden = (name: string): string => `golden/${name}.golden`;

describe('table', () => {
  it.each([
    ['table-60', { width: 60 }],
    ['table-80', { width: 80 }],
    ['table-80-colour', { width: 80, colour: true }],
    ['table-200', { width: 200 }],
  ] as const)('is as in %s', async (name, options) => {
    await expect(render(smallResult(), options)).toMatchFileSnapshot(golden(name));
  });

  it('is as in table-clean when everything passed', async () => {
    await expect(render(cleanResult(), { width: 80 })).toMatchFileSnapshot(golden('table-clean'));
  });

  it.each([40, 53, 60, 80, 100, 132, 200])('fits %i columns', (width) => {
    for (const result of [smallResult(), cleanResult(), largeResult(width < 54 ? 20_000 : 2000)]) {
      for (const line of withoutColours(render(result, { width, colour: true })).split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('says the same with and without colours', () => {
    const [plain, coloured] = [
      render(smallResult(), { width: 90 }),
      render(smallResult(), { width: 90, colour: true }),
    ];
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31m');
    expect(withoutColours(coloured)).toBe(plain);
  });

  it('is plain unless colours are asked for', () => {
    expect(render(smallResult(), {})).not.toContain('\u001b');
  });

  it('lets no control or bidirectional character of the account through', () => {
    const text = withoutColours(render(smallResult(), { width: 200, colour: true }));
    expect(smallResult().findings.some(({ message }) => message.includes(hostileName))).toBe(true);
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text).not.toMatch(/[\p{Cf}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    expect(text).toContain('\\x1b[31mred');
    expect(text).toContain('\\u{202e}gpj.exe');
  });

  it('shows at most ten failing resources of a check and counts the others', () => {
    const text = render(largeResult(20_000), { width: 120 });
    expect(text.split('\n').length).toBeLessThan(2000);
    expect(text).toMatch(/… and \d,\d{3} more failed \(all are in the JSON and HTML reports\)/);
  });

  it('names the missing actions and the exit code the caller decided', () => {
    const text = render(smallResult(), { width: 200, exit: { code: 3, reason: 'incomplete' } });
    expect(text).toContain('Allow the caller kms:GetKeyRotationStatus, s3:GetBucketPublicAccessBlock');
    expect(text).toContain('Exit code 3: incomplete.');
  });

  it('says that an interrupted run is partial', () => {
    const { run, ...rest } = smallResult();
    const text = render({ ...rest, run: { ...run, interrupted: true } }, { width: 120 });
    expect(text).toContain('NO: the run was interrupted');
    expect(text).toContain('Exit code 130');
  });
});

describe('wrap', () => {
  it.each([
    ['a short text', 20, ['a short text']],
    ['words that do not fit', 10, ['words that', 'do not fit']],
    ['', 10, ['']],
    ['arn:aws:s3:::bucket-with-a-long-name', 16, ['arn:aws:s3:::', 'bucket-with-a-', 'long-name']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['北京上海', 5, ['北京', '上海']],
    ['👍🏽👍🏽', 3, ['👍🏽', '👍🏽']],
    ['é́e', 1, ['é́', 'e']],
    ['a\nb\u001b[2J', 20, ['a\\nb\\x1b[2J']],
  ])('breaks %j at %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('measures escapes of characters without a width', () => {
    expect(widthOf('\u0301')).toBe('\\u{301}'.length);
    expect(clip('北京上海', 5)).toBe('北京…');
  });
});

describe('grid', () => {
  it('aligns columns after wide, combined and new characters', () => {
    const names = ['plain', '北京', '🦆🦆', '🫠', 'é́', '👩🏽', '\u001b[31mred\u001b[39m'];
    const lines = grid(
      names.map((name) => [[name], ['|']]),
      [{ width: 8 }, { width: 1 }],
      2,
    ).split('\n');
    expect(lines).toHaveLength(names.length);
    for (const line of lines) expect(stringWidth(withoutColours(line)), line).toBe(2 + 8 + 2 + 1);
    for (const [index, name] of names.entries()) expect(lines[index]).toContain(name);
  });
});

describe('bar', () => {
  it.each([
    [{ red: 1, yellow: 0, blue: 0, grey: 0, green: 999 }, 10, '█─────────'],
    [{ red: 1, yellow: 1, blue: 1, grey: 1, green: 1 }, 5, '█▓▒░─'],
    [{ red: 2, yellow: 0, blue: 0, grey: 0, green: 2 }, 8, '████────'],
    [{ red: 0, yellow: 0, blue: 0, grey: 0, green: 0 }, 8, ''],
  ])('of %j in %i columns', (counts, width, expected) => {
    expect(bar(counts, width, painter(false))).toBe(expected);
  });
});
