import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';
import { storageEncryption } from '../../src/services/rds/engines.ts';

export default encryptedAtRest(neptuneCluster, 'neptune-cluster-storage-encrypted', {
  title: 'Neptune clusters encrypt their storage',
  by: storageEncryption,
  risk: 'The data, its logs, indexes and backups lie in the clear: who gets at the storage or a snapshot reads them.',
  fix: {
    text: 'Storage is encrypted when a cluster is made. Take a snapshot, restore a new cluster from it with a KMS key, move its clients there, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-1',
  ],
});
