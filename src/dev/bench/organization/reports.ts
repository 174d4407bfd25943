import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { DirectoryStore } from '../../../organization/store.ts';
import { root, run } from '../measure.ts';
import { putOrganization } from './synthetic.ts';

const aims = { minutes: 10, megabytes: 1024, openMs: 1000 };
const kept = (value: number, aim: number): string => (value <= aim ? '✔' : '✖');
const browser = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Puts an organization together in every format, ways between accounts included. Its store is written to build/bench-org first and
 * deleted afterwards.
 */
export async function benchReports(accounts: number, findings: number): Promise<string[]> {
  const folder = join(root, 'build/bench-org');
  rmSync(folder, { recursive: true, force: true });
  await putOrganization(new DirectoryStore(folder), { accounts, findings, crossings: true });
  const lines = [
    `| ${accounts} accounts of ${findings} findings, as | CPU | wall | peak memory | file |`,
    '|---|---:|---:|---:|---:|',
  ];
  for (const format of ['table', 'json', 'csv', 'html']) {
    const made = join(folder, `made.${format}`);
    const args = ['org', 'report', '--store', folder, '--format', format, '--output', made];
    const { cpuMs, wallMs, peakMb, code } = await run([join(root, 'dist/audit.cjs'), ...args]);
    if (code !== 0) throw new Error(`${format}: exit code ${code}`);
    const size = existsSync(made) && statSync(made).isFile() ? `${Math.round(statSync(made).size / 1e6)} MB` : '';
    lines.push(
      `| ${format} | ${Math.round(cpuMs / 1000)} s | ${kept(wallMs / 60_000, aims.minutes)} ${Math.round(wallMs / 1000)} s | ${kept(peakMb, aims.megabytes)} ${Math.round(peakMb)} MB | ${size} |`,
    );
  }
  const index = join(folder, 'made.html/index.html');
  if (existsSync(browser)) {
    const ms = await opened(index);
    lines.push(
      `| the page of the organization, opened in Chromium | | ${kept(ms, aims.openMs)} ${Math.round(ms)} ms | | ${(statSync(index).size / 1e6).toFixed(1)} MB |`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

/** Until all of a page is there and drawn; the median of three new tabs. */
async function opened(file: string): Promise<number> {
  const started = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const times: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      const page = await started.newPage();
      const before = performance.now();
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      // The frame after the next: what was laid out has been drawn.
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))');
      times.push(performance.now() - before);
      await page.close();
    }
    return times.sort((a, b) => a - b)[1] ?? NaN;
  } finally {
    await started.close();
  }
}
