import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { version } from '../version.ts';
import type { ReadOnlyGuard } from './guard.ts';
import type { Service } from './service.ts';

/** Credentials as the SDK's identity providers give them. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}

export type CredentialProvider = () => Promise<AwsCredentials>;

/** The part of an SDK client the AWS layer uses. */
export interface SdkClient {
  send(command: object, options?: { abortSignal?: AbortSignal }): Promise<unknown>;
  destroy(): void;
  readonly middlewareStack: {
    add(middleware: unknown, options: Record<string, unknown>): void;
  };
}

export interface ClientOptions {
  credentials: CredentialProvider;
  guard: ReadOnlyGuard;
  /** Sends every client to another endpoint, e.g. an emulator. */
  endpointUrl?: string | undefined;
  env?: NodeJS.ProcessEnv;
}

/** `AWS_ENDPOINT_URL_<SERVICE>` wins over `--endpoint-url`, which stands for `AWS_ENDPOINT_URL`. */
export function endpointOf(
  service: Pick<Service, 'sdkId'>,
  endpointUrl: string | undefined,
  env: NodeJS.ProcessEnv,
): string | undefined {
  const name = `AWS_ENDPOINT_URL_${service.sdkId.toUpperCase().replaceAll(/[ -]/g, '_')}`;
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return endpointUrl;
  return env[name] ?? endpointUrl ?? env['AWS_ENDPOINT_URL'];
}

/**
 * Creates one client per service and region at first use. All share one connection pool and one credential provider,
 * and are told everything explicitly, so that none reads configuration files for itself.
 */
export class ClientPool {
  readonly #options: ClientOptions;
  readonly #clients = new Map<string, Promise<SdkClient>>();
  #handler: Promise<NodeHttpHandler> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The shared request handler: keep-alive sockets, bounded connect and idle times. */
  handler(): Promise<NodeHttpHandler> {
    return (this.#handler ??= (async () => {
      const { NodeHttpHandler } = await import('@smithy/node-http-handler');
      const agent = { keepAlive: true, maxSockets: 16, maxFreeSockets: 4, scheduling: 'lifo' as const };
      return new NodeHttpHandler({
        httpAgent: new HttpAgent({ ...agent, maxSockets: 128 }),
        httpsAgent: new HttpsAgent(agent),
        connectionTimeout: 10_000,
        requestTimeout: 60_000,
        throwOnRequestTimeout: true,
        socketAcquisitionWarningTimeout: 2 ** 31 - 1,
        logger: silent,
      });
    })());
  }

  get(service: Service, region: string): Promise<SdkClient> {
    const key = `${service.id}/${region}`;
    let client = this.#clients.get(key);
    if (client === undefined) this.#clients.set(key, (client = this.#create(service, region)));
    return client;
  }

  async #create(service: Service, region: string): Promise<SdkClient> {
    const { credentials, guard, endpointUrl, env = process.env } = this.#options;
    const module = (await service.load()) as { Client: new (config: Record<string, unknown>) => SdkClient };
    const endpoint = endpointOf(service, endpointUrl, env);
    const client = new module.Client({
      region,
      credentials,
      requestHandler: await this.handler(),
      // Trying again is the limiter's work: it knows what the other clients see.
      maxAttempts: 1,
      retryMode: 'standard',
      cacheMiddleware: true,
      defaultsMode: 'standard',
      useDualstackEndpoint: env['AWS_USE_DUALSTACK_ENDPOINT'] === 'true',
      useFipsEndpoint: env['AWS_USE_FIPS_ENDPOINT'] === 'true',
      defaultUserAgentProvider: () => Promise.resolve([['aws-posture-audit', version]]),
      userAgentAppId: undefined,
      logger: silent,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true, ...plainHost(service, endpoint) }),
    });
    client.middlewareStack.add(
      (next: (args: unknown) => unknown, context: { commandName?: string }) => async (args: unknown) => {
        guard.assert(service, (context.commandName ?? 'unknown').replace(/Command$/, ''));
        return next(args);
      },
      { step: 'initialize', name: 'readOnlyGuard', priority: 'high' },
    );
    if (endpoint !== undefined) pinHost(client, new URL(endpoint));
    return client;
  }

  /** Closes every socket. */
  async close(): Promise<void> {
    const handler = await this.#handler;
    handler?.destroy();
  }
}

/**
 * With an explicit endpoint no host may be prefixed by an account. S3 Control's endpoint rules do so whatever they are
 * told (an IP address then makes an invalid URL), so they are left out.
 */
function plainHost(service: Service, endpoint: string): object {
  if (service.sdkId !== 'S3 Control') return {};
  return { disableHostPrefix: true, endpointProvider: () => ({ url: new URL(endpoint), headers: {}, properties: {} }) };
}

/** The same for the `hostPrefix` that operations of any service may have. */
function pinHost(client: SdkClient, endpoint: URL): void {
  client.middlewareStack.add(
    (next: (args: { request: { hostname: string; port?: number } }) => unknown) =>
      (args: { request: { hostname: string } }) => {
        args.request.hostname = endpoint.hostname;
        return next(args);
      },
    { step: 'build', name: 'pinHost', priority: 'low' },
  );
}

const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
