import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';
import { storageEncryption } from '../../src/services/rds/engines.ts';

export default encryptedAtRest(dbCluster, 'rds-cluster-storage-encrypted', {
  title: 'Database clusters encrypt their storage',
  by: storageEncryption,
  risk: 'The data, its logs, backups and replicas lie in the clear: who gets at the storage or a snapshot reads them.',
  fix: {
    text: 'Storage is encrypted when a cluster is made. Take a snapshot, restore a new cluster from it with a KMS key, move its users there, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-27',
  ],
});
