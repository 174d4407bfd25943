import { defineCheck } from '../../src/engine/check.ts';
import { resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { judgeNotPublic } from '../../src/judgements/exposure/exposure-message.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import {
  bucketExposure,
  bucketExposureNeeds,
  internetPoints,
  ownExposureAlong,
  unreadWays,
} from '../../src/judgements/exposure/bucket.ts';

export default defineCheck({
  id: 's3-bucket-not-public',
  title: 'Buckets are not open to the public by policy, ACL or access point',
  resource: bucket,
  needs: bucketExposureNeeds,
  along: ownExposureAlong,
  exposes: true,
  risk: 'Strangers read, replace or delete the objects. Scanners find open buckets within hours.',
  fix: {
    text: 'Turn on all four public-access blocks of the bucket: all public access ends at once, and turning them off undoes it. Serve what must be public through CloudFront with origin access control.',
    cli: 'aws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    terraform:
      'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = "{name}"\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  clearedBy: ['s3-account-public-access-blocked', 's3-bucket-public-access-blocked'],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  evaluate(subject, { now, trustedAccounts, along, unreadAlong }) {
    const { rcps, note } = resourceLimits(along, unreadAlong);
    const companions = { accounts: along.accounts, accessPoints: internetPoints(along.accessPoints) };
    return judgeNotPublic(subject.name, bucketExposure(subject, companions, { now, trustedAccounts, rcps }), {
      note,
      ways: `through its policy, ACL and access points; ${unreadWays(subject, along.accounts)}`,
    });
  },
});
