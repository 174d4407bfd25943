import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../helpers/connection.ts';
import { folder } from '../../cli/run.ts';
import { startCanned, type Canned, type Reply, type Routes } from './canned.ts';
import { providerOf } from './provider-of.ts';

let service: Canned;
let dir: ReturnType<typeof folder> | undefined;
beforeAll(async () => void (service = await startCanned()));
afterAll(() => service.stop());
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const session = 'arn:aws:iam::111122223333:user/auditor';
const config = `[profile p]\nlogin_session = ${session}\nregion = eu-west-1\n`;
const name = `${createHash('sha256').update(session).digest('hex')}.json`;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const dpopKey = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString().replace(/\.\d+/, '');
const accessToken = {
  accessKeyId: 'ASIALOGIN',
  secretAccessKey: 'login-secret',
  sessionToken: 'login-session-token',
  accountId: '111122223333',
  expiresAt: inMs(14 * 60_000),
};
const signIn = {
  accessToken,
  tokenType: 'urn:aws:params:oauth:token-type:access_token_sigv4',
  clientId: 'arn:aws:signin:::devtools/same-device',
  refreshToken: 'the-refresh-token',
  idToken: 'the-id-token',
  dpopKey,
};
const over = { ...signIn, accessToken: { ...accessToken, expiresAt: inMs(-60_000) } };
const soon = { ...signIn, accessToken: { ...accessToken, expiresAt: inMs(120_000) } };
const renewal: Routes = {
  'POST /v1/token': {
    body: {
      accessToken: { accessKeyId: 'ASIANEW', secretAccessKey: 'new-secret', sessionToken: 'new-session-token' },
      tokenType: 'urn:aws:params:oauth:token-type:access_token_sigv4',
      expiresIn: 900,
      refreshToken: 'the-next-refresh-token',
    },
  },
};
/** How the sign-in service refuses: its own code beside OAuth's word. */
const refused = (error: string, message = 'no'): Reply => ({
  status: 400,
  headers: { 'x-amzn-errortype': 'AccessDeniedException' },
  body: { error, message },
});

async function signedIn(kept: object | string | undefined) {
  dir = folder({
    config,
    ...(kept === undefined
      ? {}
      : { [`.aws/login/cache/${name}`]: typeof kept === 'string' ? kept : JSON.stringify(kept) }),
  });
  const env = { AWS_ENDPOINT_URL_SIGNIN: service.url };
  return {
    provider: await providerOf({ profile: 'p', home: dir.path, env }),
    file: join(dir.path, '.aws/login/cache', name),
    home: dir.path,
  };
}

describe('credentials of a console sign-in', () => {
  it('are those that it left, while they last', async () => {
    service.serve({});
    const { provider } = await signedIn(signIn);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIALOGIN', sessionToken: 'login-session-token' });
    expect(service.asked).toEqual([]);
  });

  it('are found where AWS_LOGIN_CACHE_DIRECTORY says', async () => {
    dir = folder({ config, [`elsewhere/${name}`]: JSON.stringify(signIn) });
    const env = { AWS_LOGIN_CACHE_DIRECTORY: join(dir.path, 'elsewhere') };
    const provider = await providerOf({ profile: 'p', home: dir.path, env });
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIALOGIN' });
  });

  it.each([
    ['are over', over],
    ['are nearly so', soon],
  ])('are renewed when they %s, with a proof of the key, and put back', async (_, kept) => {
    service.serve(renewal);
    const { provider, file } = await signedIn(kept);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIANEW', sessionToken: 'new-session-token' });
    const [asked] = service.asked;
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      clientId: signIn.clientId,
      refreshToken: 'the-refresh-token',
      grantType: 'refresh_token',
    });
    // https://www.rfc-editor.org/rfc/rfc9449#section-4.3
    const [head = '', claims = '', signature = ''] = String(asked?.headers['dpop']).split('.');
    const read = (part: string): Record<string, unknown> =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    expect(read(head)).toMatchObject({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty: 'EC', crv: 'P-256' } });
    expect(read(head)['jwk']).not.toHaveProperty('d');
    expect(read(claims)).toMatchObject({ htm: 'POST', htu: `${service.url}/v1/token` });
    const key = createPublicKey({ key: read(head)['jwk'] as JsonWebKey, format: 'jwk' });
    const proof = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, proof)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      ...kept,
      accessToken: {
        accessKeyId: 'ASIANEW',
        secretAccessKey: 'new-secret',
        sessionToken: 'new-session-token',
        accountId: '111122223333',
        expiresAt: expect.stringMatching(/Z$/) as string,
      },
      refreshToken: 'the-next-refresh-token',
    });
  });

  it.each<[string, Reply]>([
    ['the service fails', { status: 500, body: { error: 'server_error', message: 'x' } }],
    ['it is refused for another reason', refused('SOMETHING_ELSE')],
  ])('that are nearly over are used up when %s', async (_, reply) => {
    service.serve({ 'POST /v1/token': reply });
    const { provider } = await signedIn(soon);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIALOGIN' });
  });

  const login = /^Sign in: `aws login --profile p`\.$/;
  it.each<[string, object | string | undefined, Reply, RegExp, RegExp]>([
    ['nobody signed in', undefined, {}, /nobody signed in \(there is no .*\.json\)$/, login],
    ['what is there is no JSON', `{"refreshToken":"the-refresh-token"`, {}, /is no JSON object$/, login],
    ['what is there is not whole', { ...over, dpopKey: '' }, {}, /has no dpopKey$/, login],
    ['the key is none', { ...over, dpopKey: 'the-refresh-token' }, {}, /dpopKey of .* is no private key$/, /^$/],
    ['the sign-in is over', over, refused('TOKEN_EXPIRED'), /user\/auditor is over: AccessDeniedException: no$/, login],
    ['it is over while credentials last', soon, refused('TOKEN_EXPIRED'), /user\/auditor is over/, login],
    [
      'the password was changed',
      over,
      refused('USER_CREDENTIALS_CHANGED'),
      /ended because the password was changed/,
      login,
    ],
    [
      'a permission is missing',
      over,
      refused('INSUFFICIENT_PERMISSIONS'),
      /without the permission signin:CreateOAuth2Token/,
      /^Ask for the permission/,
    ],
    [
      'it is refused for another reason',
      over,
      refused('SOMETHING_ELSE', 'the-refresh-token is bad'),
      /could not be renewed: AccessDeniedException: \[redacted\] is bad/,
      login,
    ],
    ['the answer is empty', over, { body: {} }, /renewal has no whole accessToken/, /^$/],
  ])('that cannot be had say so when %s', async (_, kept, reply, says, hint) => {
    service.serve({ 'POST /v1/token': reply });
    const { provider } = await signedIn(kept);
    const error = await provider().then(
      () => undefined,
      (thrown: unknown) => thrown as Error & { hint?: string },
    );
    const { message = '', hint: told = '', name: kind } = error ?? {};
    expect(kind).toBe('CredentialsProviderError');
    expect(message).toMatch(/^the profile p \(login_session\): /);
    expect(message).toMatch(says);
    expect(told).toMatch(hint);
    expect(message).not.toMatch(/the-(refresh|id)|login-secret/);
  });

  it.each<[string, Reply | undefined, RegExp]>([
    ['does not answer', undefined, /127\.0\.0\.1 refuses the connection/],
    ['fails', { status: 503, body: { error: 'x', message: 'later' } }, /HTTP 503: later/],
    ['is hidden by a proxy', { status: 403, body: '<!doctype html><title>Blocked</title>' }, /HTML page/],
  ])('are no fault of the sign-in when the service %s', async (_, reply, says) => {
    service.serve(reply === undefined ? {} : { 'POST /v1/token': reply });
    const { home } = await signedIn(over);
    const reached = await openSession({
      profile: 'p',
      env: {
        HOME: home,
        AWS_CONFIG_FILE: join(home, 'config'),
        AWS_MAX_ATTEMPTS: '1',
        AWS_ENDPOINT_URL_SIGNIN: reply === undefined ? 'http://127.0.0.1:9' : service.url,
      },
    });
    const error = await reached.identity().then(
      () => undefined,
      (thrown: unknown) => thrown as Error & { exitCode?: number },
    );
    expect(error?.message).toMatch(
      /^AWS could not be reached: .* \(asked by the profile p \(login_session\) for the renewal of the sign-in arn/,
    );
    expect(error?.message).toMatch(says);
    expect(error?.exitCode).toBe(4);
  });
});
