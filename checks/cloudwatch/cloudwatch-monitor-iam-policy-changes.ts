import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'iam-policy-changes',
  what: 'changes to IAM policies',
  source: 'iam.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-iam-policy-changes',
  title: 'Changes to IAM policies raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'Whoever can change policies can give themselves any permission. An unnoticed change leaves that door open for good.',
  fix: {
    text: 'Let a metric filter count the calls that create, delete, attach or detach policies, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'IamPolicyChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
