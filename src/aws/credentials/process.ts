import { exec } from 'node:child_process';
import type { AwsCredentials } from '../clients.ts';
import { SourceFault } from './fault.ts';
import { hide } from './hide.ts';

/**
 * Credentials that a program prints. The command line and what the program says on stderr are never repeated: both may
 * hold secrets.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 * @throws SourceFault
 */
export async function fromProgram(profile: string, command: string, env: NodeJS.ProcessEnv): Promise<AwsCredentials> {
  const source = `the profile ${profile} (credential_process)`;
  const text = await output(source, command, env);
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

function output(source: string, command: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, { env, maxBuffer: 1 << 20, windowsHide: true }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(new SourceFault(source, reasonOf(error)));
    });
  });
}

/** How a program failed, without its command line, which the error's message begins with. */
function reasonOf({
  code,
  signal,
}: {
  readonly code?: number | string | undefined;
  readonly signal?: string | undefined | null;
}): string {
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'the program printed more than 1 MB';
  if (code === 127) return 'the program was not found (exit code 127)';
  if (code === 126) return 'the program may not be executed (exit code 126)';
  if (typeof code === 'number') return `the program ended with exit code ${code}`;
  if (typeof code === 'string') return `the program could not be started (${code})`;
  return `the program was ended by ${signal ?? 'a signal'}`;
}
