import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { judgeLogBucket, logBucketAlong } from '../../src/judgements/logs/log-bucket.ts';
import { shell } from '../../src/text/shell.ts';
import { deliveryChannel } from '../../src/services/config/delivery-channel.ts';

export default defineCheck({
  id: 'config-delivery-channel-bucket-not-public',
  title: 'The bucket that AWS Config delivers to is not public',
  resource: deliveryChannel,
  along: logBucketAlong,
  risk: "Configuration history is a plan of the account: every resource, how it is set up and how it is connected. In strangers' hands it saves them the search.",
  fix: {
    text: 'Block public access on the bucket, and let its policy name AWS Config and those who need the history only.',
    exact: ({ channel }) => ({
      cli: shell`aws s3api put-public-access-block --bucket ${channel?.bucket ?? 'BUCKET'} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
      terraform:
        'resource "aws_s3_bucket_public_access_block" "config" {\n  bucket                  = aws_s3_bucket.config.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
    }),
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  evaluate({ name, channel }, context) {
    return channel === undefined
      ? notApplicable('there is no delivery channel')
      : judgeLogBucket(name, channel.bucket, context);
  },
});
