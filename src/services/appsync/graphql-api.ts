import type { AuthenticationType } from '@aws-sdk/client-appsync';
import { listed } from '../../inventory/listed.ts';
import { appsync } from './service.ts';

export interface Authentication {
  readonly type: AuthenticationType | undefined;
}

/** A GraphQL API, merged ones included. Those that other accounts share are theirs to judge. */
export const graphqlApi = listed(appsync, 'AWS::AppSync::GraphQLApi', 'ListGraphqlApis', {
  at: 'graphqlApis',
  input: { maxResults: 25, owner: 'CURRENT_ACCOUNT' },
  // "The value that indicates whether the GraphQL API is a standard API or merged API": none is a default.
  narrows: { apiType: 'unless given' },
  references: ['https://docs.aws.amazon.com/appsync/latest/APIReference/API_ListGraphqlApis.html'],
  id: ({ apiId }) => apiId,
  keep: {
    name: ({ name, apiId }) => name ?? apiId ?? '',
    arn: ({ arn }): string | undefined => arn,
    tracing: 'xrayEnabled',
    /** `GLOBAL`, or `PRIVATE`: through VPC endpoints alone. Snapshots of earlier versions lack it. */
    visibility: 'visibility',
    /** What is logged of each field; left out where nothing is logged: https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html */
    fieldLog: ({ logConfig }) => logConfig?.fieldLogLevel,
    tags: ({ tags }): Readonly<Record<string, string>> => tags ?? {},
    /** Snapshots of earlier versions lack it; the list tells the web ACL of those that have one. */
    protection: ({ wafWebAclArn }): { readonly webAcl: string | undefined } | undefined => ({ webAcl: wafWebAclArn }),
    /** How callers may prove who they are: the default way first. */
    authentication: ({ authenticationType, additionalAuthenticationProviders }): readonly Authentication[] => [
      { type: authenticationType },
      // Left out where there are none: https://docs.aws.amazon.com/cli/latest/reference/appsync/list-graphql-apis.html
      ...(additionalAuthenticationProviders ?? []).map((each) => ({ type: each.authenticationType })),
    ],
  },
  arn: ({ id, arn }, { partition, region, account }) =>
    arn ?? `arn:${partition}:appsync:${region}:${account}:apis/${id}`,
}).facets((facet) => ({
  /** https://docs.aws.amazon.com/appsync/latest/APIReference/API_GetApiCache.html */
  cache: facet.call('GetApiCache', {
    input: ({ id }) => ({ apiId: id }),
    absentOn: ['NotFoundException'],
    keep: ({ apiCache }) => ({
      atRest: apiCache?.atRestEncryptionEnabled,
      inTransit: apiCache?.transitEncryptionEnabled,
    }),
  }),
}));
