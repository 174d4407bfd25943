import type { Method } from '@aws-sdk/client-api-gateway';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { customDomainsOf } from '../apigatewayv2/domains.ts';
import { apigatewayv2 } from '../apigatewayv2/service.ts';
import { type Integration, integrationOf } from './integration.ts';
import { apigateway } from './service.ts';

export interface RestApiItem {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** `EDGE`, `REGIONAL`, `PRIVATE`. */
  readonly endpointTypes: readonly string[];
  /** The resource policy's text, unescaped; undefined: there is none. */
  readonly policy: string | undefined;
  /** Only custom domain names lead to it. */
  readonly defaultEndpointDisabled: boolean;
  /** By what its own address negotiates TLS, e.g. `TLS_1_0` or `SecurityPolicy_TLS13_1_3_2025_09`. */
  readonly securityPolicy: string | undefined;
  /** `BASIC` or `STRICT`; APIs with a legacy security policy have none. */
  readonly endpointAccessMode: string | undefined;
}

/** A method and what answers it, as the API is configured now: a stage answers as when it was deployed. */
export interface RestMethod {
  /** E.g. `/orders/{id}`. */
  readonly path: string;
  /** `GET`, …, `ANY`. */
  readonly verb: string;
  /** `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`. */
  readonly authorization: string | undefined;
  readonly apiKeyRequired: boolean;
  readonly integration: Integration | undefined;
}

/** A REST API. */
export const restApi = resource(apigateway, 'AWS::ApiGateway::RestApi', {
  calls: ['GetRestApis'],
  async *list(api) {
    yield* await restApisOf(api);
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html: no account in it.
  arn: ({ id }, { partition, region }) => `arn:${partition}:apigateway:${region}::/restapis/${id}`,
}).facets((facet) => ({
  methods: facet({
    calls: ['GetResources'],
    // the API was deleted since it was listed
    absentOn: ['NotFoundException'],
    async read(api, { id }) {
      const found: RestMethod[] = [];
      for await (const page of api.pages('GetResources', { restApiId: id, limit: 500, embed: ['methods'] })) {
        for (const { path = '/', resourceMethods } of page.items ?? []) {
          for (const [verb, method] of Object.entries(resourceMethods ?? {})) found.push(methodOf(path, verb, method));
        }
      }
      return found;
    },
  }),
  /** Custom domain names that lead to it; asked only where there is no other way in. */
  domains: facet.from(apigatewayv2, {
    calls: ['GetDomainNames', 'GetApiMappings'],
    often: { GetDomainNames: 'once', GetApiMappings: 'per domain name' },
    async read(api, { id, defaultEndpointDisabled }) {
      return defaultEndpointDisabled ? ((await customDomainsOf(api)).get(id) ?? []) : [];
    },
  }),
}));

const methodOf = (path: string, verb: string, method: Method): RestMethod => ({
  path,
  verb,
  authorization: method.authorizationType,
  // Unless it says so, no key is asked for: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html
  apiKeyRequired: method.apiKeyRequired ?? false,
  integration: integrationOf({
    type: method.methodIntegration?.type,
    uri: method.methodIntegration?.uri,
    credentials: method.methodIntegration?.credentials,
  }),
});

/** The REST APIs of a region: asked once. */
export const restApisOf = (
  api: Api<typeof import('@aws-sdk/client-api-gateway'), 'GetRestApis'>,
): Promise<readonly RestApiItem[]> =>
  api.once('rest-apis', async () => {
    const found: RestApiItem[] = [];
    for await (const { items } of api.pages('GetRestApis', { limit: 500 })) {
      for (const each of items ?? []) {
        const { id, name, tags, endpointConfiguration, policy, disableExecuteApiEndpoint } = each;
        if (id === undefined) continue;
        found.push({
          id,
          name: name ?? id,
          tags: tags ?? {},
          endpointTypes: endpointConfiguration?.types ?? [],
          policy: policyText(policy),
          // "By default, clients can invoke your API" by it: https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html
          defaultEndpointDisabled: disableExecuteApiEndpoint ?? false,
          securityPolicy: each.securityPolicy,
          endpointAccessMode: each.endpointAccessMode,
        });
      }
    }
    return found;
  });

/**
 * The policy comes as the inside of a JSON string, its quotes escaped once more
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html). What is neither is left for the policy engine to refuse.
 */
export function policyText(policy: string | undefined): string | undefined {
  if (policy === undefined || policy.trim() === '') return undefined;
  const quoted = `"${policy}"`;
  return !isJson(policy) && isJson(quoted) ? (JSON.parse(quoted) as string) : policy;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
