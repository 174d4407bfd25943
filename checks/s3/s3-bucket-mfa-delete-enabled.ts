import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-mfa-delete-enabled', {
  title: 'Bucket versions can be deleted only with MFA',
  unless: [
    {
      at: 'versioning.enabled',
      is: [false],
      verdict: fail('{name} has no versioning, so MFA delete cannot protect its objects'),
    },
  ],
  at: 'versioning.mfaDelete',
  is: {
    true: pass('{name} requires MFA to delete a version'),
    false: fail('{name} keeps versions, but deleting one needs no MFA'),
  },
  risk: 'Stolen credentials are enough to delete every version of every object, backups of the data included.',
  fix: {
    text: 'Turn on versioning with MFA delete, signed in as the root user with its MFA device: AWS accepts this change from no one else.',
    cli: 'aws s3api put-bucket-versioning --bucket {name} --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "MFA_SERIAL MFA_CODE"',
    terraform:
      'resource "aws_s3_bucket_versioning" "this" {\n  bucket = "{name}"\n  mfa    = "SERIAL CODE"\n  versioning_configuration {\n    status     = "Enabled"\n    mfa_delete = "Enabled"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
});
