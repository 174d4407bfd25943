import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappsync.html */
export const appsync = service<typeof import('@aws-sdk/client-appsync')>({
  id: 'appsync',
  sdkId: 'AppSync',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/appsync/latest/APIReference/API_ListGraphqlApis.html
  sends: {
    GetApiCacheResponse: ['apiCache'],
    GraphqlApi: ['apiId'],
    ListGraphqlApisResponse: ['graphqlApis'],
  },
  load: () => import('./sdk.ts'),
});
