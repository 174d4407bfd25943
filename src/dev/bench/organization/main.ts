import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryStore } from '../../../organization/store.ts';
import { root, run } from '../measure.ts';
import { putOrganization } from './synthetic.ts';

/**
 * `npm run bench:org -- 10000 500`: what it takes to put so many accounts together, each with so many findings that did not pass (1,000
 * of 500 where nothing else is said). The store is written to build/bench-org first and deleted afterwards.
 */
const [accounts = 1000, findings = 500] = process.argv.slice(2).map(Number);
const folder = join(root, 'build/bench-org');
const aims = { minutes: 10, megabytes: 1024 };

rmSync(folder, { recursive: true, force: true });
await putOrganization(new DirectoryStore(folder), { accounts, findings });
const lines = [
  `${accounts} accounts of ${findings} findings, as`,
  '| what | CPU | wall | peak memory | file |',
  '|---|---:|---:|---:|---:|',
];
for (const format of ['table', 'json', 'csv', 'html']) {
  const made = join(folder, `made.${format}`);
  const { cpuMs, wallMs, peakMb, code } = await run([
    join(root, 'dist/audit.cjs'),
    'org',
    'report',
    '--store',
    folder,
    '--format',
    format,
    '--output',
    made,
  ]);
  if (code !== 0) throw new Error(`${format}: exit code ${code}`);
  const size = existsSync(made) && statSync(made).isFile() ? `${Math.round(statSync(made).size / 1e6)} MB` : '';
  const kept = (value: number, aim: number): string => (value <= aim ? '✔' : '✖');
  lines.push(
    `| ${format} | ${Math.round(cpuMs / 1000)} s | ${kept(wallMs / 60_000, aims.minutes)} ${Math.round(wallMs / 1000)} s | ${kept(peakMb, aims.megabytes)} ${Math.round(peakMb)} MB | ${size} |`,
  );
}
rmSync(folder, { recursive: true, force: true });
const table = `${lines.join('\n')}\n`;
process.stdout.write(table);
const file = join(root, 'build/bench-org.md');
writeFileSync(file, table + (existsSync(file) ? `\n${readFileSync(file, 'utf8')}` : ''));
