import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSession } from '../../helpers/connection.ts';
import { Transport } from '../../../src/aws/transport.ts';
import { folder } from '../../cli/run.ts';
import { handedOut, startCanned, type Canned, type Reply, type Routes } from './canned.ts';
import { providerOf, toldBy } from './provider-of.ts';

const roles = '/latest/meta-data/iam/security-credentials/';
const place = '/latest/meta-data/placement/region';
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

/** Version 2: nothing is answered without a token. */
const version2 = (more: Routes = {}): Routes => ({
  'PUT /latest/api/token': ({ headers }) =>
    headers['x-aws-ec2-metadata-token-ttl-seconds'] === '21600' ? { body: 'the-session-token' } : { status: 400 },
  ...Object.fromEntries(
    Object.entries<Routes[string]>({
      [`GET ${roles}`]: { body: 'auditor' },
      [`GET ${roles}auditor`]: { body: handedOut('ASIAINSTANCE') },
      [`GET ${place}`]: { body: 'cn-north-1' },
      ...more,
    }).map(([route, reply]): [string, Routes[string]] => [
      route,
      (asked) =>
        asked.headers['x-aws-ec2-metadata-token'] !== 'the-session-token'
          ? { status: 401 }
          : typeof reply === 'function'
            ? reply(asked)
            : reply,
    ]),
  ),
});
const here = (): NodeJS.ProcessEnv => ({
  AWS_EC2_METADATA_DISABLED: 'false',
  AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
});
const get = async (env: NodeJS.ProcessEnv = {}, home?: string) =>
  (await providerOf({ env: { ...here(), ...env }, ...(home === undefined ? {} : { home }) }))();

describe('credentials of an instance', () => {
  it('are asked for in a session of version 2', async () => {
    service.serve(version2());
    expect(await get()).toMatchObject({ accessKeyId: 'ASIAINSTANCE', sessionToken: 'handed-out-token' });
    expect(service.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /latest/api/token',
      `GET ${roles}`,
      `GET ${roles}auditor`,
    ]);
  });

  it('are asked for without a session where there is only version 1', async () => {
    service.serve({ [`GET ${roles}`]: { body: 'auditor' }, [`GET ${roles}auditor`]: { body: handedOut('ASIAOLD') } });
    expect(await get()).toMatchObject({ accessKeyId: 'ASIAOLD' });
  });

  it('are asked for again in the middle of a run, no more often than needed', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z'), toFake: ['Date'] });
    let given = 0;
    service.serve(version2({ [`GET ${roles}auditor`]: () => ({ body: handedOut(`ASIA${++given}`) }) }));
    const provider = await providerOf({ env: here() });
    const ids: string[] = [];
    for (let minute = 0; minute <= 60; minute += 5) {
      vi.setSystemTime(Date.parse('2026-06-01T12:00:00Z') + minute * 60_000);
      // One after another on purpose.
      // oxlint-disable-next-line no-await-in-loop
      ids.push((await provider()).accessKeyId);
    }
    expect(new Set(ids)).toEqual(new Set(['ASIA1', 'ASIA2']));
    expect(given).toBe(2);
  });

  it('are left to AWS when the service goes on giving those that have expired', async () => {
    service.serve(version2({ [`GET ${roles}auditor`]: { body: handedOut('ASIASTALE', -60_000) } }));
    const { accessKeyId, expiration } = await get();
    expect(accessKeyId).toBe('ASIASTALE');
    expect(expiration?.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE', { AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: 'IPv6' }, ''],
    ['the profile', {}, '[default]\nec2_metadata_service_endpoint_mode = ipv6\n'],
  ])('are asked for over IPv6 when %s says so, never through a proxy', async (_, env, config) => {
    const hosts: string[] = [];
    vi.spyOn(Transport.prototype, 'send').mockImplementation(({ hostname }) => {
      hosts.push(hostname);
      return Promise.reject(Object.assign(new Error('unreachable'), { code: 'ENETUNREACH' }));
    });
    dir = folder({ config });
    await toldBy(get({ ...env, AWS_EC2_METADATA_SERVICE_ENDPOINT: '' }, dir.path));
    expect(hosts).toEqual(['fd00:ec2::254']);
  });

  it('come from where the chosen profile says, not another', async () => {
    service.serve(version2());
    dir = folder({
      config: `[default]\nec2_metadata_service_endpoint = http://127.0.0.1:9\n[profile p]\nrole_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Ec2InstanceMetadata\nec2_metadata_service_endpoint = ${service.url}\n`,
    });
    const provider = await providerOf({
      profile: 'p',
      home: dir.path,
      env: { AWS_EC2_METADATA_DISABLED: '', AWS_ENDPOINT_URL_STS: service.url },
    });
    await toldBy(provider());
    expect(service.asked.map(({ path }) => path)).toContain(`${roles}auditor`);
  });

  it.each<[string, Routes, NodeJS.ProcessEnv, RegExp]>([
    ['no role', version2({ [`GET ${roles}`]: { status: 404 } }), {}, /the instance has no role/],
    ['an empty list of roles', version2({ [`GET ${roles}`]: {} }), {}, /the instance has no role/],
    [
      'a role that cannot be assumed',
      version2({ [`GET ${roles}auditor`]: { body: { Code: 'AssumeRoleUnauthorizedAccess', Message: 'x' } } }),
      {},
      /no credentials of the role auditor: AssumeRoleUnauthorizedAccess/,
    ],
    [
      'half of them',
      version2({ [`GET ${roles}auditor`]: { body: { ...handedOut('ASIA'), Token: undefined } } }),
      {},
      /no whole credentials/,
    ],
    ['text', version2({ [`GET ${roles}auditor`]: { body: 'handed-out-secret' } }), {}, /no JSON object/],
    [
      'a service that is switched off',
      { 'PUT /latest/api/token': { status: 403 }, [`GET ${roles}`]: { status: 403 } },
      {},
      /HTTP 403.*switched off on the instance/,
    ],
    [
      'version 1 that is not to be asked',
      { [`GET ${roles}`]: { body: 'auditor' }, [`GET ${roles}auditor`]: { body: handedOut('ASIA') } },
      { AWS_EC2_METADATA_V1_DISABLED: 'true' },
      /HTTP 404, and version 1 is not to be asked \(AWS_EC2_METADATA_V1_DISABLED\)/,
    ],
    ['a server that fails', { 'PUT /latest/api/token': { status: 500 } }, {}, /HTTP 500/],
    [
      'a mode that is none',
      {},
      { AWS_EC2_METADATA_SERVICE_ENDPOINT: '', AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: 'v6' },
      /MODE is "v6"; expected IPv4 or IPv6/,
    ],
    ['no address', {}, { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'localhost:1' }, /is no http or https address/],
    ['plain HTTP elsewhere', {}, { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://metadata.example' }, /over plain HTTP/],
    ['nobody', {}, { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' }, /127\.0\.0\.1 refuses the connection/],
  ])('say of %s what it is', async (_, routes, env, says) => {
    service.serve(routes);
    const told = await toldBy(get(env));
    expect(told).toMatch(/looked at .*the instance metadata service \(/);
    expect(told).toMatch(says);
    expect(told).not.toMatch(/handed-out|session-token/);
  });

  it('say so when the token gets lost, as where the hop limit is too low for a container', async () => {
    service.serve({ 'PUT /latest/api/token': { hangs: true }, [`GET ${roles}`]: { status: 401 } });
    expect(await toldBy(get())).toMatch(
      /did not come within 1 s; in a container the hop limit .* without it: .*HTTP 401/,
    );
  });
});

describe('the region of an instance', () => {
  const keys = 'aws_access_key_id = AKIA\naws_secret_access_key = s\n';
  const role = 'role_arn = arn:aws:iam::111122223333:role/r\n';
  const instance = `${role}credential_source = Ec2InstanceMetadata\n`;
  const start = async (
    env: NodeJS.ProcessEnv,
    config = '',
    options: { regions?: string[]; profile?: string } = {},
  ): Promise<string> => {
    dir = folder({ config });
    const session = await openSession({
      ...options,
      env: { HOME: dir.path, AWS_CONFIG_FILE: `${dir.path}/config`, ...here(), ...env },
    });
    return session.connection.startRegion;
  };

  it.each<[string, NodeJS.ProcessEnv, string, { regions?: string[]; profile?: string }?]>([
    ['nothing is configured', {}, ''],
    ['a profile says nothing of credentials', {}, '[default]\noutput = json\n'],
    ['a role is assumed with those of the instance', {}, `[default]\n${instance}`],
    ['so is one further away', {}, `[default]\n${role}source_profile = b\n[profile b]\n${instance}`],
    [
      'keys in the environment do not count',
      { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 's' },
      `[profile p]\n${instance}`,
      { profile: 'p' },
    ],
  ])('is the first one asked when %s', async (_, env, config, options) => {
    service.serve(version2());
    expect(await start(env, config, options)).toBe('cn-north-1');
  });

  it.each<[string, NodeJS.ProcessEnv, string, { regions?: string[] }, string]>([
    ['AWS_REGION names one', { AWS_REGION: 'eu-west-1' }, '', {}, 'eu-west-1'],
    ['the profile does', {}, '[default]\nregion = eu-west-2\n', {}, 'eu-west-2'],
    ['--region does', {}, '', { regions: ['eu-west-3'] }, 'eu-west-3'],
    ['keys are in the environment', { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 's' }, '', {}, 'us-east-1'],
    ['keys are in the profile', {}, `[default]\n${keys}`, {}, 'us-east-1'],
    [
      'a role has a source with keys',
      {},
      `[default]\n${role}source_profile = b\n[profile b]\n${keys}`,
      {},
      'us-east-1',
    ],
    ['sources go in a circle', {}, `[default]\n${role}source_profile = default\n`, {}, 'us-east-1'],
    ['a token is in the environment', { AWS_WEB_IDENTITY_TOKEN_FILE: '/t' }, '', {}, 'us-east-1'],
    ['a container has its own', { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/' }, '', {}, 'us-east-1'],
    ['the service is switched off', { AWS_EC2_METADATA_DISABLED: 'TRUE' }, '', {}, 'us-east-1'],
  ])('is not asked for when %s', async (_, env, config, options, region) => {
    service.serve(version2());
    expect(await start(env, config, options)).toBe(region);
    expect(service.asked).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['is not told', { status: 404 }],
    ['is no region', { body: '<html>' }],
  ])('that %s leaves the usual one', async (_, reply) => {
    service.serve(version2({ [`GET ${place}`]: reply }));
    expect(await start({})).toBe('us-east-1');
  });
});
