import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { ownedElsewhere } from '../../src/judgements/logs/trail-coverage.ts';
import { shell } from '../../src/text/shell.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

const hourMs = 3_600_000;

export default defineCheck({
  id: 'cloudtrail-trail-cloudwatch-logs-delivering',
  title: 'Trails deliver their events to CloudWatch Logs',
  resource: trail,
  needs: ['status'],
  settings: {
    maxHours: {
      type: 'integer',
      default: 24,
      min: 1,
      describe: 'hours within which a trail must have delivered to its log group',
    },
  },
  risk: 'Events that only reach a bucket are not searched or alarmed on as they happen, so an attack is found out late or never.',
  fix: {
    text: 'Give the trail a log group and a role that may write to it. If it has them, look at the role and at the last delivery error.',
    exact: ({ arn, logGroupArn }) =>
      logGroupArn === undefined
        ? {
            cli: shell`aws cloudtrail update-trail --name ${arn} --cloud-watch-logs-log-group-arn LOG_GROUP_ARN --cloud-watch-logs-role-arn ROLE_ARN`,
            terraform:
              'resource "aws_cloudtrail" "this" {\n  name                       = "TRAIL"\n  s3_bucket_name             = "BUCKET"\n  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"\n  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn\n}',
          }
        : {},
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
  evaluate({ name, arn, account, logGroupArn, status }, { now, settings: { maxHours } }) {
    const elsewhere = ownedElsewhere({ arn, account });
    if (elsewhere !== undefined) return elsewhere;
    if (logGroupArn === undefined) return fail(`${name} does not deliver to CloudWatch Logs`);
    const { latestLogGroupDeliveryAt: at, latestLogGroupDeliveryError: error } = status;
    const observed = { logGroup: logGroupArn, deliveredAt: at, error };
    if (error !== undefined)
      return fail(`${name} has a log group, but its last delivery to it failed (${error})`, observed);
    if (at === undefined) return fail(`${name} has a log group, but has never delivered to it`, observed);
    return now - Date.parse(at) <= maxHours * hourMs
      ? pass(`${name} delivered to CloudWatch Logs within ${maxHours} hours, at ${at}`, observed)
      : fail(`${name} last delivered to CloudWatch Logs at ${at}, more than ${maxHours} hours ago`, observed);
  },
});
