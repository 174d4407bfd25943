import { answers, here } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

/** One that is kept up to date and backed up, one that is neither. */
export default answers('elasticache', {
  DescribeReplicationGroups: here({
    ReplicationGroups: [
      {
        ReplicationGroupId: 'sessions',
        AutoMinorVersionUpgrade: true,
        SnapshotRetentionLimit: 7,
        MultiAZ: 'enabled',
        AutomaticFailover: 'enabled',
        TransitEncryptionEnabled: true,
        TransitEncryptionMode: 'required',
        AtRestEncryptionEnabled: true,
        StorageEncryptionType: 'sse-kms',
        KmsKeyId: keyArn,
        AuthTokenEnabled: false,
        UserGroupIds: ['shop'],
      },
      {
        ReplicationGroupId: 'prices',
        AutoMinorVersionUpgrade: false,
        SnapshotRetentionLimit: 0,
        MultiAZ: 'disabled',
        AutomaticFailover: 'disabled',
        TransitEncryptionEnabled: false,
        AtRestEncryptionEnabled: false,
        StorageEncryptionType: 'none',
        AuthTokenEnabled: false,
      },
    ].map((one) => ({
      ...one,
      ARN: arnOf('elasticache', `replicationgroup:${one.ReplicationGroupId}`),
      Status: 'available',
      ClusterEnabled: false,
      MemberClusters: [`${one.ReplicationGroupId}-001`, `${one.ReplicationGroupId}-002`],
    })),
  }),
});
