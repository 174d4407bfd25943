import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';

const monitored = {
  event: 'kms-key-deletion',
  what: 'disabled or deleted KMS keys',
  source: 'kms.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-kms-key-deletion',
  title: 'Disabling or deleting a KMS key raises an alarm',
  resource: accountSettings,
  along: chain,
  risk: 'Data under a deleted key is lost for ever. The waiting time before a deletion helps only if somebody learns of it.',
  fix: {
    text: 'Let a metric filter count the calls that disable a key or schedule its deletion, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'KmsKeyDeletion'),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  evaluate({ account }, { along: links, regions }) {
    return judgeMonitored(monitored, account, links, regions);
  },
});
