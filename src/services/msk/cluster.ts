import { listed } from '../../inventory/listed.ts';
import { msk } from './service.ts';

/** A cluster of Kafka: with brokers of its own, or serverless. */
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
    /** Of brokers only: `SERVICE_PROVIDED_EIPS` or `DISABLED`. */
    publicAccess: ({ Provisioned }) => Provisioned?.BrokerNodeGroupInfo?.ConnectivityInfo?.PublicAccess?.Type,
  },
});
