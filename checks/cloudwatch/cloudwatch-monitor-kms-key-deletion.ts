import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-kms-key-deletion', {
  title: 'Disabling or deleting a KMS key raises an alarm',
  event: 'kms-key-deletion',
  what: 'disabled or deleted KMS keys',
  source: 'kms.amazonaws.com',
  metric: 'KmsKeyDeletion',
  risk: 'Data under a deleted key is lost for ever. The waiting time before a deletion helps only if somebody learns of it.',
  fix: {
    text: 'Let a metric filter count the calls that disable a key or schedule its deletion, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
