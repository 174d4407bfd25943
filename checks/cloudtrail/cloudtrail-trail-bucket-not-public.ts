import { defineCheck } from '../../src/engine/check.ts';
import { judgeLogBucket, logBucketAlong } from '../../src/judgements/logs/log-bucket.ts';
import { ownedElsewhere } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

export default defineCheck({
  id: 'cloudtrail-trail-bucket-not-public',
  title: 'The bucket of a trail is not public',
  resource: trail,
  along: logBucketAlong,
  risk: 'Log files tell strangers who works in the account, from where and with what, and where its weak spots are. If they may write too, the record can be forged or erased.',
  fix: {
    text: 'Block public access on the bucket, and let its policy name CloudTrail and those who investigate only.',
    cli: 'aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    terraform:
      'resource "aws_s3_bucket_public_access_block" "trail" {\n  bucket                  = aws_s3_bucket.trail.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  evaluate({ name, arn, account, bucket }, context) {
    return ownedElsewhere({ arn, account }) ?? judgeLogBucket(name, bucket, context);
  },
});
