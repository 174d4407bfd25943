import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-network-acl-changes', {
  title: 'Changes to network ACLs raise an alarm',
  event: 'network-acl-changes',
  what: 'changes to network ACLs',
  source: 'ec2.amazonaws.com',
  metric: 'NetworkAclChanges',
  risk: 'A changed network ACL can open a whole subnet to the internet, or cut it off.',
  fix: {
    text: 'Let a metric filter count the calls that create, change or delete network ACLs and their entries, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
