import { AnswerGuard, expectationOf } from './answers.ts';
import type { Stoppable } from './interrupt.ts';
import type { ClientConfig, SdkCommand } from './pipeline.ts';
import { bodyOf, endsInError, queryOf } from './pipeline.ts';
import type { Transport, WireAnswer } from './transport.ts';

/** A request as the SDK hands it to what sends. */
interface SdkRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | null | readonly string[]>>;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** What the SDK passes on from `send` to what sends. */
interface HandlerOptions {
  readonly abortSignal?: Stoppable;
  /** Ours: told of each answer before the SDK reads it. */
  readonly seen?: (answer: WireAnswer) => void;
}

/** The SDK's client of a service, as far as it is used. */
export interface SdkClient {
  readonly config: ClientConfig & { streamCollector(stream: unknown): Promise<Uint8Array> };
  send(command: object, options?: HandlerOptions): Promise<object>;
}

/**
 * Sends an SDK client's requests over the run's own connections: proxies, certificates and time limits are the same whoever
 * makes the requests.
 */
export const handlerOver = (transport: Transport): object => ({
  async handle(request: SdkRequest, { abortSignal, seen }: HandlerOptions = {}) {
    const { protocol, hostname, port, method, path, headers } = request;
    const query = queryOf(request.query ?? {});
    const answer = await transport.send(
      {
        protocol,
        hostname,
        port,
        method,
        path: query === '' ? path : `${path}?${query}`,
        headers,
        body: bodyOf(request.body),
      },
      abortSignal,
    );
    seen?.(answer);
    return { response: answer };
  },
  destroy() {},
});

/** The SDK's middleware for S3 makes a stream of an answer again; what reads answers here takes bytes. */
function readBytes(config: SdkClient['config']): void {
  const { protocol } = config;
  const read = protocol.deserializeResponse.bind(protocol);
  protocol.deserializeResponse = async (operation, context, answer) => {
    const body: unknown = answer.body;
    const bytes = body instanceof Uint8Array ? body : await config.streamCollector(body);
    return read(operation, context, Object.assign(answer, { body: bytes }));
  };
}

/**
 * Sends commands through the SDK's own client of a service: its middleware finds the endpoint, serialises and signs. What is allowed and
 * what counts as an answer are the same as in the pipeline. Slower: for comparison, and as a way out should the pipeline ever ask a
 * service in a way that it does not take. What the pipeline does by itself is not done: another region that S3 names, a clock that is
 * wrong, and credentials that end in mid-run fail their calls.
 */
export class SdkSender {
  readonly #client: SdkClient;
  readonly #answers: AnswerGuard;
  readonly #assert: (operation: string) => void;

  constructor(client: SdkClient, assert: (operation: string) => void) {
    this.#client = client;
    this.#answers = new AnswerGuard(client.config.protocol.getShapeId());
    this.#assert = assert;
    readBytes(client.config);
  }

  /** @throws the service's error as the SDK makes it, the network's, or `NotReadOnly` */
  async send(command: object, { abortSignal }: { abortSignal?: Stoppable } = {}): Promise<object> {
    const { schema } = command as SdkCommand;
    const [, , name] = schema;
    this.#assert(name);
    let last: WireAnswer | undefined;
    const seen = (answer: WireAnswer): void => {
      if (answer.statusCode < 300 && this.#client.config.serviceId === 'S3' && endsInError(answer.body))
        answer.statusCode = 503;
      this.#answers.before(name, answer, expectationOf(schema));
      last = answer;
    };
    const output = await this.#client.send(command, { seen, ...(abortSignal === undefined ? {} : { abortSignal }) });
    if (last !== undefined) this.#answers.after(output, last);
    return output;
  }
}
