import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { SecureContext } from 'node:tls';
import { createSecureContext } from 'node:tls';
import { PlainAgent, SecureAgent } from './agents.ts';
import type { Limits } from './agents.ts';
import type { Stoppable } from './interrupt.ts';
import type { Proxy, ProxyChoice } from './proxy.ts';
import type { Bundle } from './trust.ts';
import { explainedError } from './unreached.ts';

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
  /** Which proxy a request goes through; absent where there is none. */
  proxies?: ProxyChoice | undefined;
  /** Certificates that are trusted instead of the usual ones. */
  bundle?: Bundle | undefined;
  /** An answer with a longer body is given up; undefined = any length is read. */
  mostBytes?: number;
}

/** What became of a request. */
interface Sent {
  request?: ClientRequest;
  /** Whether an answer has begun. */
  begun?: boolean;
}

/** A connection that a server ended between two requests may be one of several. */
const mostReused = 4;

/** Sends requests over sockets that stay open, shared by everything that calls. */
export class Transport {
  readonly #limits: Limits;
  readonly #proxies: ProxyChoice | undefined;
  readonly #bundle: Bundle | undefined;
  readonly #mostBytes: number;
  readonly #http: PlainAgent;
  #https: SecureAgent | undefined;
  readonly #tunnels = new Map<Proxy, SecureAgent>();
  #context: SecureContext | undefined;

  constructor({
    connectTimeoutMs = 10_000,
    idleTimeoutMs = 60_000,
    proxies,
    bundle,
    mostBytes = Infinity,
  }: TransportOptions = {}) {
    this.#limits = { connectMs: connectTimeoutMs, idleMs: idleTimeoutMs };
    this.#proxies = proxies;
    this.#bundle = bundle;
    this.#mostBytes = mostBytes;
    this.#http = new PlainAgent({ limits: this.#limits, maxSockets: 128, maxFreeSockets: 128 });
  }

  /**
   * Sends one request and reads the whole answer, whatever its status. A request over a connection that the server ended at
   * that moment is sent again: everything that is sent only reads, or is such that sending it twice is no harm.
   * @throws NotReached; the network's error; `TimeoutError` when nothing happens; `AbortError` when the signal says so
   */
  async send(wire: WireRequest, signal?: Stoppable): Promise<WireAnswer> {
    const proxy = this.#proxies?.(wire.protocol, wire.hostname, wire.port);
    for (let tries = 1; ; tries++) {
      const sent: Sent = {};
      try {
        // One after another on purpose.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await this.#once(wire, proxy, sent, signal);
        if (answer.statusCode === 407 && proxy !== undefined)
          throw (await import('./tunnel.ts')).refusal(answer, proxy, wire.hostname);
        return answer;
      } catch (error) {
        if (tries < mostReused && wasEnded(error, sent)) continue;
        if (!(error instanceof Error)) throw error;
        if (proxy !== undefined && wire.protocol === 'http:')
          throw (await import('./tunnel.ts')).unreachable(error, proxy, wire.hostname);
        throw explainedError(error, { hostname: wire.hostname, proxy: proxy?.label, bundle: this.#bundle?.label });
      }
    }
  }

  #once(wire: WireRequest, proxy: Proxy | undefined, sent: Sent, signal: Stoppable | undefined): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(named('AbortError', 'the request was stopped'));
      const req = (sent.request = this.#request(wire, proxy));
      const stop = (): void => void req.destroy(named('AbortError', 'the request was stopped'));
      const settle = (): void => signal?.removeEventListener('abort', stop);
      signal?.addEventListener('abort', stop, { once: true });
      req.on('error', (error) => {
        settle();
        reject(error);
      });
      req.on('response', (answer) => {
        sent.begun = true;
        collect(answer, this.#mostBytes).then(
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
      req.end(wire.body.length === 0 ? undefined : wire.body);
    });
  }

  #request({ protocol, hostname, port, method, path, headers }: WireRequest, proxy: Proxy | undefined): ClientRequest {
    if (protocol === 'https:') {
      const agent = proxy === undefined ? this.#direct() : this.#tunnel(proxy);
      agent.endLate();
      return httpsRequest({ hostname, port, method, path, headers, agent });
    }
    this.#http.endLate();
    if (proxy === undefined) return httpRequest({ hostname, port, method, path, headers, agent: this.#http });
    // https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
    const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
    const options = {
      hostname: proxy.hostname,
      port: proxy.port,
      method,
      path: `http://${host}${port === undefined ? '' : `:${port}`}${path}`,
      headers: {
        host: port === undefined ? host : `${host}:${port}`,
        ...headers,
        ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
      },
    };
    return proxy.secure
      ? httpsRequest({ ...options, agent: this.#direct() })
      : httpRequest({ ...options, agent: this.#http });
  }

  #direct(): SecureAgent {
    return (this.#https ??= this.#secure());
  }

  #tunnel(proxy: Proxy): SecureAgent {
    let agent = this.#tunnels.get(proxy);
    if (agent === undefined) this.#tunnels.set(proxy, (agent = this.#secure(proxy)));
    return agent;
  }

  #secure(proxy?: Proxy): SecureAgent {
    // One context for all hosts: making one reads every root certificate.
    this.#context ??= createSecureContext(this.#bundle === undefined ? {} : { ca: [...this.#bundle.certificates] });
    return new SecureAgent({
      limits: this.#limits,
      // Of many accounts, several ask one host at a time.
      maxSockets: 64,
      maxFreeSockets: 4,
      secureContext: this.#context,
      proxy,
    });
  }

  /** Closes every socket. */
  close(): void {
    this.#http.destroy();
    this.#https?.destroy();
    for (const agent of this.#tunnels.values()) agent.destroy();
  }
}

/** Whether a server ended a connection that had been used before, before it answered anything to this request. */
function wasEnded(error: unknown, { request, begun }: Sent): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return (code === 'ECONNRESET' || code === 'EPIPE') && request?.reusedSocket === true && begun !== true;
}

function collect(answer: IncomingMessage, mostBytes: number): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) answer.destroy(named('AnswerTooLong', `the answer is longer than ${mostBytes} bytes`));
    });
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

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
