import { iamQuota } from '../../src/judgements/quotas/iam.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default iamQuota('servicequotas-iam-roles-below-80', {
  what: 'IAM roles',
  counter: 'Roles',
  settings: quotaSettings,
});
