import { route53Quota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default route53Quota('servicequotas-route53-traffic-policy-instances-below-80', {
  what: 'traffic policy records',
  quota: 'trafficPolicyInstances',
  settings: quotaSettings,
});
