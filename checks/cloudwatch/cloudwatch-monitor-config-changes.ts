import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'config-changes',
  what: 'changes to AWS Config recording',
  source: 'config.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-config-changes',
  title: 'Changes to AWS Config recording raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'A stopped recorder or a deleted delivery channel ends the history of configuration changes without any other sign.',
  fix: {
    text: 'Let a metric filter count the calls that stop the recorder or change what it records and where it delivers, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'ConfigChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
