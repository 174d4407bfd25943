import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { idleBalancer, idleBalancerFix, idleBalancers } from '../../src/judgements/metrics/idle.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';

export default fewDays(loadBalancer, 'elbv2-load-balancer-not-idle', {
  ...idleBalancer,
  title: 'Load balancers are used',
  fix: {
    text: idleBalancerFix,
    cli: 'aws elbv2 delete-load-balancer --load-balancer-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
    idleBalancers,
  ],
  only: { at: 'state', is: 'active', because: 'is not active' },
});
