import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmanagedstreamingforapachekafka.html */
export const msk = service<typeof import('@aws-sdk/client-kafka')>({
  id: 'msk',
  sdkId: 'Kafka',
  iamPrefix: 'kafka',
  // What it always sends: https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters.html
  sends: {
    Cluster: ['ClusterArn', 'ClusterName', 'ClusterType'],
    GetClusterPolicyResponse: ['Policy'],
    ListClustersV2Response: ['ClusterInfoList'],
  },
  load: () => import('./sdk.ts'),
});
