import { service } from '../../aws/service.ts';

/**
 * Permissions follow the HTTP verb, not the operation
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html).
 */
export const apigateway = service<typeof import('@aws-sdk/client-api-gateway')>({
  id: 'apigateway',
  sdkId: 'API Gateway',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html
  sends: {
    DomainName: ['domainName'],
    DomainNames: ['items'],
    Resource: ['id'],
    Resources: ['items'],
    RestApi: ['id'],
    RestApis: ['items'],
    Stage: ['stageName'],
    Stages: ['item'],
  },
  load: () => import('./sdk.ts'),
  actionsOf: {
    GetDomainNames: 'apigateway:GET',
    GetResources: 'apigateway:GET',
    GetRestApis: 'apigateway:GET',
    GetStages: 'apigateway:GET',
  },
});
