import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { grouped } from '../../reports/table/model.ts';
import { markdown } from '../../reports/markdown/markdown.ts';
import { table } from '../../reports/table/table.ts';
import { categoryNames } from '../../reports/words.ts';
import { categories } from '../../src/engine/check.ts';
import { audit } from '../cli/run.ts';
import { advised } from './fixture-advised.ts';
import { largeResult } from './fixture-large.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

const render = (result: Parameters<typeof table.render>[0], width = 100): string =>
  [...table.render(result, { width, view: { layout: 'trusted-advisor' } })].join('');

describe('the layout of Trusted Advisor', () => {
  it.each([smallResult(), cleanResult()])(
    'counts the checks of each category by colour, and every selected one',
    (result) => {
      const lines = render(result).split('\n');
      let counted = 0;
      for (const category of categories) {
        const at = lines.indexOf(categoryNames[category]);
        expect(at, category).toBeGreaterThan(0);
        const own: string[] = [];
        for (let next = at + 1; /^ {2}\S|^ {4}\d/.test(lines[next] ?? ''); next++) own.push(lines[next] ?? '');
        const groups = grouped(result).find((group) => group.category === category)?.services ?? [];
        const red = groups.flatMap(({ checks }) => checks).filter(({ colour }) => colour === 'red').length;
        expect(own.join('\n').includes(`${red} action recommended`), category).toBe(red > 0);
        counted += own.reduce((sum, line) => sum + Number(/\d+/.exec(line)?.[0] ?? 0), 0);
      }
      const pairs = new Set(result.findings.map(({ check, severity }) => `${check} ${severity}`));
      const found = new Set(result.findings.map(({ check }) => check));
      expect(counted).toBe(pairs.size + result.checks.filter(({ id }) => !found.has(id)).length);
    },
  );

  it('says of each check what alerts and what is recommended, and of those that are not green which resources', () => {
    const result = smallResult();
    const text = render(result);
    for (const { check, severity } of result.findings) {
      const [, after = ''] = text.split(`${check}, severity ${severity}\n`);
      const [own = ''] = after.split('\n\n');
      expect(own, check).toMatch(/^ {2}Alert criteria +(?:Red|Yellow|Grey) \(/);
      expect(own, check).toContain('Recommended');
      expect(own, check).toMatch(/\n {2}Status(?: {2,}\d+ resources? checked, none|, region, resource, reason\n)/);
    }
  });

  it('tells the criteria of each check: its title, and its settings as they were in the run', () => {
    const [finding] = smallResult().findings;
    if (finding === undefined) throw new Error('the sample has a finding');
    const result = smallResult();
    const settings = {
      days: { default: 90, describe: 'days that are too many' },
      allowed: { default: [], describe: 'what is allowed' },
    };
    const withSettings = {
      ...result,
      checks: result.checks.map((each) => (each.id === finding.check ? { ...each, settings } : each)),
    };
    const of = (given: Parameters<typeof render>[0]): string =>
      render(given, 400).split(`${finding.check}, severity`)[1]?.split('\n\n')[0] ?? '';
    expect(of(result)).toContain(`so that "${finding.title}". Green`);
    expect(of(withSettings)).toContain('held against days that are too many: 90; what is allowed: none. Green');
    const given = { [finding.check]: { days: 30 } };
    const selection: NonNullable<typeof result.run.selection> = {
      services: [],
      checks: [],
      excluded: [],
      severities: [],
      categories: [],
      frameworks: [],
      regions: [],
      resources: [],
      tags: [],
      severityOverrides: {},
      trustedAccounts: [],
      settings: given,
    };
    expect(of({ ...withSettings, run: { ...result.run, selection } })).toContain('days that are too many: 30;');
  });

  it.each([40, 59, 60, 80, 120])('fits %i columns', (width) => {
    for (const result of [{ ...smallResult(), trustedAdvisor: advised }, cleanResult(), largeResult(2000)])
      for (const line of render(result, width).split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('stands in Markdown too, with what its checks list', () => {
    const text = [...markdown.render({ ...smallResult(), trustedAdvisor: advised }, {})].join('');
    const [, section = ''] = text.split("## Trusted Advisor's own results\n\n");
    expect(section).toContain('| action recommended, 2 flagged, 1 excluded | it finds something, and ours nothing |');
    expect(section).toMatch(/\n- eu-west-1 .*photos.*; here passed\n/);
    expect([...markdown.render(smallResult(), {})].join('')).not.toContain("Trusted Advisor's own results");
  });

  it("says of each check of ours what Trusted Advisor's own says, and of each of its own what ours says", () => {
    const text = render({ ...smallResult(), trustedAdvisor: advised }, 200);
    const [, section = ''] = text.split("Trusted Advisor's own results\n");
    expect(section).toMatch(
      /1 check where the two differ\n {2}✖ Ports =1\+1\S*: action recommended, 2 flagged, 1 excluded; it finds something, and ours nothing \[s3-bucket-versioning-enabled\]\n/,
    );
    expect(section).toMatch(
      /\n {6}Region \| Bucket \| A heading that is rather long\n {6}✖ eu-west-1 \| photos\S*; here passed\n {6}▲ us-east-1: (?:logs|\s)+ \(excluded there\)\n/,
    );
    expect(section).toMatch(/\n {8}… and \d+ more\n/);
    expect(section).toMatch(
      /1 check of which no check here is\n {2}\? Outposts: no result \(not_available\); no check of ours is of it\n/,
    );
    expect(section).toContain('? Odd: no result (constructor); it has no result');
    expect(section).toContain('does not list for this account: s3-bucket-public-access-blocked.');
    expect(section).toContain('1 check of this run has no counterpart there.');
    expect(section.split('s3-bucket-versioning-enabled, severity')[1]).toMatch(/^ \w+\n {2}Trusted Advisor +Ports =1/);
  });

  it.each([
    [undefined, 'written by an earlier version'],
    [{ ...advised, checks: [], notRead: 'the support plan has none' }, 'Not here: the support plan has none.'],
    [{ ...advised, checks: [] }, 'AWS names no check of Trusted Advisor.'],
  ])('says once where there is nothing to show beside ours', (trustedAdvisor, said) => {
    const text = render({ ...smallResult(), ...(trustedAdvisor === undefined ? {} : { trustedAdvisor }) });
    expect(text.split(said)).toHaveLength(2);
  });

  it('goes with no other way of showing the table', async () => {
    const { code, stderr } = await audit(['--demo', '--view', 'trusted-advisor', '--details']);
    expect(code).toBe(2);
    expect(stderr).toContain('--view lays the table out by itself');
  });

  it('is the table only', async () => {
    const { code, stderr } = await audit(['--demo', '--view', 'trusted-advisor', '--format', 'json']);
    expect(code).toBe(2);
    expect(stderr).toContain('change the table only');
  });
});
