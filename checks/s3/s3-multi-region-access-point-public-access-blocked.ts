import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { switchesOff } from '../../src/services/s3/public-access-block.ts';
import { multiRegionAccessPoint } from '../../src/services/s3control/multi-region-access-point.ts';

export default defineCheck({
  id: 's3-multi-region-access-point-public-access-blocked',
  title: 'Multi-Region access points block public access',
  resource: multiRegionAccessPoint,
  risk: 'A wrong policy of the access point lets everybody through to the data in every region behind it.',
  fix: {
    text: 'The settings cannot be changed: create a new Multi-Region access point with all four blocks on (the default), point applications to it and delete this one.',
    terraform:
      'resource "aws_s3control_multi_region_access_point" "this" {\n  details {\n    name = "{name}"\n    public_access_block {\n      block_public_acls       = true\n      ignore_public_acls      = true\n      block_public_policy     = true\n      restrict_public_buckets = true\n    }\n    region {\n      bucket = var.bucket\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html',
  ],
  evaluate({ name, status, publicAccessBlock, buckets }) {
    if (status === 'DELETING') return notApplicable(`${name} is being deleted`);
    if (publicAccessBlock === undefined) return unknown(`AWS did not say what ${name} blocks`);
    const off = switchesOff(publicAccessBlock);
    const evidence = { publicAccessBlock, buckets };
    return off.length === 0
      ? pass(`${name} blocks public access`, evidence)
      : fail(`${name} leaves ${off.join(', ')} off; expected all four on`, evidence);
  },
});
