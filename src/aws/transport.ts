import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Stoppable } from './interrupt.ts';

/** A signed request. */
export interface WireRequest {
  /** `https:` or `http:`. */
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

/** An answer read to its end. */
export interface WireAnswer {
  statusCode: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface TransportOptions {
  /** How long making a connection may take, in ms. */
  connectTimeoutMs?: number;
  /** How long a connection may be silent, in ms. */
  idleTimeoutMs?: number;
}

/** Sends requests over sockets that stay open, shared by everything that calls. */
export class Transport {
  readonly #connectMs: number;
  readonly #idleMs: number;
  readonly #http: HttpAgent;
  #https: HttpsAgent | undefined;

  constructor({ connectTimeoutMs = 10_000, idleTimeoutMs = 60_000 }: TransportOptions = {}) {
    this.#connectMs = connectTimeoutMs;
    this.#idleMs = idleTimeoutMs;
    this.#http = new HttpAgent({ ...this.#shared(), maxSockets: 64, maxFreeSockets: 64 });
  }

  /**
   * Sends one request and reads the whole answer, whatever its status.
   * @throws the network's error; `TimeoutError` when nothing happens; `AbortError` when the signal says so
   */
  send(wire: WireRequest, signal?: Stoppable): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(named('AbortError', 'the request was stopped'));
      const { protocol, hostname, port, method, path, headers, body } = wire;
      const secure = protocol === 'https:';
      const options = { hostname, port, method, path, headers, agent: secure ? this.#secure() : this.#http };
      const req = secure ? httpsRequest(options) : httpRequest(options);
      const stop = (): void => void req.destroy(named('AbortError', 'the request was stopped'));
      const settle = (): void => signal?.removeEventListener('abort', stop);
      signal?.addEventListener('abort', stop, { once: true });
      this.#limit(req);
      req.on('error', (error) => {
        settle();
        reject(error);
      });
      req.on('response', (answer) => {
        collect(answer).then(
          (whole) => {
            settle();
            resolve(whole);
          },
          (error: Error) => {
            settle();
            reject(error);
          },
        );
      });
      // A text goes out in one piece with the headers.
      req.end(body.length === 0 ? undefined : body);
    });
  }

  /** What every agent has. The time-out is the socket's own: setting one for each request is dear. */
  #shared(): { keepAlive: true; scheduling: 'lifo'; timeout: number } {
    return { keepAlive: true, scheduling: 'lifo', timeout: this.#idleMs };
  }

  /** Bounds making the connection and its silence. Waiting for a free socket is bounded by whoever waits. */
  #limit(req: ClientRequest): void {
    req.on('socket', (socket) => {
      if (!socket.connecting) return;
      socket.on('timeout', () => void socket.destroy(timeout(`nothing was heard for ${this.#idleMs / 1000} s`)));
      const late = (): void => void socket.destroy(timeout(`no connection within ${this.#connectMs / 1000} s`));
      const timer = setTimeout(late, this.#connectMs);
      const stop = (): void => clearTimeout(timer);
      socket.once('connect', stop).once('close', stop);
    });
  }

  #secure(): HttpsAgent {
    // One context for all hosts: making one reads every root certificate.
    return (this.#https ??= new HttpsAgent({
      ...this.#shared(),
      maxSockets: 16,
      maxFreeSockets: 4,
      secureContext: createSecureContext(),
    }));
  }

  /** Closes every socket. */
  close(): void {
    this.#http.destroy();
    this.#https?.destroy();
  }
}

function collect(answer: IncomingMessage): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', reject);
    answer.on('end', () => {
      const [first] = chunks;
      const headers = answer.headers as Record<string, string>;
      if (Array.isArray(headers['set-cookie'])) delete headers['set-cookie'];
      resolve({
        statusCode: answer.statusCode ?? 0,
        headers,
        body: chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks),
      });
    });
  });
}

const timeout = (message: string): Error => named('TimeoutError', message);

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
