import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html */
export const cognitoidentity = service<typeof import('@aws-sdk/client-cognito-identity')>({
  id: 'cognitoidentity',
  sdkId: 'Cognito Identity',
  iamPrefix: 'cognito-identity',
  // What it always sends: https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html
  sends: {
    CognitoIdentityProvider: ['ProviderName', 'ClientId'],
    GetIdentityPoolRolesResponse: ['IdentityPoolId'],
    IdentityPool: ['IdentityPoolId', 'IdentityPoolName', 'AllowUnauthenticatedIdentities'],
    IdentityPoolShortDescription: ['IdentityPoolId'],
    ListIdentityPoolsResponse: ['IdentityPools'],
  },
  load: () => import('./sdk.ts'),
});
