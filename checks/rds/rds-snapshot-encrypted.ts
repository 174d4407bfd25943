import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { shell } from '../../src/text/shell.ts';
import { snapshotEncryption } from '../../src/services/rds/engines.ts';
import { dbSnapshot } from '../../src/services/rds/snapshot.ts';

export default encryptedAtRest(dbSnapshot, 'rds-snapshot-encrypted', {
  title: 'Snapshots of databases are encrypted',
  by: snapshotEncryption,
  risk: 'A snapshot in the clear can be shared with everybody, and who gets it has all the data.',
  fix: {
    text: 'Copy the snapshot with a KMS key, then delete this one. Deleting cannot be undone.',
    exact: ({ id, of }) => ({
      cli:
        of === 'cluster'
          ? shell`aws rds copy-db-cluster-snapshot --source-db-cluster-snapshot-identifier ${id} --target-db-cluster-snapshot-identifier ${`${id}-encrypted`} --kms-key-id alias/aws/rds --copy-tags`
          : shell`aws rds copy-db-snapshot --source-db-snapshot-identifier ${id} --target-db-snapshot-identifier ${`${id}-encrypted`} --kms-key-id alias/aws/rds --copy-tags`,
      note: 'The command makes the copy with the AWS managed key: name one of your own to say who may read it. Delete the original when the copy is there.',
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-4',
  ],
});
