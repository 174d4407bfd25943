import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { cognito } from './service.ts';

type Cognito = typeof import('@aws-sdk/client-cognito-identity-provider');

export interface Pool {
  readonly id: string;
  readonly name: string;
}

/** The user pools of a region: asked once, whatever asks. */
const poolsOf = (api: Api<Cognito, 'ListUserPools'>): Promise<readonly Pool[]> =>
  api.once('pools', async () => {
    const found: Pool[] = [];
    for await (const { UserPools } of api.pages('ListUserPools', { MaxResults: 60 }))
      for (const { Id, Name } of UserPools ?? []) if (Id !== undefined) found.push({ id: Id, name: Name ?? Id });
    return found;
  });

/** A user pool: the users of an application, and how they sign in. */
export const userPool = resource(cognito, 'AWS::Cognito::UserPool', {
  calls: ['ListUserPools'],
  references: ['https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html'],
  async *list(api) {
    yield* await poolsOf(api);
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:cognito-idp:${region}:${account}:userpool/${id}`,
}).facets((facet) => ({
  /** Other identity providers through which users sign in, by name. */
  identityProviders: facet({
    calls: ['ListIdentityProviders'],
    async read(api, { id }) {
      const found: string[] = [];
      for await (const { Providers } of api.pages('ListIdentityProviders', { UserPoolId: id, MaxResults: 60 }))
        for (const { ProviderName } of Providers ?? []) if (ProviderName !== undefined) found.push(ProviderName);
      return found;
    },
  }),
  details: facet.call('DescribeUserPool', {
    input: ({ id }) => ({ UserPoolId: id }),
    keep: ({ UserPool: pool }) => ({
      mfa: pool?.MfaConfiguration,
      /** Where not, people sign themselves up. */
      adminCreatesUsers: pool?.AdminCreateUserConfig?.AllowAdminCreateUserOnly,
      deletionProtection: pool?.DeletionProtection,
      /** `LITE`, `ESSENTIALS` or `PLUS`, which alone has threat protection. */
      tier: pool?.UserPoolTier,
      /** Left out where nobody ever set it. */
      threatProtection: pool?.UserPoolAddOns?.AdvancedSecurityMode,
      customAuthThreatProtection: pool?.UserPoolAddOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode,
      /** Whether a trigger decides which challenges a user gets: without one, nobody signs in by custom authentication. */
      customAuth: pool?.LambdaConfig?.DefineAuthChallenge !== undefined,
      passwords: {
        length: pool?.Policies?.PasswordPolicy?.MinimumLength,
        lowercase: pool?.Policies?.PasswordPolicy?.RequireLowercase,
        uppercase: pool?.Policies?.PasswordPolicy?.RequireUppercase,
        numbers: pool?.Policies?.PasswordPolicy?.RequireNumbers,
        symbols: pool?.Policies?.PasswordPolicy?.RequireSymbols,
        /** In days; the second is the setting's former place, which old pools still have. */
        temporary:
          pool?.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ??
          pool?.AdminCreateUserConfig?.UnusedAccountValidityDays,
      },
    }),
  }),
}));

interface Addresses {
  readonly CallbackURLs?: readonly string[] | undefined;
  readonly LogoutURLs?: readonly string[] | undefined;
}

/** Undefined where AWS says neither. */
const addressesOf = ({ CallbackURLs, LogoutURLs }: Addresses = {}): readonly string[] | undefined =>
  CallbackURLs === undefined && LogoutURLs === undefined
    ? undefined
    : // A client that has none of a kind lacks its list: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
      [...(CallbackURLs ?? []), ...(LogoutURLs ?? [])];

type TimeUnit = 'seconds' | 'minutes' | 'hours' | 'days';
const seconds: Readonly<Record<TimeUnit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

interface Lifetimes {
  readonly AccessTokenValidity?: number | undefined;
  readonly IdTokenValidity?: number | undefined;
  readonly RefreshTokenValidity?: number | undefined;
  readonly TokenValidityUnits?:
    | { readonly [K in 'AccessToken' | 'IdToken' | 'RefreshToken']?: TimeUnit | undefined }
    | undefined;
}

/**
 * How long tokens of a client are valid, in seconds. One that says nothing has the defaults: an hour, for refresh tokens 30 days, and
 * hours or days as units (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html).
 */
function tokensOf(client: Lifetimes | undefined) {
  if (client === undefined) return [];
  const {
    AccessTokenValidity: access,
    IdTokenValidity: id,
    RefreshTokenValidity: refresh,
    TokenValidityUnits: units,
  } = client;
  const time = (value: number | undefined, unit: TimeUnit, usual: number): number =>
    value === undefined || value === 0 ? usual : value * seconds[unit];
  return [
    { kind: 'access' as const, seconds: time(access, units?.AccessToken ?? 'hours', seconds.hours) },
    { kind: 'ID' as const, seconds: time(id, units?.IdToken ?? 'hours', seconds.hours) },
    { kind: 'refresh' as const, seconds: time(refresh, units?.RefreshToken ?? 'days', 30 * seconds.days) },
  ];
}

/** An application that signs users of a pool in. Its secret is in the answer and is not kept. */
export const userPoolClient = resource(cognito, 'AWS::Cognito::UserPoolClient', {
  calls: ['ListUserPools', 'ListUserPoolClients'],
  often: { ListUserPools: 'once', ListUserPoolClients: 'per user pool' },
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html',
  ],
  async *list(api) {
    for (const { id: pool, name: poolName } of await poolsOf(api))
      for await (const page of api.pages('ListUserPoolClients', { UserPoolId: pool, MaxResults: 60 }))
        for (const { ClientId, ClientName } of page.UserPoolClients ?? [])
          if (ClientId !== undefined) yield { id: ClientId, name: ClientName ?? ClientId, pool, poolName };
  },
  // It has no ARN of its own: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
  arn: ({ id, pool }, { partition, region, account }) =>
    `arn:${partition}:cognito-idp:${region}:${account}:userpool/${pool}/client/${id}`,
  label: ({ name, poolName }) => `${name} of ${poolName}`,
}).facets((facet) => ({
  details: facet.call('DescribeUserPoolClient', {
    input: ({ id, pool }) => ({ UserPoolId: pool, ClientId: id }),
    keep: ({ UserPoolClient: client }) => ({
      /** Whether it uses the pool's OAuth 2.0 server; where not, grants and addresses are not used. */
      oauth: client?.AllowedOAuthFlowsUserPoolClient,
      grants: client?.AllowedOAuthFlows,
      /** Where users are sent back to with a code or tokens, and after they signed out. */
      addresses: addressesOf(client),
      /** `COGNITO` stands for the pool's own users. */
      providers: client?.SupportedIdentityProviders,
      authFlows: client?.ExplicitAuthFlows,
      /** Whether it has a secret, which is not kept. */
      secret: client === undefined ? undefined : (client.ClientSecret ?? '') !== '',
      tokens: tokensOf(client),
    }),
  }),
}));

/** A group of a pool's users. */
export const userPoolGroup = resource(cognito, 'AWS::Cognito::UserPoolGroup', {
  calls: ['ListUserPools', 'ListGroups'],
  often: { ListUserPools: 'once', ListGroups: 'per user pool' },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html'],
  async *list(api) {
    for (const { id: pool, name: poolName } of await poolsOf(api))
      for await (const { Groups } of api.pages('ListGroups', { UserPoolId: pool, Limit: 60 }))
        for (const { GroupName, RoleArn } of Groups ?? [])
          if (GroupName !== undefined)
            yield {
              id: `${pool}/${GroupName}`,
              name: GroupName,
              pool,
              poolName,
              /** What its members get from an identity pool that takes the role from their token. */
              ...(RoleArn === undefined || RoleArn === '' ? {} : { role: RoleArn }),
            };
  },
  // It has no ARN of its own.
  arn: ({ name, pool }, { partition, region, account }) =>
    `arn:${partition}:cognito-idp:${region}:${account}:userpool/${pool}/group/${name}`,
  label: ({ name, poolName }) => `${name} of ${poolName}`,
});
