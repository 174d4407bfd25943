import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
  /** No answer at all, until the server stops. */
  readonly hangs?: true;
}

export type Routes = Readonly<Record<string, Reply | ((asked: Asked) => Reply)>>;

export interface Canned {
  readonly url: string;
  readonly asked: Asked[];
  /** Answers by `METHOD /path`; what is not among them is not found. */
  serve(routes: Routes): void;
  /** How often something was asked for. */
  count(route: string): number;
  stop(): void;
}

/** A server of this machine that answers as an endpoint of credentials does, in its true wire shape. */
export async function startCanned(): Promise<Canned> {
  let routes: Routes = {};
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', headers } = request;
      const one = {
        method,
        path,
        query: Object.fromEntries(searchParams),
        headers,
        body: Buffer.concat(chunks).toString(),
      };
      asked.push(one);
      const route = routes[`${method} ${path}`] ?? { status: 404 };
      const { status = 200, headers: own = {}, body = '', hangs } = typeof route === 'function' ? route(one) : route;
      if (hangs === true) return;
      response.writeHead(status, {
        'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
        ...own,
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    serve(given) {
      routes = given;
      asked.length = 0;
    },
    count: (route) => asked.filter(({ method, path }) => `${method} ${path}` === route).length,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The refusal of a service that speaks AWS's REST and JSON protocol. */
export const refusal = (status: number, code: string, message: string): Reply => ({
  status,
  headers: { 'x-amzn-errortype': code },
  body: { message },
});

/** Credentials as containers and instances are given them. */
export const handedOut = (id: string, lifeMs = 3_600_000): object => ({
  Code: 'Success',
  Type: 'AWS-HMAC',
  LastUpdated: new Date().toISOString(),
  AccessKeyId: id,
  SecretAccessKey: 'handed-out-secret',
  Token: 'handed-out-token',
  Expiration: new Date(Date.now() + lifeMs).toISOString(),
});
