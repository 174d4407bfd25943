import type { Front } from '../../harness/front.ts';
import { account, daysAgo } from './account-facts.ts';

const region = 'us-east-1';
const here = { region } as const;
const arnOf = (service: string, rest: string, where: string = region): string =>
  `arn:aws:${service}:${where}:${account}:${rest}`;

const distribution = `arn:aws:cloudfront::${account}:distribution/E1EXAMPLE`;
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
            Origins: { Quantity: 1, Items: [{ Id: 'web', DomainName: 'web.example.com' }] },
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
      ],
    },
  );
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
