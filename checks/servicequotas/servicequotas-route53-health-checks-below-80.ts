import { route53Quota } from '../../src/judgements/quotas/counted.ts';
import { quotaSettings } from '../../src/judgements/quotas/quota.ts';

export default route53Quota('servicequotas-route53-health-checks-below-80', {
  what: 'health checks of Route 53',
  quota: 'healthChecks',
  settings: quotaSettings,
});
