import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run release-notes -- 1.2.0`: puts the files of `changes/` below what is unreleased in CHANGELOG.md, heads all of it
 * with the version and deletes them.
 */

/** The files of `changes/` and their text, by name. */
export function changesIn(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'changes');
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/**
 * The changelog with a release at its top.
 * @throws Error when the changelog has no heading `## Unreleased`
 */
export function released(changelog: string, changes: Iterable<string>, version: string): string {
  const [before, after, ...more] = changelog.split('## Unreleased\n');
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('CHANGELOG.md needs one heading `## Unreleased`');
  const next = after.search(/^## /m);
  const [open, older] = next < 0 ? [after, ''] : [after.slice(0, next), after.slice(next)];
  const lines = [open.trim(), ...[...changes].map((text) => text.trim())].filter((text) => text !== '');
  return `${before}## Unreleased\n\n## ${version}\n\n${lines.join('\n')}\n${older === '' ? '' : `\n${older}`}`;
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '../..');
  const [version = ''] = process.argv.slice(2);
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    console.error('usage: npm run release-notes -- <version>, e.g. 1.2.0');
    process.exit(2);
  }
  const changes = changesIn(root);
  const file = join(root, 'CHANGELOG.md');
  writeFileSync(file, released(readFileSync(file, 'utf8'), changes.values(), version));
  for (const name of changes.keys()) rmSync(join(root, 'changes', name));
  console.log(`CHANGELOG.md: ${version}, with ${changes.size} changes`);
}
