import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TransportOptions, WireRequest } from '../../src/aws/transport.ts';
import { Transport } from '../../src/aws/transport.ts';

let stop: (() => void)[] = [];
afterEach(() => {
  for (const one of stop) one();
  stop = [];
});

/** A transport, and a request to a server that answers so. */
async function against(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  options: TransportOptions = {},
): Promise<{ transport: Transport; wire: WireRequest; server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const transport = new Transport(options);
  stop.push(() => {
    transport.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const wire = { protocol: 'http:', hostname: '127.0.0.1', port, method: 'GET', path: '/', headers: {}, body: '' };
  return { transport, wire, server };
}

describe('a request', () => {
  it('gets the whole answer, whatever its status', async () => {
    const { transport, wire } = await against((request, response) => {
      response.writeHead(418, { 'x-amzn-requestid': 'r' });
      response.write('a');
      setTimeout(() => response.end(request.url), 20);
    });
    const { statusCode, headers, body } = await transport.send({ ...wire, path: '/x?y=1' });
    expect([statusCode, headers['x-amzn-requestid'], Buffer.from(body).toString()]).toEqual([418, 'r', 'a/x?y=1']);
  });

  it('uses the connection of the one before', async () => {
    const { transport, wire, server } = await against((_request, response) => void response.end());
    let connections = 0;
    server.on('connection', () => (connections += 1));
    for (let i = 0; i < 3; i++) await transport.send(wire);
    expect(connections).toBe(1);
  });

  it('that hears nothing ends in a time-out, also over a connection that was used before', async () => {
    let asked = 0;
    const { transport, wire } = await against((_request, response) => void (++asked === 1 && response.end()), {
      idleTimeoutMs: 150,
    });
    await transport.send(wire);
    await expect(transport.send(wire)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(asked).toBe(2);
  });

  it('whose answer stops half way ends in a time-out', async () => {
    const { transport, wire } = await against(
      (_request, response) => {
        response.writeHead(200, { 'content-length': 10 });
        response.write('half');
      },
      { idleTimeoutMs: 150 },
    );
    await expect(transport.send(wire)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('whose answer is cut off fails', async () => {
    const { transport, wire } = await against((request, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => request.socket.destroy());
    });
    await expect(transport.send(wire)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('that finds no connection in time ends in a time-out', async () => {
    const transport = new Transport({ connectTimeoutMs: 100 });
    stop.push(() => transport.close());
    // Reserved for documentation: nothing answers there.
    const wire = {
      protocol: 'http:',
      hostname: '192.0.2.1',
      port: 81,
      method: 'GET',
      path: '/',
      headers: {},
      body: '',
    };
    const error = await transport.send(wire).catch((reason: unknown) => reason as { name: string; code?: string });
    // Where there is no network at all, the machine says so itself.
    expect(['TimeoutError', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED']).toContain(
      (error as { code?: string }).code ?? (error as { name: string }).name,
    );
  });

  it('that is stopped ends at once, before it is sent and while it waits', async () => {
    const { transport, wire } = await against(() => {});
    const controller = new AbortController();
    const waiting = transport.send(wire, controller.signal);
    setTimeout(() => controller.abort(), 30);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(transport.send(wire, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a connection that the server has announced to end', () => {
  it('gives a slow answer the whole time all the same', async () => {
    const { transport, wire, server } = await against(
      (request, response) => void setTimeout(() => response.end(), request.url === '/slow' ? 1600 : 0),
      { idleTimeoutMs: 5000 },
    );
    // Its answers say `Keep-Alive: timeout=2`.
    server.keepAliveTimeout = 2000;
    let connections = 0;
    server.on('connection', () => (connections += 1));
    expect((await transport.send(wire)).headers['keep-alive']).toBe('timeout=2');
    await transport.send({ ...wire, path: '/slow' });
    await transport.send({ ...wire, path: '/slow' });
    expect(connections).toBe(1);
  });

  it('may be used any number of times, without a warning', async () => {
    const warned: Error[] = [];
    const note = (warning: Error): number => warned.push(warning);
    process.on('warning', note);
    stop.push(() => process.off('warning', note));
    const { transport, wire } = await against((_request, response) => void response.end());
    for (let i = 0; i < 30; i++) await transport.send(wire);
    await new Promise((done) => setTimeout(done, 20));
    expect(warned).toEqual([]);
  });

  it('still ends in a time-out when nothing comes at all', async () => {
    const { transport, wire, server } = await against(
      (request, response) => void (request.url === '/never' || response.end()),
      { idleTimeoutMs: 1500 },
    );
    server.keepAliveTimeout = 2000;
    await transport.send(wire);
    const started = performance.now();
    await expect(transport.send({ ...wire, path: '/never' })).rejects.toThrow('nothing was heard for 1.5 s');
    expect(performance.now() - started).toBeGreaterThan(1300);
  });

  it('is not used near that time, also by a process that was held up', async () => {
    const { transport, wire, server } = await against((_request, response) => void response.end());
    server.keepAliveTimeout = 2000;
    let connections = 0;
    server.on('connection', () => (connections += 1));
    await transport.send(wire);
    // After the answer the connection has to become free.
    await new Promise((done) => setTimeout(done, 20));
    for (const until = performance.now() + 1100; performance.now() < until;);
    await transport.send(wire);
    expect(connections).toBe(2);
  });

  it.each(['close', 'Keep-Alive: timeout=1'])('%s: is not used again', async (what) => {
    const { transport, wire, server } = await against((_request, response) => {
      if (what === 'close') response.setHeader('connection', 'close');
      response.end();
    });
    server.keepAliveTimeout = 1000;
    let connections = 0;
    server.on('connection', () => (connections += 1));
    await transport.send(wire);
    await transport.send(wire);
    expect(connections).toBe(2);
  });
});

describe('a request over a connection that the server ends at that moment', () => {
  it('is sent again over another', async () => {
    const asked: string[] = [];
    const seen = new Set<unknown>();
    const { transport, wire } = await against((request, response) => {
      asked.push(request.url ?? '');
      if (seen.has(request.socket)) return void request.socket.destroy();
      seen.add(request.socket);
      response.end();
    });
    await transport.send({ ...wire, path: '/1' });
    await expect(transport.send({ ...wire, path: '/2' })).resolves.toMatchObject({ statusCode: 200 });
    expect(asked).toEqual(['/1', '/2', '/2']);
  });

  it('is not sent again when it was the first one, or an answer had begun', async () => {
    const asked: string[] = [];
    const { transport, wire } = await against((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/first') return void request.socket.destroy();
      if (request.url === '/ok') return void response.end();
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => request.socket.destroy());
    });
    await expect(transport.send({ ...wire, path: '/first' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    await transport.send({ ...wire, path: '/ok' });
    await expect(transport.send({ ...wire, path: '/half' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(asked).toEqual(['/first', '/ok', '/half']);
  });
});
