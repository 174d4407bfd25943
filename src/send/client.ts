import type { AwsCredentials } from '../aws/clients.ts';
import { sdkClient } from '../aws/clients.ts';
import type { Connection } from '../aws/connection.ts';
import type { RunCredentials } from '../aws/credentials/provider.ts';
import type { Endpoint, Instructions } from '../aws/endpoint.ts';
import { Endpoints } from '../aws/endpoint.ts';
import { codeOf, isExpired } from '../aws/errors.ts';
import { assertNoPage } from '../aws/foreign-answer.ts';
import { Clock } from '../aws/pipeline.ts';
import type { Service } from '../aws/service.ts';
import { percentEncoded, Signer } from '../aws/signature.ts';
import type { WireAnswer } from '../aws/transport.ts';
import { regionNamedIn } from '../aws/bucket-region.ts';
import { userAgent } from '../program/user-agent.ts';
import { redact } from '../secrets/redact.ts';
import type { Operation } from './operations.ts';
import type { Patience } from './patience.ts';
import { patiently } from './patience.ts';

/** A refusal of the service: its code is the error's name, so that it is told apart as those of reads are. */
class Refused extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(code: string, message: string, status: number) {
    super(redact(message));
    this.name = code;
    this.$metadata = { httpStatusCode: status };
  }
}

/** A request before it is signed. */
export interface Request {
  readonly service: Service;
  readonly operation: Operation;
  readonly region: string;
  /** What the SDK's rules of endpoints ask for beside region and settings. */
  readonly bucket?: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the endpoint's own, percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** https://smithy.io/2.0/aws/rules-engine/built-ins.html: what the SDK's clients give to their rules. */
const usual: Instructions = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
};
const ofBuckets: Instructions = {
  ...usual,
  Bucket: { type: 'contextParams', name: 'Bucket' },
  ForcePathStyle: { type: 'clientContextParams', name: 'forcePathStyle' },
  UseArnRegion: { type: 'clientContextParams', name: 'useArnRegion' },
};

/**
 * Sends what is written. Nothing that reads an account can reach it: `src/dev/walls.ts` says which files may import this room.
 * Each request is signed, sent over the connection's sockets, and tried again while the receiver is away for a moment.
 */
export class Writer {
  readonly #connection: Connection;
  readonly #credentials: RunCredentials['provider'];
  readonly #may: ReadonlySet<Operation>;
  readonly #patience: Patience;
  readonly #signer = new Signer();
  readonly #clock = new Clock();
  readonly #endpoints = new Map<string, Promise<Endpoints>>();

  /** @param may the operations that it may send, and no others */
  constructor(
    connection: Connection,
    credentials: RunCredentials['provider'],
    may: readonly Operation[],
    patience: Patience = {},
  ) {
    this.#connection = connection;
    this.#credentials = credentials;
    this.#may = new Set(may);
    this.#patience = patience;
  }

  /**
   * The answer of a success, tried for as long as patience says.
   * @throws Refused with the service's code; what the network says; `Error` for an operation that it may not send
   */
  send(request: Request): Promise<WireAnswer> {
    if (!this.#may.has(request.operation))
      throw new Error(`refused to call ${request.operation}: this sender has no use for it`);
    // Somebody else was writing the same object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
    const again = (error: unknown): boolean => codeOf(error) === 'ConditionalRequestConflict';
    return patiently(() => this.#once(request), this.#patience, { again });
  }

  async #once(request: Request): Promise<WireAnswer> {
    let { region } = request;
    let [moved, corrected, renewed] = [false, false, false];
    for (;;) {
      // One after the other on purpose: each try follows from what the last one said.
      // oxlint-disable-next-line no-await-in-loop
      const endpoint = await this.#endpoint(request, region);
      // oxlint-disable-next-line no-await-in-loop
      const used = await this.#credentials();
      const signed = this.#clock.now();
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.#connection.transport.send(this.#wire(request, region, endpoint, used, signed));
      if (answer.statusCode < 300) return answer;
      const named = request.bucket === undefined ? undefined : regionNamedIn(answer, region);
      if (named !== undefined && named !== region && !moved) {
        [region, moved] = [named, true];
        continue;
      }
      if (answer.statusCode < 500 && !corrected && this.#clock.correct(answer, signed)) {
        corrected = true;
        continue;
      }
      const refused = refusalIn(answer);
      // oxlint-disable-next-line no-await-in-loop
      if (!renewed && isExpired(refused) && (await this.#credentials.renew?.(used)) === true) {
        renewed = true;
        continue;
      }
      throw refused;
    }
  }

  #wire(request: Request, region: string, endpoint: Endpoint, used: AwsCredentials, date: Date) {
    const { method, query = {}, body = new Uint8Array() } = request;
    const { auth, protocol, hostname, port } = endpoint;
    const path = `${endpoint.path.replace(/\/$/, '')}${request.path}`;
    const search = Object.keys(query)
      .sort()
      .map((name) => `${percentEncoded(name)}=${percentEncoded(query[name] ?? '')}`)
      .join('&');
    const headers: Record<string, string> = {
      ...endpoint.headers,
      ...request.headers,
      'user-agent': userAgent,
      host: port === undefined ? hostname : `${hostname}:${port}`,
      ...(method === 'GET' ? {} : { 'content-length': String(body.length) }),
    };
    const { service } = request;
    const scope = {
      region: auth?.signingRegion ?? region,
      name: auth?.signingName ?? service.iamPrefix,
      plainPath: service.id === 's3',
    };
    this.#signer.sign({ method, path, query: search, headers, body }, used, scope, date);
    return { protocol, hostname, port, method, path: search === '' ? path : `${path}?${search}`, headers, body };
  }

  async #endpoint({ service, bucket }: Request, region: string): Promise<Endpoint> {
    const key = `${service.id}/${region}`;
    let endpoints = this.#endpoints.get(key);
    if (endpoints === undefined) {
      const { configuration } = this.#connection;
      endpoints = sdkClient(service, region, configuration).then(
        ({ config }) => new Endpoints(config, region, configuration.endpointOf(service.sdkId)),
      );
      this.#endpoints.set(key, endpoints);
    }
    return (await endpoints).of(bucket === undefined ? usual : ofBuckets, { Bucket: bucket });
  }
}

/**
 * What a service said when it refused, in JSON (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization)
 * or S3's XML (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
 * @throws ForeignAnswer for the page of a proxy
 */
function refusalIn(answer: WireAnswer): Refused {
  assertNoPage(answer);
  const { statusCode, headers, body } = answer;
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 65_536)).toString('utf8');
  const typed = (headers['x-amzn-errortype'] ?? '').split(/[:#]/)[0] ?? '';
  const named =
    /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1] ?? /"(?:__type|[Cc]ode)"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1];
  const said =
    /<Message>([^<]{1,1000})/.exec(text)?.[1] ?? /"[Mm]essage"\s*:\s*"((?:[^"\\]|\\.){1,1000})/.exec(text)?.[1];
  const code = typed !== '' ? typed : (named?.split('#').at(-1) ?? `HTTP ${statusCode}`);
  return new Refused(code, said ?? `HTTP ${statusCode}`, statusCode);
}
