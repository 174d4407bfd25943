import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = { event: 'vpc-changes', what: 'changes to VPCs', source: 'ec2.amazonaws.com' } as const;

export default defineCheck({
  id: 'cloudwatch-monitor-vpc-changes',
  title: 'Changes to VPCs raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'New VPCs and peering connections join networks that were meant to be apart.',
  fix: {
    text: 'Let a metric filter count the calls that create, change, delete or connect VPCs, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'VpcChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
