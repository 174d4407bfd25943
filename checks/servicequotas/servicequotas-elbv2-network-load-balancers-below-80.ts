import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';

export default regionQuota('servicequotas-elbv2-network-load-balancers-below-80', {
  what: 'Network Load Balancers',
  quota: 'elasticloadbalancing.network',
  of: loadBalancer,
  takes: ({ type }) => (type === undefined ? undefined : Number(type === 'network')),
  such: () => ({ counts: { type: 'network' }, not: { type: 'gateway' }, unsaid: {} }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html',
});
