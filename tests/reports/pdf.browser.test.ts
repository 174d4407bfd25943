import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { html } from '../../reports/html/html.ts';
import { findBrowser, printPdf } from '../../src/cli/pdf.ts';
import { assuredResult } from './fixture-assured.ts';

const browser = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const wanted = existsSync(browser) || process.env['CI'] !== undefined;
const folder = mkdtempSync(join(tmpdir(), 'audit-pdf-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the browser's place. @param body what it does, as the shell reads it; `$out` is the file that it is to write */
function fake(name: string, body: string): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    `#!/bin/sh\nfor a in "$@"; do case "$a" in --print-to-pdf=*) out="\${a#*=}";; esac; done\n${body}\n`,
  );
  chmodSync(file, 0o755);
  return file;
}

describe('printing to PDF', () => {
  it.runIf(wanted)('gives a document with an outline, links, and as many pages as it says', async () => {
    const file = join(folder, 'report.pdf');
    await printPdf(file, html.render(assuredResult(), {}), browser);
    const text = readFileSync(file, 'latin1');
    const pages = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(6);
    expect(text).toContain(`/Count ${pages}`);
    expect(text).toContain('/Outlines');
    expect(text.match(/\/Subtype\s*\/Link/g)?.length ?? 0).toBeGreaterThan(10);
  });

  it.each([
    ['makes no file and exits with 0', 'exit 0', 'there is no file'],
    ['makes an empty file', ': > "$out"', 'the file is empty'],
    ['makes something else', 'echo hello > "$out"', 'the file is none'],
    ['is cut off', 'printf "%%PDF-1.4\\n" > "$out"', 'the file is cut off'],
    ['breaks', 'echo "Out of memory" >&2; exit 133', 'exited with 133'],
  ])('is an error where the browser %s, and leaves what was there', async (name, body, said) => {
    const file = join(folder, 'kept.pdf');
    writeFileSync(file, 'earlier');
    await expect(printPdf(file, ['<!doctype html>'], fake(name.replaceAll(' ', '-'), body))).rejects.toThrow(said);
    expect(readFileSync(file, 'utf8')).toBe('earlier');
  });

  it('tells the browser nothing of AWS', async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'not for browsers';
    const file = join(folder, 'env.pdf');
    try {
      await printPdf(file, ['<!doctype html>'], fake('env', '(printf "%%PDF-"; env; printf "%%%%EOF") > "$out"'));
    } finally {
      delete process.env['AWS_SECRET_ACCESS_KEY'];
    }
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('PATH=');
    expect(text).not.toContain('AWS_');
  });

  it('needs a browser that can be run', async () => {
    await expect(findBrowser(undefined, [join(folder, 'nowhere'), folder])).rejects.toThrow(
      '--format pdf needs Chromium, Chrome or Edge, and none was found',
    );
    await expect(findBrowser(folder)).rejects.toThrow('is no program that can be run');
    const found = fake('there', 'exit 0');
    expect(await findBrowser(undefined, [join(folder, 'nowhere'), found])).toBe(found);
    expect(await findBrowser(found)).toBe(found);
  });
});
