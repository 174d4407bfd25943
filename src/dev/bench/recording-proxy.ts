import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came, to be made again without the SDK, and what it was answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
}

export interface BenchServer {
  readonly url: string;
  /** How many connections were made to it. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

export interface RecordingProxy extends BenchServer {
  readonly exchanges: Exchange[];
}

/** Passes everything on to another server and keeps what was asked and answered. */
export async function startRecordingProxy(upstream: string): Promise<RecordingProxy> {
  const target = new URL(upstream);
  const exchanges: Exchange[] = [];
  const server = await listening((req, res) => {
    const asked = collect(req);
    void asked.then((body) => {
      const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
      const { method = 'GET', url: path = '/' } = req;
      const onward = request({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
        const status = answer.statusCode ?? 500;
        void collect(answer).then((answered) => {
          exchanges.push({
            method,
            path,
            headers,
            body: body.toString('latin1'),
            answer: { status, headers: answer.headers, body: answered },
          });
          res.writeHead(status, answer.headers);
          res.end(answered);
        });
      });
      onward.on('error', () => res.destroy());
      onward.end(body);
    });
  });
  return { ...server, exchanges };
}

/** Headers of one connection, not of the answer. */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'server']);

/**
 * Gives recorded answers again, keeping connections open as AWS does. The same request asked again gets the next answer
 * recorded for it, the last one for ever; one that was never recorded gets a 404.
 */
export async function startCannedServer(exchanges: readonly Exchange[]): Promise<BenchServer> {
  const answers = new Map<string, Exchange['answer'][]>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange);
    const list = answers.get(key);
    if (list === undefined) answers.set(key, [exchange.answer]);
    else list.push(exchange.answer);
  }
  return listening((req, res) => {
    void collect(req).then((body) => {
      const { method = 'GET', url: path = '/', headers } = req;
      const key = keyOf({ method, path, headers, body: body.toString('latin1') });
      const list = answers.get(key) ?? [];
      const answer = list.length > 1 ? list.shift() : list[0];
      if (answer === undefined) return res.writeHead(404).end();
      const kept = Object.entries(answer.headers).filter(([name]) => !hopByHop.has(name));
      res.writeHead(answer.status, { ...Object.fromEntries(kept), 'content-length': answer.body.length });
      return res.end(method === 'HEAD' ? undefined : answer.body);
    });
  });
}

/** What makes two requests the same: neither the time nor the signature does, the region and the service do. */
function keyOf(request: Pick<Exchange, 'method' | 'path' | 'body'> & { headers: IncomingHttpHeaders }): string {
  const { method, path, body, headers } = request;
  const [, region = '', service = ''] =
    /Credential=[^/]+\/[^/]+\/([^/]+)\/([^/]+)\//.exec(String(headers['authorization'])) ?? [];
  const account = headers['x-amz-account-id'];
  return JSON.stringify([method, path, region, service, headers['x-amz-target'], account, body]);
}

function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
  });
}

async function listening(listener: RequestListener): Promise<BenchServer> {
  let connections = 0;
  const server: Server = createServer(listener);
  server.keepAliveTimeout = 60_000;
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
