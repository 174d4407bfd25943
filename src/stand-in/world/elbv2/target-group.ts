import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

/** Where the load balancers send what comes in. */
export default answers('elastic-load-balancing-v2', {
  DescribeTargetGroups: here({
    TargetGroups: [
      { name: 'web', Protocol: 'HTTP', Port: 80, balancers: ['app/web/50dc6c495c0c9188'] },
      {
        name: 'inner',
        Protocol: 'TCP',
        Port: 8443,
        balancers: ['net/inner/50dc6c495c0c9189', 'net/sealed/50dc6c495c0c918b'],
      },
    ].map(({ name, balancers, ...group }) => ({
      ...group,
      TargetGroupArn: arnOf('elasticloadbalancing', `targetgroup/${name}/73e2d6bc24d8a067`),
      TargetGroupName: name,
      TargetType: 'instance',
      IpAddressType: 'ipv4',
      VpcId: 'vpc-a1',
      LoadBalancerArns: balancers.map((each) => arnOf('elasticloadbalancing', `loadbalancer/${each}`)),
    })),
  }),
  DescribeTargetHealth: here({
    TargetHealthDescriptions: [{ Target: { Id: 'i-a1', Port: 80 }, TargetHealth: { State: 'healthy' } }],
  }),
  DescribeTargetGroupAttributes: here({ Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'true' }] }),
});
