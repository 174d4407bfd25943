import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'network-gateway-changes',
  what: 'changes to network gateways',
  source: 'ec2.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-network-gateway-changes',
  title: 'Changes to network gateways raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'A new internet or customer gateway gives a network a way in and out that nobody planned.',
  fix: {
    text: 'Let a metric filter count the calls that create, attach, detach or delete internet and customer gateways, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'NetworkGatewayChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
