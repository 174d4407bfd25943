export {
  LambdaClient as Client,
  GetPolicyCommand,
  ListFunctionsCommand,
  paginateListFunctions,
  ListFunctionUrlConfigsCommand,
  paginateListFunctionUrlConfigs,
  ListTagsCommand,
} from '@aws-sdk/client-lambda';
