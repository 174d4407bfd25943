import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = { event: 'root-usage', what: 'use of the root user', access: ['read', 'write'] } as const;

export default defineCheck({
  id: 'cloudwatch-monitor-root-usage',
  title: 'Use of the root user raises an alarm',
  about: 'root user',
  resource: accountSettings,
  along: chain,
  risk: 'The root user can do everything and no policy of the account holds it back. Any use outside a planned task is a sign of a takeover.',
  fix: {
    text: 'Let a metric filter count what the root user does itself, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'RootUsage'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
