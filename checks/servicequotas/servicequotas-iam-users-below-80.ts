import { iamQuota } from '../../src/judgements/quotas/iam.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default iamQuota('servicequotas-iam-users-below-80', {
  what: 'IAM users',
  counter: 'Users',
  settings: quotaSettings,
});
