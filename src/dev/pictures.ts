import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** `npm run pictures`: the README's pictures and the sample of an Assurance report, of the demo account, by the built program in Debian's Chromium. */
const root = join(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'audit-pictures-'));
const program = join(root, 'dist/audit.cjs');
const run = (args: readonly string[]): string => {
  try {
    return execFileSync(process.execPath, [program, '--demo', '--quiet', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    // Exit code 1 only says that the demo account has failures.
    return (error as { stdout: string }).stdout;
  }
};

const palette: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#56d364',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
  90: '#8b949e',
  91: '#ff7b72',
  92: '#56d364',
  93: '#e3b341',
  94: '#79c0ff',
};

/** ANSI colours as HTML; all else escaped. */
function toHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  let open = 0;
  const html = escaped.replaceAll(/\u001B\[([\d;]*)m/g, (_, codes: string) => {
    const styles = codes
      .split(';')
      .flatMap((code) =>
        code === '1'
          ? ['font-weight:600']
          : code === '2'
            ? ['opacity:.65']
            : palette[code] === undefined
              ? []
              : [`color:${palette[code]}`],
      );
    if (styles.length > 0) {
      open += 1;
      return `<span style="${styles.join(';')}">`;
    }
    const close = '</span>'.repeat(open);
    open = 0;
    return close;
  });
  return html + '</span>'.repeat(open);
}

const table = run(['--color']);
const style =
  'margin:0;padding:28px;background:#0d1117;color:#c9d1d9;font:15px/1.35 "DejaVu Sans Mono",monospace;display:inline-block';
writeFileSync(
  join(dir, 'table.html'),
  `<meta charset="utf-8"><body style="margin:0;background:#0d1117"><pre style='${style}'>${toHtml(table)}</pre>`,
);
run(['--format', 'html', '--output', join(dir, 'report.html')]);
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const sample = join(root, 'docs/sample/assurance');
const small = ['--framework', 'gdpr', '--service', 's3'];
run([...small, '--format', 'html', '--output', `${sample}.html`]);
run(['--framework', 'cis_7.0', '--format', 'html', '--output', join(dir, 'cis.html')]);
run([...small, '--format', 'pdf', '--browser', executablePath, '--output', `${sample}.pdf`]);

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
await page.goto(`file://${join(dir, 'table.html')}`);
await page.locator('pre').screenshot({ path: join(root, 'docs/images/table.png') });
const report = await browser.newPage({ viewport: { width: 1280, height: 960 }, deviceScaleFactor: 1 });
const picture = async (name: string, file: string, click?: string): Promise<void> => {
  await report.goto(`file://${file}`);
  await report.waitForTimeout(500);
  if (click !== undefined) await report.locator(click).first().click();
  await report.screenshot({ path: join(root, `docs/images/${name}.png`) });
};
await picture('report', join(dir, 'report.html'));
await picture('assurance', join(dir, 'cis.html#assurance'));
await picture('requirement', join(dir, 'cis.html#requirements?at=cis_7.0:3.1.1'), '.finding-fold summary');
await browser.close();
console.log('written: docs/images/{table,report,assurance,requirement}.png, docs/sample/assurance.{html,pdf}');
