import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { nothing } from './nothing.ts';
import { encodeOutput, type WireAnswer } from './encode.ts';
import { encodeError, type CommonError, type ErrorSpec } from './errors.ts';
import { Faults, type FaultDecision, type FaultScript } from './faults.ts';
import { identify, type Identity } from './identify.ts';
import { matches, type Match } from './match.ts';
import { serviceById } from './models.ts';
import { Move } from './move-partition.ts';
import { notImplemented, proxy } from './proxy.ts';
import { Recorder, type RecordedRequest } from './record.ts';
import { broken, send } from './wire.ts';

/** What a canned answer is made from. */
export interface FrontRequest extends Pick<
  RecordedRequest,
  'service' | 'operation' | 'region' | 'account' | 'input' | 'path'
> {
  /** Where the account is; everything else is said as of the commercial partition. */
  readonly partition: string;
}

/** Made by {@link fails}: the canned answer to this request is an error. */
export class CannedError {
  readonly error: ErrorSpec | CommonError;
  constructor(error: ErrorSpec | CommonError) {
    this.error = error;
  }
}

/** For a canned answer that depends on the request: `(r) => r.input.Bucket === 'x' ? fails({code: 'NoSuchBucketPolicy'}) : {...}` */
export function fails(error: ErrorSpec | CommonError): CannedError {
  return new CannedError(error);
}

/** The output of the operation as the SDK gives it to its caller, without `$metadata`. */
export type CannedBody = object | ((request: FrontRequest) => object | CannedError | Promise<object | CannedError>);

/** A match that names one operation. */
export interface OneOperation extends Match {
  readonly service: string;
  readonly operation: string;
}

export interface FrontOptions {
  /** Where requests go that have no canned answer: the emulator's URL. */
  readonly upstream?: string;
  /**
   * Without an upstream, what is not canned is answered `not-implemented` (501, the default), or `empty`: a success whose
   * lists are empty, which is what an account without resources is answered.
   */
  readonly otherwise?: 'not-implemented' | 'empty';
  /** Account ids by access key. Keys that STS issues through the front are learned. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** Default `123456789012`, the emulator's own. */
  readonly defaultAccount?: string;
  /** The partition the account is in. Canned answers are written as of the commercial one; `us-east-1` is the main region. */
  readonly partition?: string;
}

/** A server in front of the emulator, or instead of it. */
export interface Front {
  readonly url: string;
  readonly record: Recorder;
  /** The later of two that match wins. @throws TypeError when a body does not fit the service's model. */
  answer(match: OneOperation, body: CannedBody): void;
  error(match: Match, error: ErrorSpec | CommonError): void;
  /** Replaces the script in force; without one, nothing goes wrong. */
  faults(script?: FaultScript): void;
  /** Forgets canned answers, errors, faults and the record. */
  reset(): void;
  /** @throws when a canned answer's function threw or gave what the model does not have. */
  stop(): Promise<void>;
}

interface Rule {
  readonly match: Match;
  readonly body: CannedBody | CannedError;
  readonly written: Map<string, WireAnswer>;
}

/** Starts a front on a free port of the loopback interface. */
export async function startFront(options: FrontOptions = {}): Promise<Front> {
  const record = new Recorder();
  const accounts = new Map(Object.entries(options.accounts ?? {}));
  const move = new Move(options.partition ?? 'aws');
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const problems: unknown[] = [];
  let rules: Rule[] = [];
  let faults = new Faults({ rules: [] });

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      if (server.listening) problems.push(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
    } catch (error) {
      // A client that was killed while it sent is no problem of the front.
      if (incoming.complete) throw error;
      return;
    }
    const raw = { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers: incoming.headers };
    const body = Buffer.concat(chunks);
    const identity = identify({ ...raw, body });
    const account = accounts.get(identity.accessKeyId ?? '') ?? options.defaultAccount ?? '123456789012';
    const entry = recorded(identity, account, incoming, startedAt);
    record.requests.push(entry);
    response.once('finish', () => (entry.answeredAt = performance.now()));
    response.once('close', () => (entry.aborted ||= !response.writableFinished));

    const content = `${raw.method} ${raw.url} ${body.toString('latin1')}`;
    const decision = faults.decide({ ...identity, account, content });
    if (decision.delayMs > 0) await sleep(decision.delayMs);
    if (response.destroyed) return;
    const immediate = broken(identity, account, decision);
    if (immediate !== undefined || decision.kind === 'reset' || decision.kind === 'hang') {
      entry.source = 'fault';
      entry.fault = decision.kind ?? 'error';
      if (immediate !== undefined) await respond(entry, response, immediate, { delayMs: 0, slowMs: 0 });
      else if (decision.kind === 'reset') incoming.socket.resetAndDestroy();
      return;
    }
    const answer = await answerTo(identity, account, entry, incoming, body);
    if (identity.service === 'sts' && identity.operation.startsWith('AssumeRole')) learnAccount(answer);
    await respond(entry, response, answer, decision);
  }

  async function respond(
    entry: RecordedRequest,
    response: ServerResponse,
    answer: WireAnswer,
    decision: FaultDecision,
  ): Promise<void> {
    entry.status = answer.status;
    entry.fault ??= decision.kind;
    await send(response, answer, decision, entry.method === 'HEAD');
  }

  async function answerTo(
    identity: Identity,
    account: string,
    entry: RecordedRequest,
    incoming: IncomingMessage,
    body: Buffer,
  ): Promise<WireAnswer> {
    const { partition = 'aws' } = options;
    const asked = { ...(partition === 'aws' ? entry : move.back({ ...entry })), partition };
    const rule = rules.findLast((candidate) => matches(candidate.match, asked));
    if (rule !== undefined) {
      try {
        return await canned(rule, identity, account, entry, asked);
      } catch (error) {
        problems.push(error);
        return encodeError(identity, account, { code: 'FixtureError', status: 500, message: String(error) });
      }
    }
    if (options.upstream !== undefined) {
      entry.source = 'upstream';
      return proxy(options.upstream, agent, identity, account, incoming, body);
    }
    entry.source = 'none';
    if (options.otherwise === 'empty' && identity.model !== undefined) {
      return encodeOutput(
        identity.model.service,
        identity.model.operation,
        identity.protocol,
        nothing(identity.model.operation.output),
      );
    }
    return notImplemented(identity, account);
  }

  async function canned(
    rule: Rule,
    identity: Identity,
    account: string,
    entry: RecordedRequest,
    asked: FrontRequest,
  ): Promise<WireAnswer> {
    const value = typeof rule.body === 'function' ? await rule.body(asked) : rule.body;
    entry.source = value instanceof CannedError ? 'error' : 'canned';
    if (value instanceof CannedError) return encodeError(identity, account, value.error);
    const { model, protocol } = identity;
    if (model === undefined) throw new TypeError(`no model for ${identity.service}:${identity.operation}`);
    const known = value === rule.body ? rule.written.get(protocol) : undefined;
    if (known !== undefined) return known;
    const answer = encodeOutput(model.service, model.operation, protocol, move.to(value));
    if (value === rule.body) rule.written.set(protocol, answer);
    return answer;
  }

  /** So that calls with the credentials of another account's role are recorded under that account. */
  function learnAccount(answer: WireAnswer): void {
    const text = answer.body.toString('utf8');
    const key = /<AccessKeyId>([^<]+)/.exec(text)?.[1];
    const account = /arn:[\w-]+:sts::(\d{12}):assumed-role/.exec(text)?.[1];
    if (key !== undefined && account !== undefined) accounts.set(key, account);
  }

  return {
    url,
    record,
    answer(match, body) {
      const service = serviceById(match.service);
      const operation = service.model().operations.get(match.operation);
      if (operation === undefined) throw new TypeError(`${match.service} has no operation ${match.operation}`);
      if (typeof body !== 'function') encodeOutput(service, operation, 'json-1.1', body);
      rules.push({ match, body, written: new Map() });
    },
    error(match, error) {
      rules.push({ match, body: new CannedError(error), written: new Map() });
    },
    faults(script = { rules: [] }) {
      faults = new Faults(script);
    },
    reset() {
      rules = [];
      faults = new Faults({ rules: [] });
      record.clear();
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
      if (problems.length > 0)
        throw new AggregateError(problems, `the front met problems: ${problems.map(String).join('; ')}`);
    },
  };
}

function recorded(identity: Identity, account: string, incoming: IncomingMessage, startedAt: number): RecordedRequest {
  const { service, operation, region, protocol, input, accessKeyId, scope } = identity;
  const signature = /Signature=(\w+)/.exec(incoming.headers.authorization ?? '')?.[1];
  return {
    service,
    operation,
    region,
    account,
    protocol,
    input,
    accessKeyId,
    scope,
    signature,
    startedAt,
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    answeredAt: undefined,
    status: undefined,
    aborted: false,
    fault: undefined,
    source: undefined,
  };
}
