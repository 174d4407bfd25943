import { userAgent } from '../program/user-agent.ts';
import { Access } from './access.ts';
import { sdkClient } from './clients.ts';
import type { AwsConfiguration } from './configuration.ts';
import { configure } from './configuration.ts';
import { assumed, credentialsOf } from './credentials/provider.ts';
import type { RunCredentials } from './credentials/provider.ts';
import type { CredentialOptions, Role } from './credentials/types.ts';
import { ReadOnlyGuard } from './guard.ts';
import { Host } from './host.ts';
import { partitionOfPattern } from '../partitions/partitions.ts';
import type { ClientConfig } from './pipeline.ts';
import { Clock, Pipeline } from './pipeline.ts';
import { proxiesOf } from './proxy.ts';
import type { Service } from './service.ts';
import type { SharedFiles } from './shared-files.ts';
import { noFiles, readSharedFiles } from './shared-files.ts';
import { Transport } from './transport.ts';
import type { Bundle } from './trust.ts';
import { bundleOf } from './trust.ts';

export interface ConnectionOptions {
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
  /** Patterns of regions, of which one may say which partition is meant. */
  readonly regions?: readonly string[] | undefined;
  /** Requests per second, over all accounts. */
  readonly maxRate?: number | undefined;
  /** Sends through the SDK's own clients instead of the pipeline. */
  readonly sdkClients?: boolean | undefined;
  /** Asks a person for the code of an MFA device. */
  readonly askCode?: ((serial: string) => Promise<string>) | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** What AWS's configuration files say; none when absent (`Connection.open` reads them). */
  readonly files?: SharedFiles | undefined;
  /** Certificates that are trusted instead of the usual ones; those that are named are read by `Connection.open`. */
  readonly bundle?: Bundle | undefined;
  /** Region of the instance that the program runs on, for when nothing else names one. */
  readonly instanceRegion?: string | undefined;
  /** How much this machine sends, where several connections share it; `maxRate` is then its own. */
  readonly host?: Host | undefined;
}

/**
 * The way to AWS, shared by all accounts that are read: configuration, sockets, AWS's clock, what may be sent, and how much this
 * machine sends at once. As whom requests are signed, and how fast an account may ask, is each account's `Access`.
 */
export class Connection {
  readonly env: NodeJS.ProcessEnv;
  readonly configuration: AwsConfiguration;
  readonly transport: Transport;
  readonly host: Host;
  readonly guard = new ReadOnlyGuard();
  readonly sdkClients: boolean;
  /** The region asked first: one the user named, else the environment's or the profile's, else us-east-1. It decides the partition. */
  readonly startRegion: string;
  readonly #sources: CredentialOptions;
  readonly #own: RunCredentials;
  #ownAccess: Access | undefined;
  readonly #clock = new Clock();
  readonly #pipelines = new Map<string, Promise<Pipeline>>();
  readonly #configs = new Map<string, Promise<ClientConfig>>();

  constructor({ env = process.env, files = noFiles, bundle, instanceRegion, ...options }: ConnectionOptions) {
    this.env = env;
    const configured = configure(options, env, files);
    this.configuration = { ...configured, region: configured.region ?? instanceRegion };
    this.transport = new Transport({ proxies: proxiesOf(env), bundle });
    this.host = options.host ?? new Host({ maxRate: options.maxRate });
    this.sdkClients = options.sdkClients === true;
    this.startRegion = startRegionOf(options.regions, this.configuration.region);
    const { configuration, transport, startRegion: region } = this;
    this.#sources = { configuration, transport, region, env, askCode: options.askCode };
    this.#own = credentialsOf(this.#sources);
  }

  /**
   * A connection by AWS's configuration files.
   * @throws AuditError for a profile that does not exist, or a setting that means nothing
   */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const { env = process.env, regions = [] } = options;
    const files = await readSharedFiles(env);
    const configuration = configure(options, env, files);
    const bundle = await bundleOf(configuration, env);
    const unnamed = configuration.region === undefined && regions.length === 0;
    return new Connection({
      ...options,
      files,
      bundle,
      ...(unnamed ? { instanceRegion: await instanceRegion(env, configuration) } : {}),
    });
  }

  /** The credentials that the profile or the environment gives, or those of a role that is assumed with them. */
  credentialsOf(role: Role | undefined): RunCredentials {
    return role === undefined ? this.#own : assumed(this.#own, role, this.#sources);
  }

  /** The account of the connection's own credentials, which has one pace however many sessions ask it. */
  get ownAccess(): Access {
    return (this.#ownAccess ??= new Access(this, this.#own.provider));
  }

  /** What sends the commands of a service in a region, made at first use. Of each service one SDK client is made, which sends nothing. */
  pipeline(service: Service, region: string): Promise<Pipeline> {
    const key = `${service.id}/${region}`;
    let pipeline = this.#pipelines.get(key);
    if (pipeline === undefined) this.#pipelines.set(key, (pipeline = this.#create(service, region)));
    return pipeline;
  }

  async #create(service: Service, region: string): Promise<Pipeline> {
    const { configuration, transport, guard } = this;
    let config = this.#configs.get(service.id);
    if (config === undefined) {
      // Its region is of no consequence: endpoints are asked for with one.
      config = sdkClient(service, region, configuration).then((client) => client.config);
      this.#configs.set(service.id, config);
    }
    return new Pipeline({
      config: await config,
      region,
      endpoint: configuration.endpointOf(service.sdkId),
      userAgent,
      transport,
      clock: this.#clock,
      assert: (operation) => guard.assert(service, operation),
    });
  }

  /** Closes every socket. */
  close(): void {
    this.transport.close();
  }
}

/**
 * The region asked first: one that is named, else the partition that a pattern means, else where AWS is reached by default.
 * @param configured the environment's or the profile's
 */
export function startRegionOf(patterns: readonly string[] = [], configured: string | undefined): string {
  const named = patterns.find((pattern) => /^[a-z]{2,4}-[a-z-]+-\d+$/.test(pattern));
  if (named !== undefined) return named;
  // `cn-*` names no region, but says that only another partition's endpoints know the credentials.
  const [other] = patterns.flatMap((pattern) => partitionOfPattern(pattern) ?? []);
  return other?.mainRegion ?? configured ?? 'us-east-1';
}

/** Asked for only where it decides something. */
async function instanceRegion(env: NodeJS.ProcessEnv, configuration: AwsConfiguration): Promise<string | undefined> {
  const transport = new Transport();
  try {
    const { regionBesideCredentials } = await import('./credentials/chain.ts');
    return await regionBesideCredentials({ configuration, env, transport });
  } finally {
    transport.close();
  }
}
