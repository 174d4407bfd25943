import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
import { rawText, shakeableSchemas } from '../../src/dev/esbuild-plugins.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder>;
afterEach(() => dir.remove());

async function bundle(files: Record<string, string>): Promise<string> {
  dir = folder(files);
  const result = await build({
    entryPoints: [join(dir.path, 'main.js')],
    bundle: true,
    write: false,
    format: 'esm',
    minifySyntax: true,
    plugins: [rawText(), shakeableSchemas()],
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

it('?raw gives the text of a file', async () => {
  expect(
    await bundle({ 'main.js': "import text from './a.yaml?raw'; console.log(text);", 'a.yaml': 'a: 1\n' }),
  ).toMatch(/["`]a: 1(\\n|\n)["`]/);
});

it('drops the SDK schemas of operations that are not used, and keeps those that are', async () => {
  const schemas =
    'const _hE = "httpError";\nconst _n = "name";\nexport const Used = [1, { [_hE]: 404 }];\nexport const Unused = [2, { [_hE]: 500, [_n]: "x" }];\n';
  const text = await bundle({
    'main.js': "import { Used } from './schemas/schemas_0.js'; console.log(Used);",
    'schemas/schemas_0.js': schemas,
  });
  expect(text).toMatch(/\{\s*httpError: 404\s*\}/);
  expect(text).not.toContain('500');
});

it('leaves computed keys alone that are no constants', async () => {
  const schemas =
    'import { key } from "../key.js";\nconst _n = "name";\nexport const Used = { [key]: 1, [_other()]: 2 };\nfunction _other() { return _n; }\n';
  const text = await bundle({
    'main.js': "import { Used } from './schemas/schemas_0.js'; console.log(Used);",
    'key.js': 'export const key = globalThis.k;',
    'schemas/schemas_0.js': schemas,
  });
  expect(text).toMatch(/\[key\]: 1/);
});
