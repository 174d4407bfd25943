import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-root-usage', {
  title: 'Use of the root user raises an alarm',
  about: 'root user',
  event: 'root-usage',
  what: 'use of the root user',
  access: ['read', 'write'],
  metric: 'RootUsage',
  risk: 'The root user can do everything and no policy of the account holds it back. Any use outside a planned task is a sign of a takeover.',
  fix: {
    text: 'Let a metric filter count what the root user does itself, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
