import type { Front } from '../../../src/stand-in/front.ts';
import { account, daysAgo } from './account-facts.ts';

const region = 'us-east-1';
const here = { region } as const;
const arnOf = (service: string, rest: string, where: string = region): string =>
  `arn:aws:${service}:${where}:${account}:${rest}`;

const distribution = `arn:aws:cloudfront::${account}:distribution/E1EXAMPLE`;
const inner = arnOf('elasticloadbalancing', 'loadbalancer/net/inner/50dc6c495c0c9189');
const application = arnOf('elasticloadbalancing', 'loadbalancer/app/web/50dc6c495c0c9188');

/** What the internet reaches, one of each kind, in an account that subscribed to Shield Advanced. */
export function answerEdge(front: Front): void {
  front.answer(
    { service: 'cloudfront', operation: 'ListDistributions' },
    {
      DistributionList: {
        Marker: '',
        MaxItems: 100,
        IsTruncated: false,
        Quantity: 1,
        Items: [
          {
            Id: 'E1EXAMPLE',
            ARN: distribution,
            Status: 'Deployed',
            LastModifiedTime: daysAgo(40),
            DomainName: 'd111111abcdef8.cloudfront.net',
            Aliases: { Quantity: 1, Items: ['shop.example.com'] },
            Origins: {
              Quantity: 2,
              Items: [
                { Id: 'web', DomainName: 'web.example.com' },
                {
                  Id: 'inner',
                  DomainName: 'web-1.us-east-1.elb.amazonaws.com',
                  VpcOriginConfig: { VpcOriginId: 'vo_1' },
                },
              ],
            },
            DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'redirect-to-https' },
            CacheBehaviors: { Quantity: 0 },
            CustomErrorResponses: { Quantity: 0 },
            Comment: '',
            PriceClass: 'PriceClass_100',
            Enabled: true,
            ViewerCertificate: { CloudFrontDefaultCertificate: true },
            Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
            WebACLId: '',
            HttpVersion: 'http2',
            IsIPV6Enabled: true,
            Staging: false,
          },
        ],
      },
    },
  );
  front.answer(
    { service: 'cloudfront', operation: 'GetVpcOrigin' },
    {
      VpcOrigin: {
        Id: 'vo_1',
        Arn: `arn:aws:cloudfront::${account}:vpcorigin/vo_1`,
        Status: 'Deployed',
        CreatedTime: daysAgo(40),
        LastModifiedTime: daysAgo(40),
        VpcOriginEndpointConfig: {
          Name: 'inner',
          Arn: application,
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
        },
      },
    },
  );
  front.answer(
    { service: 'elastic-load-balancing', operation: 'DescribeLoadBalancers', ...here },
    {
      LoadBalancerDescriptions: [
        {
          LoadBalancerName: 'classic',
          DNSName: 'classic-1.us-east-1.elb.amazonaws.com',
          Scheme: 'internet-facing',
          VPCId: 'vpc-a1',
          Subnets: ['subnet-a1'],
          AvailabilityZones: [`${region}a`],
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
    },
  );
  front.answer(
    { service: 'elastic-load-balancing-v2', operation: 'DescribeLoadBalancers', ...here },
    {
      LoadBalancers: [
        {
          LoadBalancerArn: application,
          LoadBalancerName: 'web',
          DNSName: 'web-1.us-east-1.elb.amazonaws.com',
          Type: 'application',
          Scheme: 'internet-facing',
          State: { Code: 'active' },
          VpcId: 'vpc-a1',
          IpAddressType: 'ipv4',
          SecurityGroups: ['sg-a2'],
          AvailabilityZones: [{ ZoneName: `${region}a`, SubnetId: 'subnet-a1' }],
          CreatedTime: daysAgo(40),
        },
        {
          LoadBalancerArn: inner,
          LoadBalancerName: 'inner',
          DNSName: 'inner-1.us-east-1.elb.amazonaws.com',
          Type: 'network',
          Scheme: 'internal',
          State: { Code: 'active' },
          VpcId: 'vpc-a1',
          IpAddressType: 'ipv4',
          AvailabilityZones: [{ ZoneName: `${region}a`, SubnetId: 'subnet-a1' }],
          CreatedTime: daysAgo(40),
        },
      ],
    },
  );
  answerForwarding(front);
  front.answer(
    { service: 'global-accelerator', operation: 'ListAccelerators' },
    {
      Accelerators: [
        {
          AcceleratorArn: `arn:aws:globalaccelerator::${account}:accelerator/1234abcd-abcd-1234-abcd-1234abcdefgh`,
          Name: 'fast',
          Enabled: true,
          Status: 'DEPLOYED',
          DnsName: 'a1234567890abcdef.awsglobalaccelerator.com',
          IpAddressType: 'IPV4',
          IpSets: [{ IpAddressFamily: 'IPv4', IpAddresses: ['198.51.100.20'] }],
        },
      ],
    },
  );
  const fast = `arn:aws:globalaccelerator::${account}:accelerator/1234abcd-abcd-1234-abcd-1234abcdefgh/listener/1`;
  front.answer(
    { service: 'global-accelerator', operation: 'ListListeners' },
    { Listeners: [{ ListenerArn: fast, Protocol: 'TCP', PortRanges: [{ FromPort: 443, ToPort: 443 }] }] },
  );
  front.answer(
    { service: 'global-accelerator', operation: 'ListEndpointGroups' },
    {
      EndpointGroups: [
        {
          EndpointGroupArn: `${fast}/endpoint-group/1`,
          EndpointGroupRegion: region,
          EndpointDescriptions: [{ EndpointId: application, ClientIPPreservationEnabled: true }],
        },
      ],
    },
  );
  front.answer(
    { service: 'route-53', operation: 'ListHostedZones' },
    {
      HostedZones: [
        {
          Id: '/hostedzone/Z1EXAMPLE',
          Name: 'example.com.',
          CallerReference: '1',
          Config: { PrivateZone: false },
          ResourceRecordSetCount: 4,
        },
      ],
      IsTruncated: false,
      MaxItems: 100,
      Marker: '',
    },
  );
  front.answer(
    { service: 'ec2', operation: 'DescribeAddresses', ...here },
    {
      Addresses: [
        {
          AllocationId: 'eipalloc-a1',
          AssociationId: 'eipassoc-a1',
          InstanceId: 'i-a1',
          PublicIp: '203.0.113.8',
          Domain: 'vpc',
        },
        { AllocationId: 'eipalloc-a2', PublicIp: '203.0.113.9', Domain: 'vpc' },
      ],
    },
  );
  answerShield(front);
}

/** Where the load balancers send what comes in: one keeps the addresses of clients or not, as its attributes say. */
function answerForwarding(front: Front): void {
  const elb = (operation: string, body: Parameters<Front['answer']>[1]) =>
    front.answer({ service: 'elastic-load-balancing-v2', operation, ...here }, body);
  const groupOf = (name: string) => arnOf('elasticloadbalancing', `targetgroup/${name}/73e2d6bc24d8a067`);
  const forward = (name: string) => [{ Type: 'forward', TargetGroupArn: groupOf(name) }];
  elb('DescribeListeners', ({ input }) => {
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
  });
  elb('DescribeRules', {
    Rules: [
      {
        RuleArn: arnOf('elasticloadbalancing', 'listener-rule/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2/1'),
        Priority: 'default',
        IsDefault: true,
        Conditions: [],
        Actions: forward('web'),
      },
    ],
  });
  elb('DescribeTargetGroups', {
    TargetGroups: [
      { name: 'web', Protocol: 'HTTP', Port: 80, balancer: application },
      { name: 'inner', Protocol: 'TCP', Port: 8443, balancer: inner },
    ].map(({ name, balancer, ...group }) => ({
      ...group,
      TargetGroupArn: groupOf(name),
      TargetGroupName: name,
      TargetType: 'instance',
      IpAddressType: 'ipv4',
      VpcId: 'vpc-a1',
      LoadBalancerArns: [balancer],
    })),
  });
  elb('DescribeTargetHealth', {
    TargetHealthDescriptions: [{ Target: { Id: 'i-a1', Port: 80 }, TargetHealth: { State: 'healthy' } }],
  });
  elb('DescribeTargetGroupAttributes', { Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'true' }] });
}

/** Two protections; everything else of the account is without. */
function answerShield(front: Front): void {
  const protections = {
    p1: { Id: 'p1', Name: 'ip', ResourceArn: arnOf('ec2', 'eip-allocation/eipalloc-a1') },
    p2: { Id: 'p2', Name: 'site', ResourceArn: distribution },
  };
  front.answer(
    { service: 'shield', operation: 'DescribeSubscription' },
    {
      Subscription: {
        StartTime: daysAgo(30),
        EndTime: daysAgo(-300),
        AutoRenew: 'ENABLED',
        ProactiveEngagementStatus: 'DISABLED',
        SubscriptionLimits: {
          ProtectionLimits: { ProtectedResourceTypeLimits: [] },
          ProtectionGroupLimits: {
            MaxProtectionGroups: 1,
            PatternTypeLimits: { ArbitraryPatternLimits: { MaxMembers: 1 } },
          },
        },
      },
    },
  );
  front.answer({ service: 'shield', operation: 'ListProtections' }, { Protections: Object.values(protections) });
  front.answer({ service: 'shield', operation: 'DescribeProtection' }, ({ input }) => {
    const found = input['ProtectionId'] === 'p2' ? protections.p2 : protections.p1;
    return found === protections.p2
      ? {
          Protection: {
            ...found,
            ApplicationLayerAutomaticResponseConfiguration: { Status: 'ENABLED', Action: { Block: {} } },
          },
        }
      : { Protection: found };
  });
}
