import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 's3-bucket-policy-changes',
  what: 'changes to bucket policies',
  source: 's3.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-s3-bucket-policy-changes',
  title: 'Changes to bucket access raise an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'One changed bucket policy or ACL can make data public, or copy it elsewhere by replication.',
  fix: {
    text: 'Let a metric filter count the calls that change policies, ACLs, CORS rules, lifecycles and replication of buckets, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'S3BucketPolicyChanges'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
