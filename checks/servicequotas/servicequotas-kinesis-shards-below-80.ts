import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-kinesis-shards-below-80', {
  what: 'open shards of Kinesis',
  quota: 'ofKinesis.shards',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeLimits.html',
});
