import { createServer as createSecureServer } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../../src/aws/session.ts';
import { openSession } from '../../helpers/connection.ts';
import type { Authority, Signed } from './certificates.ts';
import { authority } from './certificates.ts';
import type { ProxyOptions, RunningProxy } from './connect-proxy.ts';
import { connectProxy } from './connect-proxy.ts';

const host = 'sts.eu-west-1.amazonaws.com';
const caller =
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/me</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>';

let ca: Authority;
let other: Authority;
let good: Signed;
const stops: (() => unknown)[] = [];

beforeAll(() => {
  ca = authority('Inspecting CA');
  other = authority('Another CA');
  good = ca.sign([host, '*.amazonaws.com', 'IP:127.0.0.1']);
});
afterAll(() => {
  ca.remove();
  other.remove();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** STS with a certificate of ours. */
async function sts(signed: Signed = good, answer: { status: number; body: string } = { status: 200, body: caller }) {
  let connections = 0;
  let requests = 0;
  const server = createSecureServer(signed, (incoming, response) => {
    requests += 1;
    incoming.resume();
    response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
  });
  server.on('secureConnection', () => (connections += 1));
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    seen: () => ({ connections, requests }),
  };
}

async function proxy(options: ProxyOptions): Promise<RunningProxy> {
  const running = await connectProxy(options);
  stops.push(() => running.stop());
  return running;
}

const keys = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

async function session(
  env: Record<string, string>,
  more: { roleArn?: string; endpointUrl?: string } = {},
): Promise<Session> {
  const opened = await openSession({
    ...more,
    regions: ['eu-west-1'],
    env: { ...keys, ...env },
  });
  stops.push(() => opened.connection.close());
  return opened;
}

/** How asking who we are fails. */
async function failure(env: Record<string, string>, more: { roleArn?: string; endpointUrl?: string } = {}) {
  const opened = await session(env, more);
  const error = await opened.identity().then(
    () => undefined,
    (reason: unknown) => reason as { message: string; hint?: string; exitCode: number },
  );
  return { message: error?.message, hint: error?.hint, exitCode: error?.exitCode };
}

const through = ({ port }: RunningProxy, more: Record<string, string> = {}): Record<string, string> => ({
  HTTPS_PROXY: `http://127.0.0.1:${port}`,
  AWS_CA_BUNDLE: ca.file,
  ...more,
});

describe('a call goes', () => {
  it('through the proxy, over one tunnel for all calls of a host', async () => {
    const server = await sts();
    const running = await proxy({ to: server.port });
    const opened = await session(through(running));
    for (let i = 0; i < 3; i++) await expect(opened.identity()).resolves.toMatchObject({ account: '111122223333' });
    expect(running.asked).toEqual([`CONNECT ${host}:443`]);
    expect(server.seen()).toEqual({ connections: 1, requests: 3 });
  });

  it('through a proxy that wants a user and a password, also for the source of credentials', async () => {
    const server = await sts();
    const running = await proxy({ to: server.port, wants: 'us@er:pass:word/long' });
    const env = through(running, { HTTPS_PROXY: `http://us%40er:pass%3Aword%2Flong@127.0.0.1:${running.port}` });
    await (await session(env)).identity();
    const { message } = await failure(env, { roleArn: 'arn:aws:iam::111122223333:role/r' });
    // This STS knows one answer only: it is refused there, not on the way.
    expect(message).toMatch(/^no usable AWS credentials: --role-arn: STS answered without credentials/);
    expect(running.asked).toEqual(Array.from({ length: 2 }, () => `CONNECT ${host}:443`));
  });

  it('through a proxy that is asked over TLS', async () => {
    const server = await sts();
    const running = await proxy({ to: server.port, tls: good });
    await (await session(through(running, { HTTPS_PROXY: `https://127.0.0.1:${running.port}` }))).identity();
    expect(running.asked).toEqual([`CONNECT ${host}:443`]);
  });

  it('to a plain endpoint with its whole address', async () => {
    const running = await proxy({ wants: 'a:b', refuses: { status: 418, body: '<html>no</html>' } });
    const { message } = await failure(
      { HTTP_PROXY: `http://a:b@127.0.0.1:${running.port}` },
      { endpointUrl: 'http://emulator.example:4566' },
    );
    expect(running.asked).toEqual(['POST http://emulator.example:4566/']);
    expect(message).toBe('AWS could not be reached: HTTP 418 with an HTML page: a proxy or firewall?');
  });

  it('past the proxy where NO_PROXY says so, and to this machine', async () => {
    const server = await sts();
    const running = await proxy({ to: server.port });
    await (await session(through(running), { endpointUrl: `https://127.0.0.1:${server.port}` })).identity();
    expect(running.asked).toEqual([]);
  });
});

describe('what is wrong on the way is told apart from credentials', () => {
  const bundle = (file: string): string => `AWS_CA_BUNDLE (${file})`;

  it.each<
    [
      name: string,
      what: () => Promise<{ port: number }>,
      env: () => Record<string, string>,
      message: () => string,
      hint: RegExp,
    ]
  >([
    [
      'no CA is named',
      () => sts(),
      () => ({ AWS_CA_BUNDLE: '' }),
      () => `the certificate of ${host} is not trusted (self-signed certificate in certificate chain)`,
      /inspect TLS\? Name a file with its CA's certificate by AWS_CA_BUNDLE/,
    ],
    [
      'another CA is named',
      () => sts(),
      () => ({ AWS_CA_BUNDLE: other.file }),
      () =>
        `the certificate of ${host} is not trusted by ${bundle(other.file)} (self-signed certificate in certificate chain)`,
      /does it hold the CA/,
    ],
    [
      'the certificate has expired',
      () => sts(ca.sign([host], 'past')),
      () => ({}),
      () => `the certificate of ${host} has expired (certificate has expired)`,
      /clock/,
    ],
    [
      "the certificate is another host's",
      () => sts(ca.sign(['other.example'])),
      () => ({}),
      () => `the certificate is not one of ${host} (it is for DNS:other.example)`,
      /--endpoint-url/,
    ],
  ])('%s', async (_name, what, env, message, hint) => {
    const server = await what();
    const running = await proxy({ to: server.port });
    expect(await failure(through(running, env()))).toEqual({
      message: `AWS could not be reached: ${message()}`,
      hint: expect.stringMatching(hint) as string,
      exitCode: 4,
    });
    // Trying again would change nothing.
    expect(running.asked).toHaveLength(1);
  });

  it.each<[refuses: NonNullable<ProxyOptions['refuses']>, message: string, tries: number]>([
    [{ status: 407 }, 'the proxy PROXY asks for a user and a password (HTTP 407)', 1],
    [{ status: 403, body: '<html>policy</html>' }, `the proxy PROXY refuses connections to ${host} (HTTP 403)`, 1],
    [{ status: 405 }, `the proxy PROXY refuses connections to ${host} (HTTP 405)`, 1],
    [{ status: 502 }, `the proxy PROXY has no connection to ${host} (HTTP 502)`, 3],
    [{ status: 503 }, `the proxy PROXY has no connection to ${host} (HTTP 503)`, 3],
    [{ status: 504 }, `the proxy PROXY has no connection to ${host} (HTTP 504)`, 3],
    [
      { status: 503, headers: { 'x-squid-error': 'ERR_DNS_FAIL 0' } },
      `the host ${host} does not resolve (ENOTFOUND)`,
      3,
    ],
    [
      { status: 502, headers: { 'proxy-status': 'p; error=dns_error; rcode="NXDOMAIN"' } },
      `the host ${host} does not resolve (ENOTFOUND)`,
      3,
    ],
  ])('a proxy that answers %o', async (refuses, message, tries) => {
    const running = await proxy({ refuses });
    const told = await failure(through(running));
    expect(told).toMatchObject({
      message: `AWS could not be reached: ${message.replace('PROXY', `127.0.0.1:${running.port}`)}`,
      exitCode: 4,
    });
    expect(running.asked).toHaveLength(tries);
  });

  it('a proxy that does not accept the password, which is not shown', async () => {
    const running = await proxy({ wants: 'user:right' });
    const told = await failure(
      through(running, { HTTPS_PROXY: `http://user:hunter2hunter2@127.0.0.1:${running.port}` }),
    );
    expect(told.message).toMatch(/does not accept the user and the password \(HTTP 407\)$/);
    expect(JSON.stringify(told)).not.toMatch(/hunter2|aHVudGVyMg|dXNlcjpo/);
  });

  it('a proxy of which the password is missing, for a plain endpoint', async () => {
    const running = await proxy({ wants: 'user:right' });
    const told = await failure(
      { HTTP_PROXY: `http://127.0.0.1:${running.port}` },
      { endpointUrl: 'http://emulator.example' },
    );
    expect(told.message).toMatch(/asks for a user and a password \(HTTP 407\)$/);
  });

  it('a proxy that is not there', async () => {
    const gone = await connectProxy();
    await gone.stop();
    const { port } = gone;
    const told = await failure({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
    expect(told.message).toMatch(
      new RegExp(
        `^AWS could not be reached: through the proxy 127.0.0.1:${port}: 127.0.0.1 refuses the connection \\(ECONNREFUSED`,
      ),
    );
    expect(told.hint).toMatch(/^Check HTTPS_PROXY/);
  });

  it('a proxy whose name does not resolve', async () => {
    const told = await failure({ HTTPS_PROXY: 'http://proxy.invalid:3128' });
    expect(told.message).toMatch(
      /^AWS could not be reached: through the proxy proxy.invalid:3128: .*(ENOTFOUND|EAI_AGAIN)/,
    );
  });

  it('a proxy whose own certificate is not trusted', async () => {
    const running = await proxy({ tls: good });
    const told = await failure({ HTTPS_PROXY: `https://127.0.0.1:${running.port}` });
    expect(told.message).toMatch(/through the proxy 127.0.0.1:\d+: the certificate of 127.0.0.1 is not trusted/);
  });

  it('a connection that is reset during the TLS handshake', async () => {
    const server = await sts();
    const running = await proxy({ to: server.port, after: 'reset' });
    const told = await failure(through(running));
    expect(told.message).toMatch(new RegExp(`^AWS could not be reached: ${host} ended the connection \\(ECONNRESET`));
    expect(running.asked).toHaveLength(3);
  });

  it('a server that speaks no TLS', async () => {
    const server = createServer((socket) => void socket.on('error', () => {}).end('HTTP/1.0 400 no\r\n\r\n'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    stops.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const told = await failure({}, { endpointUrl: `https://127.0.0.1:${port}` });
    expect(told.message).toMatch(/^AWS could not be reached: no TLS with 127.0.0.1 \(wrong version number/);
  });

  it.each([
    [200, 3],
    [403, 1],
    [401, 1],
    [302, 1],
    [502, 3],
    [503, 3],
    [504, 3],
  ])('a page with HTTP %i keeps its status', async (status, tries) => {
    const server = await sts(good, {
      status,
      body: '\n<!DOCTYPE html><html><body>Blocked: category unknown</body></html>',
    });
    const running = await proxy({ to: server.port });
    expect(await failure(through(running))).toMatchObject({
      message: `AWS could not be reached: HTTP ${status} with an HTML page: a proxy or firewall?`,
      exitCode: 4,
    });
    expect(server.seen().requests).toBe(tries);
  });

  it.each([
    [403, 'AWS could not be reached: HTTP 403 with an HTML page: a proxy or firewall?'],
    [400, 'AWS could not be reached: HTTP 400 with an HTML page: a proxy or firewall?'],
  ])('a page with HTTP %i where a role is asked for', async (status, message) => {
    const server = await sts(good, { status, body: '<html><head></head></html>' });
    const running = await proxy({ to: server.port });
    const roleArn = 'arn:aws:iam::111122223333:role/r';
    const told = await failure(through(running), { roleArn });
    expect(told.message).toBe(`${message} (asked by --role-arn for sts:AssumeRole of ${roleArn})`);
  });

  it('a certificate that is not trusted where a role is asked for', async () => {
    const server = await sts();
    const running = await proxy({ to: server.port });
    const told = await failure(through(running, { AWS_CA_BUNDLE: other.file }), { roleArn: 'arn:aws:iam::1:role/r' });
    expect(told.message).toMatch(/^AWS could not be reached: the certificate of /);
  });
});

describe('a file of certificates', () => {
  it.each<[name: string, text: () => string | undefined, message: RegExp]>([
    ['that is not there', () => undefined, /: there is no such file$/],
    ['that is empty', () => '', /: it holds no certificate in PEM form$/],
    ['of something else', () => 'hello', /: it holds no certificate in PEM form$/],
    ['with a key alone', () => good.key, /: it holds no certificate in PEM form$/],
    [
      'with a damaged certificate',
      () => `${ca.cert}\n${ca.cert.replace(/\n[^-\n]{60}/, '\nAAAA')}`,
      /: certificate 2 of 2 cannot be read$/,
    ],
  ])('%s ends the run before anything is called', async (_name, text, message) => {
    const file = path.join(ca.folder, `bundle-${Math.random()}.pem`);
    const content = text();
    if (content !== undefined) writeFileSync(file, content);
    await expect(session({ AWS_CA_BUNDLE: file })).rejects.toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) as string }) as Error,
    );
  });

  it('of several, with text between them, holds each of them', async () => {
    const file = path.join(ca.folder, 'several.pem');
    writeFileSync(file, `# ours\r\n${other.cert.replaceAll('\n', '\r\n')}\n# inspecting\n${ca.cert}`);
    const server = await sts();
    const running = await proxy({ to: server.port });
    await (await session(through(running, { AWS_CA_BUNDLE: file }))).identity();
  });
});
