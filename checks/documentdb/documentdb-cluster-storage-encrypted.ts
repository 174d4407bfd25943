import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { documentCluster } from '../../src/services/rds/document.ts';
import { storageEncryption } from '../../src/services/rds/engines.ts';

export default encryptedAtRest(documentCluster, 'documentdb-cluster-storage-encrypted', {
  title: 'DocumentDB clusters encrypt their storage',
  by: storageEncryption,
  risk: 'The data, its logs, indexes and backups lie in the clear: who gets at the storage or a snapshot reads them.',
  fix: {
    text: 'Storage is encrypted when a cluster is made. Take a snapshot, restore a new cluster from it with a KMS key, move its clients there, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-1',
  ],
});
