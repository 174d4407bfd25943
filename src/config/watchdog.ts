import { closeSync } from 'node:fs';
import { url as debuggedAt } from 'node:inspector';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Whole seconds that one call of a user's code may take; it takes thousandths. */
export const mostSeconds = 20;

/** Shared with the thread that watches: what is at work (0: nothing), and a number that changes with each call. */
const cells = new Int32Array(new SharedArrayBuffer(8));
let worker: Worker | undefined;
const names: string[] = [];

/** How the watching thread finds what ends the process. */
const endName = 'aws-posture-audit.end';
/** Taken before anything of the user's is loaded: later it is refused where their code is on the stack. */
const { reallyExit } = process as unknown as { reallyExit: (code: number) => never };

/** Ends the process as a mistake in what the user gave does. Called by a debugger, within their code. */
function end(): void {
  process.emit('exit', 2);
  // Node would say there that it waits for the debugger.
  closeSync(2);
  reallyExit.call(process, 2);
}

/**
 * Watches the code of a file from a thread of its own: a loop without end holds this one, and no timer runs. The thread names
 * the file and then, as a debugger, interrupts this one and has it end with exit code 2; where that does not help it ends
 * the process by SIGKILL (the system reports 137). What is called later, as `list` and `read` of a type, is watched without a
 * name: when no timer runs any more and this thread is found in code beside a file of the user's, that is named.
 * https://nodejs.org/api/inspector.html#sessionconnecttomainthread
 * @param name the file, and what of it
 * @returns calls something of it under watch
 */
export function watched(name: string): <T>(call: () => T) => T {
  // Whoever debugs stops where they like.
  if (debuggedAt() !== undefined) return (call) => call();
  if (worker === undefined) {
    worker = new Worker(source, {
      eval: true,
      workerData: { cells, mostSeconds, endName },
      execArgv: [],
      stdout: true,
    });
    worker.unref();
    setInterval(() => Atomics.add(cells, 1, 1), 200).unref();
    Object.defineProperty(globalThis, Symbol.for(endName), { value: end });
  }
  worker.postMessage(name, []);
  const number = names.push(name);
  return (call) => {
    const before = Atomics.load(cells, 0);
    Atomics.store(cells, 0, number);
    Atomics.add(cells, 1, 1);
    try {
      return call();
    } finally {
      Atomics.store(cells, 0, before);
    }
  };
}

/**
 * Counts the folder of a file as the user's: what holds the thread there is named.
 * @param ours folders of the program, as URLs: what loops there is no fault of the file's
 */
export const watchFolderOf = (file: string, ours: readonly string[]): void =>
  worker?.postMessage({ folder: new URL('.', pathToFileURL(file)).href, ours }, []);

/** Watches what is loaded: it may wait for something, but not hold the thread. */
export async function watchedWhile<T>(name: string, load: () => Promise<T>): Promise<T> {
  const within = watched(name);
  try {
    const loading = within(load);
    Atomics.store(cells, 0, names.length);
    return await loading;
  } finally {
    Atomics.store(cells, 0, 0);
  }
}

/** Polls instead of measuring: while a machine sleeps nothing is counted. */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const { Session } = require('node:inspector');
const { cells, mostSeconds, endName } = workerData;
const { fileURLToPath } = require('node:url');
const names = [];
const folders = [];
let ours = [];
parentPort.on('message', (message) => {
  if (typeof message === 'string') names.push(message);
  else {
    folders.push(message.folder);
    ours = message.ours;
  }
});
const isUsers = (url) => folders.some((folder) => url.startsWith(folder)) && !ours.some((folder) => url.startsWith(folder));
let asked = false;
let seen = 0;
let polls = 0;
const watching = setInterval(() => {
  const at = Atomics.load(cells, 0);
  const beat = Atomics.load(cells, 1);
  polls = beat === seen ? polls + 1 : 0;
  seen = beat;
  if (polls < mostSeconds || asked) return;
  polls = 0;
  asked = true;
  if (at !== 0) say(names[at - 1]);
  const session = new Session();
  session.connectToMainThread();
  const urls = new Map();
  let tries = 0;
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  session.on('Debugger.paused', ({ params: { callFrames } }) => {
    if (at === 0) {
      const frame = callFrames.find(({ location }) => isUsers(urls.get(location.scriptId) ?? ''));
      if (frame === undefined) {
        // Between two turns of a loop that awaits it is in no code of the file.
        tries += 1;
        session.post('Debugger.resume');
        if (tries < 100 && Atomics.load(cells, 1) === beat) {
          setTimeout(() => session.post('Debugger.pause'), 7);
          return;
        }
        session.disconnect();
        asked = false;
        return;
      }
      const { scriptId, lineNumber } = frame.location;
      say(fileURLToPath(urls.get(scriptId)) + ':' + (lineNumber + 1) + (frame.functionName === '' ? '' : ': ' + frame.functionName));
    }
    const expression = 'globalThis[Symbol.for(' + JSON.stringify(endName) + ')]()';
    session.post('Debugger.evaluateOnCallFrame', { callFrameId: callFrames[0].callFrameId, expression });
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}, 1000);

function say(what) {
  clearInterval(watching);
  try {
    writeSync(2, '\\naudit: ' + what + ' has not come to an end in ' + mostSeconds + ' s: it seems to loop without end\\nNo report was made. Mend it, or leave it out.\\n');
  } catch {}
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000);
}
`;
