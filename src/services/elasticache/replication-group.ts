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
    /** `preferred` while clients move to TLS: connections without it are taken too. Older engines have no such setting. */
    tlsMode: 'TransitEncryptionMode',
    encryptedAtRest: 'AtRestEncryptionEnabled',
    /**
     * What encrypts, by `StorageEncryptionType`: `AtRestEncryptionEnabled` may be false of a group that is encrypted all the same. Where
     * only that is said it is believed: with a key of ElastiCache's own where none is named.
     * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
     */
    encryption: ({ StorageEncryptionType, AtRestEncryptionEnabled, KmsKeyId }) =>
      StorageEncryptionType ??
      (AtRestEncryptionEnabled === undefined
        ? undefined
        : AtRestEncryptionEnabled
          ? KmsKeyId === undefined
            ? 'sse-elasticache'
            : 'sse-kms'
          : 'none'),
    keyId: 'KmsKeyId',
    /** Whether one password is asked of all clients. */
    authToken: 'AuthTokenEnabled',
    /** Groups of users that clients sign in as; left out where there is none. */
    userGroups: 'UserGroupIds',
  },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticache:${region}:${account}:replicationgroup:${id}`,
});

export const groupEncryption = {
  at: 'encryption',
  is: { none: 'none', 'sse-elasticache': 'aws', 'sse-kms': 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its data',
} as const;

/** Guard of checks: nothing is asked of a group that is going. */
export const groupLeaving = { at: 'status', is: ['deleting'], because: '{label} is being deleted' } as const;
