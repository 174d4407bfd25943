import { iamQuota } from '../../src/judgements/quotas/iam.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default iamQuota('servicequotas-iam-groups-below-80', {
  what: 'IAM groups',
  counter: 'Groups',
  settings: quotaSettings,
});
