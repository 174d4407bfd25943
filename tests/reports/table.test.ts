import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { table } from '../../reports/table/table.ts';
import { bar, painter } from '../../reports/table/paint.ts';
import { grouped } from '../../reports/table/model.ts';
import { grid } from '../../reports/table/grid.ts';
import { clip, widthOf, wrap } from '../../reports/table/width.ts';
import type { ReportOptions } from '../../src/engine/reporter.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { largeResult } from './fixture-large.ts';
import { hostileName } from './fixture.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

/** With every finding, not on one screen. */
const render = (result: RunResult, options: ReportOptions): string =>
  [...table.render(result, { ...options, view: { details: true } })].join('');
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

  it('says once what is the same in many regions', () => {
    const result = smallResult();
    const [gap] = result.coverage.gaps.filter(({ kind }) => kind === 'denied');
    if (gap === undefined) throw new Error('no gap');
    const regions = ['eu-west-1', 'us-east-1', 'us-west-2'];
    const text = render(
      {
        ...result,
        coverage: {
          ...result.coverage,
          gaps: [
            ...regions.map((region) => ({ ...gap, facet: 'list', region })),
            ...regions.slice(1).map((region) => ({ ...gap, facet: 'rotation', region, resources: 2 })),
          ],
          skippedRegions: [
            { region: 'me-south-1', reason: 'not enabled for this account' },
            { region: 'us-west-1', reason: 'not selected by --region' },
            { region: 'ap-east-1', reason: 'not enabled for this account' },
          ],
        },
      },
      { width: 200 },
    );
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('? ') && line.includes(gap.resourceType))).toEqual([
      `? the list of ${gap.resourceType} in 3 regions (${regions.join(', ')}): ${gap.cause}; 1 check without a verdict`,
      `? rotation of 4 ${gap.resourceType} in 2 regions (us-east-1, us-west-2): ${gap.cause}; 1 check without a verdict`,
    ]);
    expect(lines).toContain('2 regions not enabled for this account: ap-east-1, me-south-1');
    expect(lines).toContain('1 region not selected by --region: us-west-1');
  });

  it('puts the service with the gravest failures first, however many lesser ones another has', () => {
    const [template] = smallResult().findings.filter(({ status }) => status === 'fail');
    if (template === undefined) throw new Error('no failure');
    const failures = (service: string, severity: typeof template.severity, count: number): RunResult['findings'] =>
      Array.from({ length: count }, () => ({ ...template, check: `${service}-${severity}`, service, severity }));
    const findings = [
      ...failures('many-high', 'high', 9),
      ...failures('one-critical', 'critical', 1),
      ...failures('mixed', 'critical', 1),
      ...failures('mixed', 'medium', 1),
      ...failures('lesser', 'medium', 30),
    ];
    const [category] = grouped({ ...smallResult(), findings });
    expect(category?.services.map(({ service }) => service)).toEqual(['mixed', 'one-critical', 'many-high', 'lesser']);
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
    expect(text).toContain('Allow the caller kms:GetKeyRotationStatus (');
    expect(text).toContain('A service control policy denies s3:GetBucketPublicAccessBlock: ask whoever');
    expect(text).toContain('Exit code 3: incomplete.');
  });

  it('says how many calls were made and how many things could not be read, and where', () => {
    const lines = render(smallResult(), { width: 200 }).split('\n');
    const at = lines.findIndex((line) => line.startsWith('Coverage: '));
    expect(lines[at]).toBe('Coverage: 1,116 calls in 9 services and regions: 2 denied, 1 failed, 0 unsupported');
    expect(lines[at + 1]?.trim()).toBe(
      'kms 1 denied in eu-west-1; s3 1 denied in us-east-1; servicequotas 1 failed in us-east-1',
    );
  });

  it('shows what is suppressed, why, by whom and until when, and does not call the check passed', () => {
    const [template] = smallResult().findings.filter(({ status }) => status === 'fail');
    if (template === undefined) throw new Error('no failure');
    const suppression = {
      reason: 'The public website',
      owner: 'web team',
      until: '2027-01-31',
      status: 'fail' as const,
    };
    const of = (check: string, status: 'pass' | 'suppressed', count: number): RunResult['findings'] =>
      Array.from({ length: count }, (_, index) => ({
        ...template,
        check,
        status,
        fingerprint: `${index}`.repeat(32),
        resource: { ...template.resource, name: `site-${index}` },
        ...(status === 'suppressed' ? { suppression } : {}),
      }));
    const findings = [
      ...of('only-passed', 'pass', 2),
      ...of('accepted', 'pass', 1),
      ...of('accepted', 'suppressed', 5),
    ];
    const text = render({ ...smallResult(), findings }, { width: 120 });
    expect(text).toMatch(/– +\S+ +site-0 +suppressed: The public website \(web team, until 2027-01-31\) +00000000\n/);
    expect(text).toContain('5 suppressed of 6');
    expect(text).toContain('site-2');
    expect(text).not.toContain('site-3');
    expect(text).toContain('… and 2 more suppressed (all are in the JSON and HTML reports)');
    expect(text).toContain('✔ 1 check passed, 3 resources OK');
  });

  it.each([
    [99, false],
    [100, true],
  ])('with %i columns, gives the digits by which a finding can be explained: %s', (width, shown) => {
    const [first] = smallResult().findings.filter(({ status }) => status === 'fail');
    const digits = first?.fingerprint.slice(0, 8) ?? '';
    expect(digits).toMatch(/^[0-9a-f]{8}$/);
    expect(render(smallResult(), { width }).includes(digits)).toBe(shown);
    expect(render(smallResult(), { width }).replaceAll(/\s+/g, ' ')).toContain('`audit explain FINGERPRINT`');
  });

  it.each([
    ['joined emoji', '👩‍👩‍👧‍👦'.repeat(400)],
    ['marks upon marks', `a${'\u0301'.repeat(5000)}`],
    ['a word of a hundred thousand letters', 'x'.repeat(100_000)],
    ['flags without an end', '🇩🇪'.repeat(2000)],
  ])('draws %s in a moment', { timeout: 30_000 }, (_what, message) => {
    const [template] = smallResult().findings.filter(({ status }) => status === 'fail');
    if (template === undefined) throw new Error('no failure');
    const findings = Array.from({ length: 20 }, () => ({
      ...template,
      message,
      resource: { ...template.resource, name: message.slice(0, 500) },
    }));
    const before = process.cpuUsage();
    render({ ...smallResult(), findings }, { width: 100 });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  it('says how to go on with an interrupted run', () => {
    const { run, ...rest } = smallResult();
    const hint = 'Run it again with --resume to go on from k.gz.';
    const text = render(
      { ...rest, run: { ...run, interrupted: true } },
      { width: 120, exit: { code: 130, reason: 'interrupted', hint } },
    );
    expect(text).toContain(`• ${hint}`);
    expect(text).not.toContain('again: what failed');
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

  it('takes for one column what is one', () => {
    const differing = Array.from({ length: 0x2800 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => stringWidth(character) > 0 && widthOf(character) !== stringWidth(character),
    );
    expect(differing).toEqual([]);
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
