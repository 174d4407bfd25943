import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { indexPage, servicePage, servicesOf } from '../../src/dev/coverage/service-page.ts';
import { notLive } from '../../src/engine/not-live.ts';
import { root } from '../../src/stand-in/root.ts';

const catalogue = { checks, notLive: notLive() };
const folder = join(root, 'docs/checks');
const committed = readdirSync(folder).filter((name) => name !== 'README.md');
const live = new Set(checks.map(({ id }) => id));
const headings = (text: string): string[] => [...text.matchAll(/^## ([a-z0-9-]+)$/gm)].map(([, id = '']) => id);

describe('the pages of checks', () => {
  it('have each check under a heading of its own, and each control without one in a row', () => {
    const pages = servicesOf(catalogue).map((service) => servicePage(service, catalogue));
    expect(pages.flatMap(headings).toSorted()).toEqual([...live].toSorted());
    const rows = pages.flatMap((page) => [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id = '']) => id));
    expect(rows.toSorted()).toEqual(catalogue.notLive.map(({ id }) => id).toSorted());
  });

  it('say of a check what there is to know', () => {
    const page = servicePage('iam', catalogue);
    const [, own = ''] = page.split('\n## iam-root-mfa-enabled\n');
    const [section = ''] = own.split('\n## ');
    const check = checks.find(({ id }) => id === 'iam-root-mfa-enabled');
    expect(section).toContain(`**${check?.title}.** ${check?.severity}`);
    expect(section).toContain('**Evidence**: `iam:');
    expect(section).toMatch(/- Requirements: .*cis_7\.0/);
    expect(section).toContain('- Security Hub: IAM.9');
    for (const url of check?.references ?? []) expect(section).toContain(`<${url}>`);
  });

  it('hold nothing of a text for markup', () => {
    const [check] = checks;
    if (check === undefined) throw new Error('no check');
    const odd = { ...check, service: 'odd', title: '<b>*x* [y](z) `w` a_b _c_ |', risk: '<script>' };
    const page = servicePage('odd', { checks: [odd, { ...odd, id: 'odd-2' }], notLive: [] });
    expect(page).toContain('\\<b\\>\\*x\\* \\[y\\](z) \\`w\\` a_b \\_c\\_ |.');
    expect(page).not.toMatch(/(?<!\\)<(?:b|script)/);
    expect(page).toContain('\\_c\\_ \\| |\n');
  });

  it.each(committed)('%s names no check that is not there', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(
      headings(text).filter((id) => !live.has(id) && !checks.some(({ formerly }) => formerly.includes(id))),
    ).toEqual([]);
  });

  it('are there for every service that the index links', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    const linked = [...index.matchAll(/\]\(([a-z0-9]+\.md)\)/g)].map(([, file = '']) => file);
    expect(linked.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    expect(indexPage(catalogue)).toContain(`| all | ${checks.length} |`);
  });
});
