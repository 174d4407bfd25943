import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { fileSystem, fileSystemEncryption } from '../../src/services/efs/file-system.ts';

export default encryptedAtRest(fileSystem, 'efs-file-system-encrypted-at-rest', {
  title: 'File systems are encrypted at rest',
  by: fileSystemEncryption,
  risk: 'Whoever gets at the storage or a backup of it reads the files.',
  fix: {
    text: 'Encryption is chosen when a file system is created: create one with it, copy the files by DataSync or a restore of AWS Backup, and move the mount targets over.',
  },
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-1',
  ],
});
