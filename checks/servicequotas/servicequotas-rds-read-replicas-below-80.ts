import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

/** RDS tells the highest number that any of them has. */
export default ownQuota('servicequotas-rds-read-replicas-below-80', {
  what: 'read replicas of one DB instance',
  quota: 'ofRds.readReplicas',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
