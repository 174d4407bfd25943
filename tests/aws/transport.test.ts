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
