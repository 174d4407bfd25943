import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { route53 } from './service.ts';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_DNSSECStatus.html */
const servings = ['SIGNING', 'NOT_SIGNING', 'DELETING', 'ACTION_NEEDED', 'INTERNAL_FAILURE'] as const;

export interface Dnssec {
  readonly serving: (typeof servings)[number] | 'PRIVATE' | 'OTHER';
  /** What Route 53 says of it. */
  readonly says: string | undefined;
  readonly keys: readonly {
    readonly name: string | undefined;
    readonly kmsArn: string | undefined;
    /** `ACTIVE`, `INACTIVE`, `DELETING`, `ACTION_NEEDED` or `INTERNAL_FAILURE`. */
    readonly status: string | undefined;
    readonly says: string | undefined;
  }[];
}

const queryLogsOf = (
  api: Api<typeof import('@aws-sdk/client-route-53'), 'ListQueryLoggingConfigs'>,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  api.once('query logging', async () => {
    const found = new Map<string, string[]>();
    for await (const { QueryLoggingConfigs } of api.pages('ListQueryLoggingConfigs', {}))
      for (const { HostedZoneId, CloudWatchLogsLogGroupArn } of QueryLoggingConfigs ?? [])
        if (HostedZoneId !== undefined)
          found.set(HostedZoneId, [...(found.get(HostedZoneId) ?? []), CloudWatchLogsLogGroupArn ?? '']);
    return found;
  });

/** A hosted zone, public or private. */
export const hostedZone = listed(route53, 'AWS::Route53::HostedZone', 'ListHostedZones', {
  at: 'HostedZones',
  narrows: { DelegationSetId: 'unless given', HostedZoneType: 'unless given' },
  id: ({ Id }) => Id?.replace(/^\/hostedzone\//, ''),
  keep: {
    /** Without the final dot. */
    name: ({ Name }) => Name?.replace(/\.$/, ''),
    // Required in what comes back: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZoneConfig.html
    privateZone: ({ Config }) => Config?.PrivateZone,
    recordCount: 'ResourceRecordSetCount',
    /** The service that made the zone and owns it, e.g. AWS Cloud Map. */
    linkedService: ({ LinkedService }) => LinkedService?.ServicePrincipal,
  },
  label: ({ id, name }) => `${name} (${id})`,
  arn: ({ id }, { partition }) => `arn:${partition}:route53:::hostedzone/${id}`,
}).facets((facet) => ({
  /** Log groups that get the queries of a public zone. */
  queryLogs: facet({
    calls: ['ListQueryLoggingConfigs'],
    often: { ListQueryLoggingConfigs: 'once' },
    async read(api, { id }) {
      const groups = (await queryLogsOf(api)).get(id) ?? [];
      return { on: groups.length > 0, groups };
    },
  }),
  /** How a public zone is signed. Private ones cannot be, and are not asked. */
  dnssec: facet({
    calls: ['GetDNSSEC'],
    async read(api, { id, privateZone }): Promise<Dnssec> {
      if (privateZone === true) return { serving: 'PRIVATE', says: undefined, keys: [] };
      const { Status, KeySigningKeys } = await api.call('GetDNSSEC', { HostedZoneId: id });
      return {
        serving: servings.find((one) => one === Status?.ServeSignature) ?? 'OTHER',
        says: Status?.StatusMessage,
        keys: (KeySigningKeys ?? []).map(({ Name, KmsArn, Status: status, StatusMessage }) => ({
          name: Name,
          kmsArn: KmsArn,
          status,
          says: StatusMessage,
        })),
      };
    },
  }),
}));
