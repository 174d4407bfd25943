import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCustomChecks } from '../../src/config/custom-checks.ts';
import { readSnapshot } from '../../src/inventory/snapshot.ts';
import { AuditError } from '../../src/program/errors.ts';
import { readers } from './readers.ts';

const dir = mkdtempSync(join(tmpdir(), 'audit-files-'));
afterAll(() => rmSync(dir, { recursive: true }));
let count = 0;
const file = (extension: string, content: string | Uint8Array): string => {
  const path = join(dir, `own${++count}.${extension}`);
  writeFileSync(path, content);
  return path;
};
const text = (good: unknown): string => (typeof good === 'string' ? good : JSON.stringify(good));
const utf16 = (of: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(of, 'utf16le')]);

/** What becomes of a file of each kind: refused with this, after its name. */
const kinds: readonly [what: string, make: (extension: string, good: string) => string, message: RegExp][] = [
  ['a folder', (extension) => { const path = join(dir, `folder${++count}.${extension}`); mkdirSync(path); return path; }, /: cannot be read \(it is a directory\)$/], // prettier-ignore
  ['not there', () => join(dir, 'none.json'), /: cannot be read \(ENOENT/],
  ['of UTF-16', (extension, good) => file(extension, utf16(good)), /:1: is in UTF-16, not in UTF-8/],
  ['of NUL bytes', (extension) => file(extension, Buffer.from('{\n\0}')), /:2: is not text: it holds a NUL byte$/],
  ['of Latin-1', (extension) => file(extension, Buffer.from('["\n\xe9"]', 'latin1')), /:2: is not text in UTF-8/],
  ['of gzip', (extension, good) => file(extension, gzipSync(good)), /:1: is compressed \(gzip\)/],
];

async function failure(read: () => Promise<unknown>): Promise<AuditError> {
  const error: unknown = await read().then(
    () => new Error('it was read'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AuditError);
  return error as AuditError;
}

describe.each(readers)('$of', ({ good, extension = 'json', read }) => {
  it.each(kinds)('that is %s is refused', async (_what, make, message) => {
    const path = make(extension, text(good));
    const { exitCode, message: said } = await failure(() => read(path));
    expect({ exitCode, named: said.startsWith(path) }).toEqual({ exitCode: 2, named: true });
    expect(said.slice(path.length)).toMatch(message);
  });

  it('may have a mark in front', async () => {
    await read(file(extension, `\ufeff${text(good)}`)).catch((error: unknown) => {
      // The YAML has a key too many.
      if (typeof good !== 'string') throw error;
      expect(String(error)).not.toContain(':1: ');
    });
  });
});

describe('a device without end', () => {
  it.each(readers.filter(({ extension }) => extension === undefined))('as $of is refused', async ({ read }) => {
    const { message } = await failure(() => read('/dev/zero'));
    expect(message).toMatch(/^\/dev\/zero: (cannot be read \(it is larger than \d+ MiB\)|is )/);
  });

  it('as a snapshot is refused', { timeout: 60_000 }, async () => {
    expect((await failure(() => readSnapshot('/dev/zero'))).message).toMatch(/^\/dev\/zero:1: is longer than 256 MiB/);
  });
});

describe('a file of checks', () => {
  const folder = (name: string, make: (path: string) => void): string => {
    const path = join(dir, name);
    mkdirSync(path);
    make(join(path, 'own.mjs'));
    return path;
  };

  it.each<[what: string, make: (path: string) => void, message: RegExp]>([
    ['that is a folder', (path) => mkdirSync(path), /own\.mjs: cannot be read \(it is a directory\)$/],
    ['of UTF-16', (path) => writeFileSync(path, utf16('export default 1')), /own\.mjs:1: is in UTF-16/],
    ['of NUL bytes', (path) => writeFileSync(path, 'a\n\0'), /own\.mjs:2: is not text/],
    [
      'that is a link to nothing',
      (path) => void execFileSync('ln', ['-s', 'nothing', path]),
      /own\.mjs: cannot be read \(ENOENT/,
    ],
    [
      'that is a device',
      (path) => void execFileSync('ln', ['-s', '/dev/zero', path]),
      /own\.mjs: cannot be read \(it is larger than 1 MiB\)$/,
    ],
    ['without a line of code', (path) => writeFileSync(path, ''), /holds no check$/],
  ])('%s is refused', async (what, make, message) => {
    const path = folder(what.replaceAll(' ', '-'), make);
    const { exitCode, message: said } = await failure(() => loadCustomChecks(path, dir, []));
    expect({ exitCode, said }).toEqual({ exitCode: 2, said: expect.stringMatching(message) as string });
  });
});

describe('a report', () => {
  const report = readers.find(({ of }) => of === 'a report');
  const lines = readers.find(({ of }) => of === 'a report in lines');
  const read = (name: string, content: string) => failure(async () => report?.read(file(name, content)));
  const whole = JSON.stringify(report?.good, undefined, 2);

  it.each<[what: string, content: string, message: RegExp]>([
    ['that is empty', '', /: is empty, where JSON is expected$/],
    ['that is cut off', whole.slice(0, 300), /:\d+:\d+: is not JSON: expected /],
    ['that is a list', '[]', /: is not a report: the report is not an object$/],
    ['without findings', '{"a":1}', /: is not a report: findings is not a list$/],
    ['with a finding that is none', '{"findings":[\n1]}', /:2: is not a report: findings\[0\] is not an object$/],
    [
      'whose second finding has no resource',
      whole.replace(/("aliases"[^]*"aliases"[^]*?)"resource": \{/, '$1"resourcE": {'),
      /:\d\d: is not a report: findings\[1\]\.resource is not an object$/,
    ],
    [
      'whose evidence is a text',
      whole.replace(/"evidence": \[[^\]]*\][^\]]*\]/, '"evidence": "x"'),
      /:3: is not a report: findings\[0\]\.evidence is not a list$/,
    ],
    [
      'whose message is a number',
      whole.replace('"message": "m"', '"message": 1'),
      /:3: is not a report: findings\[0\]\.message is not a text$/,
    ],
    ['in lines, of which one is cut off', text(lines?.good).slice(0, -20), /:2:\d+: is not JSON/],
    [
      'in lines, of which one is no object',
      '{"type":"run"}\n\n[]\n',
      /:3: is not a report: the line is not an object$/,
    ],
    [
      'in lines, with a finding of another shape',
      '{"type":"run"}\n{"type":"finding"}\n',
      /:2: is not a report: the finding\.fingerprint is not a text$/,
    ],
  ])('%s is refused with its line', async (_what, content, message) => {
    const { exitCode, message: said } = await read('json', content);
    expect({ exitCode, said }).toEqual({ exitCode: 2, said: expect.stringMatching(message) as string });
  });
});
