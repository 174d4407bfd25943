import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlePlugin } from '../../reports/html/esbuild-plugin.ts';
import { thirdPartyNotices } from './notices.ts';
import { rawText, shakeableSchemas } from './esbuild-plugins.ts';

/** Bundles the program into `dist/`: one small entry, a chunk per command, report and AWS client. */
const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
// Built beside and moved into place: whoever runs the program meanwhile has the old one whole.
const beside = join(root, `build/dist-${process.pid}`);
mkdirSync(beside, { recursive: true });

const result = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/entry.ts', api: 'src/api.ts', 'strip-types': 'src/config/strip-types.ts' },
  outdir: beside,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The SDK's ES modules can be shaken, its CommonJS cannot.
  mainFields: ['module', 'main'],
  minify: !process.argv.includes('--readable'),
  keepNames: false,
  legalComments: 'none',
  // Dependencies that are CommonJS ask for `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  plugins: [rawText(), bundlePlugin, shakeableSchemas()],
  metafile: true,
  logLevel: 'warning',
});

writeFileSync(
  join(beside, 'audit.cjs'),
  `#!/usr/bin/env node
'use strict';
// The pool that resolves host names is sized when it is first used: an ES module's body would be too late.
process.env.UV_THREADPOOL_SIZE ??= '16';
require('node:module').enableCompileCache?.();
// Collect garbage a little earlier than V8 would: a large account then needs half the memory.
require('node:v8').setFlagsFromString('--heap-growing-percent=20');
require('node:v8').setFlagsFromString('--max-semi-space-size=4');
import('./main.mjs');
`,
);
chmodSync(join(beside, 'audit.cjs'), 0o755);
if (process.argv.includes('--metafile')) {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build/meta.json'), JSON.stringify(result.metafile));
}
writeFileSync(join(beside, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, Object.keys(result.metafile.inputs)));
const old = join(root, `build/old-${process.pid}`);
if (existsSync(dist)) renameSync(dist, old);
renameSync(beside, dist);
rmSync(old, { recursive: true, force: true });
const bytes = Object.values(result.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(`dist: ${Object.keys(result.metafile.outputs).length} files, ${(bytes / 1e6).toFixed(2)} MB`);
