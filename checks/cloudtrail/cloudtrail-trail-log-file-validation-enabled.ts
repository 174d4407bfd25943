import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ownTrail } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

export default state(trail, 'cloudtrail-trail-log-file-validation-enabled', {
  title: 'Trails sign their log files so that tampering shows',
  unless: [ownTrail],
  at: 'logFileValidation',
  is: { true: pass('{name} validates its log files'), false: fail('{name} does not validate its log files') },
  risk: 'Without digest files nobody can prove that log files were neither changed nor deleted after CloudTrail delivered them.',
  fix: {
    text: 'Turn on log file validation; CloudTrail then delivers a signed digest of the log files every hour.',
    cli: 'aws cloudtrail update-trail --name {name} --enable-log-file-validation',
    terraform:
      'resource "aws_cloudtrail" "this" {\n  name                       = "{name}"\n  s3_bucket_name             = "BUCKET"\n  enable_log_file_validation = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
});
