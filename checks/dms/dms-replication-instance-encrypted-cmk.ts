import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { replicationEncryption, replicationInstance } from '../../src/services/dms/replication-instance.ts';

export default customerKey(replicationInstance, 'dms-replication-instance-encrypted-cmk', {
  title: 'Replication instances are encrypted with customer managed keys',
  by: replicationEncryption,
  risk: "On its disk are rows that wait and passwords of the endpoints; with AWS's key nobody decides by its policy who may decrypt them.",
  fix: {
    text: 'The key is chosen when an instance is made: make another with a key of your own, move its tasks there (stop, move, resume), then delete this one.',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html#CHAP_Security.EncryptionKey'],
});
