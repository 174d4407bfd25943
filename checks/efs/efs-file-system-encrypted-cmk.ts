import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { fileSystem, fileSystemEncryption } from '../../src/services/efs/file-system.ts';

export default customerKey(fileSystem, 'efs-file-system-encrypted-cmk', {
  title: 'File systems are encrypted with customer managed keys',
  by: fileSystemEncryption,
  risk: 'With a key of AWS nobody decides by its policy who may decrypt, and backups cannot be shared with an account of your own for recovery.',
  fix: {
    text: 'The key is chosen when a file system is created: create one with a key of your own, copy the files by DataSync, a replication or a restore of AWS Backup, and move the mount targets over.',
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
});
