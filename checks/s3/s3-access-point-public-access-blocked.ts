import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { switchesOff } from '../../src/services/s3/public-access-block.ts';
import { accessPoint } from '../../src/services/s3control/access-point.ts';

/** The access point's own block: it is fixed when the access point is made, while the account's may be lifted any day. */
export default defineCheck({
  id: 's3-access-point-public-access-blocked',
  title: 'Access points block public access',
  resource: accessPoint,
  needs: ['publicAccessBlock'],
  risk: "A wrong access point policy lets everybody through to the bucket's data.",
  fix: {
    text: 'The settings cannot be changed: create a new access point with all four blocks on (the default), point applications to it and delete this one.',
    terraform:
      'resource "aws_s3_access_point" "this" {\n  bucket = var.bucket\n  name   = "{name}"\n  public_access_block_configuration {\n    block_public_acls       = true\n    ignore_public_acls      = true\n    block_public_policy     = true\n    restrict_public_buckets = true\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  evaluate({ name, bucket, publicAccessBlock }) {
    if (publicAccessBlock === undefined) return unknown(`AWS did not say what access point ${name} blocks`);
    const off = switchesOff(publicAccessBlock);
    const to = bucket === undefined ? '' : ` to ${bucket}`;
    return off.length === 0
      ? pass(`${name} blocks public access${to}`, publicAccessBlock)
      : fail(`${name} leaves ${off.join(', ')} off for access${to}; expected all four on`, publicAccessBlock);
  },
});
