import { service } from '../../aws/service.ts';

export const elasticache = service<typeof import('@aws-sdk/client-elasticache')>({
  id: 'elasticache',
  sdkId: 'ElastiCache',
  // What it always sends: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
  sends: {
    CacheCluster: ['CacheClusterId'],
    CacheClusterMessage: ['CacheClusters'],
    CacheSubnetGroup: ['CacheSubnetGroupName'],
    CacheSubnetGroupMessage: ['CacheSubnetGroups'],
    DescribeUsersResult: ['Users'],
    // No member is said to be required; what is pending names the log that it is of:
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_PendingLogDeliveryConfiguration.html
    PendingLogDeliveryConfiguration: ['LogType'],
    ReplicationGroup: ['ReplicationGroupId'],
    ReplicationGroupMessage: ['ReplicationGroups'],
    User: ['UserId'],
  },
  load: () => import('./sdk.ts'),
});
