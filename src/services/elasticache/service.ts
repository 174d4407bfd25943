import { service } from '../../aws/service.ts';

export const elasticache = service<typeof import('@aws-sdk/client-elasticache')>({
  id: 'elasticache',
  sdkId: 'ElastiCache',
  // What it always sends: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
  sends: {
    CacheCluster: ['CacheClusterId'],
    CacheClusterMessage: ['CacheClusters'],
    ReplicationGroup: ['ReplicationGroupId'],
    ReplicationGroupMessage: ['ReplicationGroups'],
  },
  load: () => import('./sdk.ts'),
});
