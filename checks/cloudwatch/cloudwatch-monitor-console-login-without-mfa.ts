import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'console-login-without-mfa',
  what: 'console sign-ins without MFA',
  source: 'signin.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-console-login-without-mfa',
  title: 'Console sign-ins without MFA raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'A sign-in with a password alone may be that of a thief. It also shows users whose MFA device is missing.',
  fix: {
    text: 'Let a metric filter count successful sign-ins of IAM users that used no MFA, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'ConsoleSignInWithoutMfa'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
