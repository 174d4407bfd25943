import { setMaxListeners } from 'node:events';
import { CredentialsExpired, NotReadOnly, codeOf, isExpired } from './errors.ts';
import type { Clients, CommandSender } from './clients.ts';
import { Deadlines } from './deadlines.ts';
import { PageContents, PageTokens, assertGoesOn, inText } from './pages.ts';
import { pause } from './pause.ts';
import { doubtsCredentials } from './refusals.ts';
import type { Stoppable } from './interrupt.ts';
import { Interrupt } from './interrupt.ts';
import type { Limiter } from './limiter.ts';
import type { Turn } from './turns.ts';
import type { InputOf, OperationOf, OutputOf, PagedOperationOf, Service } from './service.ts';

/** Where and as whom calls are made. */
export interface Place {
  readonly account: string;
  readonly partition: string;
  /** Region whose endpoint answers. */
  readonly region: string;
}

/**
 * What a resource type's `list` and a facet's `read` get: the operations they declared, and no others.
 * @typeParam M the service's SDK module
 * @typeParam C names of the declared operations
 */
export interface Api<M, C extends string = string> extends Place {
  /** Sends one request. @throws the service's error, with its code as `name` */
  call<N extends C & OperationOf<M>>(operation: N, input?: InputOf<M, N>): Promise<OutputOf<M, N>>;
  /** Sends requests until the last page, through the SDK's paginator. */
  pages<N extends C & PagedOperationOf<M> & OperationOf<M>>(
    operation: N,
    input?: InputOf<M, N>,
  ): AsyncIterable<OutputOf<M, N>>;
  /** The same operations against another region. */
  in(region: string): Api<M, C>;
  /** Runs `read` once per service, region and key; all who ask get the same promise. */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
  /**
   * The same for what several types ask: what `read` sends through the `api` that it gets is noted for all who ask alike, whoever was
   * first.
   */
  shared<T>(key: string, read: (api: Api<M, C>) => Promise<T>): Promise<T>;
  /** Waits, e.g. for a report to be made. @throws when the run is stopped meanwhile */
  pause(ms: number): Promise<void>;
}

/** One answered (or given-up) operation, for coverage and progress. */
export interface CallRecord {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly outcome: 'ok' | 'error';
  readonly code?: string;
}

/** Where a list goes on that goes through an operation's pages, and who is told how far it came. */
export interface Paging {
  readonly operation: string;
  /** The token of the page to begin with. */
  readonly from?: string | undefined;
  /** Told the next page's token when the list asks for it: it has taken everything of the pages before. */
  readonly onNext: (token: string) => void;
}

/** Is told what an `Api` sends, and whose answers it shares. */
export interface Requests {
  /** Where it is kept. */
  readonly log: object;
  /** @param operation such as `s3:GetBucketPolicy`; `input` of the first page where there are several */
  sent(operation: string, region: string, input: object): void;
  /** What was asked there answers this too. */
  shares(other: Requests): void;
  /** Keeps what is asked for several at once, about none of them. */
  apart?(): Pick<Requests, 'log' | 'sent' | 'shares'>;
  /** Before whom the next request goes. */
  readonly turn?: Turn;
  /** A request, or a page of one, was answered, be it by an error. */
  answered?(): void;
}

export interface ApiOptions {
  clients: Clients;
  limiter: Limiter;
  /** Told about every call that ended. */
  onCall?: (record: CallRecord) => void;
  /** Upper bound of one request, body included, in ms. */
  callTimeoutMs?: number;
  /** Asks AWS whether it still knows the credentials: a region that is not enabled denies it of good ones. */
  stillAccepted?: () => Promise<boolean>;
  /** Aborts everything: Ctrl-C, `--timeout`, expired credentials. */
  signal?: AbortSignal | undefined;
}

/** A call is given up after two time-outs, i.e. within a minute. */
const usualTimeoutMs = 28_000;

/** How long the answer holds that the credentials are accepted, in ms. */
const questionMs = 5000;

/** How long a service that did not know them for a moment has to learn of them, in ms. */
const recoveryMs = 500;

type AnyModule = Record<string, unknown>;
type Paginator = (config: { client: unknown; startingToken?: string }, input: object) => AsyncIterable<unknown>;

/** Makes `Api`s of one account, that share limiter, clients, memo and signal. */
export class ApiFactory {
  readonly #options: ApiOptions;
  readonly #memo = new Map<string, Promise<unknown>>();
  /** Who asked for what `once` keeps. */
  readonly #askedBy = new WeakMap<Promise<unknown>, Requests>();
  readonly #modules = new Map<string, Promise<AnyModule>>();
  /** `service/region` of those that have answered. */
  readonly #answered = new Set<string>();
  /** When it was last asked whether the credentials are accepted. */
  #question: { readonly at: number; readonly accepted: Promise<boolean> } | undefined;
  /** Requests that were sent and not answered, the oldest first. */
  readonly #inFlight = new Set<{ readonly what: string; readonly since: number }>();
  readonly #limitMs: number;
  readonly #deadlines: Deadlines;
  /** What gives up the calls in flight. */
  readonly #stops = new Set<(reason: unknown) => void>();

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#limitMs = options.callTimeoutMs ?? usualTimeoutMs;
    this.#deadlines = new Deadlines(this.#limitMs);
    const { signal } = options;
    // One listener for all calls in flight; pauses have their own.
    signal?.addEventListener('abort', () => this.#stops.forEach((stop) => stop(signal.reason)), { once: true });
    if (signal !== undefined) setMaxListeners(0, signal);
  }

  /** An `Api` for a service at a place, restricted to the declared operations. */
  for<M>(service: Service<M>, place: Place, calls: readonly string[], paging?: Paging, requests?: Requests): Api<M> {
    const call = (operation: string, input: object = {}): Promise<unknown> => {
      if (!calls.includes(operation)) {
        return Promise.reject(new NotReadOnly(`${service.id}:${operation}`, 'it is not declared in `calls`'));
      }
      requests?.sent(`${service.id}:${operation}`, place.region, input);
      const answer = this.#send(service, place.region, operation, input, requests?.turn);
      return requests?.answered === undefined ? answer : answer.finally(() => requests.answered?.());
    };
    const api = {
      account: place.account,
      partition: place.partition,
      region: place.region,
      call,
      pages: (operation: string, input: object = {}) => {
        const tracked = paging?.operation === operation ? paging : undefined;
        requests?.sent(`${service.id}:${operation}`, place.region, input);
        return this.#pages(service, place.region, operation, input, calls, tracked, requests);
      },
      in: (region: string) =>
        region === place.region ? api : this.for(service, { ...place, region }, calls, paging, requests),
      once: <T>(key: string, read: () => Promise<T>): Promise<T> => {
        const name = memoKey(service, place, key);
        let found = this.#memo.get(name);
        if (found === undefined) {
          found = read();
          // Whoever awaits sees the failure; the memo itself must not raise an unhandled rejection.
          found.catch(() => {});
          this.#memo.set(name, found);
          if (requests !== undefined) this.#askedBy.set(found, requests);
        } else {
          const by = this.#askedBy.get(found);
          if (by !== undefined) requests?.shares(by);
        }
        return found as Promise<T>;
      },
      shared: <T>(key: string, read: (api: Api<M>) => Promise<T>): Promise<T> => {
        const name = memoKey(service, place, key);
        let found = this.#memo.get(name);
        if (found === undefined) {
          const apart = requests?.apart?.();
          const all = requests === undefined || apart === undefined ? requests : { ...requests, ...apart };
          found = read(this.for(service, place, calls, undefined, all));
          // Whoever awaits sees the failure; the memo itself must not raise an unhandled rejection.
          found.catch(() => {});
          this.#memo.set(name, found);
          if (all !== undefined) this.#askedBy.set(found, all);
        }
        const by = this.#askedBy.get(found);
        if (by !== undefined) requests?.shares(by);
        return found as Promise<T>;
      },
      pause: (ms: number) => pause(ms, this.#options.signal),
    };
    // The operations' types are computed from the SDK module; at run time they are looked up by name.
    return api as unknown as Api<M>;
  }

  /** Gives `once` an answer that was already asked for, so that nobody asks again. */
  prime(service: Service, place: Pick<Place, 'account' | 'region'>, key: string, answer: unknown): void {
    this.#memo.set(memoKey(service, place, key), Promise.resolve(answer));
  }

  /** The request that has been waited for longest, e.g. `iam:ListUsers in us-east-1`, if longer than some ms. */
  waitingFor(longerThanMs: number): string | undefined {
    const [oldest] = this.#inFlight;
    return oldest !== undefined && performance.now() - oldest.since > longerThanMs ? oldest.what : undefined;
  }

  /** Forgets what `once` kept, of one service or of all: called when nobody will ask for it any more. */
  forget(service?: Service): void {
    if (service === undefined) this.#memo.clear();
    else for (const key of this.#memo.keys()) if (key.startsWith(`${service.id}/`)) this.#memo.delete(key);
  }

  #module(service: Service): Promise<AnyModule> {
    let module = this.#modules.get(service.id);
    if (module === undefined) this.#modules.set(service.id, (module = service.load() as Promise<AnyModule>));
    return module;
  }

  async #send(
    service: Service,
    region: string,
    operation: string,
    input: object,
    turn: Turn | undefined,
  ): Promise<unknown> {
    const module = await this.#module(service);
    const Command = module[`${operation}Command`] as (new (input: object) => object) | undefined;
    if (Command === undefined)
      throw new TypeError(`${service.id}: the service's sdk.ts does not export ${operation}Command`);
    return this.#dispatch(service, region, operation, new Command(input), turn);
  }

  async *#pages(
    service: Service,
    region: string,
    operation: string,
    input: object,
    calls: readonly string[],
    paging: Paging | undefined,
    requests: Requests | undefined,
  ): AsyncIterable<unknown> {
    if (!calls.includes(operation))
      throw new NotReadOnly(`${service.id}:${operation}`, 'it is not declared in `calls`');
    const module = await this.#module(service);
    const paginate = module[`paginate${operation}`] as Paginator | undefined;
    if (paginate === undefined)
      throw new TypeError(`${service.id}: the service's sdk.ts does not export paginate${operation}`);
    const Client = module['Client'] as new () => object;
    const given = { ...input };
    const tokens = new PageTokens();
    const contents = new PageContents();
    let first = true;
    const send = async (command: object): Promise<unknown> => {
      const added = addedTo(given, command);
      tokens.next(inText(added));
      const [token, ...more] = Object.values(added);
      if (typeof token === 'string' && more.length === 0 && !first) paging?.onNext(token);
      first = false;
      const page = await this.#dispatch(service, region, operation, command, requests?.turn).finally(() =>
        requests?.answered?.(),
      );
      contents.came(page as object);
      return page;
    };
    // The SDK's paginators insist on an instance of their client and only ever call `send`.
    const client = Object.create(Client.prototype, { send: { value: send } }) as object;
    yield* paginate({ client, ...(paging?.from === undefined ? {} : { startingToken: paging.from }) }, { ...input });
  }

  async #dispatch(
    service: Service,
    region: string,
    operation: string,
    command: object,
    turn: Turn | undefined,
  ): Promise<unknown> {
    const { clients, onCall, signal } = this.#options;
    const client = await clients.get(service, region);
    const where = `${service.id}/${region}`;
    const record = { service: service.id, region, operation };
    for (let again = false; ; again = true) {
      try {
        const answer = await this.#answerOf(client, record, command, turn);
        this.#answered.add(where);
        onCall?.({ ...record, outcome: 'ok' });
        return answer;
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        const doubted = this.#doubted(service, error);
        const ended = isExpired(error) || (doubted !== undefined && !(await this.#areAccepted(doubted)));
        // A new key is not known everywhere at once: who knew it before will again. Elsewhere the region may not be enabled.
        if (doubted !== undefined && !ended && !again && this.#answered.has(where)) {
          await pause(recoveryMs, signal);
          continue;
        }
        onCall?.({ ...record, outcome: 'error', code: codeOf(error) });
        throw ended ? new CredentialsExpired(codeOf(error), error) : error;
      }
    }
  }

  /** Sends a command when its turn comes, as often as the limiter sees fit. */
  #answerOf(
    client: CommandSender,
    { service, region, operation }: Pick<CallRecord, 'service' | 'region' | 'operation'>,
    command: object,
    turn: Turn | undefined,
  ): Promise<unknown> {
    const send = async (): Promise<unknown> => {
      const request = { what: `${service}:${operation} in ${region}`, since: performance.now() };
      this.#inFlight.add(request);
      try {
        const given = await this.#timed(operation, (s) => client.send(afresh(command), { abortSignal: s }));
        assertGoesOn(given as object, inputOf(command));
        return given;
      } finally {
        this.#inFlight.delete(request);
      }
    };
    return this.#options.limiter.run(`${service}/${region}`, operation, send, this.#options.signal, turn);
  }

  /** Whom to ask when an error says that AWS does not know the credentials. */
  #doubted(service: Service, error: unknown): ApiOptions['stillAccepted'] {
    // Who asks whether they are accepted gets the answer as it is.
    return service.id !== 'sts' && doubtsCredentials(error) ? this.#options.stillAccepted : undefined;
  }

  /** Whether AWS still knows the credentials. Many calls fail at once: one question is enough for all of a few seconds. */
  #areAccepted(ask: () => Promise<boolean>): Promise<boolean> {
    if (this.#question === undefined || performance.now() - this.#question.at > questionMs)
      this.#question = { at: performance.now(), accepted: ask() };
    return this.#question.accepted;
  }

  /** Bounds one request as a whole: the SDK's own time-outs end with the headers, a slow body has none. */
  #timed<T>(operation: string, send: (signal: Stoppable) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const interrupt = new Interrupt();
      const stop = (reason: unknown): void => {
        reject(reason);
        interrupt.abort();
      };
      const end = this.#deadlines.watch(() => {
        const error = new Error(`no complete answer to ${operation} within ${this.#limitMs / 1000} s`);
        error.name = 'TimeoutError';
        stop(error);
      });
      this.#stops.add(stop);
      send(interrupt)
        .then(resolve, reject)
        .finally(() => {
          end();
          this.#stops.delete(stop);
        });
    });
  }
}

const memoKey = ({ id }: Service, { account, region }: Pick<Place, 'account' | 'region'>, key: string): string =>
  `${id}/${account}/${region}/${key}`;

type Input = Readonly<Record<string, unknown>>;

const inputOf = (command: object): Input => (command as { readonly input: Input }).input;

/**
 * What a paginator added to the input it was given: where the list goes on. Operations call it Marker, NextToken,
 * ContinuationToken…, and some lists go on by several members.
 */
function addedTo(given: Input, command: object): Input {
  const members = Object.entries(inputOf(command));
  return Object.fromEntries(members.filter(([name, value]) => value !== undefined && value !== given[name]));
}

/** The same command unsent: some (of S3 Control) add to their own middleware when sent, and fail when sent again. */
function afresh(command: object): object {
  const { constructor, input } = command as { constructor: new (input: unknown) => object; input: unknown };
  return new constructor(input);
}
