import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folder } from './run.ts';

const program = join(import.meta.dirname, '../../dist/audit.cjs');

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

/** Runs the program after a script of the test's own. */
function after(script: string, args: readonly string[]) {
  dir = folder({ 'before.cjs': script });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', join(dir.path, 'before.cjs'), program, ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] }, timeout: 15_000 },
  );
  return { code: status, stdout, stderr };
}

const said = (message: string): string =>
  `audit: ${message}\nThis is a bug in audit. Set AUDIT_DEBUG=1 to see where.\n`;

/** Does something when the program writes to standard output for the first time. */
const atFirstWrite = (what: string): string => `
  const write = process.stdout.write.bind(process.stdout);
  let done = false;
  process.stdout.write = (...args) => {
    if (!done) { done = true; ${what} }
    return write(...args);
  };`;

describe('an exception that escapes', () => {
  it('is no success, although the program ends with one before it has been said', () => {
    const { code, stdout, stderr } = after(atFirstWrite("process.nextTick(() => { throw new Error('escaped'); });"), [
      '--version',
    ]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect({ code, stderr }).toEqual({ code: 70, stderr: said('escaped') });
  });

  it('is said once, with those that come after it', () => {
    const twice = "for (const name of ['first', 'second']) setImmediate(() => { throw new Error(name); });";
    const { code, stderr } = after(atFirstWrite(twice), ['--help']);
    expect({ code, stderr }).toEqual({ code: 70, stderr: said('first') });
  });

  // As standard error is to a pipe on macOS and Windows.
  it('is said to the end where standard error takes its time', () => {
    const slow = `
      const { Writable } = require('node:stream');
      const fs = require('node:fs');
      const slowly = (chunk, _, done) => setTimeout(() => { fs.writeSync(2, chunk); done(); }, 200);
      Object.defineProperty(process, 'stderr', { value: new Writable({ write: slowly }) });`;
    const thrown = "process.nextTick(() => { throw new Error('escaped'); });";
    const { code, stderr } = after(slow + atFirstWrite(thrown), ['--version']);
    expect({ code, stderr }).toEqual({ code: 70, stderr: said('escaped') });
  });
});
