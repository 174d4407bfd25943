import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../reports/html/html.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { resultOf } from './fixture.ts';
import { largeResult } from './fixture-large.ts';
import { auditorsQuestions } from './auditors.ts';
import { advised } from './fixture-advised.ts';
import { assuredResult } from './fixture-assured.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const present = existsSync(executablePath);
const wanted = present || process.env['CI'] !== undefined;
if (!wanted)
  console.warn(
    `The report's browser tests are skipped: ${executablePath} does not exist. Install chromium, or name one in CHROMIUM.`,
  );

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Milliseconds a report of 100,000 findings may take to open, and to filter, on a busy machine. On an idle one it is under a second. */
const patience = 3000;

const namedElsewhere = (check: string): readonly string[] =>
  check === 'kms-key-rotation-enabled' ? ['kms_cmk_rotation_enabled'] : [];

describe.runIf(wanted)('the HTML report in Chromium', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'audit-report-'));
  const pages: Page[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags });
    // It starts among all that is read at the beginning.
  }, 60_000);
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const written = new Map<RunResult, string>();
  const fileOf = (result: RunResult): string => {
    let file = written.get(result);
    if (file === undefined) {
      file = join(folder, `${written.size}.html`);
      writeFileSync(file, [...html.render(result, { elsewhere: namedElsewhere })].join(''));
      written.set(result, file);
    }
    return pathToFileURL(file).href;
  };
  const small = smallResult();
  const assured = assuredResult();
  const withAdvice: RunResult = { ...small, trustedAdvisor: advised };

  interface Opened {
    readonly page: Page;
    /** Addresses asked for, and what the page complained about. */
    readonly requests: string[];
    readonly errors: string[];
  }

  async function open(result: RunResult, hash = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    pages.push(page);
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(fileOf(result) + hash);
    await page.locator('main').waitFor();
    return { page, requests, errors };
  }

  const kept = new Map<string, Opened>();

  /** As `open`, in a page that earlier tests have used: only the address changes, as when somebody follows a link. */
  async function again(given: RunResult, hash: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
    const key = `${fileOf(given)} ${colorScheme}`;
    let opened = kept.get(key);
    if (opened === undefined) {
      opened = await open(given, hash, { colorScheme });
      pages.pop();
      kept.set(key, opened);
    }
    await opened.page.goto(fileOf(given) + hash);
    await settled(opened.page);
    return opened;
  }

  const result = (page: Page): Locator => page.locator('.result');
  const focusedRow = (page: Page): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.textContent);
  const settled = (page: Page): Promise<void> =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

  it.each([
    ['of every status', small],
    ['without failures', cleanResult()],
    ['without findings', resultOf([])],
  ])('asks for nothing but itself and has no errors: a result %s', async (_name, given) => {
    const { page, requests, errors } = await open(given);
    for (const hash of ['#coverage', '#suppressions', '#findings?status=all']) {
      await page.goto(fileOf(given) + hash);
      await settled(page);
    }
    expect(new Set(requests.map((url) => url.split('#')[0]))).toEqual(new Set([fileOf(given)]));
    expect(errors).toEqual([]);
  });

  it('is kept by its policy from running other scripts and styles and from asking anyone', async () => {
    const { page } = await open(small);
    const outcome = await page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.owned = true';
      document.body.append(script);
      const holder = document.createElement('div');
      holder.innerHTML =
        '<img src="https://example.com/x.png"><p style="color: red" onclick="globalThis.owned = true">x</p>';
      document.body.append(holder);
      holder.querySelector('p')?.click();
      const asked = await fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      );
      await new Promise((done) => setTimeout(done, 100));
      return { blocked, asked, owned: 'owned' in globalThis };
    });
    expect(outcome.owned).toBe(false);
    expect(outcome.asked).toBe('refused');
    expect(new Set(outcome.blocked)).toEqual(
      new Set(['script-src-elem', 'img-src', 'style-src-attr', 'script-src-attr', 'connect-src']),
    );
  });

  it('shows hostile names as text', async () => {
    const { page, errors } = await open(small, '#findings?status=all');
    await page.locator('#search').fill('onerror');
    await page.locator('.row.finding').first().click();
    await page.goto(`${fileOf(small)}#suppressions`);
    expect(await page.title()).toBe('AWS posture of 111122223333');
    expect(await page.locator('img').count()).toBe(0);
    const text = await page.locator('body').innerText();
    expect(text).toContain(
      '</script><img src=x onerror="document.title=\'owned\'">\\x1b[31mred\\x1b[0m\\u{202e}gpj.exe',
    );
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text).not.toMatch(/[\u202a-\u202e\u001b]/u);
    expect(errors).toEqual([]);
  });

  it("counts checks as Trusted Advisor's console does, and shows its own results beside ours", async () => {
    const { page, errors } = await open(withAdvice, '#trusted-advisor');
    const body = page.locator('.advisor');
    await body.waitFor();
    const counted = await body.locator('.scroll').first().locator('tbody td.number').allInnerTexts();
    const pairs = new Set(small.findings.map(({ check, severity }) => `${check} ${severity}`));
    const found = new Set(small.findings.map(({ check }) => check));
    const idle = small.checks.filter(({ id }) => !found.has(id)).length;
    expect(counted.reduce((sum, each) => sum + Number(each), 0)).toBe(pairs.size + idle);
    expect(await body.locator('section.checks details').count()).toBe(pairs.size);
    const own = body.locator('details', { hasText: 'it finds something, and ours nothing' }).first();
    expect(await own.locator('tbody tr').count()).toBe(0);
    await own.locator('summary').click();
    await own.locator('tbody tr').first().waitFor();
    expect(await own.locator('tbody tr').count()).toBe(32);
    const text = await own.innerText();
    for (const part of ['2 flagged, 1 excluded', 'excluded there', String.raw`photos\u{202e}`, 'passed', 'not found'])
      expect(text, part).toContain(part);
    const [check] = small.checks;
    const ours = body.locator('section.checks details', { hasText: check?.title ?? '' }).first();
    await ours.locator('summary').click();
    await expect.poll(() => ours.innerText()).toContain('Alert criteria');
    expect(await ours.innerText()).toContain(check?.fix.text ?? '?');
    expect(errors).toEqual([]);
  });

  it.each([
    [{ notRead: 'the support plan does not let programs ask for them' }, 'the support plan does not'],
    [undefined, 'written by an earlier version'],
  ])("says why Trusted Advisor's own results are not there", async (given, said) => {
    const none = { checks: [], notListed: [], withoutCounterpart: 0 };
    const { trustedAdvisor: _none, ...earlier } = small;
    const { page } = await open(
      given === undefined ? earlier : { ...small, trustedAdvisor: { ...none, ...given } },
      '#trusted-advisor',
    );
    await expect.poll(() => page.locator('.advisor').innerText()).toContain(said);
  });

  it('makes links of a check references only where they are https, and of no other text', async () => {
    const checks = small.checks.map((check) => ({
      ...check,
      references: ['javascript:document.title=1', 'http://plain.example/', 'data:text/html,x', 'https://docs.example/'],
    }));
    const { page } = await open({ ...small, checks }, '#findings?status=all&open=20');
    await page.locator('.details .links').first().waitFor();
    const shown = await page.locator('.details .links').first().innerText();
    expect(shown).toContain('javascript:document.title=1');
    const links = await page.locator('.details .links a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(new Set(links)).toEqual(new Set(['https://docs.example/']));
  });

  it('reads out and shows on pointing at nothing that acts', async () => {
    const checks = small.checks.map((check) => ({ ...check, service: `${check.service}\u202e` }));
    const { page } = await open({ ...small, checks }, '#overview');
    await page.locator('.services').waitFor();
    const attributes = await page
      .locator('[title],[aria-label]')
      .evaluateAll((all) => all.map((e) => `${e.getAttribute('title')} ${e.getAttribute('aria-label')}`).join('\n'));
    expect(attributes).toContain(String.raw`\u{202e}`);
    expect(attributes).not.toContain('\u202e');
  });

  it('filters by what the URL says and writes into the URL what is chosen', async () => {
    const { page } = await open(small, '#findings?status=fail&service=ec2,kms&severity=high');
    await expect.poll(() => result(page).innerText()).toBe('14 of 58 findings in 1 check');
    await page.locator('summary', { hasText: 'Severity' }).click();
    await page.getByRole('checkbox', { name: 'Medium' }).check();
    await expect.poll(() => result(page).innerText()).toBe('15 of 58 findings in 2 checks');
    expect(page.url()).toMatch(/#findings\?status=fail&severity=high,medium&service=ec2,kms$/);
    await page.reload();
    await expect.poll(() => result(page).innerText()).toBe('15 of 58 findings in 2 checks');
    await page.getByRole('button', { name: 'Reset filters' }).click();
    expect(page.url()).toMatch(/#findings$/);
  });

  it.each([
    ['status=unknown', '3 of 58 findings in 3 checks'],
    ['status=suppressed', '1 of 58 findings in 1 check'],
    ['status=all', '58 of 58 findings in 11 checks'],
    ['status=all&region=us-east-1', '12 of 58 findings in 5 checks'],
    ['status=all&category=cost_optimization,performance', '14 of 58 findings in 2 checks'],
    ['status=all&framework=aws_foundational_security_best_practices', '11 of 58 findings in 3 checks'],
    ['account=999999999999', '0 of 58 findings in 0 checks'],
    ['q=launch-wizard%20port%2022', '13 of 58 findings in 1 check'],
    ['q=mfa', '1 of 58 findings in 1 check'],
    ['q=%E0%A4%A', '0 of 58 findings in 0 checks'],
    ['nonsense&open=999999&status=', '58 of 58 findings in 11 checks'],
  ])('shows for %s: %s', async (query, said) => {
    const { page, errors } = await again(small, `#findings?${query}`);
    await expect.poll(() => result(page).innerText()).toBe(said);
    expect(errors).toEqual([]);
  });

  it.each([
    ['a fingerprint', small.findings.find(({ message }) => message.startsWith('alias/app-0'))?.fingerprint ?? ''],
    [
      'the beginning of one',
      small.findings.find(({ message }) => message.startsWith('alias/app-0'))?.fingerprint.slice(0, 8) ?? '',
    ],
    ['a requirement', 'cis_7.0:3.6'],
    ['what another tool calls the check', 'kms_cmk_rotation_enabled'],
    ['a type', 'AWS::KMS::Key'],
    ['an ARN', 'arn:aws:kms:eu-west-1:111122223333:key/0c2f9d1e-7b1a-4c55-9d2e-0a4b5c6d7e80'],
    ['a message', 'does not rotate'],
  ])('is searched by %s', async (_what, text) => {
    const { page } = await again(small, `#findings?status=fail&q=${encodeURIComponent(text)}`);
    await expect.poll(() => result(page).innerText()).toBe('1 of 58 findings in 1 check');
    expect(await page.locator('.row.finding').innerText()).toContain('alias/app-0');
  });

  it('is searched by a tag and by an account', async () => {
    const { page } = await open(small, '#findings?status=all&q=environment%3Dstaging');
    await expect.poll(() => result(page).innerText()).toBe('4 of 58 findings in 1 check');
    await page.goto(`${fileOf(small)}#findings?status=all&q=111122223333`);
    await expect.poll(() => result(page).innerText()).toBe('58 of 58 findings in 11 checks');
  });

  it('shows the findings by resource, the worst first', async () => {
    const { page } = await open(small, '#findings?q=acme-prod');
    await page.getByRole('combobox', { name: 'Findings by' }).selectOption('resource');
    await expect.poll(() => result(page).innerText()).toBe('4 of 58 findings of 2 resources');
    expect(page.url()).toContain('by=resource');
    const rows = page.locator('.row');
    expect(await rows.first().innerText()).toContain('acme-prod-');
    expect(await rows.nth(1).innerText()).toContain('Buckets block public access');
    await rows.nth(1).click();
    await page.locator('.details').waitFor();
    const link = page.getByRole('link', { name: 'Open in the AWS console' });
    expect(await link.getAttribute('href')).toMatch(
      /^https:\/\/console\.aws\.amazon\.com\/go\/view\?arn=arn%3Aaws%3As3%3A%3A%3Aacme-prod-/,
    );
    await page.locator('.row:focus').press('ArrowLeft');
    await page.locator('.row:focus').press('ArrowLeft');
    expect(await focusedRow(page)).toContain('AWS::S3::Bucket');
  });

  it('has the first finding on the first screen of a laptop, and what a click changed in view', async () => {
    const { page } = await open(largeResult(2000), '', { viewport: { width: 1366, height: 768 } });
    await page.locator('.row.finding').first().waitFor();
    const bottom = async (): Promise<number> =>
      page
        .locator('.row.finding')
        .first()
        .evaluate((row) => row.getBoundingClientRect().bottom);
    expect(await bottom()).toBeLessThan(768);
    await page.locator('.categories button').last().click();
    await settled(page);
    expect(await bottom()).toBeLessThan(768);
    await page.getByRole('button', { name: 'Reset filters' }).click();
    await page.getByRole('button', { name: 'Expand all' }).click();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await settled(page);
    await page.locator('#search').fill('blocked');
    await expect.poll(() => result(page).innerText()).toContain('in 1 check');
    await settled(page);
    expect(await bottom()).toBeLessThan(768);
    expect(
      await page
        .locator('.row.group')
        .first()
        .evaluate((row) => row.getBoundingClientRect().top),
    ).toBeGreaterThan(0);
  });

  it('shows of a requirement its status, both sides of its population, and the evidence with two clicks', async () => {
    const { page, errors } = await open(assured, '#requirements');
    await page.getByRole('link', { name: '1.1', exact: true }).click();
    await page.getByRole('heading', { name: '1.1 Buckets are not public', level: 2 }).waitFor();
    expect(page.url()).toMatch(/#requirements\?at=house_1%3A1\.1$/);
    const numbers = await page.locator('.page:not([hidden]) td.number').allInnerTexts();
    expect(numbers).toEqual(['9', '2', '4', '1', '0', '1', '1']);
    await page.locator('.finding-fold').first().click();
    const shown = await page.locator('.finding-fold .details').innerText();
    for (const part of [
      's3:GetBucketPublicAccessBlock',
      '2026-03-04T05:06:10.000Z',
      '"blockPublicPolicy": false',
      '"Name":"acme-prod-',
    ])
      expect(shown).toContain(part);
    await page.getByRole('link', { name: '→ 1.2' }).click();
    const text = await page.locator('main').innerText();
    for (const part of [
      'at least 5',
      'AWS::KMS::Key in us-east-1 could not be read: access denied (kms:ListKeys)',
      'kms-key-not-there-yet',
    ])
      expect(text).toContain(part);
    await page.goBack();
    await page.getByRole('heading', { name: '1.1 Buckets are not public', level: 2 }).waitFor();
    await page.goto(`${fileOf(assured)}#requirements?at=house_1:9.9`);
    await page.getByText('No framework of this report has a requirement house_1:9.9').waitFor();
    expect(errors).toEqual([]);
  });

  const said = {
    paper: [
      'AWS account 111122223333',
      'as read on 2026-03-04 05:06:07 UTC',
      'arn:aws:sts::111122223333:assumed-role/auditor/nightly',
      '1.1 Buckets are not public',
      'not met: 4 findings failed',
      'Checked against the list of leavers',
      'State bucket is behind a VPC endpoint policy, reviewed',
      'access denied (kms:ListKeys)',
      's3:GetBucketPublicAccessBlock',
      'Appendix: findings and their evidence',
    ],
  };

  /** What auditors ask, with the page of the report that says it. `docs/auditors.md` tells the same. */
  it.each(auditorsQuestions)('answers an auditor: $question', async ({ at, says }) => {
    const { page } = await again(assured, at);
    await expect.poll(() => page.locator('main').innerText()).toContain(says);
  });

  it('says so when its data is not what its hash says', async () => {
    const text = [...html.render(assured, {})].join('').replaceAll('Grace Lindqvist', 'Eve Lindqvist');
    const file = join(folder, 'changed.html');
    writeFileSync(file, text);
    const page = await browser.newPage();
    pages.push(page);
    await page.goto(`${pathToFileURL(file).href}#assurance`);
    await page.getByText('THE DATA WAS CHANGED AFTER IT WAS WRITTEN').waitFor();
  });

  it('shows what changed since an earlier result', async () => {
    const { page } = await open(assured, '#changes');
    const text = await page.locator('main').innerText();
    for (const part of ['Changes since the earlier result', '1 new (1 high)', 'gone: not read', '2026-03-04'])
      expect(text).toContain(part);
    await page.locator('main a').first().click();
    await page.locator('.details').waitFor();
  });

  it('goes back to the view before a click in a picture', async () => {
    const { page } = await open(small, '#findings?q=bucket');
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.locator('.services button', { hasText: 'kms' }).click();
    await expect.poll(() => result(page).innerText()).toBe('1 of 58 findings in 1 check');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => result(page).innerText()).toBe('7 of 58 findings in 2 checks');
  });

  it('keeps the filters while one looks at another page', async () => {
    const { page } = await open(small, '#findings?service=kms');
    await page.getByRole('link', { name: 'Incomplete' }).click();
    await page.getByRole('heading', { name: 'What was not assessed', level: 2 }).waitFor();
    expect(page.url()).toMatch(/#coverage\?service=kms$/);
    await page.getByRole('link', { name: 'Work' }).click();
    await expect.poll(() => result(page).innerText()).toBe('2 of 58 findings in 1 check');
  });

  it('searches while one types, from the key / on', async () => {
    const { page } = await open(small);
    await page.keyboard.press('/');
    await page.keyboard.type('Jenkins');
    await expect.poll(() => result(page).innerText()).toBe('1 of 58 findings in 1 check');
    // The address follows the typing after a moment; the first letters may already find the one.
    await expect.poll(() => page.url()).toContain('q=Jenkins');
    await page.keyboard.press('Escape');
    await expect.poll(() => result(page).innerText()).toBe('34 of 58 findings in 11 checks');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await open(small, '#findings?service=kms');
    await page.locator('#search').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedRow(page)).toContain('Customer managed keys rotate every year');
    await page.keyboard.press('ArrowDown');
    expect(await focusedRow(page)).toContain('alias/app-0');
    await page.keyboard.press('Enter');
    await page.locator('.details').waitFor();
    expect(await focusedRow(page)).toContain('alias/app-0');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.details') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focusedRow(page)).toContain('alias/app-0');
    await page.keyboard.press('End');
    expect(await focusedRow(page)).toContain('alias/app-1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('.details').count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    expect(await focusedRow(page)).toContain('Customer managed keys');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('.row.finding').count()).toBe(0);
    expect(await page.locator('.row.group').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.row.finding').count()).toBe(2);
  });

  it('moves through a long list without losing the keyboard', async () => {
    const { page } = await open(largeResult(2000), '#findings?q=blocked');
    await page.locator('#search').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    const last = await focusedRow(page);
    expect(await page.locator('.row:focus').getAttribute('aria-rowindex')).toBe(
      await page.locator('.list').getAttribute('aria-rowcount'),
    );
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
    expect(await focusedRow(page)).toBe(last);
    await page.keyboard.press('Home');
    expect(await focusedRow(page)).toContain('Buckets block public access');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await settled(page);
    expect(await focusedRow(page)).toContain('Buckets block public access');
    expect(await page.locator('.row').count()).toBeLessThan(80);
  });

  it('explains a finding and fills its names into the commands', async () => {
    const index = 20;
    const { page } = await open(small, `#findings?status=all&open=${index}`);
    const details = page.locator('.details');
    await details.waitFor();
    const text = await details.innerText();
    expect(text).toContain('kunden-münchen-北京-🦆 does not block public access');
    expect(text).toContain(`aws s3api put-public-access-block --bucket 'kunden-münchen-北京-🦆'`);
    expect(text).toContain('--region eu-west-1');
    expect(text).toContain('bucket                  = "kunden-münchen-北京-🦆"');
    expect(text).toContain('"blockPublicPolicy": false');
    expect(text).toContain('s3:GetBucketPublicAccessBlock');
    expect(text).toContain('cis_7.0:2.1.4');
    const finding = small.findings.find(
      ({ resource, check }) => check === 's3-bucket-public-access-blocked' && resource.name.startsWith('kunden'),
    );
    await expect.poll(() => details.innerText()).toContain(finding?.fingerprint);
  });

  it('copies a command', async () => {
    const { page } = await open(small, '#findings?service=kms&status=fail');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.row.finding').click();
    await page.getByRole('button', { name: 'Copy command' }).click();
    await expect.poll(() => page.locator('.said', { hasText: 'Copied' }).count()).toBe(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'aws kms enable-key-rotation --key-id 0c2f9d1e-7b1a-4c55-9d2e-0a4b5c6d7e80 --region eu-west-1',
    );
  });

  it('names what could not be read and the permissions that are missing', async () => {
    const { page } = await open(small, '#coverage');
    const text = await page.locator('main').innerText();
    expect(text).toContain('"Action": [\n    "kms:GetKeyRotationStatus"\n  ]');
    expect(text).toContain('A service control policy denies s3:GetBucketPublicAccessBlock');
    expect(text).toContain('throttled until the retries were used up');
    expect(text).toContain('me-south-1');
    expect(text).toContain('1,043');
  });

  it('shows suppressions with reason, owner and end, and those without effect', async () => {
    const { page } = await open(small, '#suppressions');
    const text = await page.locator('main').innerText();
    for (const part of [
      'reviewed',
      'security@acme.example',
      '2026-12-31',
      'expired',
      '2026-01-31',
      'unused',
      'check rds-instance-encrypted',
    ])
      expect(text).toContain(part);
    await page.getByRole('link', { name: 'terraform-state' }).click();
    await page.locator('.details', { hasText: 'State bucket is behind' }).waitFor();
  });

  it('prints the Assurance document: every finding with its evidence, whatever the window shows', async () => {
    const { page } = await open(assured, '#findings?q=nothing-has-this');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.appendix tbody tr').count()).toBe(assured.summary.findings);
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('.paper').isVisible()).toBe(true);
    const text = await page.locator('.paper').innerText();
    for (const part of said.paper) expect(text).toContain(part);
    const ends = await page
      .locator('.paper a[href^="#p-"]')
      .evaluateAll(
        (all) => all.filter((a) => document.getElementById(a.getAttribute('href')?.slice(1) ?? '') === null).length,
      );
    expect(ends).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.paper').count()).toBe(0);
  });

  it('becomes a PDF with the account, the date and the number on every page but the cover', async () => {
    const { page } = await open(assured, '', { colorScheme: 'dark' });
    const bytes = await page.pdf({ preferCSSPageSize: true, outline: true });
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await expect.poll(() => page.locator('.paper').count()).toBe(0);
  });

  it('follows the colours of the system until the user chooses', async () => {
    const { page } = await open(small, '', { colorScheme: 'dark' });
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.getByRole('button', { name: 'Dark colours' }).click();
    expect(await ground()).not.toBe(dark);
    await page.reload();
    expect(await ground()).not.toBe(dark);
  });

  it.each([390, 768, 1280, 1920])('is not wider than a window of %i pixels', async (width) => {
    const { page } = await open(assured, '#findings?service=s3&open=20', { viewport: { width, height: 900 } });
    for (const hash of ['', '#assurance', '#requirements', '#coverage', '#populations']) {
      if (hash !== '') await page.goto(fileOf(assured) + hash);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), hash).toBeLessThanOrEqual(0);
    }
  });

  const withPaths: RunResult = {
    ...small,
    attackPaths: {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" class="ap" role="img" aria-label="Attack paths" viewBox="0 0 200 60"><style>.ap{color:red}</style><script>globalThis.owned = true</script><g class="administrator"><rect x="1" y="1" width="150" height="30"/><text x="8" y="20">&lt;b&gt;administrator</text></g></svg>',
      text: 'PROVEN  user/dev\n  1. user/dev <b>→</b> administrator',
      count: 1,
    },
  };

  it('draws the attack paths, with nothing in them that runs or styles', async () => {
    const { page, errors } = await open(withPaths, '#paths');
    expect(await page.locator('.picture svg text').textContent()).toBe('<b>administrator');
    expect(await page.locator('.picture :is(style, script)').count()).toBe(0);
    expect(await page.locator('.steps .line').allTextContents()).toEqual([
      'PROVEN  user/dev',
      '  1. user/dev <b>→</b> administrator',
    ]);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    expect(errors.filter((text) => !text.includes('style-src'))).toEqual([]);
    const { page: without } = await open(small);
    expect(await without.locator('nav a').allTextContents()).not.toContainEqual(expect.stringContaining('Attack'));
  });

  const withWays: RunResult = {
    ...assured,
    attackPaths: {
      svg: '<svg/>',
      text: 'PROVEN  user/dev',
      count: 3,
      ways: [
        {
          verdict: 'proven',
          who: ['user/dev', 'user/<b>ops'],
          steps: [
            {
              title: 'Assume a role that trusts the whole account, without a condition',
              to: 'role/deploy',
              goal: false,
              actions: ['sts:AssumeRole'],
              policies: ['inline policy x of user/dev'],
            },
            {
              title: 'Attach any managed policy to a user',
              to: `user/${'long-name-'.repeat(12)}`,
              goal: true,
              actions: ['iam:AttachUserPolicy'],
              policies: [],
              condition: 'aws:MultiFactorAuthPresent = true',
            },
          ],
        },
      ],
    },
  };

  it.each([390, 1280])('draws each way with no label cut, and tells its steps, %i pixels wide', async (width) => {
    const { page } = await open(withWays, '#paths', { viewport: { width, height: 900 } });
    expect(await page.locator('.chain :is(.box, .edge)').allInnerTexts()).toEqual([
      '2 principals',
      'Assume a role that trusts the whole account, without a condition',
      'role/deploy',
      'Attach any managed policy to a user',
      'administrator',
    ]);
    const cut = await page
      .locator('.chain, .chain *')
      .evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 8).map((e) => e.className));
    expect(cut).toEqual([]);
    const steps = await page.locator('.way ol').innerText();
    for (const part of [
      'sts:AssumeRole',
      'inline policy x of user/dev',
      'Depends on aws:MultiFactorAuthPresent = true',
      'long-name-'.repeat(12),
    ])
      expect(steps).toContain(part);
    expect(await page.locator('.way h3').innerText()).toContain('user/dev, user/<b>ops');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it.each([
      '#findings',
      '#findings?service=s3&status=all&open=20',
      '#overview',
      '#trusted-advisor',
      '#paths',
      '#changes',
      '#assurance',
      '#requirements',
      '#requirements?at=house_1:1.1',
      '#suppressions',
      '#coverage',
      '#populations',
      '#method',
    ])('has no accessibility violations: %s', async (hash) => {
      const { page } = await again(
        hash === '#paths' ? withWays : hash === '#trusted-advisor' ? withAdvice : assured,
        hash,
        colorScheme,
      );
      for (const fold of await page.locator('.advised summary').all()) await fold.click();
      await settled(page);
      if (hash === '#findings') await page.locator('summary', { hasText: 'Service' }).click();
      if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(async () =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(
        violations.map(({ id, nodes }) => [
          id,
          nodes.map(({ html: element, failureSummary }) => `${element}: ${failureSummary ?? ''}`),
        ]),
      ).toEqual([]);
      expect(passes.length).toBeGreaterThan(20);
    });
  });

  describe('with 100,000 findings', () => {
    const large = largeResult(100_000);

    it('opens, searches and filters at once', async () => {
      const url = fileOf(large);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      pages.push(page);
      const since = async (start: number, what: string): Promise<number> => {
        const took = performance.now() - start;
        console.log(`100,000 findings: ${what} took ${Math.round(took)} ms`);
        return took;
      };
      let start = performance.now();
      await page.goto(url);
      await expect.poll(() => result(page).innerText(), { interval: 10 }).toContain('of 100,000 findings');
      expect(await since(start, 'opening')).toBeLessThan(patience);

      start = performance.now();
      await page.locator('#search').fill('checkout 22022');
      await expect.poll(() => result(page).innerText(), { interval: 10 }).not.toContain('in 5 checks');
      expect(await since(start, 'the first search')).toBeLessThan(patience);

      await page.locator('#search').fill('');
      await expect.poll(() => result(page).innerText(), { interval: 10 }).toContain('in 5 checks');
      start = performance.now();
      await page.evaluate(() => (location.hash = '#findings?status=all&region=eu-west-1&severity=high'));
      await expect.poll(() => result(page).innerText(), { interval: 10 }).toContain('in 2 checks');
      expect(await since(start, 'filtering')).toBeLessThan(patience);

      start = performance.now();
      await page.getByRole('button', { name: 'Expand all' }).click();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      await page.locator('.row.finding').first().waitFor();
      expect(await since(start, 'expanding all and scrolling to the middle')).toBeLessThan(patience);
      expect(await page.locator('.row').count()).toBeLessThan(80);
    });
  });
});
