import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-access-logging-enabled', {
  title: 'Access to buckets is logged',
  at: 'logging.target',
  otherwise: pass('{name} logs requests to {logging.target}'),
  unsaid: fail('{name} does not log requests'),
  risk: 'Who read, replaced or deleted which object is known to nobody, unless CloudTrail records data events of the bucket.',
  fix: {
    text: 'Let S3 deliver access logs to a bucket of the same region and account, whose policy lets logging.s3.amazonaws.com write. Logs are stored and paid for: give that bucket a lifecycle. It needs no logs of its own: suppress it.',
    cli: 'aws s3api put-bucket-logging --bucket {name} --bucket-logging-status \'{"LoggingEnabled":{"TargetBucket":"LOG_BUCKET","TargetPrefix":"{name}/"}}\'',
    terraform:
      'resource "aws_s3_bucket_logging" "this" {\n  bucket        = "{name}"\n  target_bucket = aws_s3_bucket.access_logs.id\n  target_prefix = "{name}/"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9',
  ],
});
