import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default defineCheck({
  id: 's3-bucket-kms-encrypted',
  title: 'Buckets encrypt new objects with a KMS key',
  resource: bucket,
  needs: ['encryption'],
  risk: 'With the keys of S3 itself, whoever may read an object gets it in plain text: no key policy can refuse, and no record shows who decrypted.',
  fix: {
    text: 'Make SSE-KMS with a key of your own the default encryption, with a bucket key to keep KMS requests few. Objects that exist keep their encryption until they are copied.',
    cli: 'aws s3api put-bucket-encryption --bucket {name} --server-side-encryption-configuration \'{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"KEY_ARN"},"BucketKeyEnabled":true}]}\'',
    terraform:
      'resource "aws_s3_bucket_server_side_encryption_configuration" "this" {\n  bucket = "{name}"\n  rule {\n    bucket_key_enabled = true\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = aws_kms_key.this.arn\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html',
  ],
  evaluate({ name, encryption }) {
    const rule = encryption?.find(({ algorithm }) => algorithm !== undefined);
    if (encryption === undefined || rule === undefined) {
      return fail(`${name} has no default encryption of its own; expected aws:kms`, encryption);
    }
    const { algorithm, keyId } = rule;
    // Two layers (DSSE) use a KMS key too.
    if (algorithm === 'aws:kms' || algorithm === 'aws:kms:dsse') {
      return pass(
        `${name} encrypts new objects with ${keyId ?? "the account's KMS key aws/s3"} (${algorithm})`,
        encryption,
      );
    }
    return fail(`${name} encrypts new objects with keys of S3 (${algorithm}); expected aws:kms`, encryption);
  },
});
