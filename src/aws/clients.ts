import { userAgent } from '../program/user-agent.ts';
import type { AwsConfiguration } from './configuration.ts';
import type { CredentialProvider } from './credentials/remember.ts';
import type { Stoppable } from './interrupt.ts';
import { readJsonInOnePass } from './json-reader.ts';
import type { SdkClient } from './sdk-sender.ts';
import type { Service } from './service.ts';
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

/** Gives what sends the commands of a service in a region. */
export interface Clients {
  get(service: Service, region: string): Promise<CommandSender>;
}

/**
 * A service's SDK client, for its schemas, wire format and endpoint rules. It is told everything explicitly, so that it reads no
 * configuration files for itself.
 * @param sends what sends its requests, and as whom; without, it sends none
 */
export async function sdkClient(
  service: Service,
  region: string,
  configuration: AwsConfiguration,
  sends: { readonly credentials: CredentialProvider; readonly requestHandler: object } = unused,
): Promise<SdkClient> {
  const { Client } = (await service.load()) as {
    Client: new (config: object) => SdkClient;
  };
  const endpoint = configuration.endpointOf(service.sdkId);
  const client = new Client({
    ...sends,
    region,
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useDualstackEndpoint: configuration.useDualstack,
    useFipsEndpoint: configuration.useFips,
    defaultUserAgentProvider: () => Promise.resolve([]),
    userAgentAppId: undefined,
    customUserAgent: userAgent,
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

const elsewhere = (): Promise<never> => Promise.reject(new Error('requests are signed and sent by the pipeline'));
const unused = { credentials: elsewhere, requestHandler: { handle: elsewhere, destroy() {} } };
/** The SDK's logger: what it has to say goes through errors and outcomes. */
export const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
