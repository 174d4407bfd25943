import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'audit-own-exits-'));
afterAll(() => rmSync(dir, { recursive: true }));
const program = join(import.meta.dirname, '../../dist/audit.cjs');

const check = (evaluate: string, before = ''): string => `
import { defineCheck, fail, pass, resources } from 'aws-posture-audit';
${before}
export default defineCheck({
  id: 'own-check', title: 't', severity: 'low', category: 'security', resource: resources.s3.bucket, risk: 'r',
  fix: { text: 'f' }, references: [],
  evaluate() { ${evaluate} },
});
`;
let count = 0;
function run(source: string) {
  const folder = join(dir, String(count++));
  mkdirSync(folder);
  writeFileSync(join(folder, 'own.mjs'), source);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--demo', '--checks', folder, '--check', 'own-check', '--allow-incomplete', '--format', 'json'],
    { encoding: 'utf8', timeout: 100_000 },
  );
  return { status, stdout, stderr };
}

describe('a check that would end the process', () => {
  it.each([
    ['process.exit(0)', 'process.exit(0)', ''],
    ['an imported exit', 'exit(0)', "import { exit } from 'node:process';"],
    ['process.abort()', 'process.abort()', ''],
    ['process.kill()', "process.kill(process.pid, 'SIGKILL')", ''],
    ['an exit while it is loaded', '', 'process.exit(0);'],
    ['a wait without end while it is loaded', '', 'await new Promise(() => {});'],
  ])('by %s is named, and the exit code is 2', { timeout: 100_000 }, (_how, evaluate, before) => {
    const { status, stdout, stderr } = run(check(`${evaluate}; return pass('m');`, before));
    expect(stderr).toContain('own.mjs');
    expect(stderr).not.toContain('bug in audit');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('by process.exitCode changes nothing', { timeout: 100_000 }, () => {
    const { status, stdout } = run(check("process.exitCode = 9; return fail('m');"));
    expect(stdout).toContain('"status":"fail"');
    expect(status).toBe(1);
  });

  it.each([
    ['evaluate', check('for (;;);')],
    ['import', check('', 'for (;;);')],
  ])('never, for it loops without end in its %s, is named', { timeout: 100_000 }, (_where, source) => {
    const { status, stderr } = run(source);
    expect(stderr).toMatch(/own\.mjs.* has not come to an end/);
    expect(status).not.toBe(0);
  });

  it.each(['Object.create(null)', 'new Proxy({}, { getPrototypeOf() { throw 1; } })'])(
    'throws %s, which is told as an error of the check',
    { timeout: 100_000 },
    (thrown) => {
      const { status, stdout, stderr } = run(check(`throw ${thrown};`));
      expect(stderr).not.toContain('bug in audit');
      expect(stdout).toContain('error in the check own-check');
      expect(status).toBe(0);
    },
  );
});
