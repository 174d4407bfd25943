import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { homeOf } from '../shared-files.ts';
import { readBounded, whyNotRead } from '../../program/read-file.ts';
import { objectOf } from './ask.ts';
import { SourceFault } from './fault.ts';

/** What AWS's command line keeps of a sign-in. */
export type SignIn = Readonly<Record<string, unknown>>;

/** A sign-in is a few tokens. */
const mostBytes = 1_048_576;

/** Where AWS's tools keep their sign-ins: `~/.aws/NAME/cache`. */
export const cacheOf = (env: NodeJS.ProcessEnv, name: 'sso' | 'login'): string => `${homeOf(env)}/.aws/${name}/cache`;

/** Renewed sign-ins that could not be put back, by file: what is there may no longer be good. */
const unwritten = new Map<string, SignIn>();

/** @throws SourceFault when nobody signed in, or the file is none of a sign-in */
export async function readSignIn(source: string, file: string, hint: string): Promise<SignIn> {
  const held = unwritten.get(file);
  if (held !== undefined) return held;
  let text: string;
  try {
    text = (await readBounded(file, mostBytes)).toString('utf8');
  } catch (error) {
    const why = whyNotRead(error);
    const reason = why === 'ENOENT' ? `nobody signed in (there is no ${file})` : `${file} could not be read: ${why}`;
    throw new SourceFault(source, reason, { hint, cause: error });
  }
  const found = objectOf(text);
  if (found === undefined) throw new SourceFault(source, `${file} is no JSON object`, { hint });
  return found;
}

/**
 * Puts a renewed sign-in back where it was, as AWS's own tools do: the refresh token that was there may be good for one
 * use only, and whoever signed in would have to do so again.
 * https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html
 */
export async function putBack(file: string, signIn: SignIn): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(signIn));
    } finally {
      await handle.close();
    }
    // At once: another program may read it now.
    await rename(beside, file);
    unwritten.delete(file);
  } catch {
    // Where nothing can be written, as on a read-only file system, the run goes on with what it was given.
    unwritten.set(file, signIn);
    await rm(beside, { force: true }).catch(() => undefined);
  }
}
