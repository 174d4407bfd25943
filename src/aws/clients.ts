import { version } from '../program/version.ts';
import type { AwsConfiguration } from './configuration.ts';
import type { CredentialProvider } from './credentials/remember.ts';
import type { ReadOnlyGuard } from './guard.ts';
import { readJsonInOnePass } from './json-reader.ts';
import type { ClientConfig } from './pipeline.ts';
import type { Stoppable } from './interrupt.ts';
import { Clock, Pipeline } from './pipeline.ts';
import type { Service } from './service.ts';
import type { SdkClient } from './sdk-sender.ts';
import { Signer } from './signature.ts';
import type { Transport } from './transport.ts';
import { readXmlInOnePass } from './xml-reader.ts';

// The SDK warns of every start that it will drop Node 20 one day; that is not the user's concern here.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** Credentials as the SDK's identity providers give them. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}

/** Sends commands of the SDK. */
export interface CommandSender {
  /** @throws the service's error, with its code as `name` */
  send(command: object, options?: { abortSignal?: Stoppable }): Promise<unknown>;
}

export interface ClientOptions {
  readonly credentials: CredentialProvider;
  readonly guard: ReadOnlyGuard;
  readonly configuration: AwsConfiguration;
  readonly transport: Transport;
  /** Sends through the SDK's own clients instead of the pipeline. */
  readonly sdkClients?: boolean | undefined;
}

/**
 * Makes what sends the commands of a service in a region, at first use. All share sockets, credentials, clock and
 * signing keys. Of each service one SDK client is made, for its schemas, wire format and endpoint rules; it is told
 * everything explicitly, so that it reads no configuration files for itself, and sends nothing unless that is asked for.
 */
export class ClientPool {
  readonly #options: ClientOptions;
  readonly #senders = new Map<string, Promise<CommandSender>>();
  readonly #configs = new Map<string, Promise<ClientConfig>>();
  readonly #signer = new Signer();
  readonly #clock = new Clock();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  get(service: Service, region: string): Promise<CommandSender> {
    const key = `${service.id}/${region}`;
    let sender = this.#senders.get(key);
    if (sender === undefined) this.#senders.set(key, (sender = this.#create(service, region)));
    return sender;
  }

  async #create(service: Service, region: string): Promise<CommandSender> {
    const { credentials, guard, configuration, transport, sdkClients } = this.#options;
    const assert = (operation: string): void => guard.assert(service, operation);
    if (sdkClients === true) {
      const { SdkSender, handlerOver } = await import('./sdk-sender.ts');
      return new SdkSender(await this.#client(service, region, handlerOver(transport)), assert);
    }
    let config = this.#configs.get(service.id);
    if (config === undefined) this.#configs.set(service.id, (config = this.#configure(service, region)));
    return new Pipeline({
      config: await config,
      region,
      endpoint: configuration.endpointOf(service.sdkId),
      userAgent: `aws-posture-audit/${version}`,
      credentials,
      signer: this.#signer,
      transport,
      clock: this.#clock,
      assert,
    });
  }

  /** What the service's SDK client makes of our options. Its region is of no consequence: endpoints are asked for with one. */
  async #configure(service: Service, region: string): Promise<ClientConfig> {
    return (await this.#client(service, region, unused)).config;
  }

  async #client(service: Service, region: string, requestHandler: object): Promise<SdkClient> {
    const { credentials, configuration } = this.#options;
    const { Client } = (await service.load()) as {
      Client: new (config: object) => SdkClient;
    };
    const endpoint = configuration.endpointOf(service.sdkId);
    const client = new Client({
      region,
      credentials,
      requestHandler,
      maxAttempts: 1,
      retryMode: 'standard',
      defaultsMode: 'standard',
      useDualstackEndpoint: configuration.useDualstack,
      useFipsEndpoint: configuration.useFips,
      defaultUserAgentProvider: () => Promise.resolve([]),
      userAgentAppId: undefined,
      logger: silent,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true, ...plainHost(service, endpoint) }),
    });
    readXmlInOnePass(client.config.protocol, service.sends);
    readJsonInOnePass(client.config.protocol, service.sends);
    neverAskFiles(client.config);
    return client;
  }

  /** Closes every socket. */
  close(): Promise<void> {
    this.#options.transport.close();
    return Promise.resolve();
  }
}

/**
 * Where no endpoint is configured, the SDK would look for one in the configuration files by itself: in the profile of the
 * environment, or `default`, whatever profile was chosen. Credentials would go there.
 */
export function neverAskFiles(config: object): void {
  (config as { serviceConfiguredEndpoint?: () => Promise<undefined> }).serviceConfiguredEndpoint = () =>
    Promise.resolve(undefined);
}

/**
 * With an explicit endpoint no host may be prefixed, by an account or anything else. S3 Control's endpoint rules do so
 * whatever they are told (an IP address then makes an invalid URL), so they are left out.
 */
function plainHost(service: Service, endpoint: string): object {
  if (service.sdkId !== 'S3 Control') return { disableHostPrefix: true };
  return { disableHostPrefix: true, endpointProvider: () => ({ url: new URL(endpoint), headers: {}, properties: {} }) };
}

const unused = { handle: () => Promise.reject(new Error('requests are sent by the pipeline')), destroy() {} };
/** The SDK's logger: what it has to say goes through errors and outcomes. */
export const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
