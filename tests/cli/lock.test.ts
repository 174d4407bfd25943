import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireLock } from '../../src/cli/lock.ts';
import { folder } from './run.ts';

let dir: ReturnType<typeof folder>;
let snapshot: string;
beforeEach(() => {
  dir = folder();
  snapshot = join(dir.path, 'prod.ndjson');
});
afterEach(() => dir.remove());

it('holds the process id while the snapshot is written, and goes away', () => {
  const lock = acquireLock(snapshot);
  expect(readFileSync(`${snapshot}.lock`, 'utf8')).toBe(String(process.pid));
  lock.release();
  expect(existsSync(`${snapshot}.lock`)).toBe(false);
});

it('refuses a second run, and names the first', () => {
  const lock = acquireLock(snapshot);
  expect(() => acquireLock(snapshot)).toThrow(`another run (process ${process.pid}) is writing it`);
  expect(existsSync(`${snapshot}.lock`)).toBe(true);
  lock.release();
  acquireLock(snapshot).release();
});

it('takes the lock of a process that is gone', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(`${snapshot}.lock`, String(pid));
  const lock = acquireLock(snapshot);
  expect(readFileSync(`${snapshot}.lock`, 'utf8')).toBe(String(process.pid));
  lock.release();
});

it.each(['', 'what', '0', '-1'])('takes a lock that holds %j: no process of ours writes such', (text) => {
  writeFileSync(`${snapshot}.lock`, text);
  acquireLock(snapshot).release();
});

it('leaves nothing beside the snapshot', () => {
  writeFileSync(`${snapshot}.lock`, '');
  const lock = acquireLock(snapshot);
  expect(() => acquireLock(snapshot)).toThrow();
  expect(readdirSync(dir.path)).toEqual(['prod.ndjson.lock']);
  lock.release();
  expect(readdirSync(dir.path)).toEqual([]);
});

it('says that the place cannot be written', () => {
  expect(() => acquireLock(join(dir.path, 'no/such/folder/prod.ndjson'))).toThrow('cannot be written');
});

it('takes a lock of any size, and a pipe in its place, without reading more than an id takes', () => {
  writeFileSync(`${snapshot}.lock`, 'x');
  truncateSync(`${snapshot}.lock`, 8 * 2 ** 30);
  acquireLock(snapshot).release();
  spawnSync('mkfifo', [`${snapshot}.lock`]);
  acquireLock(snapshot).release();
});
