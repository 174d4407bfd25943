import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assertWritable, targetsFor, writeStdout, writeWhole } from '../../src/cli/output.ts';
import { folder } from './run.ts';

const extensions = { table: 'txt', json: 'json', ndjson: 'ndjson', html: 'html', github: 'github.txt' };
type Format = keyof typeof extensions;
const stdout = undefined;

let dir: ReturnType<typeof folder>;
beforeEach(() => void (dir = folder()));
afterEach(() => dir.remove());

describe('targetsFor', () => {
  it.each<[Format[], string | undefined, (string | undefined)[]]>([
    [['table'], undefined, [stdout]],
    [['json'], undefined, [stdout]],
    [['html'], undefined, ['audit-report.html']],
    [['table', 'html'], undefined, [stdout, 'audit-report.html']],
    [['html'], '-', [stdout]],
    [['json'], '/dev/stdout', [stdout]],
    [['json'], '-', [stdout]],
    [['json'], 'out.json', ['out.json']],
    [['table'], 'out.txt', ['out.txt']],
    [['json'], 'new/', ['new/audit-report.json']],
    [['json', 'html'], 'new', ['new/audit-report.json', 'new/audit-report.html']],
    [
      ['table', 'json', 'ndjson', 'html'],
      'new',
      [stdout, 'new/audit-report.json', 'new/audit-report.ndjson', 'new/audit-report.html'],
    ],
    [['table'], 'new/', [stdout]],
    [['github', 'json'], 'new/', [stdout, 'new/audit-report.json']],
    [['table', 'github'], 'new/', ['new/audit-report.txt', stdout]],
    [['github', 'table', 'json'], 'new', [stdout, 'new/audit-report.txt', 'new/audit-report.json']],
    [['github'], 'annotations.txt', ['annotations.txt']],
    [['json'], '.', ['audit-report.json']],
  ])('puts %j with --output %s to %j', async (formats, output, files) => {
    const targets = await targetsFor(formats, extensions, output);
    expect(targets).toEqual(
      formats.map((format, index) => ({
        format,
        file: files[index] === undefined ? undefined : resolve(files[index]),
      })),
    );
  });

  it('takes an existing folder without a slash for a folder', async () => {
    expect(await targetsFor(['json'], extensions, dir.path)).toEqual([
      { format: 'json', file: join(dir.path, 'audit-report.json') },
    ]);
  });

  it.each<[Format[], string | undefined]>([
    [['table', 'json'], undefined],
    [['json', 'ndjson'], undefined],
    [['html', 'json'], '-'],
    [['table', 'github'], undefined],
    [['table', 'github'], '-'],
  ])('refuses %j with --output %s: they would share standard output', async (formats, output) => {
    await expect(targetsFor(formats, extensions, output)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('cannot share standard output') as string,
    });
  });
});

describe('assertWritable', () => {
  it('makes the folders', async () => {
    await assertWritable(join(dir.path, 'a/b/c.json'));
    expect(statSync(join(dir.path, 'a/b')).isDirectory()).toBe(true);
  });

  it('refuses a folder in the place of the file', async () => {
    await expect(assertWritable(dir.path)).rejects.toMatchObject({ code: 'output', exitCode: 2 });
  });

  it('refuses a file in the place of a folder', async () => {
    writeFileSync(join(dir.path, 'file'), '');
    await expect(assertWritable(join(dir.path, 'file/report.json'))).rejects.toMatchObject({ code: 'output' });
  });

  it.each(['link/a/report.json', 'link/report.json'])(
    'refuses %s where the link leads nowhere, without trying for ever',
    async (path) => {
      symlinkSync('nowhere', join(dir.path, 'link'));
      await expect(assertWritable(join(dir.path, path))).rejects.toMatchObject({ code: 'output' });
    },
  );
});

describe('writeWhole', () => {
  it('writes the text, readable by the owner only', async () => {
    const file = join(dir.path, 'report.json');
    await writeWhole(file, ['a', 'b'.repeat(70_000), 'c']);
    expect(readFileSync(file, 'utf8')).toBe(`a${'b'.repeat(70_000)}c`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir.path)).toEqual(['report.json']);
  });

  it('compresses when asked to', async () => {
    const file = join(dir.path, 'snapshot.ndjson.gz');
    await writeWhole(file, ['{"a":1}\n', '{"b":2}\n'], true);
    expect(gunzipSync(readFileSync(file)).toString()).toBe('{"a":1}\n{"b":2}\n');
  });

  it('replaces an older file at once', async () => {
    const file = join(dir.path, 'report.json');
    writeFileSync(file, 'old');
    await writeWhole(
      file,
      (function* () {
        yield 'n'.repeat(70_000);
        expect(readFileSync(file, 'utf8')).toBe('old');
        yield 'ew';
      })(),
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^n+ew$/);
  });

  it.each([false, true])(
    'leaves the older file and nothing else when rendering fails (compressed: %s)',
    async (compress) => {
      const file = join(dir.path, 'report.json');
      writeFileSync(file, 'old');
      const broken = (function* () {
        yield 'x'.repeat(70_000);
        throw new Error('it broke');
      })();
      await expect(writeWhole(file, broken, compress)).rejects.toMatchObject({
        code: 'output',
        message: expect.stringContaining(file) as string,
      });
      expect(readFileSync(file, 'utf8')).toBe('old');
      expect(readdirSync(dir.path)).toEqual(['report.json']);
    },
  );

  it('leaves nothing when the place is taken by a folder', async () => {
    const file = join(dir.path, 'report.json');
    mkdirSync(file);
    await expect(writeWhole(file, ['a'])).rejects.toMatchObject({ code: 'output' });
    expect(readdirSync(dir.path)).toEqual(['report.json']);
  });
});

describe('a path that is no plain file', () => {
  it.each(['there', 'not there yet'])('keeps a link and replaces what it leads to, which is %s', async (state) => {
    const real = join(dir.path, 'report-1.json');
    const link = join(dir.path, 'latest.json');
    if (state === 'there') writeFileSync(real, 'old');
    symlinkSync('report-1.json', link);
    await assertWritable(link);
    await writeWhole(link, ['new']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toBe('new');
  });

  it('writes to a named pipe and leaves it one', async () => {
    const pipe = join(dir.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reading = readFile(pipe, 'utf8');
    await assertWritable(pipe);
    await writeWhole(pipe, ['for the reader']);
    expect(await reading).toBe('for the reader');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(dir.path)).toEqual(['pipe']);
  });
});

describe('writeStdout', () => {
  it('waits for a reader that is slow', async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return false;
    });
    const done = writeStdout(['a', 'x'.repeat(70_000), 'b']);
    await new Promise((next) => setImmediate(next));
    const before = written.length;
    process.stdout.emit('drain');
    await new Promise((next) => setImmediate(next));
    process.stdout.emit('drain');
    await done;
    spy.mockRestore();
    expect(before).toBe(1);
    expect(written.join('')).toBe(`a${'x'.repeat(70_000)}b`);
  });
});
