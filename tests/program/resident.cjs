'use strict';
// The built program, run again and again in one process that has loaded it once: see resident.ts.
require('node:module').enableCompileCache?.();
require('node:v8').setFlagsFromString('--max-semi-space-size=16');
if (Number.parseInt(process.versions.v8, 10) >= 12)
  for (const flag of ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'])
    require('node:v8').setFlagsFromString(flag);
const { Console } = require('node:console');
const path = require('node:path');
const { Readable, Writable } = require('node:stream');
const { pathToFileURL } = require('node:url');

const main = pathToFileURL(path.join(__dirname, '../../dist/main.mjs')).href;
const events = ['exit', 'beforeExit', 'uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM', 'SIGHUP'];
/** What `process.exit` throws: nothing after it is to run. */
const ended = Symbol('ended');
let count = 0;
let finish = () => undefined;
// Once: what guards it against modules of the user's stands before it from then on.
process.exit = (code) => {
  finish(code ?? process.exitCode ?? 0);
  throw ended;
};

/** A stream that keeps what is written, in place of a pipe. */
function collector() {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

const set = (name, value) => Object.defineProperty(process, name, { value, configurable: true, writable: true });

function setEnvironment(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}

async function run({ args, env, cwd, input }) {
  const out = collector();
  const err = collector();
  const before = new Map(events.map((event) => [event, process.listeners(event)]));
  const own = (event) => process.listeners(event).filter((each) => !before.get(event).includes(each));
  setEnvironment(env);
  process.chdir(cwd);
  process.argv = [process.execPath, path.join(__dirname, '../../dist/audit.cjs'), ...args];
  process.exitCode = undefined;
  set('stdout', out.stream);
  set('stderr', err.stream);
  set('stdin', Readable.from([Buffer.from(input)]));
  globalThis.console = new Console({ stdout: out.stream, stderr: err.stream });
  const code = await new Promise((resolve, reject) => {
    finish = resolve;
    // The module of the program runs anew, with what it imports as it was loaded.
    import(`${main}?run=${++count}`).catch((error) => {
      if (error !== ended) reject(error);
    });
  });
  for (const listener of own('exit')) listener.call(process, code);
  for (const event of events) for (const listener of own(event)) process.removeListener(event, listener);
  return { code, stdout: out.text(), stderr: err.text() };
}

process.on('message', (given) => {
  run(given).then(
    (done) => process.send(done),
    (error) => process.send({ failed: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
