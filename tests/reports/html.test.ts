import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundlePlugin } from '../../src/dev/bundle-plugin.ts';
import { html } from '../../reports/html/html.ts';
import type { Packed } from '../../reports/html/packed.ts';
import { hostileName, resultOf } from './fixture.ts';
import { largeResult } from './fixture-large.ts';
import { smallResult } from './fixture-small.ts';

const write = (result = smallResult()): string => [...html.render(result, {})].join('');
const between = (text: string, from: string, to: string): string =>
  text.slice(text.indexOf(from) + from.length, text.indexOf(to, text.indexOf(from)));
const dataOf = (text: string): string => between(text, '<script type="application/json" id="data">', '</script>');
const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('html', () => {
  it('is the same for the same result', () => {
    expect(write()).toBe(write());
  });

  it('allows by its policy just the style and the script it contains', () => {
    const text = write();
    const policy = between(text, 'Content-Security-Policy" content="', '">');
    const script = between(text.slice(text.indexOf(dataOf(text))), '<script>', '</script>');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${sha(script)}`,
      `style-src ${sha(between(text, '<style>', '</style>'))}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('has no element that loads anything and no inline handler or style', () => {
    const text = write();
    const markup = text.replace(dataOf(text), '').replaceAll(/<(script|style)>.*?<\/\1>/gs, '');
    expect(markup).not.toMatch(/\ssrc=|\shref=|url\(|@import|<link|<iframe|\son\w+=|\sstyle=/i);
    expect(between(text, '<style>', '</style>')).not.toMatch(/url\(|@import/);
  });

  it('lets no text of the account out of its data', () => {
    const text = write(resultOf(smallResult().findings, { run: { ...smallResult().run, account: hostileName } }));
    const data = dataOf(text);
    expect(data).not.toContain('<');
    expect((JSON.parse(data) as Packed).run.account).toBe(hostileName);
    expect(text.replace(data, '')).not.toContain('<img');
    expect(text.replace(data, '')).not.toContain('\u001b');
  });

  it.each([10_000, 100_000])('takes less than 1 MB per 10,000 findings when there are %i', (count) => {
    const result = largeResult(count);
    const start = process.cpuUsage();
    const text = write(result);
    const { user } = process.cpuUsage(start);
    const bytes = Buffer.byteLength(text);
    console.log(`${count} findings: ${(bytes / 1e6).toFixed(2)} MB, written in ${Math.round(user / 1000)} ms of CPU`);
    expect(bytes).toBeLessThan(count * 100);
  });

  it('comes in pieces', () => {
    const pieces = [...html.render(largeResult(20_000), {})];
    expect(pieces.length).toBeGreaterThan(40);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200_000);
  });
});

describe('the bundle plug-in of the build', () => {
  it('makes a browser script and a style sheet importable as text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-bundle-'));
    try {
      writeFileSync(join(folder, 'part.ts'), 'export const answer: number = 42;');
      writeFileSync(
        join(folder, 'page.ts'),
        "import { answer } from './part.ts';\ndocument.title = `</script>${answer}`;",
      );
      writeFileSync(join(folder, 'page.css'), "@import './base.css';\nbody { color: red; }");
      writeFileSync(join(folder, 'base.css'), 'p { margin: 0px; }');
      writeFileSync(
        join(folder, 'entry.ts'),
        "import script from './page.ts?bundle';\nimport style from './page.css?bundle';\nexport { script, style };",
      );
      const { outputFiles } = await build({
        entryPoints: [join(folder, 'entry.ts')],
        bundle: true,
        format: 'esm',
        write: false,
        plugins: [bundlePlugin],
      });
      const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`;
      const { script, style } = (await import(/* @vite-ignore */ url)) as { script: string; style: string };
      expect(script).toMatch(/^\(\(\)=>\{.*42.*\}\)\(\);$/s);
      expect(script).not.toContain('</script>');
      expect(style).toBe('p{margin:0}body{color:red}');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
