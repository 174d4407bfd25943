export {
  LambdaClient as Client,
  ListFunctionsCommand,
  paginateListFunctions,
  ListTagsCommand,
} from '@aws-sdk/client-lambda';
