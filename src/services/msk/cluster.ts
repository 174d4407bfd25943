import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { msk } from './service.ts';

/** A cluster of Kafka: with brokers of its own, or serverless. What is said of brokers is undefined of serverless ones. */
export const mskCluster = listed(msk, 'AWS::MSK::Cluster', 'ListClustersV2', {
  at: 'ClusterInfoList',
  input: { MaxResults: 100 },
  narrows: { ClusterNameFilter: 'unless given', ClusterTypeFilter: 'unless given' },
  references: ['https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters.html'],
  id: ({ ClusterName, State }) => (State === 'DELETING' ? undefined : ClusterName),
  keep: {
    arn: 'ClusterArn',
    type: 'ClusterType',
    /** Each change names the version that it is made to. */
    version: 'CurrentVersion',
    /** `SERVICE_PROVIDED_EIPS` or `DISABLED`. */
    publicAccess: ({ Provisioned }) => Provisioned?.BrokerNodeGroupInfo?.ConnectivityInfo?.PublicAccess?.Type,
    /** Of its brokers: each has an interface in one of the subnets. */
    subnetIds: ({ Provisioned }): readonly string[] | undefined => Provisioned?.BrokerNodeGroupInfo?.ClientSubnets,
    groupIds: ({ Provisioned }): readonly string[] | undefined => Provisioned?.BrokerNodeGroupInfo?.SecurityGroups,
    /** How clients and brokers talk. */
    clients: ({ Provisioned }) => Provisioned?.EncryptionInfo?.EncryptionInTransit?.ClientBroker,
    /** Whether brokers talk encrypted to each other. */
    betweenBrokers: ({ Provisioned }) => Provisioned?.EncryptionInfo?.EncryptionInTransit?.InCluster,
    unauthenticated: ({ Provisioned }) => Provisioned?.ClientAuthentication?.Unauthenticated?.Enabled,
    /** A cluster with brokers names its key, of AWS or of the customer; a serverless one has no choice. */
    encryption: ({ Provisioned }) =>
      Provisioned?.EncryptionInfo?.EncryptionAtRest?.DataVolumeKMSKeyId === undefined ? undefined : ('KMS' as const),
    keyId: ({ Provisioned }) => Provisioned?.EncryptionInfo?.EncryptionAtRest?.DataVolumeKMSKeyId,
    monitoring: ({ Provisioned }) => Provisioned?.EnhancedMonitoring,
    /** Whether logs of brokers go anywhere. */
    logging: ({ Provisioned }) => {
      const to = Provisioned?.LoggingInfo?.BrokerLogs;
      const all = [to?.CloudWatchLogs?.Enabled, to?.Firehose?.Enabled, to?.S3?.Enabled];
      return all.every((one) => one === undefined) ? undefined : all.includes(true);
    },
  },
}).facets((facet) => ({
  /** The text of its policy. AWS says NotFoundException of a cluster without one. */
  policy: facet.call('GetClusterPolicy', {
    absentOn: ['NotFoundException'],
    input: ({ arn }) => ({ ClusterArn: arn }),
    keep: ({ Policy }) => (Policy === '' ? undefined : Policy),
  }),
}));

export const mskPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'kafka:CreateVpcConnection',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws kafka delete-cluster-policy --cluster-arn ${arn}`
      : shell`aws kafka put-cluster-policy --cluster-arn ${arn} --policy ${policy}`,
} as const;
