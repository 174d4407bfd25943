#!/usr/bin/env node
'use strict';
// What must be set before the first module loads; the program itself is main.mjs, beside this file in the package.
const { setFlagsFromString } = require('node:v8');

// The pool that resolves host names is sized when it is first used: an ES module's body would be too late.
process.env.UV_THREADPOOL_SIZE ??= '16';
require('node:module').enableCompileCache?.();

/**
 * V8's settings by its major version. V8 complains on stderr about one that it does not know, and has no way to ask, so
 * a version that is not here gets none. Node 20 has V8 11, 22 has 12, 24 has 13, 26 has 14.
 */
const v8 = Number.parseInt(process.versions.v8, 10);
const known = v8 >= 11 && v8 <= 14;
// Collect garbage a little earlier than V8 would: a large account then needs half the memory.
const memory = ['--heap-growing-percent=20', '--max-semi-space-size=16'];
// Most of a scan is over before its code is hot: optimizing that code as early as V8 would costs up to a quarter of the CPU time.
const late =
  v8 === 11
    ? ['--interrupt-budget=1000000']
    : ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'];
const usual =
  v8 === 11
    ? ['--interrupt-budget=132000']
    : ['--invocation-count-for-maglev=400', '--invocation-count-for-turbofan=3000'];

if (known) {
  for (const flag of [...memory, ...late]) setFlagsFromString(flag);
  // What still runs after ten seconds is worth it.
  setTimeout(() => {
    for (const flag of usual) setFlagsFromString(flag);
  }, 10_000).unref();
}
void import('./main.mjs');
