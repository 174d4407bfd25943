export {
  APIGatewayClient as Client,
  GetRestApisCommand,
  paginateGetRestApis,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
