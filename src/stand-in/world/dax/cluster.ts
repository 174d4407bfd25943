import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const cluster = (name: string, good: boolean) => ({
  ClusterName: name,
  ClusterArn: arnOf('dax', `cache/${name}`),
  Status: 'available',
  TotalNodes: good ? 3 : 1,
  Nodes: (good ? ['a', 'b', 'c'] : ['a']).map((zone) => ({
    NodeId: `${name}-${zone}`,
    AvailabilityZone: `us-east-1${zone}`,
    NodeStatus: 'available',
  })),
  SSEDescription: { Status: good ? 'ENABLED' : 'DISABLED' },
  ClusterEndpointEncryptionType: good ? 'TLS' : 'NONE',
});

/** One that is as it should be, and one of the first days. */
export default answers(
  'dax',
  { DescribeClusters: here({ Clusters: [cluster('orders-cache', true), cluster('old-cache', false)] }) },
  { 'AWS::DAX::Cluster': 'orders-cache' },
);
