import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = { event: 'root-usage', what: 'use of the root user', access: ['read', 'write'] } as const;

export default defineCheck({
  id: 'cloudwatch-monitor-root-usage',
  title: 'Use of the root user raises an alarm',
  severity: 'medium',
  category: 'security',
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
  same: {
    prowler: ['cloudwatch_log_metric_filter_root_usage'],
    securityhub: ['CloudWatch.1'],
    cloudsploit: ['monitoringMetrics.js'],
  },
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
