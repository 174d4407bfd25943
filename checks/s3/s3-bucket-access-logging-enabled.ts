import { along, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-access-logging-enabled', {
  title: 'Access to buckets is logged',
  // Where another cannot be read, a bucket of logs is judged like any other.
  along: { others: along(bucket, { needs: ['logging'], optional: true }) },
  at: 'logging.target',
  otherwise: pass('{name} logs requests to {logging.target}'),
  unsaid: ({ id, name }, { along: { others } }) =>
    // Logs of its own accesses would make more logs: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
    others.some((other) => other.id !== id && other.logging.target === id)
      ? notApplicable(`${name} takes the access logs of other buckets`)
      : fail(`${name} does not log requests`),
  risk: 'Who read, replaced or deleted which object is known to nobody, unless CloudTrail records data events of the bucket.',
  fix: {
    text: 'Let S3 deliver access logs to a bucket of the same region and account, whose policy lets logging.s3.amazonaws.com write. Logs are stored and paid for: give that bucket a lifecycle.',
    cli: 'aws s3api put-bucket-logging --bucket {name} --bucket-logging-status \'{"LoggingEnabled":{"TargetBucket":"LOG_BUCKET","TargetPrefix":"{name}/"}}\'',
    terraform:
      'resource "aws_s3_bucket_logging" "this" {\n  bucket        = "{name}"\n  target_bucket = aws_s3_bucket.access_logs.id\n  target_prefix = "{name}/"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9',
  ],
});
