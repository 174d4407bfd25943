import { listed } from '../../inventory/listed.ts';
import { dax } from './service.ts';

/** A cluster of DynamoDB Accelerator. */
export const daxCluster = listed(dax, 'AWS::DAX::Cluster', 'DescribeClusters', {
  at: 'Clusters',
  token: 'NextToken',
  input: { MaxResults: 100 },
  narrows: { ClusterNames: 'unless given' },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_Cluster.html'],
  id: ({ ClusterName }) => ClusterName,
  keep: {
    arn: 'ClusterArn',
    atRest: ({ SSEDescription }) => SSEDescription?.Status,
    endpoint: 'ClusterEndpointEncryptionType',
    /** Of each node, the zone that it is in; undefined where AWS does not say. */
    zones: ({ Nodes }) => Nodes?.map(({ AvailabilityZone }) => AvailabilityZone),
    nodes: 'TotalNodes',
  },
});
