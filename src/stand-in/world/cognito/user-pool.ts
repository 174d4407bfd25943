import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, plantedSecret } from '../../facts.ts';

/** `customers` is as it should be, `forum` asks little of passwords; each has a client, of which one gets tokens in addresses. */
const customers = 'us-east-1_customers';
/** A client without a secret whose tokens come to a server. */
const staff = '7staffstaff';
const isGood = (id: unknown): boolean => id === customers;

export default answers(
  'cognito-identity-provider',
  {
    ListUserPools: here({
      UserPools: [
        { Id: customers, Name: 'customers' },
        { Id: 'us-east-1_forum', Name: 'forum' },
      ],
    }),
    DescribeUserPool: ({ input: { UserPoolId: id } }) => ({
      UserPool: {
        Id: id,
        Name: isGood(id) ? 'customers' : 'forum',
        Arn: arnOf('cognito-idp', `userpool/${String(id)}`),
        MfaConfiguration: isGood(id) ? 'ON' : 'OFF',
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: isGood(id) },
        DeletionProtection: isGood(id) ? 'ACTIVE' : 'INACTIVE',
        UserPoolTier: isGood(id) ? 'PLUS' : 'ESSENTIALS',
        LambdaConfig: { DefineAuthChallenge: arnOf('lambda', 'function:challenge') },
        Policies: {
          PasswordPolicy: {
            MinimumLength: isGood(id) ? 14 : 8,
            RequireLowercase: isGood(id),
            RequireUppercase: isGood(id),
            RequireNumbers: isGood(id),
            RequireSymbols: isGood(id),
            TemporaryPasswordValidityDays: isGood(id) ? 7 : 90,
          },
        },
        ...(isGood(id)
          ? {
              UserPoolAddOns: {
                AdvancedSecurityMode: 'ENFORCED',
                AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' },
              },
            }
          : {}),
      },
    }),
    ListGroups: ({ input: { UserPoolId: id } }) => ({
      Groups: isGood(id)
        ? [{ UserPoolId: id, GroupName: 'buyers', RoleArn: iamArn('role/app') }]
        : [{ UserPoolId: id, GroupName: 'moderators', RoleArn: iamArn('role/pipeline') }],
    }),
    ListIdentityProviders: ({ input: { UserPoolId: id } }) => ({
      Providers: isGood(id) ? [] : [{ ProviderName: 'OldPartner', ProviderType: 'SAML' }],
    }),
    ListUserPoolClients: ({ input: { UserPoolId: id } }) => ({
      UserPoolClients: isGood(id)
        ? [{ UserPoolId: id, ClientId: '7webwebweb', ClientName: 'web' }]
        : [
            { UserPoolId: id, ClientId: '7oldoldold', ClientName: 'web' },
            { UserPoolId: id, ClientId: staff, ClientName: 'staff' },
          ],
    }),
    DescribeUserPoolClient: ({ input: { UserPoolId: id, ClientId } }) => ({
      UserPoolClient: {
        UserPoolId: id,
        ClientId,
        ClientName: ClientId === staff ? 'staff' : 'web',
        ...(isGood(id)
          ? { ClientSecret: plantedSecret, RefreshTokenValidity: 30 }
          : ClientId === staff
            ? {}
            : { AccessTokenValidity: 24, IdTokenValidity: 1440, TokenValidityUnits: { IdToken: 'minutes' } }),
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: isGood(id) || ClientId === staff ? ['code'] : ['code', 'implicit'],
        CallbackURLs:
          isGood(id) || ClientId === staff ? ['https://shop.example.com/in'] : ['http://forum.example.com/in'],
        LogoutURLs: ['https://shop.example.com/out'],
        SupportedIdentityProviders: ['COGNITO'],
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      },
    }),
  },
  {
    'AWS::Cognito::UserPool': customers,
    'AWS::Cognito::UserPoolClient': '7webwebweb',
    'AWS::Cognito::UserPoolGroup': 'us-east-1_customers/buyers',
  },
);
