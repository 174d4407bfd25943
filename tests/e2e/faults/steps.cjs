'use strict';
/**
 * Runs the program that AUDIT_PROGRAM names and counts what it does to files: each step is a line in STEPS_LOG, and at
 * step KILL_AT the process kills itself, before it is done.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const path = require('node:path');

const { AUDIT_PROGRAM: program, STEPS_LOG: log, KILL_AT: killAt } = process.env;
const append = fs.appendFileSync;
let step = 0;

function reached(what) {
  step += 1;
  append(log, `${what}\n`);
  if (step !== Number(killAt)) return;
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** @param of what the step is done to, from the arguments */
function watch(owner, name, of = () => '') {
  const real = owner[name];
  owner[name] = function (...args) {
    reached(`${name} ${of(args)}`.trim());
    return real.apply(this, args);
  };
}

/** The temporary file of a report has a random name. */
const nameOf = ([file]) =>
  typeof file === 'string' ? path.basename(file).replace(/\.\d+\.\w+\.tmp$/, '.tmp') : 'a descriptor';

async function main() {
  for (const name of ['appendFileSync', 'closeSync', 'linkSync', 'rmSync', 'unlinkSync']) watch(fs, name, nameOf);
  const handle = await fs.promises.open(__filename);
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ['open', 'rename', 'unlink']) watch(fs.promises, name, nameOf);
  for (const name of ['appendFile', 'sync', 'close']) watch(prototype, name);
  syncBuiltinESMExports();
  require(program);
}

void main();
