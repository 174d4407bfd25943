import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-cloudtrail-changes', {
  title: 'Changes to CloudTrail trails raise an alarm',
  event: 'cloudtrail-changes',
  what: 'changes to trails',
  source: 'cloudtrail.amazonaws.com',
  metric: 'CloudTrailChanges',
  risk: 'Who stops or deletes a trail works unseen from then on. An alarm is often the last thing the trail can still cause.',
  fix: {
    text: 'Let a metric filter count the calls that create, change, delete, start or stop a trail, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
