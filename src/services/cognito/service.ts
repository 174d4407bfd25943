import { service } from '../../aws/service.ts';

/**
 * User pools. Identity pools answer at an endpoint of their own.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export const cognito = service<typeof import('@aws-sdk/client-cognito-identity-provider')>({
  id: 'cognito',
  sdkId: 'Cognito Identity Provider',
  iamPrefix: 'cognito-idp',
  // What it always sends: the examples of https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html
  // and of its neighbours have it; the model requires nothing.
  sends: {
    DescribeUserPoolClientResponse: ['UserPoolClient'],
    DescribeUserPoolResponse: ['UserPool'],
    GroupType: ['GroupName'],
    ListGroupsResponse: ['Groups'],
    ListIdentityProvidersResponse: ['Providers'],
    ListUserPoolClientsResponse: ['UserPoolClients'],
    ListUserPoolsResponse: ['UserPools'],
    ProviderDescription: ['ProviderName'],
    UserPoolClientDescription: ['ClientId'],
    UserPoolClientType: ['ClientId'],
    UserPoolDescriptionType: ['Id'],
    UserPoolType: ['Id'],
  },
  load: () => import('./sdk.ts'),
});
