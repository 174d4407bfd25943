import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { fileShare } from '../../src/services/storagegateway/file-share.ts';

export default state(fileShare, 'storagegateway-file-share-kms-encrypted', {
  title: 'File shares of Storage Gateway encrypt with KMS keys',
  at: 'encryption',
  is: {
    SseKms: pass('{label} encrypts what it stores with a KMS key'),
    DsseKms: pass('{label} encrypts what it stores twice with a KMS key'),
    SseS3: fail('{label} encrypts what it stores with keys of S3; expected a KMS key'),
  },
  unsaid: unknown('AWS does not say how {label} encrypts what it stores'),
  risk: 'Whoever may read the bucket reads the files: no policy of a key stands before them, and no use of a key is logged.',
  fix: {
    text: 'Have the share use a KMS key that the role of the gateway may use: `update-nfs-file-share` or `update-smb-file-share` with `--encryption-type SseKms --kms-key`. What is stored already keeps its encryption until it is copied.',
  },
  references: ['https://docs.aws.amazon.com/filegateway/latest/files3/encryption.html'],
});
