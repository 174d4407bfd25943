import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from './areas.ts';
import type { Measured, Row } from './render.ts';
import { merge, render } from './render.ts';

/**
 * `npm run reliability` and, with `--soak`, `npm run soak`: runs the tests of every area (or of those named) and writes their
 * figures to docs/reliability.json and docs/RELIABILITY.md; an area whose tests fail keeps the figures it had, and the exit code
 * is 1. `--render` only writes the document from what is there.
 */
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'build/reliability');
const data = join(root, 'docs/reliability.json');

const given = process.argv.slice(2);
const form = given.includes('--soak') ? 'soak' : 'short';
const named = given.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !areas.some(({ id }) => id === name));
if (unknown.length > 0)
  throw new Error(`no such area: ${unknown.join(', ')} (${areas.map(({ id }) => id).join(', ')})`);

/** Areas whose tests failed. */
const failed = new Set<string>();
if (!given.includes('--render')) {
  rmSync(folder, { recursive: true, force: true });
  for (const { id, script } of areas) {
    if (named.length > 0 && !named.includes(id)) continue;
    const env = { ...process.env, RELIABILITY: '1', ...(form === 'soak' ? { SOAK: '1' } : {}) };
    const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, env, stdio: 'inherit' });
    if (status !== 0) failed.add(id);
  }
}

const measured = !existsSync(folder)
  ? []
  : readdirSync(folder)
      .filter((name) => name.startsWith(`${form}-`))
      .sort()
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
      .map((line) => JSON.parse(line) as Measured)
      // What failed has no figures to show: its old ones stay.
      .filter(({ area }) => !failed.has(area));
const before = existsSync(data) ? (JSON.parse(readFileSync(data, 'utf8')) as Row[]) : [];
const rows = merge(before, measured, form);
writeFileSync(data, `${JSON.stringify(rows, undefined, 2)}\n`);
writeFileSync(join(root, 'docs/RELIABILITY.md'), render(areas, rows));
if (failed.size > 0) {
  process.stderr.write(`Tests failed: the figures of ${[...failed].join(', ')} stay as they were.\n`);
  process.exitCode = 1;
}
