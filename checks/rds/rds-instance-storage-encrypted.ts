import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { storageEncryption } from '../../src/services/rds/engines.ts';
import { dbInstance, notOfCluster } from '../../src/services/rds/instance.ts';

export default encryptedAtRest(dbInstance, 'rds-instance-storage-encrypted', {
  title: 'Databases encrypt their storage',
  by: storageEncryption,
  unless: [notOfCluster],
  risk: 'The data, its logs, backups and replicas lie in the clear: who gets at the storage or a snapshot reads them.',
  fix: {
    text: 'Storage is encrypted when a database is made. Take a snapshot, copy it with a KMS key, restore a new database from the copy, move its users there, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3',
  ],
});
