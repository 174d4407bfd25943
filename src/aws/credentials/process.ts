import { spawn } from 'node:child_process';
import type { AwsCredentials } from '../clients.ts';
import { codeOf } from '../errors.ts';
import { SourceFault } from './fault.ts';
import { hide } from './hide.ts';
import { endTree } from './process-tree.ts';
import type { SourceContext } from './types.ts';

/**
 * Credentials that a program prints. The command line and what the program says on stderr are never repeated: both may
 * hold secrets.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 * @throws SourceFault
 */
export async function fromProgram(profile: string, command: string, context: SourceContext): Promise<AwsCredentials> {
  const source = `the profile ${profile} (credential_process)`;
  const text = await output(source, command, context);
  let printed: unknown;
  try {
    printed = JSON.parse(text);
  } catch {
    throw new SourceFault(source, text.trim() === '' ? 'the program printed nothing' : 'the program printed no JSON');
  }
  if (typeof printed !== 'object' || printed === null || Array.isArray(printed))
    throw new SourceFault(source, 'the program printed no JSON object');
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration } = printed as Record<string, unknown>;
  if (Version !== 1) throw new SourceFault(source, `the program printed Version ${shown(Version)}; expected 1`);
  const missing = Object.entries({ AccessKeyId, SecretAccessKey }).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [] : [name],
  );
  if (missing.length > 0) throw new SourceFault(source, `the program printed no ${missing.join(' and no ')}`);
  const expiration =
    Expiration === undefined || Expiration === null
      ? undefined
      : new Date(typeof Expiration === 'string' ? Expiration : Number.NaN);
  if (expiration !== undefined && Number.isNaN(expiration.getTime()))
    throw new SourceFault(source, 'the program printed an Expiration that is no date; expected ISO 8601');
  if (expiration !== undefined && expiration.getTime() <= Date.now())
    throw new SourceFault(source, `the program printed credentials that expired at ${expiration.toISOString()}`);
  return hide({
    accessKeyId: String(AccessKeyId),
    secretAccessKey: String(SecretAccessKey),
    ...(typeof SessionToken === 'string' && SessionToken !== '' ? { sessionToken: SessionToken } : {}),
    ...(expiration === undefined ? {} : { expiration }),
  });
}

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(value) : value === undefined ? '(none)' : typeof value;

/** More than this is no answer. */
const longest = 1 << 20;

/**
 * It shares our terminal, on which it may ask a person, and ends with its children when its time is over: a group of its
 * own would take the terminal from it.
 */
function output(source: string, command: string, { env, signal, limitMs = 0 }: SourceContext): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, env, windowsHide: true, stdio: ['inherit', 'pipe', 'ignore'] });
    const end = (): void => endTree(child);
    const settle = (error: SourceFault | undefined, text = ''): void => {
      process.removeListener('exit', end);
      signal?.removeEventListener('abort', late);
      child.stdout.destroy();
      if (error === undefined) resolve(text);
      else reject(error);
    };
    const late = (): void => {
      end();
      settle(new SourceFault(source, `the program did not end within ${limitMs / 1000} s`));
    };
    process.once('exit', end);
    signal?.addEventListener('abort', late, { once: true });
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= longest) return;
      end();
      settle(new SourceFault(source, 'the program printed more than 1 MB'));
    });
    child.once('error', (error) =>
      settle(new SourceFault(source, `the program could not be started (${codeOf(error)})`)),
    );
    child.once('close', (code, ended) => {
      if (code === 0) settle(undefined, Buffer.concat(chunks).toString('utf8'));
      else settle(new SourceFault(source, reasonOf(code, ended)));
    });
  });
}

/** How a program failed, without its command line. */
function reasonOf(code: number | null, signal: string | null): string {
  if (code === 127) return 'the program was not found (exit code 127)';
  if (code === 126) return 'the program may not be executed (exit code 126)';
  return code === null
    ? `the program was ended by ${signal ?? 'a signal'}`
    : `the program ended with exit code ${code}`;
}
