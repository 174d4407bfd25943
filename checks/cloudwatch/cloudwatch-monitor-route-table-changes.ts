import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'route-table-changes',
  what: 'changes to route tables',
  source: 'ec2.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-route-table-changes',
  title: 'Changes to route tables raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'A changed route can send traffic past the firewall or out to the internet.',
  fix: {
    text: 'Let a metric filter count the calls that create, change or delete routes and route tables, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'RouteTableChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
