import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bucket over HTTP, as much of S3 as a store asks for: whole objects, `If-None-Match: *`, lists of what begins so. */
export interface RunningBucket {
  readonly url: string;
  /** Keys of what is there, sorted. */
  readonly keys: () => string[];
  readonly get: (key: string) => Buffer | undefined;
  /** Takes nothing and answers nothing, as if there were no way to it, until `back`. */
  readonly away: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const escaped = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/');

/** A bucket `lake` on a free port. Objects of it are kept while it is away. */
export async function startBucket(): Promise<RunningBucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks)));
  });
  const refuse = (response: ServerResponse, status: number, code: string): void =>
    void response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);

  function answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const { pathname, searchParams } = new URL(url, 'http://lake');
    const key = decodeURIComponent(pathname.replace(/^\/lake\/?/, ''));
    if (!pathname.startsWith('/lake')) return refuse(response, 404, 'NoSuchBucket');
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && objects.has(key)) return refuse(response, 412, 'PreconditionFailed');
      objects.set(key, body);
      return void response.end();
    }
    if (key !== '') {
      const found = objects.get(key);
      return found === undefined ? refuse(response, 404, 'NoSuchKey') : void response.end(found);
    }
    const [prefix, delimiter] = [searchParams.get('prefix') ?? '', searchParams.get('delimiter')];
    const all = [...objects.keys()].filter((each) => each.startsWith(prefix)).sort();
    const folders = new Set<string>();
    const names = all.filter((each) => {
      const end = delimiter === null ? -1 : each.indexOf(delimiter, prefix.length);
      if (end >= 0) folders.add(each.slice(0, end + 1));
      return end < 0;
    });
    response.end(
      `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${names
        .map((name) => `<Contents><Key>${escaped(name)}</Key></Contents>`)
        .join('')}${[...folders]
        .map((name) => `<CommonPrefixes><Prefix>${escaped(name)}</Prefix></CommonPrefixes>`)
        .join('')}</ListBucketResult>`,
    );
  }

  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    keys: () => [...objects.keys()].sort(),
    get: (key) => objects.get(key),
    away: close,
    back: () => listen(port),
    stop: async () => {
      if (server.listening) await close();
    },
  };
}
