import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Transport } from '../../../src/aws/transport.ts';
import { folder } from '../../cli/run.ts';
import { refusal, startCanned, type Canned, type Reply, type Routes } from './canned.ts';
import { providerOf, toldBy } from './provider-of.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ rename: typeof rename }>();
  return { ...real, rename: vi.fn(real.rename) };
});

/** The portal and the OIDC service in one. */
let service: Canned;
let dir: ReturnType<typeof folder> | undefined;
beforeAll(async () => void (service = await startCanned()));
afterAll(() => service.stop());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  dir?.remove();
  dir = undefined;
});

const startUrl = 'https://corp.awsapps.com/start';
const ofSession = `[profile p]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Auditor
[sso-session corp]
sso_region = eu-west-1
sso_start_url = ${startUrl}
sso_registration_scopes = sso:account:access
`;
const legacy = `[profile p]
sso_start_url = ${startUrl}
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = Auditor
`;
const nameOf = (key: string): string => `.aws/sso/cache/${createHash('sha1').update(key).digest('hex')}.json`;
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString().replace(/\.\d+/, '');
const hour = 3_600_000;
const valid = { startUrl, region: 'eu-west-1', accessToken: 'the-access-token', expiresAt: inMs(hour) };
const renewable = {
  ...valid,
  expiresAt: inMs(-hour),
  clientId: 'the-client',
  clientSecret: 'the-client-secret',
  registrationExpiresAt: inMs(90 * 24 * hour),
  refreshToken: 'the-refresh-token',
};
const roleCredentials = (id: string, lifeMs = hour): Reply => ({
  body: {
    roleCredentials: {
      accessKeyId: id,
      secretAccessKey: 'role-secret',
      sessionToken: 'role-session-token',
      expiration: Date.now() + lifeMs,
    },
  },
});
/** The portal takes one token. */
const portal = (token = 'the-access-token', reply: Reply = roleCredentials('ASIASSO')): Routes => ({
  'GET /federation/credentials': ({ headers, query }) =>
    headers['x-amz-sso_bearer_token'] === token &&
    query['role_name'] === 'Auditor' &&
    query['account_id'] === '111122223333'
      ? reply
      : refusal(401, 'UnauthorizedException', 'Session token not found or invalid'),
});
const renewal = (more: object = {}): Routes => ({
  'POST /token': {
    body: {
      accessToken: 'the-new-token',
      tokenType: 'Bearer',
      expiresIn: 3600,
      refreshToken: 'the-next-refresh-token',
      ...more,
    },
  },
});

/** A home folder with a sign-in, or with none. */
async function signedIn(signIn: object | string | undefined, config = ofSession) {
  const text = typeof signIn === 'string' ? signIn : JSON.stringify(signIn);
  const file = nameOf(config === legacy ? startUrl : 'corp');
  dir = folder({ config, ...(signIn === undefined ? {} : { [file]: text }) });
  const provider = await providerOf({
    profile: 'p',
    home: dir.path,
    env: { AWS_ENDPOINT_URL_SSO: service.url, AWS_ENDPOINT_URL_SSO_OIDC: service.url },
  });
  return { provider, file: join(dir.path, file) };
}

describe('credentials of IAM Identity Center', () => {
  it.each([
    ['a session', ofSession],
    ['a profile without one', legacy],
  ])('come by the token of %s', async (_, config) => {
    service.serve(portal());
    const { provider } = await signedIn(valid, config);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIASSO', sessionToken: 'role-session-token' });
    expect(service.asked).toHaveLength(1);
  });

  it('come by a token whose time older versions of the command line wrote in their own way', async () => {
    service.serve(portal());
    const { provider } = await signedIn({ ...valid, expiresAt: inMs(hour).replace('Z', 'UTC') }, legacy);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIASSO' });
  });

  it('come by a token that is renewed, and put back where it was for others', async () => {
    service.serve({ ...portal('the-new-token'), ...renewal() });
    const { provider, file } = await signedIn(renewable);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIASSO' });
    const [asked] = service.asked;
    expect(asked).toMatchObject({ method: 'POST', path: '/token' });
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      clientId: 'the-client',
      clientSecret: 'the-client-secret',
      refreshToken: 'the-refresh-token',
      grantType: 'refresh_token',
    });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      ...renewable,
      accessToken: 'the-new-token',
      refreshToken: 'the-next-refresh-token',
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toHaveLength(1);
  });

  it('are renewed in the middle of a run by a token that was renewed before and could not be put back', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z'), toFake: ['Date'] });
    let renewals = 0;
    service.serve({
      'GET /federation/credentials': ({ headers }) =>
        roleCredentials(`ASIA-${String(headers['x-amz-sso_bearer_token'])}`, hour / 2),
      'POST /token': ({ body }) => {
        const { refreshToken } = JSON.parse(body) as { refreshToken: string };
        // Each is good for one use.
        return refreshToken === `refresh-${renewals}`
          ? { body: { accessToken: `token-${++renewals}`, expiresIn: 1200, refreshToken: `refresh-${renewals}` } }
          : refusal(400, 'InvalidGrantException', 'Invalid refresh token provided');
      },
    });
    const { provider, file } = await signedIn({
      ...renewable,
      expiresAt: '2026-06-01T11:00:00Z',
      registrationExpiresAt: '2026-09-01T11:00:00Z',
      refreshToken: 'refresh-0',
    });
    const before = readFileSync(file, 'utf8');
    vi.mocked(rename).mockRejectedValue(Object.assign(new Error('read-only file system'), { code: 'EROFS' }));
    try {
      expect(await provider()).toMatchObject({ accessKeyId: 'ASIA-token-1' });
      vi.setSystemTime(Date.parse('2026-06-01T12:26:00Z'));
      expect(await provider()).toMatchObject({ accessKeyId: 'ASIA-token-2' });
    } finally {
      vi.mocked(rename).mockReset();
    }
    expect(renewals).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(join(file, '..'))).toHaveLength(1);
  });

  it('are asked for once while they last', async () => {
    service.serve(portal());
    const { provider } = await signedIn(valid);
    await Promise.all([provider(), provider(), provider()]);
    await provider();
    expect(service.count('GET /federation/credentials')).toBe(1);
  });

  it.each<[string, object, Routes]>([
    ['cannot be renewed', { ...valid, expiresAt: inMs(30_000) }, {}],
    [
      'is refused another',
      { ...renewable, expiresAt: inMs(30_000) },
      { 'POST /token': refusal(400, 'InvalidGrantException', 'Invalid refresh token provided') },
    ],
  ])('come by a token that ends soon and %s', async (_, signIn, routes) => {
    service.serve({ ...portal(), ...routes });
    const { provider } = await signedIn(signIn);
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIASSO' });
  });

  it.each<[string, string, string, NodeJS.ProcessEnv]>([
    ['a region', 'eu-west-1', 'portal.sso.eu-west-1.amazonaws.com', {}],
    ['a region of China', 'cn-north-1', 'portal.sso.cn-north-1.amazonaws.com.cn', {}],
    ['FIPS', 'us-east-1', 'portal.sso-fips.us-east-1.amazonaws.com', { AWS_USE_FIPS_ENDPOINT: 'true' }],
    ['FIPS in GovCloud', 'us-gov-west-1', 'portal.sso.us-gov-west-1.amazonaws.com', { AWS_USE_FIPS_ENDPOINT: 'true' }],
    ['dual stack', 'eu-west-1', 'portal.sso.eu-west-1.api.aws', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }],
  ])(
    'are asked for at the host of %s, which is no fault of the sign-in when it does not answer',
    async (_, region, host, env) => {
      const hosts: string[] = [];
      vi.spyOn(Transport.prototype, 'send').mockImplementation(({ hostname }) => {
        hosts.push(hostname);
        return Promise.reject(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }));
      });
      dir = folder({
        config: ofSession.replace('sso_region = eu-west-1', `sso_region = ${region}`),
        [nameOf('corp')]: JSON.stringify(valid),
      });
      const provider = await providerOf({ profile: 'p', home: dir.path, env });
      await expect(provider()).rejects.toMatchObject({ name: 'Error', code: 'ENOTFOUND', passing: true });
      expect(hosts).toEqual([host]);
    },
  );
});

describe('credentials of IAM Identity Center that cannot be had', () => {
  const login = /^Sign in: `aws sso login --profile p`\.$/;
  const ask = /permission set Auditor assigned to you in account 111122223333/;
  it.each<[string, object | string | undefined, Routes, RegExp, RegExp, string?]>([
    ['nobody signed in', undefined, {}, /nobody signed in \(there is no .*\.json\)$/, login],
    ['the sign-in is no JSON', '{"accessToken": "the-access-token', {}, /is no JSON object$/, login],
    ['the sign-in is of another kind', { hello: 1 }, {}, /has no accessToken with an expiresAt$/, login],
    [
      'a legacy sign-in is over',
      { ...valid, expiresAt: inMs(-hour) },
      {},
      /expired at .*, and cannot be renewed: only one of an \[sso-session\]/,
      login,
      legacy,
    ],
    [
      'it is over without a refresh token',
      { ...valid, expiresAt: inMs(-hour) },
      {},
      /expired at .*, and cannot be renewed: it has no refreshToken and no clientId/,
      login,
    ],
    [
      'the registration is over',
      { ...renewable, registrationExpiresAt: inMs(-1000) },
      {},
      /the registration of the client that signed in expired at/,
      login,
    ],
    [
      'the renewal is refused',
      renewable,
      { 'POST /token': refusal(400, 'InvalidGrantException', 'Invalid refresh token provided') },
      /expired at .*, and its renewal was refused: InvalidGrantException: Invalid refresh/,
      login,
    ],
    [
      'the client is refused',
      renewable,
      { 'POST /token': refusal(401, 'InvalidClientException', 'Invalid client secret provided') },
      /InvalidClientException/,
      login,
    ],
    ['the renewal gives nothing', renewable, { 'POST /token': { body: {} } }, /renewal has no accessToken/, login],
    [
      'the sign-in was revoked',
      valid,
      { 'GET /federation/credentials': refusal(401, 'UnauthorizedException', 'Session token not found or invalid') },
      /the sign-in is no longer accepted for the role Auditor.*: UnauthorizedException: Session/,
      /^Sign in again: `aws sso login --profile p`/,
    ],
    [
      'the role is not assigned',
      valid,
      { 'GET /federation/credentials': refusal(403, 'ForbiddenException', 'No access') },
      /was refused: ForbiddenException: No access$/,
      ask,
    ],
    [
      'the account is not found',
      valid,
      { 'GET /federation/credentials': refusal(404, 'ResourceNotFoundException', 'Account not found') },
      /was refused: ResourceNotFoundException: Account not found$/,
      ask,
    ],
    ['the answer is empty', valid, { 'GET /federation/credentials': { body: {} } }, /without whole credentials/, /^$/],
  ])(
    'say account, role, start URL and what to do when %s',
    async (_, signIn, routes, says, hint, config = ofSession) => {
      service.serve(routes);
      const { provider } = await signedIn(signIn, config);
      const error = await provider().then(
        () => undefined,
        (thrown: unknown) => thrown as Error & { hint?: string },
      );
      const { message = '', hint: told = '', name } = error ?? {};
      expect(name).toBe('CredentialsProviderError');
      expect(message).toMatch(
        /^the profile p \(SSO\): .*the role Auditor in account 111122223333|^the profile p \(SSO\): https/,
      );
      expect(message).toContain(startUrl);
      expect(message).toMatch(says);
      expect(told).toMatch(hint);
      expect(`${message}${told}`).not.toMatch(/the-(access|refresh|client)/);
    },
  );

  it.each<[string, Reply, RegExp]>([
    ['fails', { status: 503, body: { message: 'later' } }, /HTTP 503: later/],
    [
      'has too much to do',
      refusal(429, 'TooManyRequestsException', 'slow down'),
      /TooManyRequestsException: slow down/,
    ],
    [
      'is hidden by a proxy',
      { status: 403, body: '<html><body>Blocked</body></html>' },
      /HTML page: a proxy or firewall\?/,
    ],
    ['answers with something else', { body: 'OK' }, /no JSON object/],
  ])('are no fault of the sign-in when the portal %s', async (_, reply, says) => {
    service.serve({ 'GET /federation/credentials': reply });
    const { provider } = await signedIn(valid);
    const told = provider();
    await expect(told).rejects.not.toMatchObject({ name: 'CredentialsProviderError' });
    expect(await toldBy(told)).toMatch(
      / \(asked by the profile p \(SSO\) for the role Auditor in account 111122223333 at /,
    );
    expect(await toldBy(told)).toMatch(says);
  });

  it.each([
    [
      'a region that is none',
      ofSession.replace('sso_region = eu-west-1', 'sso_region = evil.example/'),
      /sso_region is "evil.example\/"; expected the name of a region/,
    ],
    [
      'two start URLs',
      ofSession.replace('sso_session = corp', 'sso_session = corp\nsso_start_url = https://other.awsapps.com/start'),
      /sso_start_url of the profile and of \[sso-session corp\] differ/,
    ],
  ])('show no token to anybody with %s', async (_, config, says) => {
    service.serve(portal());
    const { provider } = await signedIn(valid, config);
    expect(await toldBy(provider())).toMatch(says);
    expect(service.asked).toEqual([]);
  });
});
