import {
  createDefaultUserAgentProvider,
  getHostHeaderPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
} from '@aws-sdk/core/client';
import { AwsSdkSigV4Signer, resolveAwsSdkSigV4Config } from '@aws-sdk/core/httpAuthSchemes';
import { AwsJson1_0Protocol, AwsJson1_1Protocol, AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import {
  createPaginator,
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
} from '@smithy/core';
import {
  Client as SmithyClient,
  Command,
  getSmithyContext,
  normalizeProvider,
  ServiceException,
} from '@smithy/core/client';
import { resolveRegionConfig } from '@smithy/core/config';
import { getEndpointPlugin, resolveEndpointConfig } from '@smithy/core/endpoints';
import { getContentLengthPlugin, parseUrl } from '@smithy/core/protocols';
import { getRetryPlugin, resolveRetryConfig } from '@smithy/core/retry';
import { getSchemaSerdePlugin, TypeRegistry } from '@smithy/core/schema';
import { calculateBodyLength, fromBase64, fromUtf8, Hash, toBase64, toUtf8 } from '@smithy/core/serde';
import { partitionOfRegion } from '../partitions/partitions.ts';
import type { Hosts, ServiceModel } from './model-schemas.ts';
import { schemasOf } from './model-schemas.ts';

/** What an SDK client's module exports, as far as it is used, by the names of the operations. */
export interface ModelClient {
  readonly Client: abstract new (config: object) => object;
  readonly command: (operation: string) => abstract new (input: object) => object;
  readonly paginate: (operation: string) => (config: object, input: object) => AsyncIterable<object>;
}

/** Parameters of the endpoint rules that nearly every service has, and which `npm run new-client` has looked for. */
const endpointParameters = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
} as const;

interface EndpointParams {
  readonly Endpoint?: string;
  readonly Region?: string;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
}

/**
 * Where a service answers by these rules: `<prefix>[-fips].<region>.<suffix of the partition>`.
 * @param plainFipsIn partitions whose usual host meets FIPS 140, and which have no other
 * @throws without a region
 */
export const endpointOf =
  (prefix: string, plainFipsIn: readonly string[] = [], { dualStackOnly, noFips }: Hosts = {}) =>
  ({ Endpoint, Region, UseFIPS = false, UseDualStack = false }: EndpointParams) => {
    if (Endpoint !== undefined) return { url: new URL(Endpoint), headers: {}, properties: {} };
    if (Region === undefined) throw new Error('Invalid Configuration: Missing Region');
    const { id, dnsSuffix, dualStackSuffix } = partitionOfRegion(Region);
    const dualStack = UseDualStack || dualStackOnly === true;
    const fips = UseFIPS && noFips !== true && (dualStack || !plainFipsIn.includes(id)) ? '-fips' : '';
    const host = `${prefix}${fips}.${Region}.${dualStack ? dualStackSuffix : dnsSuffix}`;
    return { url: new URL(`https://${host}`), headers: {}, properties: {} };
  };

const protocols: Readonly<Record<string, unknown>> = {
  'rest-json': AwsRestJsonProtocol,
  'json 1.0': AwsJson1_0Protocol,
  'json 1.1': AwsJson1_1Protocol,
};

/**
 * Makes of a service's model what an SDK package exports: for services whose client the registry does not have, or has without what is
 * asked. The wire format, the middleware and the signature are the SDK's own.
 */
export function clientOf(model: ServiceModel): ModelClient {
  const {
    serviceId,
    endpointPrefix,
    apiVersion,
    protocol,
    signingName = endpointPrefix,
    targetPrefix,
    plainFipsIn,
    hosts,
  } = model.metadata;
  const { namespace, operations, errors } = schemasOf(model);
  const registry = TypeRegistry.for(namespace);
  const own = TypeRegistry.for(`smithy.ts.sdk.synthetic.${namespace}`);
  class AnyError extends ServiceException {}
  own.registerError([-3, `smithy.ts.sdk.synthetic.${namespace}`, 'ServiceException', 0, [], []] as never, AnyError);
  for (const [name, schema] of errors)
    registry.registerError(
      schema as never,
      class extends ServiceException {
        constructor(options: ConstructorParameters<typeof ServiceException>[0]) {
          super({ ...options, name });
          this.name = name;
        }
      },
    );

  const authScheme = ({ region }: { readonly region: string }) => [
    {
      schemeId: 'aws.auth#sigv4',
      signingProperties: { name: signingName, region },
      propertiesExtractor: (config: unknown, context: unknown) => ({ signingProperties: { config, context } }),
    },
  ];
  const defaults = {
    apiVersion,
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
    defaultUserAgentProvider: createDefaultUserAgentProvider({ serviceId, clientVersion: apiVersion }),
    bodyLengthChecker: calculateBodyLength,
    sha256: Hash.bind(null, 'sha256'),
    disableHostPrefix: false,
    endpointProvider: endpointOf(endpointPrefix, plainFipsIn, hosts),
    httpAuthSchemeProvider: authScheme,
    httpAuthSchemes: [
      {
        schemeId: 'aws.auth#sigv4',
        identityProvider: (ipc: { getIdentityProvider(id: string): unknown }) =>
          ipc.getIdentityProvider('aws.auth#sigv4'),
        signer: new AwsSdkSigV4Signer(),
      },
    ],
    protocol: protocols[protocol],
    protocolSettings: {
      defaultNamespace: namespace,
      errorTypeRegistries: [own, registry],
      version: apiVersion,
      serviceTarget: targetPrefix ?? serviceId,
    },
    serviceId,
    urlParser: parseUrl,
    streamCollector: bytesOf,
    runtime: 'node',
    extensions: [],
  };

  class ModelledClient extends SmithyClient<object, object, { $metadata: object }, never> {
    constructor(given: object) {
      // The SDK's helpers are typed by the configurations of its generated clients, of which this is none.
      const config = [
        (options: object) => Object.assign(options, { defaultSigningName: signingName }),
        resolveUserAgentConfig,
        resolveRetryConfig,
        resolveRegionConfig,
        resolveHostHeaderConfig,
        resolveEndpointConfig,
        resolveAwsSdkSigV4Config,
      ].reduce<object>((options, resolve) => (resolve as (options: object) => object)(options), {
        ...defaults,
        ...given,
      });
      super(config as never);
      const self = this as unknown as { config: never; middlewareStack: { use(plugin: unknown): void } };
      self.config = config as never;
      const use = (plugin: unknown): void => self.middlewareStack.use(plugin);
      use(getSchemaSerdePlugin(self.config));
      use(getUserAgentPlugin(self.config));
      use(getRetryPlugin(self.config));
      use(getContentLengthPlugin(self.config));
      use(getHostHeaderPlugin(self.config));
      use(getLoggerPlugin(self.config));
      use(getRecursionDetectionPlugin(self.config));
      use(
        getHttpAuthSchemeEndpointRuleSetPlugin(self.config, {
          httpAuthSchemeParametersProvider: async (options: { region: unknown }, context: object) => ({
            operation: String(getSmithyContext(context as never)['operation']),
            region: await normalizeProvider(options.region as string)(),
          }),
          identityProviderConfigProvider: (options: { region: unknown; credentials?: unknown }) =>
            Promise.resolve(new DefaultIdentityProviderConfig({ 'aws.auth#sigv4': options.credentials } as never)),
        }),
      );
      use(getHttpSigningPlugin(self.config));
    }
  }

  const commands = new Map<string, abstract new (input: object) => object>();
  const command = (operation: string): abstract new (input: object) => object => {
    let found = commands.get(operation);
    if (found === undefined) commands.set(operation, (found = commandOf(operation)));
    return found;
  };
  const commandOf = (operation: string): abstract new (input: object) => object => {
    const schema = operations.get(operation);
    if (schema === undefined) throw new TypeError(`the model of ${serviceId} has no operation ${operation}`);
    const base = Command.classBuilder()
      .ep(endpointParameters)
      .m((Class: { getEndpointParameterInstructions(): never }, _stack: unknown, config: unknown) => [
        getEndpointPlugin(config as never, Class.getEndpointParameterInstructions()) as never,
      ])
      .s(serviceId, operation, {})
      .n(`${serviceId}Client`, `${operation}Command`)
      .sc(schema as never)
      .build() as unknown as new (input: object) => object;
    return named(base, `${operation}Command`);
  };
  return {
    Client: ModelledClient,
    command,
    paginate: (operation) => {
      const tokens = model.paginators[operation];
      if (tokens === undefined) throw new TypeError(`${operation} of ${serviceId} has no pages`);
      return createPaginator(
        ModelledClient as never,
        command(operation) as never,
        tokens.sent,
        tokens.given,
        tokens.size ?? '',
      ) as never;
    },
  };
}

/** All of a body, which is a stream or has been read already. */
async function bytesOf(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

/** A command is known by the name of its class. */
const named = (base: new (input: object) => object, name: string): new (input: object) => object =>
  ({ [name]: class extends base {} })[name] as new (input: object) => object;
