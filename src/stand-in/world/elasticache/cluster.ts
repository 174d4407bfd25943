import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

/** One in a subnet group of its own, one in the default one. */
export default answers('elasticache', {
  DescribeCacheSubnetGroups: here({
    CacheSubnetGroups: ['private', 'default'].map((name) => ({
      CacheSubnetGroupName: name,
      VpcId: 'vpc-a1',
      Subnets: [{ SubnetIdentifier: 'subnet-a1' }],
    })),
  }),
  DescribeCacheClusters: here({
    CacheClusters: [
      {
        CacheClusterId: 'sessions-001',
        Engine: 'valkey',
        ReplicationGroupId: 'sessions',
        CacheSubnetGroupName: 'private',
      },
      { CacheClusterId: 'pages', Engine: 'memcached', CacheSubnetGroupName: 'default' },
    ].map((one) => ({
      ...one,
      ARN: arnOf('elasticache', `cluster:${one.CacheClusterId}`),
      CacheClusterStatus: 'available',
    })),
  }),
});
