import { endChildren } from './children.ts';
import { AuditError, loading } from '../program/errors.ts';
import { main, report } from './main.ts';
import { failureOfStreams, flushStandardStreams, watchStandardStreams } from './streams.ts';

watchStandardStreams();
process.on('exit', endChildren);

/** Whether an exception escaped. Whatever the program makes meanwhile, it is no success. */
let escaped = false;

// What escapes is a bug: it is reported like one, without the program's text that Node would print.
process.on('uncaughtException', (error) => {
  // The first is reported. Others may come of it, or of the report.
  if (escaped) return;
  escaped = true;
  process.exitCode = 70;
  void report(error)
    .catch(() => 70)
    .then(async (bug) => {
      await flushStandardStreams();
      process.exit(bug);
    });
});

// Nothing is left that the run could wait for, and it has not ended: a module of the user's waits for what never comes.
process.on('beforeExit', () => {
  if (escaped) return;
  escaped = true;
  const what = loading.file === undefined ? 'a custom check' : loading.file;
  void report(new AuditError('config', `${what}: waits for something that never comes; no report was made`)).then(
    async (wrong) => {
      await flushStandardStreams();
      process.exit(wrong);
    },
  );
});

let code = await main(process.argv.slice(2));
await flushStandardStreams();
const failed = failureOfStreams();
if (failed !== undefined) {
  code = await report(failed);
  await flushStandardStreams();
}
// Sockets, timers and programs that are still waited for would keep the process alive; nobody is interested any more.
// After an exception the process ends when it has been said, above.
if (!escaped) process.exit(code);
