import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'console-login-failures',
  what: 'failed console sign-ins',
  source: 'signin.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-console-login-failures',
  title: 'Failed console sign-ins raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'Passwords that are being guessed show as a series of failed sign-ins. Without an alarm the guessing can go on until it succeeds.',
  fix: {
    text: 'Let a metric filter count sign-ins that fail the authentication, and alarm when there are more than people mistype. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'ConsoleSignInFailures'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
