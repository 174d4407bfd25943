import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { snapshotEncryption } from '../../src/services/rds/engines.ts';
import { neptuneSnapshot } from '../../src/services/rds/snapshot.ts';

export default encryptedAtRest(neptuneSnapshot, 'neptune-cluster-snapshot-encrypted', {
  title: 'Snapshots of Neptune clusters are encrypted',
  by: snapshotEncryption,
  risk: 'A snapshot in the clear can be shared with everybody, and who gets it has the whole graph.',
  fix: {
    text: 'A snapshot is encrypted as its cluster is. Restore it into a cluster with a KMS key, take a snapshot of that, then delete this one, which cannot be undone.',
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-6',
  ],
});
