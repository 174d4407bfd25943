export {
  APIGatewayClient as Client,
  GetResourcesCommand,
  paginateGetResources,
  GetRestApisCommand,
  paginateGetRestApis,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
