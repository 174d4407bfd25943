import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../reports/organization/html/pages.ts';
import {
  accountId,
  putInfos,
  syntheticAccounts,
  syntheticExport,
  syntheticJudgement,
  syntheticManifest,
} from '../../src/dev/bench/organization/synthetic.ts';
import { exportPath } from '../../src/organization/attempts.ts';
import { exportBytes } from '../../src/organization/export.ts';
import { merge } from '../../src/organization/merge/merge.ts';
import { MemoryStore } from '../organization/examples.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const wanted = existsSync(executablePath) || process.env['CI'] !== undefined;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hostile = '<img src=x onerror="document.title=1"> & \u202e "quoted"';

/** Writes the pages of an organization, of which some accounts were not scanned. @returns the largest page's bytes */
async function written(folder: string, accounts: number, findings: number, checks: number): Promise<number> {
  const store = new MemoryStore();
  const manifest = syntheticManifest(
    syntheticAccounts(accounts).map((account, at) => ({
      ...account,
      ...(at === 2 ? { name: hostile } : {}),
      ...(at === 5 ? { skip: 'suspended' as const } : {}),
    })),
  );
  const infos = await putInfos(store, checks);
  for (let at = 0; at < accounts; at += 1) {
    if (at === 3 || at === 5) continue;
    const judged = syntheticJudgement(
      at,
      { accounts, findings: at === 1 ? 0 : findings, checks, requirements: 30 },
      infos,
    );
    const gap = {
      resourceType: 'AWS::S3::Bucket',
      region: 'eu-west-1',
      facet: 'list',
      kind: 'denied' as const,
      actions: ['s3:ListAllMyBuckets'],
      cause: 'AccessDenied',
      resources: 0,
      checks: [],
    };
    await store.put(
      exportPath(manifest.scan, accountId(at)),
      exportBytes(
        syntheticExport(
          manifest,
          at,
          at === 4 ? { ...judged, gaps: [gap] } : judged,
          at === 4
            ? {
                status: 'partial',
                cause: { kind: 'gaps', message: 'the list of buckets was denied', hint: 'Allow it.' },
              }
            : {},
        ),
      ),
    );
  }
  let largest = 0;
  for await (const { path, text } of pages(await merge(store, manifest))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    largest = Math.max(largest, statSync(file).size);
  }
  return largest;
}

describe.runIf(wanted)('the pages of an organization in Chromium', () => {
  let browser: Browser;
  const folder = process.env['PAGES'] ?? mkdtempSync(join(tmpdir(), 'audit-organization-'));
  const opened: Page[] = [];

  beforeAll(async () => {
    await written(folder, 12, 12, 40);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser.close();
    if (process.env['PAGES'] === undefined) rmSync(folder, { recursive: true });
  });

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    opened.push(page);
    const [requests, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined));
    page.on('pageerror', (error) => errors.push(error.message));
    const url = pathToFileURL(join(folder, path)).href;
    await page.goto(url);
    return { page, errors, others: () => requests.filter((each) => each !== url) };
  }
  const all = [
    'index.html',
    'units/ou-ab12-00001000.html',
    `accounts/${accountId(0)}.html`,
    `accounts/${accountId(1)}.html`,
    `accounts/${accountId(2)}.html`,
    `accounts/${accountId(3)}.html`,
    `accounts/${accountId(4)}.html`,
    `accounts/${accountId(5)}.html`,
    'requirements/1-house.html',
  ];

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    // The colours are the same on all pages of a kind.
    const shown = colorScheme === 'light' ? all : all.filter((path) => !/accounts.*[1235]\d?\.html/.test(path));
    it.each(shown)(
      '%s has no accessibility violations, asks for nothing and is as wide as the window',
      async (path) => {
        const { page, errors, others } = await open(path, { colorScheme, viewport: { width: 1280, height: 900 } });
        if (process.env['PAGES'] !== undefined)
          await page.screenshot({
            path: join(folder, `${path.replaceAll('/', '-')}.${colorScheme}.png`),
            fullPage: true,
          });
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(async () =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        expect(passes.length).toBeGreaterThan(10);
        expect(errors).toEqual([]);
        expect(others()).toEqual([]);
        expect(await page.title()).not.toBe('1');
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      },
    );
  });

  it('every link leads to a page that is there', async () => {
    for (const path of all) {
      const { page } = await open(path);
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      const missing = hrefs.filter((href) => !href.includes('#') && !existsSync(new URL(href)));
      expect(missing).toEqual([]);
      expect(hrefs.filter((href) => !href.startsWith('file:'))).toEqual([]);
    }
  });

  it('says the sum, what nobody knows, and finds accounts by the keyboard', async () => {
    const { page } = await open('index.html');
    const text = await page.locator('main').innerText();
    expect(text).toContain(
      '9 scanned + 1 partial + 0 failed + 1 unreachable + 1 skipped = 12 accounts of the manifest',
    );
    expect(text).toContain('there is no result of it in the store');
    const rows = page.locator('#accounts tbody tr');
    expect(await rows.count()).toBe(12);
    expect(await rows.first().innerText()).toContain('unreachable');
    await page.keyboard.press('/');
    await page.keyboard.type(accountId(7));
    await expect.poll(() => rows.count()).toBe(1);
    expect(await page.locator('#accounts-said').innerText()).toBe('1 of 12 accounts');
    await page.keyboard.press('Tab');
    await rows.first().locator('a').press('Enter');
    await page.waitForURL(/accounts/);
    expect(await page.locator('h1').innerText()).toContain(accountId(7));
    const other = await open('index.html');
    await other.page.locator('#search').fill('onerror');
    expect(await other.page.locator('#accounts tbody tr td').first().innerText()).toContain(
      '<img src=x onerror="document.title=1"> & \\u{202e}',
    );
  });

  it('tells an account of which nobody knows anything from one in which nothing fails', async () => {
    const { page } = await open(`accounts/${accountId(3)}.html`);
    expect(await page.locator('main').innerText()).toContain('nobody knows what fails here');
    await page.goto(pathToFileURL(join(folder, `accounts/${accountId(1)}.html`)).href);
    expect(await page.locator('main').innerText()).toContain('nothing fails');
  });

  it('keeps each page of a large organization small, and opens at once', async () => {
    const large = join(folder, 'large');
    expect(await written(large, 600, 30, 60)).toBeLessThan(1_500_000);
    const start = performance.now();
    const { page } = await open('large/index.html');
    expect(await page.locator('#accounts tbody tr').count()).toBe(500);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(await page.locator('#accounts-said').innerText()).toBe('500 of 600 accounts: search for the others');
    await page.locator('#search').fill(accountId(599));
    await expect.poll(() => page.locator('#accounts tbody tr').count()).toBe(1);
  });
});
