import { iamQuota } from '../../src/judgements/quotas/iam.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default iamQuota('servicequotas-iam-policies-below-80', {
  what: 'customer managed policies',
  counter: 'Policies',
  settings: quotaSettings,
});
