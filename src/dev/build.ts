import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram, pageMetafiles, root } from './bundle.ts';
import { thirdPartyNotices } from './notices.ts';
import { shippedPackages } from './supply-chain/shipped.ts';

/** Bundles the program into `dist/`: one small entry, a chunk per command, report and AWS client. */
const dist = join(root, 'dist');
// Built beside and moved into place: whoever runs the program meanwhile has the old one whole.
const beside = join(root, `build/dist-${process.pid}`);
mkdirSync(beside, { recursive: true });

const metafile = await bundleProgram(beside, { readable: process.argv.includes('--readable') });

writeFileSync(
  join(beside, 'audit.cjs'),
  `#!/usr/bin/env node
'use strict';
// The pool that resolves host names is sized when it is first used: an ES module's body would be too late.
process.env.UV_THREADPOOL_SIZE ??= '16';
require('node:module').enableCompileCache?.();
// Collect garbage a little earlier than V8 would: a large account then needs half the memory.
require('node:v8').setFlagsFromString('--heap-growing-percent=20');
require('node:v8').setFlagsFromString('--max-semi-space-size=16');
// Most of a scan is over before its code is hot: optimizing that code as early as V8 would costs a quarter of the CPU time.
require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
// What still runs after ten seconds is worth it.
setTimeout(() => require('node:v8').setFlagsFromString('--interrupt-budget=132000'), 10_000).unref();
import('./main.mjs');
`,
);
chmodSync(join(beside, 'audit.cjs'), 0o755);
if (process.argv.includes('--metafile')) {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build/meta.json'), JSON.stringify(metafile));
}
const shipped = shippedPackages([metafile, ...(await pageMetafiles(metafile))]);
writeFileSync(join(beside, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(shipped));
const old = join(root, `build/old-${process.pid}`);
if (existsSync(dist)) renameSync(dist, old);
renameSync(beside, dist);
rmSync(old, { recursive: true, force: true });
const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(`dist: ${Object.keys(metafile.outputs).length} files, ${(bytes / 1e6).toFixed(2)} MB`);
