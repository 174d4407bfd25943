import { main } from './main.ts';

// The SDK warns on every start that it will drop Node 20 one day; that is not the user's concern here.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
// A reader that closes the pipe early (`audit | head`) is not an error, and does not change what the exit code says.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const code = await main(process.argv.slice(2));
process.exitCode = code;
