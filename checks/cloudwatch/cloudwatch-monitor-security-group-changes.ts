import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'security-group-changes',
  what: 'changes to security groups',
  source: 'ec2.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-security-group-changes',
  title: 'Changes to security groups raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'A rule added to a security group can expose a database to the internet within a second.',
  fix: {
    text: 'Let a metric filter count the calls that create and delete security groups and their rules, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'SecurityGroupChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
