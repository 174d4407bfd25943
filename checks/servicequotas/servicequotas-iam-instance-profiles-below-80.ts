import { iamQuota } from '../../src/judgements/quotas/iam.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default iamQuota('servicequotas-iam-instance-profiles-below-80', {
  what: 'IAM instance profiles',
  counter: 'InstanceProfiles',
  settings: quotaSettings,
});
