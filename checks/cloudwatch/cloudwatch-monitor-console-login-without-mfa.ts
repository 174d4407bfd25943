import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-console-login-without-mfa', {
  title: 'Console sign-ins without MFA raise an alarm',
  event: 'console-login-without-mfa',
  what: 'console sign-ins without MFA',
  source: 'signin.amazonaws.com',
  metric: 'ConsoleSignInWithoutMfa',
  risk: 'A sign-in with a password alone may be that of a thief. It also shows users whose MFA device is missing.',
  fix: {
    text: 'Let a metric filter count successful sign-ins of IAM users that used no MFA, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
