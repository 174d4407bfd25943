import { route53Quota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default route53Quota('servicequotas-route53-traffic-policies-below-80', {
  what: 'traffic policies',
  quota: 'trafficPolicies',
  settings: quotaSettings,
});
