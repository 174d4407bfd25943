import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-security-group-changes', {
  title: 'Changes to security groups raise an alarm',
  event: 'security-group-changes',
  what: 'changes to security groups',
  source: 'ec2.amazonaws.com',
  metric: 'SecurityGroupChanges',
  risk: 'A rule added to a security group can expose a database to the internet within a second.',
  fix: {
    text: 'Let a metric filter count the calls that create and delete security groups and their rules, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
