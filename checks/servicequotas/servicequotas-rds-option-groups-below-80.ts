import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-rds-option-groups-below-80', {
  what: 'option groups of RDS',
  quota: 'ofRds.optionGroups',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
