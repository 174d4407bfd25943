import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-rds-total-storage-below-80', {
  what: 'GiB of storage of DB instances',
  quota: 'ofRds.storage',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
