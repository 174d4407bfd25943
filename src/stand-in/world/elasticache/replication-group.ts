import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

/** One that is kept up to date and backed up, one that is neither. */
export default answers('elasticache', {
  DescribeReplicationGroups: here({
    ReplicationGroups: [
      { ReplicationGroupId: 'sessions', AutoMinorVersionUpgrade: true, SnapshotRetentionLimit: 7 },
      { ReplicationGroupId: 'prices', AutoMinorVersionUpgrade: false, SnapshotRetentionLimit: 0 },
    ].map((one) => ({
      ...one,
      ARN: arnOf('elasticache', `replicationgroup:${one.ReplicationGroupId}`),
      Status: 'available',
      ClusterEnabled: false,
      MemberClusters: [`${one.ReplicationGroupId}-001`, `${one.ReplicationGroupId}-002`],
      MultiAZ: 'enabled',
      AutomaticFailover: 'enabled',
      TransitEncryptionEnabled: true,
      AtRestEncryptionEnabled: true,
    })),
  }),
});
