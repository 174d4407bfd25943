import type { ClientRequest, ClientRequestArgs } from 'node:http';
import { Agent as HttpAgent } from 'node:http';
import type { AgentOptions, RequestOptions } from 'node:https';
import { Agent as HttpsAgent } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Proxy } from './proxy.ts';

/** Bounds of connections, in ms. */
export interface Limits {
  /** How long making one may take. */
  readonly connectMs: number;
  /** How long one may be silent while an answer is waited for. */
  readonly idleMs: number;
}

/** The error of a time-out, by the name that the limiter knows. */
export function timeout(message: string): Error {
  const error = new Error(message);
  error.name = 'TimeoutError';
  return error;
}

/** Ends a connection that takes too long to make, or is silent for too long. The silence is the socket's own: setting it for each request is dear. */
function bounded(socket: Socket, { connectMs, idleMs }: Limits): void {
  socket.on('timeout', () => void socket.destroy(timeout(`nothing was heard for ${idleMs / 1000} s`)));
  if (!socket.connecting) return;
  const late = (): void => void socket.destroy(timeout(`no connection within ${connectMs / 1000} s`));
  const timer = setTimeout(late, connectMs);
  const stop = (): void => clearTimeout(timer);
  socket.once('connect', stop).once('close', stop);
}

/**
 * Sockets that wait for a next request until the server ends them at a time that it has announced (`Keep-Alive: timeout=5`).
 * Node shortens the socket's time-out to that and leaves it so for the request after: an answer that takes longer would
 * be given up.
 */
class Waiting {
  readonly #idleMs: number;
  /** Until when each may be used, by `performance.now()`. */
  readonly #until = new Map<Socket, number>();
  /** The first of these times, or earlier. */
  #earliest = Infinity;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  /** After an answer, when Node has set the time-out. */
  kept(socket: Duplex): void {
    if (!(socket instanceof Socket) || socket.timeout === undefined || socket.timeout >= this.#idleMs) return;
    const until = performance.now() + socket.timeout;
    this.#until.set(socket, until);
    if (until < this.#earliest) this.#earliest = until;
  }

  /** Before a request: it has the whole time again. */
  used(socket: Duplex): void {
    if (!(socket instanceof Socket) || socket.timeout === this.#idleMs) return;
    this.#until.delete(socket);
    socket.setTimeout(this.#idleMs);
  }

  /** Ends those whose time is over: in a process that was held up, their timers are late. */
  endLate(): void {
    if (this.#until.size === 0) return;
    const now = performance.now();
    if (now < this.#earliest) return;
    this.#earliest = Infinity;
    for (const [socket, until] of this.#until) {
      if (now < until) {
        this.#earliest = Math.min(this.#earliest, until);
        continue;
      }
      this.#until.delete(socket);
      // At once, so that the agent no longer offers it: https://nodejs.org/api/http.html#class-httpagent
      socket.emit('agentRemove');
      socket.destroy();
    }
  }
}

interface OurOptions extends AgentOptions {
  readonly limits: Limits;
}

const shared = ({ limits, ...options }: OurOptions): AgentOptions => ({
  keepAlive: true,
  scheduling: 'lifo',
  timeout: limits.idleMs,
  ...options,
});

/** Sockets without TLS, to servers and to proxies. */
export class PlainAgent extends HttpAgent {
  readonly #limits: Limits;
  readonly #waiting: Waiting;

  constructor(options: OurOptions) {
    super(shared(options));
    this.#limits = options.limits;
    this.#waiting = new Waiting(options.limits.idleMs);
  }

  override createConnection(options: ClientRequestArgs): Duplex | null | undefined {
    const socket = super.createConnection(options);
    if (socket instanceof Socket) bounded(socket, this.#limits);
    return socket;
  }

  override keepSocketAlive(socket: Duplex): boolean {
    const keeps = superKeeps(super.keepSocketAlive(socket));
    this.#waiting.kept(socket);
    return keeps;
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    super.reuseSocket(socket, request);
    this.#waiting.used(socket);
  }

  endLate(): void {
    this.#waiting.endLate();
  }
}

/** Sockets with TLS, through a proxy where one is given. */
export class SecureAgent extends HttpsAgent {
  readonly #limits: Limits;
  readonly #waiting: Waiting;
  readonly #proxy: Proxy | undefined;

  constructor({ proxy, ...options }: OurOptions & { readonly proxy?: Proxy | undefined }) {
    super(shared(options));
    this.#limits = options.limits;
    this.#waiting = new Waiting(options.limits.idleMs);
    this.#proxy = proxy;
  }

  override createConnection(
    options: ClientRequestArgs,
    callback?: (error: Error | null, socket: Duplex) => void,
  ): Duplex | null | undefined {
    if (this.#proxy === undefined) return this.#bound(super.createConnection(options));
    void this.#through(this.#proxy, options).then(
      (socket) => callback?.(null, socket),
      // The agent takes an error without a socket.
      (error: Error) => (callback as ((error: Error) => void) | undefined)?.(error),
    );
    return undefined;
  }

  async #through(proxy: Proxy, options: ClientRequestArgs): Promise<Duplex> {
    const { openTunnel } = await import('./tunnel.ts');
    const { secureContext } = this.options;
    const tunnel = await openTunnel(proxy, options, { ...this.#limits, secureContext });
    const over: RequestOptions & { readonly socket: Duplex } = { ...options, socket: tunnel };
    const socket = this.#bound(super.createConnection(over));
    if (!(socket instanceof Socket)) throw new TypeError('no socket was made');
    return socket;
  }

  #bound(socket: Duplex | null | undefined): Duplex | null | undefined {
    if (socket instanceof Socket) bounded(socket, this.#limits);
    return socket;
  }

  override keepSocketAlive(socket: Duplex): boolean {
    const keeps = superKeeps(super.keepSocketAlive(socket));
    this.#waiting.kept(socket);
    return keeps;
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    super.reuseSocket(socket, request);
    this.#waiting.used(socket);
  }

  endLate(): void {
    this.#waiting.endLate();
  }
}

/** Node answers whether a socket may be used again, which its types do not say. */
const superKeeps = (answer: unknown): boolean => answer === true;
