import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';

export default regionQuota('servicequotas-elb-classic-load-balancers-below-80', {
  what: 'Classic Load Balancers',
  quota: 'elasticloadbalancing.classic',
  of: classicLoadBalancer,
  takes: () => 1,
  such: () => ({ counts: {} }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-limits.html',
});
