import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Transport } from '../../../src/aws/transport.ts';
import { folder } from '../../cli/run.ts';
import { handedOut, startCanned, type Canned, type Reply, type Routes } from './canned.ts';
import { providerOf, toldBy } from './provider-of.ts';

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

const path = '/v2/credentials/the-id-of-the-task';
const full = (): NodeJS.ProcessEnv => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${service.url}${path}` });
const get = async (env: NodeJS.ProcessEnv) => (await providerOf({ env }))();
/** Answers to a token only. */
const guarded = (token: string, reply: Reply = { body: handedOut('ASIACONTAINER') }): Routes => ({
  [`GET ${path}`]: ({ headers }) => (headers.authorization === token ? reply : { status: 401 }),
});

describe('credentials of a container', () => {
  it('come from the address of AWS_CONTAINER_CREDENTIALS_FULL_URI, with its query', async () => {
    service.serve({ [`GET ${path}`]: { body: handedOut('ASIACONTAINER') } });
    const env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${service.url}${path}?role=a%20b` };
    expect(await get(env)).toMatchObject({ accessKeyId: 'ASIACONTAINER', sessionToken: 'handed-out-token' });
    expect(service.asked).toMatchObject([{ query: { role: 'a b' } }]);
    expect(service.asked[0]?.headers.authorization).toBeUndefined();
  });

  it.each([
    ['alone', {}],
    ['beside the other', { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/' }],
  ])('come from the path of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI %s, at the host of ECS', async (_, more) => {
    const wires: string[] = [];
    vi.spyOn(Transport.prototype, 'send').mockImplementation((wire) => {
      wires.push(`${wire.protocol}//${wire.hostname}${wire.path}`);
      return Promise.resolve({ statusCode: 200, headers: {}, body: Buffer.from(JSON.stringify(handedOut('ASIAECS'))) });
    });
    expect(await get({ AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: path, ...more })).toMatchObject({
      accessKeyId: 'ASIAECS',
    });
    expect(wires).toEqual([`http://169.254.170.2${path}`]);
  });

  it('are asked for with AWS_CONTAINER_AUTHORIZATION_TOKEN', async () => {
    service.serve(guarded('Basic abc'));
    const env = { ...full(), AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Basic abc' };
    expect(await get(env)).toMatchObject({ accessKeyId: 'ASIACONTAINER' });
  });

  it('are asked for with what the token file holds now, which wins', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z'), toFake: ['Date'] });
    dir = folder({ token: 'first-token\n' });
    const file = join(dir.path, 'token');
    const provider = await providerOf({
      env: { ...full(), AWS_CONTAINER_AUTHORIZATION_TOKEN: 'another', AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file },
    });
    service.serve(guarded('first-token', { body: handedOut('ASIA1') }));
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIA1' });
    writeFileSync(file, 'second-token\r\n');
    service.serve(guarded('second-token', { body: handedOut('ASIA2') }));
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIA1' });
    vi.setSystemTime(Date.parse('2026-06-01T12:56:00Z'));
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIA2' });
  });

  it('are asked for again when the agent has just been started', async () => {
    let asked = 0;
    service.serve({
      [`GET ${path}`]: () => (++asked < 3 ? { status: 503 } : { body: handedOut('ASIALATE') }),
    });
    expect(await get(full())).toMatchObject({ accessKeyId: 'ASIALATE' });
  });

  it('that cannot be renewed are used until they end', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z'), toFake: ['Date'] });
    service.serve({ [`GET ${path}`]: { body: handedOut('ASIA1') } });
    const provider = await providerOf({ env: full() });
    await provider();
    service.serve({ [`GET ${path}`]: { status: 403 } });
    vi.setSystemTime(Date.parse('2026-06-01T12:56:00Z'));
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIA1' });
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIA1' });
    expect(service.asked).toHaveLength(1);
    vi.setSystemTime(Date.parse('2026-06-01T13:00:01Z'));
    expect(await toldBy(provider())).toMatch(/HTTP 403/);
  });

  it('which last for two minutes are asked for after a good part of them', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z'), toFake: ['Date'] });
    service.serve({ [`GET ${path}`]: () => ({ body: handedOut('ASIASHORT', 120_000) }) });
    const provider = await providerOf({ env: full() });
    for (let second = 0; second <= 600; second += 5) {
      vi.setSystemTime(Date.parse('2026-06-01T12:00:00Z') + second * 1000);
      // One after another on purpose.
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all([provider(), provider()]);
    }
    // Every 96 s, where two calls each five seconds make 242.
    expect(service.asked.length).toBeLessThanOrEqual(7);
  });

  const code = (status: number, body: object): Reply => ({ status, body });
  it.each<[string, Routes | undefined, NodeJS.ProcessEnv, RegExp]>([
    [
      'refuses',
      { [`GET ${path}`]: code(403, { Code: 'AccessDeniedException', Message: 'no such task' }) },
      {},
      /refused with HTTP 403: AccessDeniedException: no such task$/,
    ],
    ['wants a token', guarded('Basic abc'), {}, /refused with HTTP 401$/],
    ['knows no such path', {}, {}, /refused with HTTP 404$/],
    ['fails each time', { [`GET ${path}`]: { status: 500 } }, {}, /refused with HTTP 500$/],
    [
      'gives half',
      { [`GET ${path}`]: { body: { ...handedOut('A'), SecretAccessKey: '' } } },
      {},
      /no whole credentials$/,
    ],
    [
      'gives no date',
      { [`GET ${path}`]: { body: { ...handedOut('A'), Expiration: 'soon' } } },
      {},
      /no whole credentials$/,
    ],
    ['gives text', { [`GET ${path}`]: { body: 'handed-out-secret' } }, {}, /is no JSON object$/],
    ['is the page of a proxy', { [`GET ${path}`]: { status: 403, body: '<html>' } }, {}, /HTML page/],
    [
      'is nobody',
      undefined,
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/the-id-of-the-task' },
      /127\.0\.0\.1 refuses the connection/,
    ],
    [
      'is elsewhere',
      undefined,
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/the-id-of-the-task' },
      /example\.com would hand out credentials over plain HTTP/,
    ],
    [
      'is no address',
      undefined,
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'the-id-of-the-task' },
      /no http or https address$/,
    ],
    [
      'is no path',
      undefined,
      { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '.evil.example/the-id-of-the-task' },
      /RELATIVE_URI\): its value is no path/,
    ],
    [
      'has no token file',
      {},
      { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/no/such/file' },
      /the file \/no\/such\/file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE could not be read: ENOENT/,
    ],
    ['has an empty token file', {}, { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/dev/null' }, /is empty$/],
    [
      'has a token of two lines',
      {},
      { AWS_CONTAINER_AUTHORIZATION_TOKEN: 'the-id\r\nHost: evil' },
      /more than one line/,
    ],
  ])('that cannot be had say so when the endpoint %s', async (_, routes, env, says) => {
    service.serve(routes ?? {});
    const told = await toldBy(get({ ...full(), ...env }));
    expect(told).toMatch(/^the container's credentials endpoint \(AWS_CONTAINER_CREDENTIALS_(FULL|RELATIVE)_URI\): /);
    expect(told).toMatch(says);
    expect(told).not.toMatch(/the-id|handed-out/);
  });
});
