import { route53Quota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default route53Quota('servicequotas-route53-reusable-delegation-sets-below-80', {
  what: 'reusable delegation sets',
  quota: 'delegationSets',
  settings: quotaSettings,
});
