import { createHash, createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { neverShow } from '../../secrets/redact.ts';
import type { AwsCredentials } from '../clients.ts';
import { codeOf, shownMessage } from '../errors.ts';
import type { Section } from '../shared-files.ts';
import { variable } from '../shared-files.ts';
import { Refused, askObject } from './ask.ts';
import { SourceFault, refusedBy } from './fault.ts';
import { temporary, textOf } from './hide.ts';
import type { SignIn } from './sign-in-cache.ts';
import { cacheOf, putBack, readSignIn } from './sign-in-cache.ts';
import { slashed } from './sso-token.ts';
import type { SourceContext } from './types.ts';

/** They are renewed so long before they expire, as AWS's own tools do. */
const marginMs = 5 * 60_000;

/**
 * Credentials of a console sign-in, by what `aws login` left; they last a quarter of an hour, and are renewed.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
 * @throws SourceFault; the network's error
 */
export async function fromSignIn(name: string, section: Section, context: SourceContext): Promise<AwsCredentials> {
  const source = `the profile ${name} (login_session)`;
  const login = `\`aws login${name === 'default' ? '' : ` --profile ${name}`}\``;
  const hint = `Sign in: ${login}.`;
  const session = section['login_session'] ?? '';
  const key = createHash('sha256').update(session).digest('hex');
  const folder = variable(context.env, 'AWS_LOGIN_CACHE_DIRECTORY') ?? cacheOf(context.env, 'login');
  const file = join(folder, `${key}.json`);
  const signIn = await readSignIn(source, file, hint);
  const known = accessTokenOf(signIn);
  neverShow([textOf(signIn['refreshToken']), textOf(signIn['dpopKey'])]);
  const left = (known?.expiration?.getTime() ?? 0) - Date.now();
  if (known !== undefined && left > marginMs) return known;
  const missing = ['accessToken', 'clientId', 'refreshToken', 'dpopKey'].filter((part) => !signIn[part]);
  if (missing.length > 0) throw new SourceFault(source, `${file} has no ${missing.join(' and no ')}`, { hint });
  const region = textOf(signIn['signInRegion']) ?? section['region'] ?? context.region;
  try {
    return await renewed(source, region, file, signIn, context);
  } catch (error) {
    const over = error instanceof Refused && isOver(error);
    // They are good as long as they last, unless AWS says that the sign-in is over.
    if (known !== undefined && left > 0 && !over) return known;
    const failed = refusedBy(source, `the renewal of the sign-in ${session}`, error, hint);
    if (!(error instanceof Refused && failed instanceof SourceFault)) throw failed;
    throw new SourceFault(source, wordsOf(session, error), {
      hint: error.reason === noPermission ? askFor : hint,
      cause: error,
    });
  }
}

const noPermission = 'INSUFFICIENT_PERMISSIONS';
const askFor = 'Ask for the permission signin:CreateOAuth2Token.';
const reasons: Readonly<Record<string, string>> = {
  TOKEN_EXPIRED: 'is over',
  USER_CREDENTIALS_CHANGED: 'ended because the password was changed',
  [noPermission]: 'cannot be renewed without the permission signin:CreateOAuth2Token',
};

const isOver = ({ reason = '' }: Refused): boolean => reason in reasons;

const wordsOf = (session: string, error: Refused): string =>
  `the sign-in ${session} ${reasons[error.reason ?? ''] ?? 'could not be renewed'}: ${codeOf(error)}: ${shownMessage(error)}`;

function accessTokenOf(signIn: SignIn): AwsCredentials | undefined {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = (signIn['accessToken'] ?? {}) as Record<
    string,
    unknown
  >;
  return temporary(accessKeyId, secretAccessKey, sessionToken, new Date(textOf(expiresAt) ?? Number.NaN));
}

/** https://docs.aws.amazon.com/signin/latest/APIReference/API_CreateOAuth2Token.html */
async function renewed(
  source: string,
  region: string,
  file: string,
  signIn: SignIn,
  context: SourceContext,
): Promise<AwsCredentials> {
  const base = context.configuration.endpointOf('Signin') ?? `https://${region}.signin.${signInSuffix(region)}`;
  const url = new URL('v1/token', slashed(base));
  const { clientId, refreshToken } = signIn;
  const given = await askObject(
    url,
    {
      method: 'POST',
      headers: { dpop: proofOf(keyOf(source, file, signIn), url) },
      body: { clientId, refreshToken, grantType: 'refresh_token' },
    },
    context,
  );
  const expiration = new Date(Date.now() + Number(given['expiresIn'] ?? 900) * 1000);
  const { accessKeyId, secretAccessKey, sessionToken } = (given['accessToken'] ?? {}) as Record<string, unknown>;
  const whole = temporary(accessKeyId, secretAccessKey, sessionToken, expiration);
  const next = textOf(given['refreshToken']);
  neverShow([next]);
  if (whole === undefined || next === undefined)
    throw new SourceFault(source, 'the answer to its renewal has no whole accessToken and refreshToken');
  await putBack(file, {
    ...signIn,
    accessToken: {
      ...(signIn['accessToken'] as object),
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expiresAt: expiration.toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    refreshToken: next,
  });
  return whole;
}

function keyOf(source: string, file: string, { dpopKey }: SignIn): KeyObject {
  try {
    return createPrivateKey(textOf(dpopKey) ?? '');
  } catch (error) {
    // What OpenSSL says may be of the key.
    throw new SourceFault(source, `dpopKey of ${file} is no private key`, { cause: error });
  }
}

/** The proof that the sign-in is ours. https://www.rfc-editor.org/rfc/rfc9449#section-4.2 */
function proofOf(key: KeyObject, url: URL): string {
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = encoded({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } });
  const claims = encoded({ jti: randomUUID(), htm: 'POST', htu: url.href, iat: Math.floor(Date.now() / 1000) });
  const signature = sign('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' });
  return `${head}.${claims}.${signature.toString('base64url')}`;
}

/** Of the hosts of the AWS sign-in service. https://docs.aws.amazon.com/general/latest/gr/signin-service.html */
const signInSuffix = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.cn' : region.startsWith('us-gov-') ? 'amazonaws-us-gov.com' : 'aws.amazon.com';
