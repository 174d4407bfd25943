import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'network-acl-changes',
  what: 'changes to network ACLs',
  source: 'ec2.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-network-acl-changes',
  title: 'Changes to network ACLs raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'A changed network ACL can open a whole subnet to the internet, or cut it off.',
  fix: {
    text: 'Let a metric filter count the calls that create, change or delete network ACLs and their entries, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'NetworkAclChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
