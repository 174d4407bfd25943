import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { ownedElsewhere } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

export default defineCheck({
  id: 'cloudtrail-trail-log-file-validation-enabled',
  title: 'Trails sign their log files so that tampering shows',
  resource: trail,
  risk: 'Without digest files nobody can prove that log files were neither changed nor deleted after CloudTrail delivered them.',
  fix: {
    text: 'Turn on log file validation; CloudTrail then delivers a signed digest of the log files every hour.',
    cli: 'aws cloudtrail update-trail --region {region} --name {name} --enable-log-file-validation',
    terraform:
      'resource "aws_cloudtrail" "this" {\n  name                       = "{name}"\n  s3_bucket_name             = "BUCKET"\n  enable_log_file_validation = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
  evaluate({ name, arn, account, logFileValidation }) {
    const elsewhere = ownedElsewhere({ arn, account });
    if (elsewhere !== undefined) return elsewhere;
    return logFileValidation
      ? pass(`${name} validates its log files`)
      : fail(`${name} does not validate its log files`);
  },
});
