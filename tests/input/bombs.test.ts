import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../src/stand-in/root.ts';
import { runCli } from '../program/cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'audit-bombs-'));
afterAll(() => rmSync(dir, { recursive: true }));

const demo = readFileSync(join(root, 'demo/account.ndjson'), 'utf8').split('\n');
const [header = ''] = demo;
const list = demo.find((line) => line.startsWith('{"list"')) ?? '';
const record = demo.find((line) => line.startsWith('{"record"')) ?? '';

/** Text that is repeated, compressed: members one after the other, as RFC 1952 lets them be. */
function packed(before: string, piece: string, times: number, after = ''): Buffer {
  const each = Math.max(1, Math.floor(8_000_000 / piece.length));
  const member = gzipSync(piece.repeat(each));
  return Buffer.concat([
    gzipSync(before),
    ...Array.from({ length: Math.floor(times / each) }, () => member),
    gzipSync(piece.repeat(times % each) + after),
  ]);
}

const line = (text: string): string => `${text}\n`;
const million = 1_000_000;

/** The long form takes files as large as they may be. */
const share = process.env['SOAK'] === '1' ? 1 : 0.1;
const repeated = (text: string, size: number): string => text.repeat(Math.floor((share * size) / text.length));
const mostYaml = 1_048_576;

describe('a file that is made to fill the memory or the day is refused, and the memory stays bounded', () => {
  it.each<[what: string, content: () => Buffer | string, option: string, message: RegExp]>([
    [
      'a line of 900 MB, packed',
      () => packed(line(header), 'a', 900 * million),
      '--from',
      /: is damaged or cut off \(it unpacks to more than 300 times its size\)/,
    ],
    [
      'a list again and again, packed',
      () => packed(line(header), line(list), 400_000),
      '--from',
      /:3: is out of order: /,
    ],
    [
      'a record again and again, packed',
      () => packed(line(header) + line(list), line(record), share * 400_000),
      '--from',
      /: is cut off after line 40+2: the end is missing/,
    ],
    [
      'a suppression again and again',
      () => repeated('- { check: iam-*, reason: known to us }\n', mostYaml),
      '--suppressions',
      /:1: 0: owner is missing/,
    ],
    [
      'an alias again and again',
      () => `x: &x [${'a,'.repeat(900)}a]\ny:\n${repeated('  - *x\n', mostYaml - 2000)}`,
      '--config',
      /: Excessive alias count/,
    ],
    ['a key again and again', () => repeated('regions: [a]\n', mostYaml), '--config', /:2: Map keys must be unique/],
    [
      'a byte more than a configuration may have',
      () => ' '.repeat(mostYaml + 1),
      '--config',
      /: cannot be read \(it is larger than 1 MiB\)/,
    ],
  ])('%s', { timeout: 60_000 }, async (what, content, option, message) => {
    const name = `${what.replaceAll(/\W+/g, '-')}${option === '--from' ? '.ndjson' : '.yaml'}`;
    writeFileSync(join(dir, name), content());
    await refused([option, name, ...(option === '--from' ? [] : ['--demo'])], name, message);
  });

  it('a line of 900 MB', { timeout: 60_000 }, async () => {
    writeFileSync(join(dir, 'sparse.ndjson'), line(header));
    truncateSync(join(dir, 'sparse.ndjson'), 900 * million);
    await refused(['--from', 'sparse.ndjson'], 'sparse.ndjson', /:2: is longer than 256 MiB/);
  });
});

async function refused(args: readonly string[], name: string, message: RegExp): Promise<void> {
  const {
    code,
    stdout,
    stderr,
    wallMs,
    maxRssKb = Infinity,
  } = await runCli([...args, '--format', 'json'], { cwd: dir });

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^audit: /);
  expect(stderr).toContain(name);
  expect(stderr).toMatch(message);
  expect(stderr.length).toBeLessThan(20_000);
  expect(wallMs).toBeLessThan(30_000);
  expect(maxRssKb / 1024).toBeLessThan(512);
}
