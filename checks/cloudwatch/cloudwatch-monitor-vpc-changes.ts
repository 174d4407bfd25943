import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-vpc-changes', {
  title: 'Changes to VPCs raise an alarm',
  event: 'vpc-changes',
  what: 'changes to VPCs',
  source: 'ec2.amazonaws.com',
  metric: 'VpcChanges',
  risk: 'New VPCs and peering connections join networks that were meant to be apart.',
  fix: {
    text: 'Let a metric filter count the calls that create, change, delete or connect VPCs, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
