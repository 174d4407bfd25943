import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identify } from '../../../src/stand-in/identify.ts';
import { answersFor } from './answers.ts';

/**
 * A process that answers as AWS does for an account of as many resources as its first argument says, each answer after
 * the milliseconds of its second. It writes its port when it listens, and, when its standard input is closed, what it
 * answered: `{requests, bytes, problems}`.
 */
const [resources = 10_000, latencyMs = 20] = process.argv.slice(2).map(Number);
const answer = await answersFor(resources);
const problems: string[] = [];
let requests = 0;
let bytes = 0;

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const due = performance.now() + latencyMs;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method = 'GET', url = '/', headers } = request;
    const identity = identify({ method, url, headers, body: Buffer.concat(chunks) });
    requests += 1;
    answer(identity).then(
      ({ status, headers: own, body }) => {
        bytes += body.length;
        setTimeout(
          () =>
            response.writeHead(status, { ...own, 'content-length': body.length }).end(method === 'HEAD' ? '' : body),
          Math.max(0, due - performance.now()),
        );
      },
      (error: unknown) => {
        if (problems.length < 20) problems.push(`${identity.service}:${identity.operation}: ${String(error)}`);
        response.destroy();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

process.stdin.on('end', () => {
  process.stdout.write(`${JSON.stringify({ requests, bytes, problems })}\n`, () => process.exit(0));
});
process.stdin.resume();
