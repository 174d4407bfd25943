import { AnswerGuard, expectationOf } from './answers.ts';
import { noteBucketRegion, regionNamedIn } from './bucket-region.ts';
import type { CredentialProvider } from './credentials/remember.ts';
import { isExpired, MalformedAnswer } from './errors.ts';
import { ForeignAnswer, assertNoPage } from './foreign-answer.ts';
import type { Endpoint, Instructions } from './endpoint.ts';
import { Endpoints } from './endpoint.ts';
import type { Stoppable } from './interrupt.ts';
import type { Signer } from './signature.ts';
import { percentEncoded } from './signature.ts';
import type { Transport, WireAnswer, WireRequest } from './transport.ts';

/** How the SDK describes an operation: a marker, namespace, name, traits, and the schemas of input and output. */
type OperationSchema = readonly [9, string, string, unknown, unknown, unknown];

/** A command of the SDK, as far as the pipeline looks into it. */
export interface SdkCommand {
  readonly schema: OperationSchema;
  readonly input: object;
  readonly constructor: { getEndpointParameterInstructions(): Instructions };
}

interface SerializedRequest {
  protocol: string;
  hostname: string;
  port?: number;
  method: string;
  path: string;
  query: Record<string, string | null | undefined | readonly string[]>;
  headers: Record<string, string>;
  body?: unknown;
}

/** The SDK's implementation of a wire format. */
interface Protocol {
  getShapeId(): string;
  serializeRequest(schema: object, input: object, context: object): Promise<SerializedRequest>;
  deserializeResponse(schema: object, context: object, answer: WireAnswer): Promise<object>;
}

/** What the pipeline needs of the configuration an SDK client has put together. */
export interface ClientConfig {
  readonly protocol: Protocol;
  readonly defaultSigningName: string;
  readonly serviceId: string;
}

export interface PipelineOptions {
  readonly config: ClientConfig;
  readonly region: string;
  /** Where requests go instead of AWS. */
  readonly endpoint: string | undefined;
  readonly userAgent: string;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Told of each operation before anything is made of it. @throws when it must not be sent */
  readonly assert: (operation: string) => void;
}

/** As whom a request is signed. */
export interface Signing {
  readonly credentials: CredentialProvider;
  readonly signer: Signer;
}

/** AWS's time as far as it is known: this machine's, until AWS refuses a signature for being out of date. */
export class Clock {
  /** Ms that AWS is ahead of this machine. */
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /**
   * Takes over the time of an answer.
   * @param signed the time in the request's signature: other requests may have told since that it was wrong
   * @returns whether that was far enough from AWS's to make it refuse the signature
   */
  correct({ headers }: WireAnswer, signed: Date): boolean {
    // An answer out of a cache has the time it was made at.
    const theirs = Date.parse(headers['age'] === undefined ? (headers['date'] ?? '') : '');
    if (Number.isNaN(theirs) || Math.abs(theirs - signed.getTime()) < farOff) return false;
    this.#offset = theirs - Date.now();
    return true;
  }
}

/** AWS takes five minutes; its Date header has whole seconds. */
const farOff = 4 * 60_000;

/**
 * Sends commands of the SDK without its middleware: the service's schemas and wire format are the SDK's, and so are its
 * endpoint rules; signing and sending are done here, once per request and with nothing looked up twice. What the SDK
 * would do beside that is either not for reading (checksums of uploads, S3 Express sessions) or the limiter's work.
 */
export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #endpoints: Endpoints;
  readonly #named = new Map<string, Endpoints>();
  readonly #answers: AnswerGuard;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#endpoints = new Endpoints(options.config, options.region, options.endpoint);
    this.#answers = new AnswerGuard(options.config.protocol.getShapeId());
  }

  /** The endpoints of a region that S3 has named. */
  #elsewhere(region: string): Endpoints {
    let endpoints = this.#named.get(region);
    if (endpoints === undefined)
      this.#named.set(region, (endpoints = new Endpoints(this.#options.config, region, this.#options.endpoint)));
    return endpoints;
  }

  /** @throws the service's error as the SDK makes it, the network's, or `NotReadOnly` */
  async send(
    command: object,
    { credentials, signer }: Signing,
    options: { abortSignal?: Stoppable } = {},
  ): Promise<object> {
    const { schema, input, constructor } = command as SdkCommand;
    const { assert, config, transport, clock, userAgent } = this.#options;
    const [, namespace, name, traits, inputSchema, outputSchema] = schema;
    assert(name);
    const operation = { namespace, name, traits, input: inputSchema, output: outputSchema };
    const instructions = constructor.getEndpointParameterInstructions();
    let endpoint = await this.#endpoints.of(instructions, input);
    let moved = false;
    let corrected = false;
    let renewed = false;
    for (;;) {
      const context = contextOf(config, endpoint);
      const serialized = await config.protocol.serializeRequest(operation, normalised(config, input), context);
      const wire = wireOf(serialized, endpoint, { 'user-agent': userAgent, ...extraHeaders(config, name) });
      const { auth } = endpoint;
      if (auth !== undefined && auth.name !== 'sigv4')
        throw new Error(`${config.serviceId} wants requests signed with ${auth.name}, which is not supported`);
      const scope = {
        region: auth?.signingRegion ?? this.#options.region,
        name: auth?.signingName ?? config.defaultSigningName,
        plainPath: auth?.disableDoubleEncoding === true,
      };
      const used = await credentials();
      const signed = clock.now();
      signer.sign({ ...wire.unsigned, headers: wire.request.headers }, used, scope, signed);
      const answer = await transport.send(wire.request, options.abortSignal);
      const { statusCode } = answer;
      if (statusCode < 300 && config.serviceId === 'S3' && endsInError(answer.body)) answer.statusCode = 503;
      else if (statusCode >= 400 && statusCode < 500 && !corrected && clock.correct(answer, signed)) {
        corrected = true;
        continue;
      }
      const bucketRegion =
        config.serviceId === 'S3' && 'Bucket' in input ? regionNamedIn(answer, scope.region) : undefined;
      if (bucketRegion !== undefined && bucketRegion !== scope.region && !moved) {
        moved = true;
        endpoint = await this.#elsewhere(bucketRegion).of(instructions, input);
        continue;
      }
      this.#answers.before(name, answer, expectationOf(schema));
      let output: object;
      try {
        output = await read(config.protocol, operation, context, answer);
      } catch (error) {
        noteBucketRegion(error, bucketRegion);
        // They ended while they were in use, or were revoked: a source that can give others does so, once a request.
        if (renewed || !isExpired(error) || (await credentials.renew?.(used)) !== true) throw error;
        renewed = true;
        continue;
      }
      this.#answers.after(output, answer);
      return output;
    }
  }
}

const contextOf = (config: ClientConfig, endpoint: Endpoint): object =>
  Object.create(config, { endpoint: { value: () => Promise.resolve(endpoint) } }) as object;

/** Two services put right what callers give them. */
function normalised({ serviceId }: ClientConfig, input: object): object {
  if (serviceId !== 'Route 53') return input;
  // Ids come as `/hostedzone/Z1` and are asked for as `Z1`.
  const ids = Object.entries(input).map(([name, value]: [string, unknown]) => [
    name,
    /^(DelegationSetId|HostedZoneId|Id)$/.test(name) && typeof value === 'string'
      ? value.replace(/^\/(hostedzone|change|delegationset)\//, '')
      : value,
  ]);
  return Object.fromEntries(ids) as object;
}

/** Headers that the SDK adds for a service beside what its schemas say. */
function extraHeaders({ serviceId }: ClientConfig, operation: string): Record<string, string> {
  // The version of the API, which it demands: https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html
  if (serviceId === 'Glacier') return { 'x-amz-glacier-version': '2012-06-01' };
  // It answers in HAL otherwise.
  if (serviceId === 'API Gateway') return { accept: 'application/json' };
  // The checksum of no body, which the operation's model demands.
  if (operation === 'ListMultiRegionAccessPoints') return { 'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==' };
  return {};
}

interface Wire {
  readonly request: WireRequest;
  readonly unsigned: { method: string; path: string; query: string; body: string | Uint8Array };
}

/** The request as it is sent: host, length and query put together. */
function wireOf(serialized: SerializedRequest, endpoint: Endpoint, extra: Record<string, string>): Wire {
  const { protocol, hostname, method, path } = serialized;
  const { port } = endpoint;
  const body = bodyOf(serialized.body);
  const query = queryOf(serialized.query);
  const headers: Record<string, string> = { ...extra };
  for (const name in serialized.headers) headers[name.toLowerCase()] = String(serialized.headers[name]);
  headers['host'] = port === undefined ? hostname : `${hostname}:${port}`;
  if (body.length > 0 || method === 'POST' || method === 'PUT')
    headers['content-length'] = String(typeof body === 'string' ? Buffer.byteLength(body) : body.length);
  return {
    request: { protocol, hostname, port, method, path: query === '' ? path : `${path}?${query}`, headers, body },
    unsigned: { method, path, query, body },
  };
}

export function bodyOf(body: unknown): string | Uint8Array {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  throw new TypeError('only texts and bytes can be sent');
}

/** Sorted and encoded: what is sent is what is signed. */
export function queryOf(query: SerializedRequest['query']): string {
  const pairs: string[] = [];
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    const key = percentEncoded(name);
    if (Array.isArray(value)) {
      const values = (value as readonly unknown[]).map((one) => percentEncoded(String(one))).sort();
      for (const one of values) pairs.push(`${key}=${one}`);
    } else if (value === undefined || value === null) pairs.push(`${key}=`);
    else pairs.push(`${key}=${percentEncoded(String(value))}`);
  }
  return pairs.join('&');
}

/** S3 may find out that something failed when it has said 200 already. */
export function endsInError(body: Uint8Array): boolean {
  if (body.length < 8 || body[body.length - 1] !== 0x3e) return false;
  return Buffer.from(body.buffer, body.byteOffset + body.length - 8, 8).toString('latin1') === '</Error>';
}

async function read(protocol: Protocol, operation: object, context: object, answer: WireAnswer): Promise<object> {
  const { statusCode } = answer;
  assertNoPage(answer);
  try {
    return await protocol.deserializeResponse(operation, context, answer);
  } catch (error) {
    // An answer that could not be read says nothing but its status.
    if (error instanceof Error && !(error instanceof MalformedAnswer) && !('$metadata' in error)) {
      if (statusCode >= 300) throw new ForeignAnswer(statusCode, 'a text that is none of AWS');
      const problem = `Deserialization error: ${error.message}`;
      throw Object.assign(new Error(problem, { cause: error }), {
        name: error.name,
        $metadata: { httpStatusCode: statusCode },
      });
    }
    throw error;
  }
}
