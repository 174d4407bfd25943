import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { table } from '../../reports/table/table.ts';
import type { ReportOptions } from '../../src/engine/reporter.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { largeResult } from './fixture-large.ts';
import { hostileName, resultOf } from './fixture.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

const render = (result: RunResult, options: ReportOptions = {}): string => [...table.render(result, options)].join('');
// oxlint-disable-next-line no-control-regex -- the colours are what it removes
const plain = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');
const ids = (text: string): string[] => text.match(/cause-[0-9a-f]{8}(?= [a-z]+,)/g) ?? [];

/** An account in which nothing could be read. */
function denied(): RunResult {
  const small = smallResult();
  const [gap] = small.coverage.gaps.filter(({ kind }) => kind === 'denied');
  if (gap === undefined) throw new Error('no gap');
  const unknown = small.findings.map(({ suppression: _suppression, fix: _fix, ...finding }) => ({
    ...finding,
    status: 'unknown' as const,
    unknown: { actions: [`x:Get${finding.check}`], cause: 'denied' },
  }));
  const gaps = Array.from({ length: 190 }, (_, at) => ({ ...gap, facet: `facet${at}`, cause: `cause ${at}` }));
  return resultOf(unknown, { coverage: { ...small.coverage, complete: false, gaps } });
}

const accounts: readonly [string, () => RunResult][] = [
  ['with everything', smallResult],
  ['without findings', () => resultOf([])],
  ['that is perfect', cleanResult],
  ['in which everything was denied', denied],
  ['that is huge', () => largeResult(20_000)],
];

describe.each(accounts)('one screen of an account %s', (_name, make) => {
  const result = make();

  it.each([40, 60, 80, 140, 200])('is 40 lines at most, none wider than %i columns', (width) => {
    const lines = plain(render(result, { width, colour: true }))
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('is the same when nothing says how wide it may be', () => {
    expect(render(result)).toBe(render(result, { width: 80 }));
  });

  it('says what failed, what passed, what changed and why the exit code is what it is', () => {
    const text = render(result, { exit: { code: 7, reason: 'somebody asked' } });
    const { fail, pass, unknown } = result.summary.byStatus;
    const count = (number: number): string => number.toLocaleString('en-US');
    expect(text).toContain(`${count(fail)} failed`);
    expect(text).toContain(`${count(pass)} passed, ${count(unknown)} unknown`);
    expect(text).toMatch(/^Since the last run: not known, because /m);
    expect(text).toContain('Exit code 7: somebody asked.');
  });

  it('shows the first causes of the result, in its order, ten at most', () => {
    const shown = ids(render(result, { width: 140 }));
    expect(shown).toEqual(result.causes.slice(0, shown.length).map(({ id }) => id));
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(6, result.causes.length));
    expect(shown.length).toBeLessThanOrEqual(10);
  });
});

describe('one screen', () => {
  it.each([
    ['screen-80', smallResult],
    ['screen-denied', denied],
    ['screen-clean', cleanResult],
  ] as const)('is as in %s', async (name, make) => {
    await expect(render(make())).toMatchFileSnapshot(`golden/${name}.golden`);
  });

  it('names what is to be fixed with its size, its id and its command', () => {
    const [cause] = smallResult().causes.filter(({ commands }) => commands.length > 0);
    if (cause === undefined) throw new Error('no cause with a command');
    const text = render(smallResult(), { width: 200 });
    expect(text).toContain(`${cause.id} ${cause.severity}, `);
    expect(text).toContain(cause.commands[0]);
  });

  it('holds no character that acts on a terminal', () => {
    const result = smallResult();
    const causes = result.causes.map((cause) => ({ ...cause, title: hostileName, commands: [hostileName] }));
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(render({ ...result, causes })).not.toMatch(/[\p{Cf}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });

  it('shows as many causes as are asked for', () => {
    const result = smallResult();
    expect(ids(render(result, { width: 140, view: { top: 3 } }))).toHaveLength(3);
    expect(ids(render(result, { width: 140, view: { top: 25 } }))).toHaveLength(25);
  });
});

describe('more than a screen', () => {
  const result = smallResult();

  it('shows findings of some statuses only', () => {
    const text = render(result, { view: { only: ['unknown'] } });
    const names = (status: string): string[] =>
      result.findings.filter((each) => each.status === status).map(({ check }) => check);
    for (const check of names('unknown')) expect(text).toContain(check);
    const never = names('fail').filter((check) => !names('unknown').includes(check));
    expect(never.length).toBeGreaterThan(0);
    for (const check of never) expect(text).not.toContain(` · ${check}`);
  });

  it.each(['resource', 'check', 'service', 'region', 'cause'] as const)('groups findings by %s', (groupBy) => {
    const text = render(result, { width: 200, view: { groupBy } });
    const needy = result.findings.filter(({ status }) => status !== 'pass');
    for (const finding of needy) {
      const group = {
        resource: finding.resource.arn,
        check: finding.check,
        service: finding.service,
        region: finding.region,
        cause: result.causes.find(({ findings }) => findings.includes(finding.fingerprint))?.id ?? 'Of no cause',
      }[groupBy];
      expect(text).toContain(group);
    }
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(200);
  });

  it('puts causes in their order, and as many groups as are asked for', () => {
    const text = render(result, { width: 200, view: { groupBy: 'cause', top: 2 } });
    expect(text.match(/^cause-[0-9a-f]{8}/gm)).toEqual(result.causes.slice(0, 2).map(({ id }) => id));
  });

  it('says that there is nothing to show', () => {
    expect(render(cleanResult(), { view: { groupBy: 'check' } })).toContain('Nothing to show.');
  });
});
