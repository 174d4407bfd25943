import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-versioning-enabled', {
  title: 'Buckets keep earlier versions of their objects',
  at: 'versioning.enabled',
  is: {
    true: pass('{name} keeps earlier versions of its objects'),
    false: fail(
      '{name} keeps no earlier versions of objects that are replaced or deleted: versioning is off or suspended',
    ),
  },
  risk: 'What is overwritten or deleted, by mistake or by an intruder, is gone at once and for good.',
  fix: {
    text: 'Turn versioning on. Earlier versions are stored and paid for until they are deleted: let a lifecycle rule expire noncurrent versions. Versioning can be suspended later, not removed.',
    cli: 'aws s3api put-bucket-versioning --bucket {name} --versioning-configuration Status=Enabled',
    terraform:
      'resource "aws_s3_bucket_versioning" "this" {\n  bucket = "{name}"\n  versioning_configuration {\n    status = "Enabled"\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-14',
  ],
});
