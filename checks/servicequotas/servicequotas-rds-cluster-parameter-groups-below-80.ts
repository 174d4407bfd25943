import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default ownQuota('servicequotas-rds-cluster-parameter-groups-below-80', {
  what: 'DB cluster parameter groups',
  quota: 'ofRds.clusterParameterGroups',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
