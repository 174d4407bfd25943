import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, mainRegion } from '../../facts.ts';

const inner = arnOf('elasticloadbalancing', 'loadbalancer/net/inner/50dc6c495c0c9189');
const forward = (name: string) => [
  { Type: 'forward', TargetGroupArn: arnOf('elasticloadbalancing', `targetgroup/${name}/73e2d6bc24d8a067`) },
];
const common = {
  State: { Code: 'active' },
  VpcId: 'vpc-a1',
  IpAddressType: 'ipv4',
  AvailabilityZones: [{ ZoneName: `${mainRegion}a`, SubnetId: 'subnet-a1' }],
  CreatedTime: daysAgo(40),
};

export default answers('elastic-load-balancing-v2', {
  DescribeLoadBalancers: here({
    LoadBalancers: [
      {
        LoadBalancerArn: arnOf('elasticloadbalancing', 'loadbalancer/app/web/50dc6c495c0c9188'),
        LoadBalancerName: 'web',
        DNSName: 'web-1.us-east-1.elb.amazonaws.com',
        Type: 'application',
        Scheme: 'internet-facing',
        SecurityGroups: ['sg-a2'],
        ...common,
      },
      {
        LoadBalancerArn: inner,
        LoadBalancerName: 'inner',
        DNSName: 'inner-1.us-east-1.elb.amazonaws.com',
        Type: 'network',
        Scheme: 'internal',
        ...common,
      },
    ],
  }),
  DescribeListeners: here(({ input }) => {
    const name = input['LoadBalancerArn'] === inner ? 'inner' : 'web';
    return {
      Listeners: [
        {
          ListenerArn: arnOf('elasticloadbalancing', `listener/app/${name}/50dc6c495c0c9188/f2f7dc8efc522ab2`),
          LoadBalancerArn: input['LoadBalancerArn'],
          Port: 443,
          Protocol: name === 'inner' ? 'TCP' : 'HTTPS',
          DefaultActions: forward(name),
        },
      ],
    };
  }),
  DescribeRules: here({
    Rules: [
      {
        RuleArn: arnOf('elasticloadbalancing', 'listener-rule/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2/1'),
        Priority: 'default',
        IsDefault: true,
        Conditions: [],
        Actions: forward('web'),
      },
    ],
  }),
});
