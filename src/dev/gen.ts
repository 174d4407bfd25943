import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamDataFiles } from './gen-iam-data.ts';
import { checkFiles, checkIndex, resourceFiles, serviceIndex } from './gen-index.ts';

/**
 * Writes the generated files; with `--check` only says which are stale and exits 1.
 * Generated: checks/index.ts, src/services/index.ts, and the policy engine's tables in src/iam/data.
 */
const root = join(import.meta.dirname, '../..');
const generated: Record<string, string> = {
  'checks/index.ts': checkIndex(checkFiles(root)),
  'src/services/index.ts': serviceIndex(root, resourceFiles(root)),
  ...iamDataFiles(),
};
const stale: string[] = [];
for (const [file, text] of Object.entries(generated)) {
  const path = join(root, file);
  let old: string | undefined;
  try {
    old = readFileSync(path, 'utf8');
  } catch {
    old = undefined;
  }
  if (old === text) continue;
  stale.push(file);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run \`npm run gen\``);
  process.exitCode = 1;
} else console.log(stale.length === 0 ? 'generated files are fresh' : `written: ${stale.join(', ')}`);
