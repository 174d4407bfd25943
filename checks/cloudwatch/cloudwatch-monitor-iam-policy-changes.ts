import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-iam-policy-changes', {
  title: 'Changes to IAM policies raise an alarm',
  event: 'iam-policy-changes',
  what: 'changes to IAM policies',
  source: 'iam.amazonaws.com',
  metric: 'IamPolicyChanges',
  risk: 'Whoever can change policies can give themselves any permission. An unnoticed change leaves that door open for good.',
  fix: {
    text: 'Let a metric filter count the calls that create, delete, attach or detach policies, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
