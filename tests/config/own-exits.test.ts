import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostSeconds } from '../../src/config/watchdog.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { root } from '../../src/stand-in/root.ts';
import { startSmallAccount } from '../e2e/small-account.ts';
import { runCli, type CliResult } from '../program/cli.ts';

let front: Front;
beforeAll(async () => void (front = await startSmallAccount({ kept: { versioned: true } })));
afterAll(() => front.stop());
const dir = mkdtempSync(join(tmpdir(), 'audit-own-exits-'));
afterAll(() => rmSync(dir, { recursive: true }));

const check = (evaluate: string, before = ''): string => `
import { defineCheck, fail, pass, resources } from 'aws-posture-audit';
${before}
export default defineCheck({
  id: 'own-check', title: 't', severity: 'low', category: 'security', resource: resources.s3.bucket, risk: 'r',
  fix: { text: 'f' }, references: [],
  evaluate() { ${evaluate} },
});
`;
/** A check of a type of its own; what loops is on line 5 or 8. */
const withType = (list: string, read = ''): string => `
import { defineCheck, pass, resource, resources } from 'aws-posture-audit';
const type = resource(resources.s3.bucket.service, 'Custom::S3::Thing', { calls: ['ListBuckets'],
  async *list(api) { await api.call('ListBuckets');
    ${list}
    yield { id: 'one' }; },
  arn: ({ id }) => 'arn:aws:s3:::' + id }).facets((facet) => ({ more: facet({ calls: ['GetBucketVersioning'], read: async (api, { id }) => {
    ${read}
    return id; } }) }));
export default defineCheck({
  id: 'own-check', title: 't', severity: 'low', category: 'security', resource: type, needs: ['more'], risk: 'r',
  fix: { text: 'f' }, references: [], evaluate: () => pass('m') });
`;
let count = 0;
function run(source: string, nodeArgs: readonly string[] = [], endpoint?: string): Promise<CliResult> {
  const folder = join(dir, String(count++));
  mkdirSync(folder);
  writeFileSync(join(folder, 'own.mjs'), source);
  const from = endpoint === undefined ? ['--demo'] : ['--region', 'eu-west-1'];
  return runCli(
    [...from, '--checks', folder, '--check', 'own-check', '--allow-incomplete', '--quiet', '--format', 'json'],
    { timeoutMs: 100_000, nodeArgs, ...(endpoint === undefined ? {} : { endpoint }) },
  );
}

describe('a check that would end the process', () => {
  it.each([
    ['process.exit(0)', 'process.exit(0)', ''],
    ['an imported exit', 'exit(0)', "import { exit } from 'node:process';"],
    ['process.abort()', 'process.abort()', ''],
    ['process.kill()', "process.kill(process.pid, 'SIGKILL')", ''],
    ['an exit while it is loaded', '', 'process.exit(0);'],
    ['a wait without end while it is loaded', '', 'await new Promise(() => {});'],
  ])('by %s is named, and the exit code is 2', { timeout: 100_000 }, async (_how, evaluate, before) => {
    const { code, stdout, stderr } = await run(check(`${evaluate}; return pass('m');`, before));
    expect(stderr).toContain('own.mjs');
    expect(stderr).not.toContain('bug in audit');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('by process.exitCode changes nothing', { timeout: 100_000 }, async () => {
    const { code, stdout } = await run(check("process.exitCode = 9; return fail('m');"));
    expect(stdout).toContain('"status":"fail"');
    expect(code).toBe(1);
  });

  // All at once, and with less patience: each loops for as long as it is waited for.
  it('never is named, and the exit code is 2', { timeout: 100_000 }, async () => {
    const sources = {
      evaluate: check('for (;;);'),
      'a pattern': check("/^(a+)+$/.test('a'.repeat(60) + 'b'); return pass('m');"),
      import: check('', 'for (;;);'),
      microtasks: check('', 'const on = () => Promise.resolve().then(on); await on();'),
    };
    const later = {
      'own.mjs:5: list': withType('for (;;);'),
      'own.mjs:8: read': withType('', 'for (;;);'),
    };
    expect(mostSeconds).toBe(20);
    const hasty = ['--require', join(root, 'tests/program/hasty-watch.cjs')];
    const runs = [
      ...Object.values(sources).map((source) => run(source, hasty)),
      ...Object.values(later).map((source) => run(source, hasty, front.url)),
    ];
    const ends = runs.map(async (ending) => {
      const { code, stdout, stderr } = await ending;
      return { code, stdout, stderr: stderr.replace(/\/.*\//, '') };
    });
    const said = (what: string): string =>
      `\naudit: ${what} has not come to an end in 2 s: it seems to loop without end\nNo report was made. Mend it, or leave it out.\n`;
    expect(await Promise.all(ends)).toEqual(
      [
        ...['evaluate of own-check', 'evaluate of own-check', 'loading it', 'loading it'].map(
          (what) => `own.mjs: ${what}`,
        ),
        ...Object.keys(later),
      ].map((what) => ({ code: 2, stdout: '', stderr: said(what) })),
    );
  });

  it.each(['Object.create(null)', 'new Proxy({}, { getPrototypeOf() { throw 1; } })'])(
    'throws %s, which is told as an error of the check',
    { timeout: 100_000 },
    async (thrown) => {
      const { code, stdout, stderr } = await run(check(`throw ${thrown};`));
      expect(stderr).not.toContain('bug in audit');
      expect(stdout).toContain('error in the check own-check');
      expect(code).toBe(0);
    },
  );
});
