import { service } from '../../aws/service.ts';

/** Elastic Load Balancing's first API: Classic Load Balancers. */
export const elb = service<typeof import('@aws-sdk/client-elastic-load-balancing')>({
  id: 'elb',
  sdkId: 'Elastic Load Balancing',
  iamPrefix: 'elasticloadbalancing',
  // What it always sends: https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html
  sends: {
    AdditionalAttribute: ['Key'],
    DescribeAccessPointsOutput: ['LoadBalancerDescriptions'],
    DescribeLoadBalancerAttributesOutput: ['LoadBalancerAttributes'],
    DescribeLoadBalancerPoliciesOutput: ['PolicyDescriptions'],
    PolicyDescription: ['PolicyName', 'PolicyTypeName', 'PolicyAttributeDescriptions'],
    LoadBalancerDescription: ['LoadBalancerName'],
  },
  load: () => import('./sdk.ts'),
});
