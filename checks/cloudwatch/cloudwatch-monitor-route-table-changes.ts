import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-route-table-changes', {
  title: 'Changes to route tables raise an alarm',
  event: 'route-table-changes',
  what: 'changes to route tables',
  source: 'ec2.amazonaws.com',
  metric: 'RouteTableChanges',
  risk: 'A changed route can send traffic past the firewall or out to the internet.',
  fix: {
    text: 'Let a metric filter count the calls that create, change or delete routes and route tables, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
