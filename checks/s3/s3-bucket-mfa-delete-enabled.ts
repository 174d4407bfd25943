import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default defineCheck({
  id: 's3-bucket-mfa-delete-enabled',
  title: 'Bucket versions can be deleted only with MFA',
  resource: bucket,
  needs: ['versioning'],
  risk: 'Stolen credentials are enough to delete every version of every object, backups of the data included.',
  fix: {
    text: 'Turn on versioning with MFA delete, signed in as the root user with its MFA device: AWS accepts this change from no one else.',
    cli: 'aws s3api put-bucket-versioning --bucket {name} --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "arn:{partition}:iam::{account}:mfa/root-account-mfa-device CODE"',
    terraform:
      'resource "aws_s3_bucket_versioning" "this" {\n  bucket = "{name}"\n  mfa    = "SERIAL CODE"\n  versioning_configuration {\n    status     = "Enabled"\n    mfa_delete = "Enabled"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  evaluate({ name, versioning }) {
    if (!versioning.enabled)
      return fail(`${name} has no versioning, so MFA delete cannot protect its objects`, versioning);
    return versioning.mfaDelete
      ? pass(`${name} requires MFA to delete a version`, versioning)
      : fail(`${name} keeps versions, but deleting one needs no MFA`, versioning);
  },
});
