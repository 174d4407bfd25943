import { alarmOn } from '../../src/judgements/logs/monitored-event.ts';

export default alarmOn('cloudwatch-monitor-s3-bucket-policy-changes', {
  title: 'Changes to bucket access raise an alarm',
  event: 's3-bucket-policy-changes',
  what: 'changes to bucket policies',
  source: 's3.amazonaws.com',
  metric: 'S3BucketPolicyChanges',
  risk: 'One changed bucket policy or ACL can make data public, or copy it elsewhere by replication.',
  fix: {
    text: 'Let a metric filter count the calls that change policies, ACLs, CORS rules, lifecycles and replication of buckets, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
  },
});
