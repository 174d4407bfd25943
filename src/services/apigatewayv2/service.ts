import { service } from '../../aws/service.ts';

/**
 * HTTP and WebSocket APIs, and the custom domain names of all APIs. Permissions follow the HTTP verb, not the operation
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html).
 */
export const apigatewayv2 = service<typeof import('@aws-sdk/client-apigatewayv2')>({
  id: 'apigatewayv2',
  sdkId: 'ApiGatewayV2',
  iamPrefix: 'apigateway',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
  sends: {
    Api: ['ApiId', 'ProtocolType'],
    ApiMapping: ['ApiId', 'Stage'],
    DomainName: ['DomainName'],
    GetApiMappingsResponse: ['Items'],
    GetApisResponse: ['Items'],
    GetDomainNamesResponse: ['Items'],
    GetIntegrationsResponse: ['Items'],
    GetRoutesResponse: ['Items'],
    GetStagesResponse: ['Items'],
    Integration: ['IntegrationId'],
    Route: ['RouteId', 'RouteKey'],
    Stage: ['StageName'],
  },
  load: () => import('./sdk.ts'),
  actionsOf: {
    GetApiMappings: 'apigateway:GET',
    GetApis: 'apigateway:GET',
    GetDomainNames: 'apigateway:GET',
    GetIntegrations: 'apigateway:GET',
    GetRoutes: 'apigateway:GET',
    GetStages: 'apigateway:GET',
  },
});
