import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startFront, type Front } from '../../../src/stand-in/front.ts';
import { account } from '../../../src/stand-in/facts.ts';
import { answerWorld } from '../../../src/stand-in/world.ts';
import { resident, type Scan } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const { scan } = resident();

/** What is signed with the first key that the program gives. */
const withFirstKey = { accessKeyId: 'ASIAKEY1' };
let front: Front;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-renewed-'));
  front = await startFront({ otherwise: 'empty', defaultAccount: account });
  await answerWorld(front);
});
afterEach(async () => {
  await front.stop();
  rmSync(folder, { recursive: true });
});

/**
 * Scans with a program that prints credentials.
 * @param seconds how long those that it gives last
 * @param always whether it gives the same ones each time
 */
async function scanWith(
  options: { seconds: number; always?: boolean; expireAfter?: number },
  args: readonly string[] = [],
): Promise<{ done: Scan; asked: number }> {
  const count = path.join(folder, 'count');
  const program = path.join(folder, 'program.cjs');
  writeFileSync(count, '');
  writeFileSync(
    program,
    `const fs = require('node:fs');
fs.appendFileSync(${JSON.stringify(count)}, 'x');
const n = ${options.always === true ? 1 : `fs.readFileSync(${JSON.stringify(count)}, 'utf8').length`};
console.log(JSON.stringify({ Version: 1, AccessKeyId: 'ASIAKEY' + n, SecretAccessKey: 'sec' + 'ret', SessionToken: 't' + n,
  Expiration: new Date(Date.now() + ${options.seconds * 1000}).toISOString() }));`,
  );
  const config = path.join(folder, 'config');
  writeFileSync(config, `[profile p]\ncredential_process = "${process.execPath}" "${program}"\n`);
  const { expireAfter = Infinity } = options;
  const timer = setInterval(() => {
    if (front.record.requests.length < expireAfter) return;
    clearInterval(timer);
    front.error(withFirstKey, 'expired-token');
  }, 1);
  const done = await scan(front, ['--profile', 'p', ...args], { env: { AWS_CONFIG_FILE: config } });
  clearInterval(timer);
  return { done, asked: readFileSync(count, 'utf8').length };
}

it('credentials that end in mid-run are replaced once, whatever many calls fail, and nothing is lost', async () => {
  const calm = await scanWith({ seconds: 3600 });
  expect(calm.asked).toBe(1);
  front.record.clear();
  const { done, asked } = await scanWith({ seconds: 3600, expireAfter: 40 });
  expect(asked).toBe(2);
  expect(front.record.requests.filter(({ accessKeyId }) => accessKeyId === 'ASIAKEY2').length).toBeGreaterThan(20);
  expect(done.code).toBe(calm.done.code);
  expect(done.result.findings.map(({ fingerprint, status }) => [fingerprint, status])).toEqual(
    calm.done.result.findings.map(({ fingerprint, status }) => [fingerprint, status]),
  );
});

it('a source that gives the same again ends the run with exit code 4, and --resume goes on', async () => {
  const save = path.join(folder, 'saved.ndjson');
  const { done } = await scanWith({ seconds: 3600, always: true, expireAfter: 40 }, ['--save', save]);
  expect(done.code).toBe(4);
  expect(done.result.run.interrupted).toBe(true);
  expect(done.stderr + done.stdout).not.toContain('program.cjs');
  expect(readFileSync(`${save}.partial`, 'utf8').split('\n').length).toBeGreaterThan(5);
});

it('short-lived credentials are asked for a few times, not before each call', async () => {
  const { asked } = await scanWith({ seconds: 200 });
  expect(front.record.requests.length).toBeGreaterThan(100);
  expect(asked).toBeLessThanOrEqual(3);
});
