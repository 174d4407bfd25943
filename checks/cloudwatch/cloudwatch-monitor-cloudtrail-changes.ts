import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'cloudtrail-changes',
  what: 'changes to trails',
  source: 'cloudtrail.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-cloudtrail-changes',
  title: 'Changes to CloudTrail trails raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'Who stops or deletes a trail works unseen from then on. An alarm is often the last thing the trail can still cause.',
  fix: {
    text: 'Let a metric filter count the calls that create, change, delete, start or stop a trail, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'CloudTrailChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
