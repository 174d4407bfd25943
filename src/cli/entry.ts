import { endChildren } from './children.ts';
import { main, report } from './main.ts';
import { failureOfStreams, flushStandardStreams, watchStandardStreams } from './streams.ts';

// The SDK warns on every start that it will drop Node 20 one day; that is not the user's concern here.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
watchStandardStreams();
process.on('exit', endChildren);
// What escapes is a bug: it is reported like one, without the program's text that Node would print.
process.on('uncaughtException', (error) => void report(error).then((bug) => process.exit(bug)));

const code = await main(process.argv.slice(2));
await flushStandardStreams();
const failed = failureOfStreams();
// Sockets, timers and programs that are still waited for would keep the process alive; nobody is interested any more.
process.exit(failed === undefined ? code : await report(failed));
