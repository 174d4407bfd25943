/** An endpoint as the SDK's protocols take it. */
export interface Endpoint {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  /** What the rules say of the signature, when they say something. */
  readonly auth: AuthScheme | undefined;
}

/** https://smithy.io/2.0/aws/rules-engine/auth-schemes.html */
export interface AuthScheme {
  readonly name: string;
  readonly signingName?: string;
  readonly signingRegion?: string;
  readonly disableDoubleEncoding?: boolean;
}

/** What an operation's endpoint depends on, by parameter of the service's rules. */
export type Instructions = Readonly<
  Record<
    string,
    | { readonly type: 'staticContextParams'; readonly value: unknown }
    | { readonly type: 'contextParams'; readonly name: string }
    | { readonly type: 'operationContextParams'; readonly get: (input: object) => unknown }
    | { readonly type: 'clientContextParams' | 'builtInParams'; readonly name: string }
  >
>;

type Params = Record<string, unknown>;

/** Of a `URL` what is read here: the published types name none of Node's or a browser's. */
interface EndpointUrl {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly searchParams: Iterable<readonly [string, string]>;
}

/** The parts of an SDK client's configuration that endpoints depend on. */
export interface EndpointConfig {
  readonly serviceId?: string;
  readonly endpointProvider: (params: Params) => {
    readonly url: EndpointUrl;
    readonly headers?: Readonly<Record<string, readonly string[]>>;
    readonly properties?: { readonly authSchemes?: readonly AuthScheme[] };
  };
  readonly clientContextParams?: Params;
}

/** Endpoints kept for inputs that change them, such as bucket names. */
const mostKept = 10_000;

/** The endpoints of one service in one region, each computed once by the SDK's rules. */
export class Endpoints {
  readonly #config: EndpointConfig & Params;
  readonly #region: string;
  /** By what the operation or its input decides; everything else is the same for all operations of a service. */
  readonly #known = new Map<string, Endpoint>();
  readonly #given: string | undefined;

  /** @param given where everything is sent instead, e.g. an emulator */
  constructor(config: object, region: string, given: string | undefined) {
    this.#config = config as EndpointConfig & Params;
    this.#region = region;
    this.#given = given;
  }

  /** @throws the rules' error, e.g. for a bucket name that fits no host */
  async of(instructions: Instructions, input: object): Promise<Endpoint> {
    const own = ownParams(instructions, input as Params);
    const key = own === undefined ? '' : JSON.stringify(own);
    let endpoint = this.#known.get(key);
    if (endpoint === undefined) {
      if (this.#known.size >= mostKept) this.#known.clear();
      this.#known.set(key, (endpoint = await this.#resolve(instructions, own)));
    }
    return endpoint;
  }

  async #resolve(instructions: Instructions, own: Params | undefined): Promise<Endpoint> {
    const params: Params = { ...own };
    for (const [name, instruction] of Object.entries(instructions)) {
      if (instruction.type !== 'clientContextParams' && instruction.type !== 'builtInParams') continue;
      if (name in params) continue;
      params[name] = await this.#configured(instruction.name, name);
    }
    if (this.#config.serviceId === 'S3') adjustForS3(params);
    const { url, headers = {}, properties } = this.#config.endpointProvider(params);
    return {
      protocol: url.protocol,
      hostname: url.hostname,
      port: url.port === '' ? undefined : Number(url.port),
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.join(', ')]),
      ),
      auth: properties?.authSchemes?.find(({ name }) => name === 'sigv4') ?? properties?.authSchemes?.[0],
    };
  }

  async #configured(name: string, param: string): Promise<unknown> {
    if (name === 'region') return this.#region;
    if (name === 'endpoint') return this.#given;
    // Of the credentials' account: no service that is read here has an endpoint by account.
    if (name === 'accountId' || name === 'credentialScope') return undefined;
    const value = this.#config.clientContextParams?.[name] ?? this.#config[name] ?? this.#config[param];
    return typeof value === 'function' ? (value as () => unknown)() : value;
  }
}

/** The parameters that the operation or its input decides; undefined when neither does. */
function ownParams(instructions: Instructions, input: Params): Params | undefined {
  let own: Params | undefined;
  for (const name in instructions) {
    const instruction = instructions[name];
    if (instruction === undefined) continue;
    if (instruction.type === 'staticContextParams') (own ??= {})[name] = instruction.value;
    else if (instruction.type === 'contextParams') (own ??= {})[name] = input[instruction.name];
    else if (instruction.type === 'operationContextParams') (own ??= {})[name] = instruction.get(input);
  }
  return own;
}

/**
 * Buckets whose name is no host name, or would break the certificate's wildcard, stand in the path.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
function adjustForS3(params: Params): void {
  const { Bucket: bucket, Endpoint: endpoint } = params;
  if (typeof bucket !== 'string') {
    params['ForcePathStyle'] = true;
    return;
  }
  params['Bucket'] = bucket.replaceAll('#', '%23').replaceAll('?', '%3F');
  if (bucket.startsWith('arn:')) return;
  const isHost =
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) && !/(\d+\.){3}\d+/.test(bucket) && !bucket.includes('..');
  const dotted = bucket.includes('.') && !String(endpoint).startsWith('http:');
  if (!isHost || dotted) params['ForcePathStyle'] = true;
}
