import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-config-changes', {
  title: 'Changes to AWS Config recording raise an alarm',
  event: 'config-changes',
  what: 'changes to AWS Config recording',
  source: 'config.amazonaws.com',
  metric: 'ConfigChanges',
  risk: 'A stopped recorder or a deleted delivery channel ends the history of configuration changes without any other sign.',
  fix: {
    text: 'Let a metric filter count the calls that stop the recorder or change what it records and where it delivers, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
