import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';

export default regionQuota('servicequotas-elbv2-application-load-balancers-below-80', {
  what: 'Application Load Balancers',
  quota: 'elasticloadbalancing.application',
  of: loadBalancer,
  takes: ({ type }) => (type === undefined ? undefined : Number(type === 'application')),
  such: () => ({ counts: { type: 'application' }, not: { type: 'gateway' }, unsaid: {} }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
});
