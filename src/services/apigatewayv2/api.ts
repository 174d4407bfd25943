import { resource } from '../../inventory/resource.ts';
import { integrationOf } from '../apigateway/integration.ts';
import { apisOf, stagesOfApi } from './answers.ts';
import { customDomainsOf } from './domains.ts';
import { everyPage } from './pages.ts';
import { apigatewayv2 } from './service.ts';

/** An HTTP or WebSocket API. Neither has a resource policy. */
export const httpApi = resource(apigatewayv2, 'AWS::ApiGatewayV2::Api', {
  calls: ['GetApis'],
  async *list(api) {
    for (const each of await apisOf(api)) {
      if (each.ApiId === undefined) continue;
      yield {
        id: each.ApiId,
        name: each.Name,
        tags: each.Tags,
        /** `HTTP` or `WEBSOCKET`. */
        protocol: each.ProtocolType,
        /** E.g. `https://abc.execute-api.eu-west-1.amazonaws.com`. */
        endpoint: each.ApiEndpoint,
        /** Only custom domain names lead to it. */
        // By default clients can: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
        defaultEndpointDisabled: each.DisableExecuteApiEndpoint ?? false,
      };
    }
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:apigateway:${region}::/apis/${id}`,
})
  .facets((facet) => ({
    // all absent where the API was deleted since it was listed
    routes: facet({
      calls: ['GetRoutes'],
      absentOn: ['NotFoundException'],
      async read(api, { id }) {
        const routes = await everyPage((page) => api.call('GetRoutes', { ApiId: id, ...page }));
        return routes.map(({ RouteKey, AuthorizationType, ApiKeyRequired, Target }) => ({
          /** `GET /orders/{id}`, `$default`, `$connect`, … */
          key: RouteKey ?? '',
          /** `NONE`, `AWS_IAM`, `CUSTOM` or `JWT`. */
          authorization: AuthorizationType,
          // WebSocket APIs only: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html
          apiKeyRequired: ApiKeyRequired ?? false,
          /** Id of the integration that answers. */
          integration: Target?.replace(/^integrations\//, ''),
        }));
      },
    }),
    stages: facet({
      calls: ['GetStages'],
      absentOn: ['NotFoundException'],
      async read(api, { id }) {
        const stages = await stagesOfApi(api, id);
        return stages.map(({ StageName, DeploymentId, AutoDeploy }) => ({
          name: StageName ?? '',
          /** Something answers there; a stage may be made before anything is deployed to it. */
          deployed: DeploymentId !== undefined || AutoDeploy === true,
        }));
      },
    }),
    domains: facet({
      calls: ['GetDomainNames', 'GetApiMappings'],
      often: { GetDomainNames: 'once', GetApiMappings: 'per domain name' },
      async read(api, { id, defaultEndpointDisabled }) {
        return defaultEndpointDisabled ? ((await customDomainsOf(api)).get(id) ?? []) : [];
      },
    }),
  }))
  .facets((facet) => ({
    /** By id; left out are those that run with no role of the account. */
    integrations: facet({
      calls: ['GetIntegrations'],
      absentOn: ['NotFoundException'],
      after: ['routes'],
      async read(api, { id }, { routes }) {
        if (routes === undefined || routes.length === 0) return {};
        const all = await everyPage((page) => api.call('GetIntegrations', { ApiId: id, ...page }));
        return Object.fromEntries(
          all.flatMap(({ IntegrationId, IntegrationType, IntegrationSubtype, IntegrationUri, CredentialsArn }) => {
            const found = integrationOf({
              type: IntegrationType,
              subtype: IntegrationSubtype,
              uri: IntegrationUri,
              credentials: CredentialsArn,
            });
            return IntegrationId === undefined || found === undefined ? [] : [[IntegrationId, found]];
          }),
        );
      },
    }),
  }));
