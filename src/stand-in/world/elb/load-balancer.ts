import { answers, here } from '../../answers.ts';
import { daysAgo, mainRegion } from '../../facts.ts';

export default answers('elastic-load-balancing', {
  DescribeLoadBalancers: here({
    LoadBalancerDescriptions: [
      {
        LoadBalancerName: 'classic',
        DNSName: 'classic-1.us-east-1.elb.amazonaws.com',
        Scheme: 'internet-facing',
        VPCId: 'vpc-a1',
        Subnets: ['subnet-a1'],
        AvailabilityZones: [`${mainRegion}a`],
        SecurityGroups: ['sg-a2'],
        Instances: [{ InstanceId: 'i-a1' }],
        ListenerDescriptions: [
          {
            Listener: { Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 80 },
            PolicyNames: [],
          },
        ],
        CreatedTime: daysAgo(40),
      },
    ],
  }),
});
