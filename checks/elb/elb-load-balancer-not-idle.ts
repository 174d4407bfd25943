import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { idleBalancer, idleBalancerFix, idleBalancers } from '../../src/judgements/metrics/idle.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';

export default fewDays(classicLoadBalancer, 'elb-load-balancer-not-idle', {
  ...idleBalancer,
  title: 'Classic Load Balancers are used',
  fix: {
    text: idleBalancerFix,
    cli: 'aws elb delete-load-balancer --load-balancer-name {id}',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html',
    idleBalancers,
  ],
});
