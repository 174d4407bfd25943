import { route53Quota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default route53Quota('servicequotas-route53-hosted-zones-below-80', {
  what: 'hosted zones',
  quota: 'hostedZones',
  settings: quotaSettings,
});
