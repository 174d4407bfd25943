import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

/** RDS tells the highest number that any of them has. */
export default ownQuota('servicequotas-rds-subnets-per-group-below-80', {
  what: 'subnets of one DB subnet group',
  quota: 'ofRds.subnetsOfGroup',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
