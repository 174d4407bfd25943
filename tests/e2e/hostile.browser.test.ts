import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runCli } from '../program/cli.ts';
import { figure } from '../helpers/figures.ts';
import { places, startHostileAccount } from './hostile-account.ts';
import { actsOnTerminal, texts } from './hostile-texts.ts';
import { scratch } from './support.ts';

vi.setConfig({ testTimeout: 90_000 });

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const wanted = existsSync(executablePath) || process.env['CI'] !== undefined;
const files = scratch();
afterAll(() => files.remove());

/** All that the page is made of: an element of another kind came out of a text. */
const known = new Set(
  'html head meta title style body div script main a header h1 h2 h3 h4 span button svg path g rect text defs marker circle line polyline nav footer dl dt dd p ul ol li table thead tbody tr th td code pre section input label select option details summary b noscript datalist i kbd caption'.split(
    ' ',
  ),
);

describe.runIf(wanted)('the HTML report of an account full of hostile texts, in Chromium', () => {
  it('shows them as text: no dialog, no request, no violation of its policy, no element of theirs', async () => {
    mkdirSync(files.file('checks'));
    const decisions = texts.map((text, at) => ({
      reason: `why ${text}`,
      owner: text,
      resource: `sg-${at}`,
      tag: 'note=x',
    }));
    writeFileSync(files.file('suppressions.json'), JSON.stringify(decisions));
    const front = await startHostileAccount();
    const report = files.file('report.html');
    const { code, stderr } = await runCli(
      [
        '--check',
        [...new Set(Object.values(places))].join(','),
        '--suppressions',
        files.file('suppressions.json'),
        '--format',
        'html',
        '--output',
        report,
      ],
      { endpoint: front.url },
    );
    await front.stop();
    expect(code, stderr).toBe(1);

    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    });
    const seen: string[] = [];
    try {
      const page = await browser.newPage();
      page.on('dialog', (dialog) => (seen.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
      page.on('request', (request) => request.url().startsWith(pathToFileURL(report).href) || seen.push(request.url()));
      page.on('popup', () => seen.push('popup'));
      page.on('pageerror', (error) => seen.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy ${event.effectiveDirective}`),
        );
      });
      let shown = '';
      const look = async (): Promise<void> => {
        const found = await page.evaluate(() => ({
          tags: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))],
          handlers: [...document.querySelectorAll('*')].flatMap((element) =>
            element.getAttributeNames().filter((name) => /^on|^autofocus$/.test(name)),
          ),
          links: [...document.querySelectorAll('a')].map((a) => a.href).filter((href) => !/^(https|file):/.test(href)),
          scripts: document.querySelectorAll('script').length,
          title: document.title,
          text:
            document.body.innerText +
            [...document.querySelectorAll('[title],[aria-label]')]
              .map((e) => `${e.getAttribute('title')}${e.getAttribute('aria-label')}`)
              .join('\n'),
        }));
        expect(found.tags.filter((tag) => !known.has(tag))).toEqual([]);
        expect({ handlers: found.handlers, links: found.links, title: found.title }).toEqual({
          handlers: [],
          links: [],
          title: 'AWS posture of 123456789012',
        });
        expect(found.scripts).toBeLessThanOrEqual(2);
        const at = found.text.replaceAll(/[\t\u00A0]/g, ' ').search(actsOnTerminal);
        expect(at === -1 ? '' : JSON.stringify(found.text.slice(at - 40, at + 10))).toBe('');
        shown += found.text;
      };
      const url = pathToFileURL(report).href;
      for (const hash of ['#findings?status=all', '#coverage', '#paths', '#suppressions']) {
        await page.goto(url + hash);
        await page.locator('main').waitFor();
        await look();
      }
      // Each finding of a check that a text may name, opened.
      for (const word of ['onerror', '__proto__', 'HYPERLINK', 'evil.example', 'gnp.exe', 'javascript']) {
        await page.goto(`${url}#findings?status=all`);
        // Another fragment alone leaves open what was opened before.
        await page.reload();
        await page.locator('#search').fill(word);
        // The page filters a moment after the last letter: a row clicked before that is gone.
        await page.waitForURL((at) => at.hash.includes('q='));
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        const rows = page.locator('.row.finding');
        await page.locator('.row').first().waitFor();
        // Checks with many findings stay shut.
        if ((await rows.count()) === 0) await page.locator('.row').first().click();
        await rows.first().waitFor({ timeout: 10_000 });
        await rows.first().click();
        await page.locator('.details').first().waitFor();
        await look();
      }
      expect(shown).toContain('onerror=alert(1)');
      expect(shown).toContain('\\x1b[31m');
      await page.emulateMedia({ media: 'print' });
      await look();
    } finally {
      await browser.close();
    }
    expect(seen).toEqual([]);
    figure('hostile', 'dialogs, requests and policy violations in Chromium', seen.length, '0');
  });
});
