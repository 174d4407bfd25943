import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const lambda = service<typeof import('@aws-sdk/client-lambda')>({
  id: 'lambda',
  sdkId: 'Lambda',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
  sends: {
    FunctionConfiguration: ['FunctionArn', 'FunctionName'],
    FunctionUrlConfig: ['FunctionArn', 'AuthType'],
    GetLayerVersionPolicyResponse: ['Policy'],
    GetPolicyResponse: ['Policy'],
    GetResourcePolicyResponse: ['Policy'],
    LayerVersionsListItem: ['LayerVersionArn', 'Version'],
    LayersListItem: ['LayerArn', 'LayerName'],
    ListFunctionUrlConfigsResponse: ['FunctionUrlConfigs'],
    ListFunctionsResponse: ['Functions'],
    ListLayerVersionsResponse: ['LayerVersions'],
    ListLayersResponse: ['Layers'],
  },
  load: () => import('./sdk.ts'),
});
