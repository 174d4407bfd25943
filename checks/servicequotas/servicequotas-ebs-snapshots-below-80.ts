import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { snapshot } from '../../src/services/ec2/snapshot.ts';

export default regionQuota('servicequotas-ebs-snapshots-below-80', {
  what: 'EBS snapshots',
  quota: 'ebs.snapshots',
  of: snapshot,
  takes: () => 1,
  such: () => ({ counts: {} }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-resource-quotas.html',
});
