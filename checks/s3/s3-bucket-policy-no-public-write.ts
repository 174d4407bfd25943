import { defineCheck, pass } from '../../src/engine/check.ts';
import { resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { judgeNotPublic } from '../../src/judgements/exposure/exposure-message.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { accountBlockAlong, bucketExposure } from '../../src/judgements/exposure/bucket.ts';

export default defineCheck({
  id: 's3-bucket-policy-no-public-write',
  title: 'Bucket policies do not let the public write',
  resource: bucket,
  needs: ['policy', 'publicAccessBlock'],
  along: accountBlockAlong,
  risk: 'Strangers replace or delete objects, plant malware for whoever downloads them, or store their own data at your expense.',
  fix: {
    text: 'Remove the statement that lets everybody write, or name the principals that may; turn on the public-access blocks, which keep such policies out and end whatever other public access the bucket gives.',
    cli: 'aws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    terraform:
      'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = "{name}"\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  clearedBy: ['s3-account-public-access-blocked', 's3-bucket-public-access-blocked'],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  ],
  evaluate({ id, name, arn, account, policy, publicAccessBlock }, { now, trustedAccounts, along, unreadAlong }) {
    if (policy === undefined) return pass(`${name} has no bucket policy`);
    const { rcps, note } = resourceLimits(along, unreadAlong);
    const found = bucketExposure({ id, arn, account, policy, publicAccessBlock }, along, {
      now,
      trustedAccounts,
      rcps,
    });
    return judgeNotPublic(name, found, { groups: ['write', 'administer'], note, ways: 'through its policy' });
  },
});
