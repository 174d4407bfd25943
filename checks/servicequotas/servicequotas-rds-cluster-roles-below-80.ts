import { ownQuota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

/** RDS tells the highest number that any of them has. */
export default ownQuota('servicequotas-rds-cluster-roles-below-80', {
  what: 'IAM roles of one DB cluster',
  quota: 'ofRds.clusterRoles',
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html',
});
