import { along, defineCheck, fail, pass } from '../../src/engine/check.ts';
import { bucketElsewhere } from '../../src/judgements/logs/log-bucket.ts';
import { ownedElsewhere } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default defineCheck({
  id: 'cloudtrail-trail-bucket-access-logging-enabled',
  title: 'Access to the bucket of a trail is logged',
  resource: trail,
  along: { buckets: along(bucket, { needs: ['logging'], witness: true }) },
  risk: 'Without access logs nobody can tell who read or removed the log files, which is the first thing an intruder does to hide.',
  fix: {
    text: 'Turn on server access logging of the bucket, with another bucket as the target.',
    cli: 'aws s3api put-bucket-logging --bucket {bucket} --bucket-logging-status \'{"LoggingEnabled":{"TargetBucket":"LOG_BUCKET","TargetPrefix":"trail/"}}\'',
    terraform:
      'resource "aws_s3_bucket_logging" "trail" {\n  bucket        = aws_s3_bucket.trail.id\n  target_bucket = aws_s3_bucket.access_logs.id\n  target_prefix = "trail/"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
  evaluate({ name, arn, account, bucket: id }, { along: { buckets } }) {
    const elsewhere = ownedElsewhere({ arn, account });
    if (elsewhere !== undefined) return elsewhere;
    const found = buckets.find((candidate) => candidate.id === id);
    if (found === undefined) return bucketElsewhere(name, id);
    const { target } = found.logging;
    return target === undefined
      ? fail(`${name} delivers to bucket ${found.id}, whose access is not logged`, { bucket: found.id })
      : pass(`${name} delivers to bucket ${found.id}, whose access is logged to ${target}`, {
          bucket: found.id,
          target,
        });
  },
});
