import { listed } from '../../inventory/listed.ts';
import { elasticache } from './service.ts';

/** A cluster of Memcached, or a node of Valkey or Redis OSS, by itself or of a replication group. */
export const cacheCluster = listed(elasticache, 'AWS::ElastiCache::CacheCluster', 'DescribeCacheClusters', {
  at: 'CacheClusters',
  input: { MaxRecords: 100 },
  narrows: {
    CacheClusterId: 'unless given',
    ShowCacheClustersNotInReplicationGroups: 'unless given',
    ShowCacheNodeInfo: 'hides nodes, of which nothing is judged',
  },
  id: ({ CacheClusterId }) => CacheClusterId,
  keep: {
    arn: 'ARN',
    engine: 'Engine',
    status: 'CacheClusterStatus',
    /** `default` is made by ElastiCache, of all subnets of the default VPC. */
    subnetGroup: 'CacheSubnetGroupName',
    /** The group that it is a node of. */
    replicationGroup: 'ReplicationGroupId',
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:elasticache:${region}:${account}:cluster:${id}`,
}).facets((facet) => ({
  /** The subnets that its nodes may be in, and their VPC; undefined where its subnet group is not listed. */
  network: facet({
    calls: ['DescribeCacheSubnetGroups'],
    often: { DescribeCacheSubnetGroups: 'once' },
    async read(api, { subnetGroup }) {
      if (subnetGroup === undefined) return undefined;
      const groups = await api.once('subnet groups', async () => {
        const found: Record<string, { readonly vpcId: string | undefined; readonly subnetIds: readonly string[] }> = {};
        for await (const { CacheSubnetGroups } of api.pages('DescribeCacheSubnetGroups', { MaxRecords: 100 }))
          for (const { CacheSubnetGroupName: name, VpcId: vpcId, Subnets } of CacheSubnetGroups ?? [])
            if (name !== undefined && Subnets !== undefined)
              found[name] = { vpcId, subnetIds: Subnets.flatMap(({ SubnetIdentifier: id }) => id ?? []) };
        return found;
      });
      return groups[subnetGroup];
    },
  }),
}));

/** Guard of checks: nothing is asked of a cluster that is going. */
export const clusterLeaving = {
  at: 'status',
  is: ['deleting', 'deleted'],
  because: '{label} is being deleted',
} as const;
