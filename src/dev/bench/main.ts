import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchLarge } from './large.ts';
import type { BenchRow } from './measure.ts';
import { root } from './measure.ts';
import { benchScan } from './scan.ts';
import { benchStartup } from './startup.ts';
import { benchIam } from './iam.ts';
import { benchPaths } from './paths.ts';

/** `npm run bench`: prints a table and writes it to build/bench.md. Names after `--` choose some of the parts. */
const parts: Readonly<Record<string, () => Promise<readonly BenchRow[]> | readonly BenchRow[]>> = {
  startup: benchStartup,
  scan: benchScan,
  large: benchLarge,
  iam: benchIam,
  paths: benchPaths,
};

const chosen = process.argv.slice(2);
const lines = ['| what | measured | aim |', '|---|---:|---:|'];
for (const [name, bench] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const { name: what, value, unit, target } of await bench()) {
    const measured = `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')} ${unit}`.trim();
    lines.push(
      `| ${what} | ${measured} | ${target === undefined ? '' : `${value <= target ? '✔' : '✖'} ≤ ${target} ${unit}`.trim()} |`,
    );
  }
}
const table = `${lines.join('\n')}\n`;
process.stdout.write(table);
writeFileSync(join(root, 'build/bench.md'), table);
