import { service } from '../../aws/service.ts';

/** Elastic Load Balancing's second API: Application, Network and Gateway Load Balancers. */
export const elbv2 = service({
  id: 'elbv2',
  sdkId: 'Elastic Load Balancing v2',
  iamPrefix: 'elasticloadbalancing',
  // What it always sends: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html
  sends: {
    DescribeLoadBalancersOutput: ['LoadBalancers'],
    LoadBalancer: ['LoadBalancerArn', 'LoadBalancerName'],
  },
  load: () => import('./sdk.ts'),
});
