import { listed } from '../../inventory/listed.ts';
import { logs } from './service.ts';

/**
 * A log group of this account. Without `includeLinkedAccounts` AWS lists no other account's, and without a class those of all.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
 */
export const logGroup = listed(logs, 'AWS::Logs::LogGroup', 'DescribeLogGroups', {
  at: 'logGroups',
  input: { limit: 50 },
  narrows: {
    accountIdentifiers: 'unless given',
    includeLinkedAccounts: 'unless given',
    logGroupClass: 'unless given',
    logGroupIdentifiers: 'unless given',
    logGroupNamePattern: 'unless given',
    logGroupNamePrefix: 'unless given',
  },
  id: ({ logGroupName }) => logGroupName,
  keep: {
    /** `DELIVERY`: what it gets is kept for a day, and delivered elsewhere. */
    class: 'logGroupClass',
    deletionProtection: 'deletionProtectionEnabled',
    /** The KMS key; without one CloudWatch Logs encrypts with keys of its own. */
    keyId: 'kmsKeyId',
    /** Left out where nothing expires. */
    retentionDays: 'retentionInDays',
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:logs:${region}:${account}:log-group:${id}`,
});
