import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { secret, secretEncryption } from '../../src/services/secretsmanager/secret.ts';

export default customerKey(secret, 'secretsmanager-secret-encrypted-cmk', {
  title: 'Secrets are encrypted with customer managed keys',
  by: secretEncryption,
  risk: 'The AWS managed key lets in whoever the secret lets in: there is no second lock, and other accounts cannot be given a single secret.',
  fix: {
    text: 'Encrypt the secret with a key of your own, whose policy lets in those that read it: otherwise they can no longer. Versions that are there stay encrypted with the old key until the secret changes.',
    cli: 'aws secretsmanager update-secret --secret-id {arn} --kms-key-id KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
});
