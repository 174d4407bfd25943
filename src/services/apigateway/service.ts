import { service } from '../../aws/service.ts';

/**
 * Permissions follow the HTTP verb, not the operation
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html).
 */
export const apigateway = service({
  id: 'apigateway',
  sdkId: 'API Gateway',
  scope: 'region',
  load: () => import('./sdk.ts'),
  actionsOf: { GetResources: 'apigateway:GET', GetRestApis: 'apigateway:GET', GetStages: 'apigateway:GET' },
});
