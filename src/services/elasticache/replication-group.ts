import { listed } from '../../inventory/listed.ts';
import { elasticache } from './service.ts';

/** A primary and its replicas, of Valkey or Redis OSS; Memcached has none. */
export const replicationGroup = listed(elasticache, 'AWS::ElastiCache::ReplicationGroup', 'DescribeReplicationGroups', {
  at: 'ReplicationGroups',
  input: { MaxRecords: 100 },
  narrows: { ReplicationGroupId: 'unless given' },
  id: ({ ReplicationGroupId }) => ReplicationGroupId,
  keep: {
    arn: 'ARN',
    status: 'Status',
    autoMinorVersionUpgrade: 'AutoMinorVersionUpgrade',
    /** Days for which automatic backups are kept; 0: none are made. */
    snapshotRetentionDays: 'SnapshotRetentionLimit',
    /** Whether its data may be spread over several shards. */
    clusterMode: 'ClusterEnabled',
    /** The nodes, by the names of their clusters. */
    members: 'MemberClusters',
    multiAz: 'MultiAZ',
    automaticFailover: 'AutomaticFailover',
    encryptedInTransit: 'TransitEncryptionEnabled',
    encryptedAtRest: 'AtRestEncryptionEnabled',
  },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticache:${region}:${account}:replicationgroup:${id}`,
});

/** Guard of checks: nothing is asked of a group that is going. */
export const groupLeaving = { at: 'status', is: ['deleting'], because: '{label} is being deleted' } as const;
