import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { neverShow } from '../../secrets/redact.ts';
import { partitionOfRegion } from '../../partitions/partitions.ts';
import { askObject } from './ask.ts';
import { SourceFault, refusedBy } from './fault.ts';
import { textOf } from './hide.ts';
import type { SignIn } from './sign-in-cache.ts';
import { cacheOf, putBack, readSignIn } from './sign-in-cache.ts';
import type { SourceContext } from './types.ts';

/** A token is used once, at once: with less of its life left it is renewed, or counts as expired. */
const marginMs = 60_000;

export interface TokenPlace {
  readonly source: string;
  readonly region: string;
  readonly startUrl: string;
  /** Name of the `[sso-session]` section; without one the token cannot be renewed. */
  readonly session: string | undefined;
  /** What the token is for, and how to sign in. */
  readonly purpose: string;
  readonly hint: string;
}

/**
 * The token that `aws sso login` left, renewed when it has expired and can be.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 * @throws SourceFault when there is none; the network's error
 */
export async function ssoToken(place: TokenPlace, context: SourceContext): Promise<string> {
  const { source, session, startUrl, purpose, hint } = place;
  const key = createHash('sha1')
    .update(session ?? startUrl)
    .digest('hex');
  const file = join(cacheOf(context.env, 'sso'), `${key}.json`);
  const fault = (reason: string, cause?: unknown): SourceFault =>
    new SourceFault(source, `there is no valid sign-in ${purpose}: ${reason}`, {
      hint,
      ...(cause === undefined ? {} : { cause }),
    });
  const signIn = await readSignIn(source, file, hint).catch((error: unknown) => {
    throw error instanceof SourceFault ? fault(error.message.slice(source.length + 2), error.cause) : error;
  });
  neverShow([signIn['accessToken'], signIn['refreshToken'], signIn['clientSecret']].map(textOf));
  const token = textOf(signIn['accessToken']);
  const expires = dateOf(signIn['expiresAt']);
  if (token === undefined || expires === undefined) throw fault(`${file} has no accessToken with an expiresAt`);
  const left = expires.getTime() - Date.now();
  if (left > marginMs) return token;
  const over = `it expired at ${expires.toISOString()}`;
  const cannot = whyNot(signIn, session);
  if (cannot !== undefined) {
    if (left > 0) return token;
    throw fault(`${over}, and cannot be renewed: ${cannot}`);
  }
  try {
    return await renewed(place, file, signIn, context);
  } catch (error) {
    // It is good as long as it lasts.
    if (left > 0) return token;
    const refused = refusedBy(source, 'its renewal', error);
    throw refused instanceof SourceFault
      ? fault(`${over}, and ${refused.message.slice(source.length + 2)}`, error)
      : refused;
  }
}

/** Why a sign-in cannot be renewed. */
function whyNot(signIn: SignIn, session: string | undefined): string | undefined {
  if (session === undefined) return 'only one of an [sso-session] section can be';
  const missing = ['refreshToken', 'clientId', 'clientSecret'].filter((name) => textOf(signIn[name]) === undefined);
  if (missing.length > 0) return `it has no ${missing.join(' and no ')}`;
  const registered = dateOf(signIn['registrationExpiresAt']);
  return registered !== undefined && registered.getTime() <= Date.now()
    ? `the registration of the client that signed in expired at ${registered.toISOString()}`
    : undefined;
}

/** https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html */
async function renewed(
  { source, region }: TokenPlace,
  file: string,
  signIn: SignIn,
  context: SourceContext,
): Promise<string> {
  const base =
    context.configuration.endpointOf('SSO OIDC') ?? `https://oidc.${region}.${partitionOfRegion(region).dnsSuffix}`;
  const { clientId, clientSecret, refreshToken } = signIn;
  const body = { clientId, clientSecret, refreshToken, grantType: 'refresh_token' };
  const given = await askObject(new URL('token', slashed(base)), { method: 'POST', body }, context);
  const token = textOf(given['accessToken']);
  const seconds = Number(given['expiresIn']);
  neverShow([token, textOf(given['refreshToken'])]);
  if (token === undefined || !(seconds > 0))
    throw new SourceFault(source, 'the answer to its renewal has no accessToken with an expiresIn');
  await putBack(file, {
    ...signIn,
    accessToken: token,
    expiresAt: new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
    refreshToken: textOf(given['refreshToken']) ?? refreshToken,
  });
  return token;
}

/** So that what follows is added to its path. */
export const slashed = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

/** Older versions of AWS's command line wrote `2020-06-17T03:04:50UTC`. */
function dateOf(value: unknown): Date | undefined {
  const date = new Date((textOf(value) ?? '').replace(/UTC$/, 'Z'));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
