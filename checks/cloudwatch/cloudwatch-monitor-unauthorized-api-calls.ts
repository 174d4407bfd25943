import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'unauthorized-api-calls',
  what: 'unauthorized API calls',
  access: ['read', 'write'],
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-unauthorized-api-calls',
  title: 'Unauthorized API calls raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'Somebody with stolen credentials first finds out what they are good for, and most of those calls are denied. Without an alarm this goes by unseen.',
  fix: {
    text: 'Let a metric filter count denied calls, and alarm when there are more than the usual number. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'UnauthorizedApiCalls'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
