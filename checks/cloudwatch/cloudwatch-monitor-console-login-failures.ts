import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-console-login-failures', {
  title: 'Failed console sign-ins raise an alarm',
  event: 'console-login-failures',
  what: 'failed console sign-ins',
  source: 'signin.amazonaws.com',
  metric: 'ConsoleSignInFailures',
  risk: 'Passwords that are being guessed show as a series of failed sign-ins. Without an alarm the guessing can go on until it succeeds.',
  fix: {
    text: 'Let a metric filter count sign-ins that fail the authentication, and alarm when there are more than people mistype. The alarm publishes to an SNS topic that somebody reads.',
  },
});
