import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

/** Chunks that hold an SDK client, and those of yargs. */
const chunks = { sdk: new Set<string>(), yargs: new Set<string>() };
beforeAll(() => {
  for (const name of readdirSync(join(dist, 'chunks'))) {
    if (name.startsWith('sdk-')) chunks.sdk.add(name);
    if (name.startsWith('yargs-')) chunks.yargs.add(name);
  }
});

/** The modules a command really loads, by a loader hook that writes their names down. */
function loadedBy(args: readonly string[]): string[] {
  const hook = `export async function load(url, context, next) { process._rawDebug('loaded ' + url); return next(url, context); }`;
  const file = join(mkdtempSync(join(tmpdir(), 'audit-lazy-')), 'hook.mjs');
  writeFileSync(
    file,
    `import { register } from 'node:module';\nregister(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});\n`,
  );
  const { stderr } = spawnSync(process.execPath, ['--import', file, join(dist, 'main.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return [...stderr.matchAll(/^loaded \S+\/([^/\s]+)$/gm)].map(([, name = '']) => name);
}

describe('what is loaded', () => {
  it('names the chunks as the tests below expect', () => {
    expect(chunks.sdk.size).toBeGreaterThan(10);
    expect(chunks.yargs.size).toBe(1);
    expect(readFileSync(join(dist, 'main.mjs'), 'utf8').length).toBeLessThan(20_000);
  });

  it.each([['--help'], ['--version']])('neither yargs nor a check for %s', (arg) => {
    const loaded = loadedBy([arg]);
    expect(loaded).toContain('main.mjs');
    expect(loaded.filter((name) => chunks.yargs.has(name))).toEqual([]);
    expect(loaded.length).toBeLessThan(12);
  });

  it.each([[['checks', 'list']], [['--demo', '--format', 'json']], [['policy']], [['plan']]])(
    'no SDK client for %s',
    (args) => {
      const loaded = loadedBy(args);
      expect(loaded.some((name) => chunks.yargs.has(name))).toBe(true);
      expect(loaded.filter((name) => chunks.sdk.has(name))).toEqual([]);
    },
  );
});
