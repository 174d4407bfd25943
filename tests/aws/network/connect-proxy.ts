import type { IncomingMessage, Server } from 'node:http';
import { createServer, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Signed } from './certificates.ts';

export interface ProxyOptions {
  /** With a certificate it is asked over TLS. */
  readonly tls?: Signed | undefined;
  /** `user:password`, when it asks for them. */
  readonly wants?: string;
  /** Refuses with this answer. */
  readonly refuses?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** Where it connects whatever is asked for: names of AWS end on this machine. */
  readonly to?: number;
  /** The same for requests with a whole address; default: `to`. */
  readonly plainTo?: number;
  /** What becomes of a connection after it was made. */
  readonly after?: 'reset' | undefined;
}

export interface RunningProxy {
  readonly port: number;
  /** What was asked for: `CONNECT host:443`, `GET http://…`. */
  readonly asked: string[];
  readonly authorizations: (string | undefined)[];
  stop(): Promise<void>;
}

/** A proxy for HTTP: CONNECT, and requests with a whole address. */
export async function connectProxy(options: ProxyOptions = {}): Promise<RunningProxy> {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Duplex>();
  const admit = (incoming: IncomingMessage): ProxyOptions['refuses'] => {
    asked.push(`${incoming.method} ${incoming.url}`);
    authorizations.push(incoming.headers['proxy-authorization']);
    const wanted = options.wants === undefined ? undefined : `Basic ${Buffer.from(options.wants).toString('base64')}`;
    if (wanted !== undefined && incoming.headers['proxy-authorization'] !== wanted)
      return { status: 407, headers: { 'proxy-authenticate': 'Basic realm="p"' }, body: '<html>who are you?</html>' };
    return options.refuses;
  };
  const server: Server = options.tls === undefined ? createServer() : createSecureServer(options.tls);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => {});
    const refused = admit(incoming);
    if (refused !== undefined) {
      const lines = Object.entries(refused.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
      client.end(`HTTP/1.1 ${refused.status} No\r\n${lines.join('')}\r\n${refused.body ?? ''}`);
      return;
    }
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(incoming.url ?? '') ?? [];
    const upstream = connect(options.to ?? Number(port), options.to === undefined ? host : '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (options.after === 'reset') return void client.destroy();
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  server.on('request', (incoming, answer) => {
    const refused = admit(incoming);
    if (refused !== undefined) return void answer.writeHead(refused.status, refused.headers).end(refused.body);
    const { 'proxy-authorization': _, ...headers } = incoming.headers;
    const url = new URL(incoming.url ?? '');
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: options.plainTo ?? options.to ?? url.port,
        path: url.pathname + url.search,
        method: incoming.method,
        headers,
      },
      (message) => {
        answer.writeHead(message.statusCode ?? 500, message.headers);
        message.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.writeHead(502).end());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    authorizations,
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
