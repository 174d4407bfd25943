import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../new/scaffold.ts';
import { coverageOf } from './figures.ts';
import { page, readmeWith } from './page.ts';
import { pagesOfChecks } from './pages.ts';

/**
 * `npm run coverage`: writes docs/coverage.md, docs/checks and the totals in README.md from the catalogue and the checks that are there.
 * With `--check` it only says which would change, with exit code 1.
 */
const coverage = coverageOf(root);
const read = (file: string): string => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
};
const texts: Readonly<Record<string, string>> = {
  'README.md': readmeWith(read('README.md'), coverage),
  'docs/coverage.md': page(coverage),
  ...pagesOfChecks(),
};
const stale = Object.entries(texts).filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`stale: ${stale.map(([file]) => file).join(', ')}; run \`npm run coverage\``);
    process.exitCode = 1;
  }
} else {
  mkdirSync(join(root, 'docs/checks'), { recursive: true });
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
  for (const name of readdirSync(join(root, 'docs/checks')))
    if (!Object.hasOwn(texts, `docs/checks/${name}`)) rmSync(join(root, 'docs/checks', name));
}
