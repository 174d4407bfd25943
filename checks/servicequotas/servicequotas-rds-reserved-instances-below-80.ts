import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-rds-reserved-instances-below-80', {
  what: 'reserved DB instances',
  quota: 'ofRds.reservedInstances',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
