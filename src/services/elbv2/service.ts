import { service } from '../../aws/service.ts';

/** Elastic Load Balancing's second API: Application, Network and Gateway Load Balancers. */
export const elbv2 = service<typeof import('@aws-sdk/client-elastic-load-balancing-v2')>({
  id: 'elbv2',
  sdkId: 'Elastic Load Balancing v2',
  iamPrefix: 'elasticloadbalancing',
  // What it always sends: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html
  sends: {
    DescribeLoadBalancerAttributesOutput: ['Attributes'],
    Certificate: ['CertificateArn'],
    DescribeListenerCertificatesOutput: ['Certificates'],
    DescribeListenersOutput: ['Listeners'],
    DescribeLoadBalancersOutput: ['LoadBalancers'],
    DescribeRulesOutput: ['Rules'],
    DescribeSSLPoliciesOutput: ['SslPolicies'],
    DescribeTargetGroupAttributesOutput: ['Attributes'],
    DescribeTargetGroupsOutput: ['TargetGroups'],
    DescribeTargetHealthOutput: ['TargetHealthDescriptions'],
    Listener: ['ListenerArn'],
    LoadBalancer: ['LoadBalancerArn', 'LoadBalancerName'],
    LoadBalancerAttribute: ['Key'],
    Rule: ['RuleArn'],
    SslPolicy: ['Name', 'SslProtocols', 'Ciphers'],
    TargetGroup: ['TargetGroupArn', 'TargetGroupName'],
    TargetGroupAttribute: ['Key'],
    TargetHealthDescription: ['Target'],
  },
  load: () => import('./sdk.ts'),
});
