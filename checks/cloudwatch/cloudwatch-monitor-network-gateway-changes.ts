import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-network-gateway-changes', {
  title: 'Changes to network gateways raise an alarm',
  event: 'network-gateway-changes',
  what: 'changes to network gateways',
  source: 'ec2.amazonaws.com',
  metric: 'NetworkGatewayChanges',
  risk: 'A new internet or customer gateway gives a network a way in and out that nobody planned.',
  fix: {
    text: 'Let a metric filter count the calls that create, attach, detach or delete internet and customer gateways, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
