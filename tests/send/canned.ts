import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What is answered; `cut`: the connection is ended without an answer; `mute`: there is none at all. */
export type Answer =
  | 'cut'
  | 'mute'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer };

export interface Canned {
  readonly url: string;
  readonly got: Got[];
  /** What comes next, one after the other; the last one is given again. */
  answers: (Answer | ((got: Got) => Answer))[];
  stop(): Promise<void>;
}

/** A receiver that answers as it is told. */
export async function startCanned(): Promise<Canned> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const got = { method, path, headers, body: Buffer.concat(chunks) };
      const given = canned.answers.length > 1 ? canned.answers.shift() : canned.answers[0];
      canned.got.push(got);
      const answer = typeof given === 'function' ? given(got) : given;
      if (answer === undefined || answer === 'mute') return;
      if (answer === 'cut') return void request.socket.destroy();
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const canned: Canned = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got: [],
    answers: [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return canned;
}

/** Patience whose time passes by itself, and what was waited. */
export function hurried(forMs = 90_000) {
  let time = 0;
  const waited: number[] = [];
  return {
    waited,
    patience: {
      forMs,
      now: () => time,
      wait: (ms: number): Promise<void> => {
        waited.push(Math.round(ms));
        time += ms;
        return Promise.resolve();
      },
      random: () => 0.5,
    },
  };
}
