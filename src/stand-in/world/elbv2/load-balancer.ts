import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, mainRegion } from '../../facts.ts';

/** Its access logs are delivered by CloudWatch Logs. */
const quiet = arnOf('elasticloadbalancing', 'loadbalancer/app/quiet/50dc6c495c0c918a');
const inner = arnOf('elasticloadbalancing', 'loadbalancer/net/inner/50dc6c495c0c9189');
/** Ends TLS; what is behind `inner` may do so itself. */
const sealed = arnOf('elasticloadbalancing', 'loadbalancer/net/sealed/50dc6c495c0c918b');
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
      {
        LoadBalancerArn: sealed,
        LoadBalancerName: 'sealed',
        DNSName: 'sealed-1.us-east-1.elb.amazonaws.com',
        Type: 'network',
        Scheme: 'internal',
        ...common,
      },
      {
        LoadBalancerArn: quiet,
        LoadBalancerName: 'quiet',
        DNSName: 'quiet-1.us-east-1.elb.amazonaws.com',
        Type: 'application',
        Scheme: 'internal',
        SecurityGroups: ['sg-a2'],
        ...common,
      },
    ],
  }),
  DescribeLoadBalancerAttributes: here(({ input }) => {
    const good = input['LoadBalancerArn'] !== quiet;
    return {
      Attributes: [
        { Key: 'access_logs.s3.enabled', Value: String(good) },
        { Key: 'access_logs.s3.bucket', Value: good ? 'logs' : '' },
        { Key: 'deletion_protection.enabled', Value: String(good) },
        { Key: 'load_balancing.cross_zone.enabled', Value: String(good) },
        { Key: 'routing.http.desync_mitigation_mode', Value: good ? 'defensive' : 'monitor' },
        { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: String(good) },
      ],
    };
  }),
  DescribeListeners: here(({ input }) => {
    const arn = String(input['LoadBalancerArn']);
    const listenerOn = (Port: number, Protocol: string, SslPolicy?: string) => ({
      ListenerArn: `${arn.replace(':loadbalancer/', ':listener/')}/f2f7dc8efc52${Port}`,
      LoadBalancerArn: arn,
      Port,
      Protocol,
      ...(SslPolicy === undefined ? {} : { SslPolicy }),
      DefaultActions: forward(arn === inner || arn === sealed ? 'inner' : 'web'),
    });
    if (arn === inner) return { Listeners: [listenerOn(443, 'TCP')] };
    if (arn === sealed) return { Listeners: [listenerOn(443, 'TLS', 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06')] };
    if (arn === quiet) return { Listeners: [listenerOn(443, 'HTTPS', 'ELBSecurityPolicy-2016-08')] };
    return {
      Listeners: [listenerOn(443, 'HTTPS', 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06'), listenerOn(80, 'HTTP')],
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
