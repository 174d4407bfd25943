import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/text/decode.ts';
import { readBounded } from '../../src/program/read-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'audit-read-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
const pipe = (name: string): string => {
  execFileSync('mkfifo', [join(dir, name)]);
  return join(dir, name);
};

describe('a file is read whole, up to a size', () => {
  it.each<[what: string, size: number]>([
    ['empty', 0],
    ['small', 5],
    ['as large as may be', 100_000],
  ])('%s', async (what, size) => {
    expect((await readBounded(file(what, 'x'.repeat(size)), 100_000)).length).toBe(size);
  });

  it.each<[what: string, path: () => string, message: string | RegExp]>([
    ['is a byte too large', () => file('large', 'x'.repeat(1_048_577)), 'it is larger than 1 MiB'],
    ['is a folder', () => dir, 'it is a directory'],
    ['is not there', () => join(dir, 'none'), /^ENOENT/],
    ['is below a file', () => join(file('a', ''), 'b'), /^ENOTDIR/],
    ['has a name with NUL', () => join(dir, 'a\0b'), /null bytes/],
    ['is a device without end', () => '/dev/zero', 'it is larger than 1 MiB'],
    ['is a pipe that nobody writes to', () => pipe('silent'), 'it is a pipe that nobody wrote to for 0.2 s'],
    ['is a link to itself', () => { execFileSync('ln', ['-s', 'loop', join(dir, 'loop')]); return join(dir, 'loop'); }, /^ELOOP/], // prettier-ignore
  ])('not when it %s', async (_what, path, message) => {
    const start = performance.now();
    await expect(readBounded(path(), 1_048_576, 200)).rejects.toThrow(message);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('/dev/null, which is empty', async () => expect(await readBounded('/dev/null', 10)).toHaveLength(0));

  it('a pipe, to its end, however long its writer thinks', async () => {
    const path = pipe('slow');
    const reading = readBounded(path, 1_000_000, 200);
    const writer = await open(path, 'w');
    for (const part of ['a', 'b'.repeat(200_000), 'c']) {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((done) => setTimeout(done, 300));
      // oxlint-disable-next-line no-await-in-loop
      await writer.writeFile(part);
    }
    await writer.close();
    expect((await reading).length).toBe(200_002);
  });

  it('a pipe without end only up to the size', async () => {
    const path = pipe('endless');
    const reading = readBounded(path, 1_048_576).catch((error: Error) => error.message);
    const writer = await open(path, 'w');
    await writer.writeFile(Buffer.alloc(4_000_000)).catch(() => undefined);
    await writer.close();
    expect(await reading).toBe('it is larger than 1 MiB');
  });
});

describe('bytes are text in UTF-8', () => {
  it.each<[what: string, bytes: Uint8Array, text: string]>([
    ['plain', Buffer.from('a\nb'), 'a\nb'],
    ['with a mark in front', Buffer.from('\ufeffa'), 'a'],
    ['with letters of every length', Buffer.from('aé漢😀'), 'aé漢😀'],
    ['empty', Buffer.from(''), ''],
  ])('%s', (_what, bytes, text) => expect(decode(bytes)).toBe(text));

  it.each<[what: string, bytes: readonly number[], line: number, message: RegExp]>([
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0], 1, /^is in UTF-16/],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 1, /^is in UTF-16/],
    ['UTF-16 without its mark', [0x61, 0, 0x0a, 0], 1, /NUL byte/],
    ['NUL on the third line', [0x61, 0x0a, 0x0a, 0], 3, /NUL byte/],
    ['Latin-1', [0x0a, 0x61, 0xe9, 0x62, 0x0a], 2, /^is not text in UTF-8/],
    ['a letter that is cut off', [0x0a, 0x0a, 0xe6, 0xbc], 3, /^is not text in UTF-8/],
    ['half of a pair', [0xed, 0xa0, 0x80], 1, /^is not text in UTF-8/],
    ['a letter longer than it need be', [0xc0, 0xaf], 1, /^is not text in UTF-8/],
    ['gzip', [0x1f, 0x8b, 8, 0, 0], 1, /compressed/],
    ['zip', [0x50, 0x4b, 3, 4, 0], 1, /NUL byte/],
  ])('%s is not', (_what, bytes, line, message) => {
    expect(() => decode(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ line, message: expect.stringMatching(message) as string }) as Error,
    );
  });
});
