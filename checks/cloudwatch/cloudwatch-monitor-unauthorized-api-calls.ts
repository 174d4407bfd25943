import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-unauthorized-api-calls', {
  title: 'Unauthorized API calls raise an alarm',
  event: 'unauthorized-api-calls',
  what: 'unauthorized API calls',
  access: ['read', 'write'],
  metric: 'UnauthorizedApiCalls',
  risk: 'Somebody with stolen credentials first finds out what they are good for, and most of those calls are denied. Without an alarm this goes by unseen.',
  fix: {
    text: 'Let a metric filter count denied calls, and alarm when there are more than the usual number. The alarm publishes to an SNS topic that somebody reads.',
  },
});
