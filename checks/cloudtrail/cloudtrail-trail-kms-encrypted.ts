import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ownTrail } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

export default state(trail, 'cloudtrail-trail-kms-encrypted', {
  title: 'The log files of a trail are encrypted with a KMS key',
  unless: [ownTrail],
  at: 'kmsKeyId',
  otherwise: pass('{name} encrypts its log files with a KMS key'),
  unsaid: fail('{name} encrypts its log files with S3 managed keys, not with a KMS key'),
  risk: 'With a KMS key, reading the log files needs permission on the key as well as on the bucket; without one, access to the bucket is enough.',
  fix: {
    text: 'Give the trail a customer managed KMS key whose policy lets CloudTrail encrypt and only the investigators decrypt.',
    cli: 'aws cloudtrail update-trail --name {name} --kms-key-id KEY_ARN',
    terraform:
      'resource "aws_cloudtrail" "this" {\n  name           = "{name}"\n  s3_bucket_name = "BUCKET"\n  kms_key_id     = aws_kms_key.trail.arn\n}',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
});
