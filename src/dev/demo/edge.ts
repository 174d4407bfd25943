import { fails, type Front } from '../../stand-in/front.ts';
import { addressId, instanceId } from './compute.ts';
import { account, ago, arnIn, iamArn, idOf, uuidOf, type Region } from './company.ts';
import { groupId, subnetId, vpcId } from './network.ts';

const cdn = (id: string): string => `arn:aws:cloudfront::${account}:distribution/${id}`;
const balancerArn = (region: Region, name: string, kind = 'app'): string =>
  arnIn('elasticloadbalancing', region, `loadbalancer/${kind}/${name}/${idOf('x', name).slice(2)}`);

const distributions = {
  E1SHOPEXAMPLE: 'www.marlow.example',
  E2IMAGEEXAMPLE: 'img.marlow.example',
  E3CAMPAIGNEXA: 'spring.marlow.example',
} as const;
const balancers = [
  { name: 'shop', region: 'eu-west-1', vpc: 'shop-production', scheme: 'internet-facing', type: 'application' },
  { name: 'shop-internal', region: 'eu-west-1', vpc: 'shop-production', scheme: 'internal', type: 'application' },
  { name: 'payments', region: 'eu-west-1', vpc: 'payments', scheme: 'internal', type: 'network' },
  { name: 'campaign', region: 'us-east-1', vpc: 'marketing', scheme: 'internet-facing', type: 'application' },
] as const;

/** What the world reaches, and how Shield Advanced protects it. */
export function answerEdge(front: Front): void {
  front.answer(
    { service: 'cloudfront', operation: 'ListDistributions' },
    {
      DistributionList: {
        Marker: '',
        MaxItems: 100,
        IsTruncated: false,
        Quantity: 3,
        Items: Object.entries(distributions).map(([Id, alias]) => distribution(Id, alias)),
      },
    },
  );
  front.answer({ service: 'cloudfront', operation: 'GetDistributionConfig' }, ({ path }) => ({
    ETag: 'E1',
    DistributionConfig: {
      CallerReference: 'marlow',
      ...behaviours(path.includes('E2IMAGEEXAMPLE')),
      Comment: '',
      Enabled: true,
      DefaultRootObject: '',
      Logging: { Enabled: path.includes('E1SHOPEXAMPLE'), IncludeCookies: false, Bucket: '', Prefix: '' },
    },
  }));
  front.answer({ service: 'elastic-load-balancing-v2', operation: 'DescribeLoadBalancers' }, ({ region }) => ({
    LoadBalancers: balancers
      .filter((each) => each.region === region)
      .map((each) => ({
        LoadBalancerArn: balancerArn(each.region, each.name, each.type === 'network' ? 'net' : 'app'),
        LoadBalancerName: each.name,
        DNSName: `${each.name}.elb.example`,
        Type: each.type,
        Scheme: each.scheme,
        State: { Code: 'active' },
        VpcId: vpcId(each.vpc),
        IpAddressType: 'ipv4',
        SecurityGroups:
          each.type === 'network' ? [] : [groupId(each.vpc === 'marketing' ? 'campaign-web' : 'shop-alb')],
        AvailabilityZones: ['a', 'b'].map((zone) => ({
          ZoneName: `${region}${zone}`,
          SubnetId: subnetId(each.vpc, each.scheme === 'internal' ? 'private' : 'public', zone),
        })),
        CreatedTime: ago(700),
      })),
  }));
  answerForwarding(front);
  front.answer({ service: 'elastic-load-balancing', operation: 'DescribeLoadBalancers' }, ({ region }) => ({
    LoadBalancerDescriptions:
      region === 'eu-west-1'
        ? [
            {
              LoadBalancerName: 'legacy-erp',
              Scheme: 'internet-facing',
              DNSName: 'legacy-erp.elb.example',
              VPCId: vpcId('shop-legacy'),
              Subnets: [subnetId('shop-legacy', 'public', 'a')],
              AvailabilityZones: ['eu-west-1a'],
              SecurityGroups: [groupId('legacy-erp')],
              Instances: [],
              ListenerDescriptions: [
                {
                  Listener: { Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 8069 },
                  PolicyNames: [],
                },
                {
                  Listener: {
                    Protocol: 'HTTPS',
                    LoadBalancerPort: 443,
                    InstanceProtocol: 'HTTP',
                    InstancePort: 8069,
                    SSLCertificateId: iamArn('server-certificate/erp-gateway-2024'),
                  },
                  PolicyNames: ['ELBSecurityPolicy-2014-01'],
                },
              ],
              CreatedTime: ago(2000),
            },
          ]
        : [],
  }));
  front.answer(
    { service: 'elastic-load-balancing', operation: 'DescribeLoadBalancerAttributes' },
    {
      LoadBalancerAttributes: {
        CrossZoneLoadBalancing: { Enabled: false },
        AccessLog: { Enabled: false },
        ConnectionDraining: { Enabled: true, Timeout: 300 },
        ConnectionSettings: { IdleTimeout: 60 },
        AdditionalAttributes: [{ Key: 'elb.http.desyncmitigationmode', Value: 'defensive' }],
      },
    },
  );
  front.answer({ service: 'cloudwatch-logs', operation: 'DescribeDeliverySources' }, { deliverySources: [] });
  const zone = (Name: string, PrivateZone: boolean) => ({
    Id: `/hostedzone/Z0${uuidOf(Name).slice(0, 8).toUpperCase()}`,
    Name: `${Name}.`,
    CallerReference: Name,
    Config: { PrivateZone },
    ResourceRecordSetCount: 12,
  });
  const zones = [zone('marlow.example', false), zone('marlow-spring.example', false), zone('shop.internal', true)];
  front.answer(
    { service: 'route-53', operation: 'ListHostedZones' },
    { HostedZones: zones, IsTruncated: false, MaxItems: 100, Marker: '' },
  );
  front.answer({ service: 'route-53', operation: 'ListQueryLoggingConfigs' }, { QueryLoggingConfigs: [] });
  front.answer({ service: 'global-accelerator', operation: 'ListAccelerators' }, { Accelerators: [] });
  answerShield(front, {
    'shop-cdn': cdn('E1SHOPEXAMPLE'),
    'image-cdn': cdn('E2IMAGEEXAMPLE'),
    'shop-alb': balancerArn('eu-west-1', 'shop'),
    'main-zone': `arn:aws:route53:::hostedzone/${zones[0]?.Id.replace('/hostedzone/', '') ?? ''}`,
    bastion: arnIn('ec2', 'eu-west-1', `eip-allocation/${addressId('shop-bastion')}`),
  });
}

interface Forward {
  readonly port: number;
  readonly protocol: string;
  readonly targetPort: number;
  readonly targets: readonly string[];
}
/** What the load balancers send to, by their name. */
const forwards: Readonly<Record<string, Forward>> = {
  shop: { port: 443, protocol: 'HTTPS', targetPort: 8080, targets: ['shop-web-1', 'shop-web-2', 'shop-web-3'] },
  'shop-internal': { port: 443, protocol: 'HTTPS', targetPort: 9200, targets: ['shop-search-1'] },
  payments: { port: 8443, protocol: 'TCP', targetPort: 8443, targets: ['payments-api-1', 'payments-api-2'] },
  campaign: { port: 443, protocol: 'HTTPS', targetPort: 443, targets: ['campaign-web-1'] },
};
const arnOfBalancer = ({ region, name, type }: (typeof balancers)[number]): string =>
  balancerArn(region, name, type === 'network' ? 'net' : 'app');
const groupArn = (region: Region, name: string): string =>
  arnIn('elasticloadbalancing', region, `targetgroup/${name}/${idOf('x', name).slice(2)}`);

const inOrder = (Name: string, i: number) => ({ Name, Priority: i + 1 });
const toHttps = [
  {
    Type: 'redirect',
    Order: 1,
    RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
  },
];
const plainListener = (balancer: string, redirects: boolean, actions: readonly object[]): object => ({
  ListenerArn: `${balancer.replace(':loadbalancer/', ':listener/')}/0123456789ab0080`,
  LoadBalancerArn: balancer,
  Port: 80,
  Protocol: 'HTTP',
  DefaultActions: redirects ? toHttps : actions,
});

const partnerListener = (balancer: string, SslPolicy: string, actions: readonly object[]): object => ({
  ListenerArn: `${balancer.replace(':loadbalancer/', ':listener/')}/0123456789ab8444`,
  LoadBalancerArn: balancer,
  Port: 8444,
  Protocol: 'TLS',
  SslPolicy,
  DefaultActions: actions,
});

/** Listeners, rules and targets: each load balancer sends everything to one target group. */
function answerForwarding(front: Front): void {
  const elb = (operation: string, body: Parameters<Front['answer']>[1]) =>
    front.answer({ service: 'elastic-load-balancing-v2', operation }, body);
  const oldPolicy = 'ELBSecurityPolicy-2016-08';
  const newPolicy = 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06';
  elb('DescribeSSLPolicies', {
    SslPolicies: [
      {
        Name: newPolicy,
        SslProtocols: ['TLSv1.2', 'TLSv1.3'],
        Ciphers: ['TLS_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES256-GCM-SHA384'].map(inOrder),
      },
      {
        Name: oldPolicy,
        SslProtocols: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
        Ciphers: ['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-SHA', 'AES128-SHA'].map(inOrder),
      },
    ],
  });
  elb('DescribeLoadBalancerAttributes', ({ input }) => {
    const { name, scheme, type } = named(input['LoadBalancerArn']);
    const careful = name === 'shop';
    return {
      Attributes: [
        { Key: 'access_logs.s3.enabled', Value: String(careful) },
        { Key: 'access_logs.s3.bucket', Value: careful ? 'marlow-access-logs' : '' },
        { Key: 'deletion_protection.enabled', Value: String(scheme === 'internal' || careful) },
        { Key: 'load_balancing.cross_zone.enabled', Value: String(type === 'application') },
        ...(type === 'application'
          ? [
              { Key: 'routing.http.desync_mitigation_mode', Value: name === 'campaign' ? 'monitor' : 'defensive' },
              { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: String(careful) },
            ]
          : []),
      ],
    };
  });
  const named = (text: unknown) => balancers.find((each) => String(text).includes(`/${each.name}/`)) ?? balancers[0];
  const actions = ({ region, name }: (typeof balancers)[number]) => [
    { Type: 'forward', Order: 1, TargetGroupArn: groupArn(region, name) },
  ];
  elb('DescribeListeners', ({ input }) => {
    const each = named(input['LoadBalancerArn']);
    return {
      Listeners: [
        {
          ListenerArn: arnOfBalancer(each).replace(':loadbalancer/', ':listener/') + '/0123456789abcdef',
          LoadBalancerArn: arnOfBalancer(each),
          Port: forwards[each.name]?.port,
          Protocol: forwards[each.name]?.protocol,
          ...(forwards[each.name]?.protocol === 'HTTPS'
            ? { SslPolicy: each.name === 'campaign' ? oldPolicy : newPolicy }
            : {}),
          DefaultActions: actions(each),
        },
        ...(each.name === 'payments' ? [partnerListener(arnOfBalancer(each), newPolicy, actions(each))] : []),
        ...(each.scheme === 'internal'
          ? []
          : [plainListener(arnOfBalancer(each), each.name === 'shop', actions(each))]),
      ],
    };
  });
  const certificates: Readonly<Record<string, string>> = {
    payments: arnIn('acm', 'eu-west-1', 'certificate/1f2d3c4b-5a69-4788-8796-a5b4c3d2e1f0'),
    campaign: iamArn('server-certificate/erp-gateway-2026'),
  };
  elb('DescribeListenerCertificates', ({ input }) => ({
    Certificates: [
      {
        IsDefault: true,
        CertificateArn:
          certificates[named(input['ListenerArn']).name] ??
          arnIn('acm', 'eu-west-1', 'certificate/0b5c6b1e-8a0f-4c56-9a53-6f3f6d1c7a10'),
      },
    ],
  }));
  elb('DescribeRules', ({ input }) => ({
    Rules: [
      {
        RuleArn: `${String(input['ListenerArn']).replace(':listener/', ':listener-rule/')}/0123456789abcdef`,
        Priority: 'default',
        IsDefault: true,
        Conditions: [],
        Actions:
          String(input['ListenerArn']).endsWith('80') && named(input['ListenerArn']).name === 'shop'
            ? toHttps
            : actions(named(input['ListenerArn'])),
      },
    ],
  }));
  elb('DescribeTargetGroups', ({ region }) => ({
    TargetGroups: balancers
      .filter((each) => each.region === region)
      .map((each) => ({
        TargetGroupArn: groupArn(each.region, each.name),
        TargetGroupName: each.name,
        Protocol: forwards[each.name]?.protocol,
        Port: forwards[each.name]?.targetPort,
        VpcId: vpcId(each.vpc),
        TargetType: 'instance',
        IpAddressType: 'ipv4',
        LoadBalancerArns: [arnOfBalancer(each)],
      })),
  }));
  elb('DescribeTargetHealth', ({ input }) => {
    const each = forwards[named(input['TargetGroupArn']).name];
    return {
      TargetHealthDescriptions: (each?.targets ?? []).map((target) => ({
        Target: { Id: instanceId(target), Port: each?.targetPort },
        TargetHealth: { State: 'healthy' },
      })),
    };
  });
  elb('DescribeTargetGroupAttributes', { Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }] });
}

/** Pictures come from a bucket, all else from the shop. */
const behaviours = (pictures: boolean) => ({
  Origins: {
    Quantity: 1,
    Items: [
      pictures
        ? {
            Id: 'origin',
            DomainName: 'marlow-storefront-assets.s3.eu-west-1.amazonaws.com',
            S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1MARLOW' },
          }
        : {
            Id: 'origin',
            DomainName: 'shop.elb.example',
            CustomOriginConfig: {
              HTTPPort: 80,
              HTTPSPort: 443,
              OriginProtocolPolicy: 'https-only',
              OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
            },
          },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: 'origin',
    ViewerProtocolPolicy: 'redirect-to-https',
    FieldLevelEncryptionId: '',
  },
});

/** The campaign's pages come from the shop, its pictures from a bucket that was deleted when it was over. */
const ofLastYear = {
  ...behaviours(false),
  Origins: {
    Quantity: 2,
    Items: [
      ...behaviours(false).Origins.Items,
      {
        Id: 'pictures',
        DomainName: 'marlow-spring-2025.s3.eu-west-1.amazonaws.com',
        OriginAccessControlId: 'E2OACSPRING',
        S3OriginConfig: { OriginAccessIdentity: '' },
      },
    ],
  },
};

const distribution = (Id: string, alias: string): object => ({
  Id,
  ARN: cdn(Id),
  Status: 'Deployed',
  LastModifiedTime: ago(40),
  DomainName: `${Id.toLowerCase()}.cloudfront.example`,
  Aliases: { Quantity: 1, Items: [alias] },
  Enabled: true,
  Staging: false,
  Comment: '',
  PriceClass: 'PriceClass_All',
  HttpVersion: 'http2',
  IsIPV6Enabled: true,
  WebACLId: Id === 'E1SHOPEXAMPLE' ? `arn:aws:wafv2:us-east-1:${account}:global/webacl/shop/${uuidOf('webacl')}` : '',
  ViewerCertificate: {
    ACMCertificateArn: arnIn('acm', 'us-east-1', `certificate/${uuidOf('cdn')}`),
    MinimumProtocolVersion: Id === 'E3CAMPAIGNEXA' ? 'TLSv1.1_2016' : 'TLSv1.2_2021',
    SSLSupportMethod: 'sni-only',
  },
  ...(Id === 'E3CAMPAIGNEXA' ? ofLastYear : behaviours(Id === 'E2IMAGEEXAMPLE')),
  CacheBehaviors: { Quantity: 0 },
  CustomErrorResponses: { Quantity: 0 },
  Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
});

function answerShield(front: Front, protects: Readonly<Record<string, string>>): void {
  const protections = Object.entries(protects).map(([Name, ResourceArn]) => ({
    Id: uuidOf(`protection/${Name}`),
    Name,
    ProtectionArn: `arn:aws:shield::${account}:protection/${uuidOf(`protection/${Name}`)}`,
    ResourceArn,
    HealthCheckIds: ['shop-cdn', 'shop-alb'].includes(Name) ? [uuidOf(`health/${Name}`)] : [],
    ...(Name === 'shop-cdn'
      ? { ApplicationLayerAutomaticResponseConfiguration: { Status: 'ENABLED', Action: { Block: {} } } }
      : {}),
    ...(Name === 'shop-alb'
      ? { ApplicationLayerAutomaticResponseConfiguration: { Status: 'ENABLED', Action: { Count: {} } } }
      : {}),
  }));
  front.answer({ service: 'shield', operation: 'GetSubscriptionState' }, { SubscriptionState: 'ACTIVE' });
  front.answer(
    { service: 'shield', operation: 'DescribeSubscription' },
    {
      Subscription: {
        StartTime: ago(400),
        EndTime: ago(-330),
        AutoRenew: 'ENABLED',
        ProactiveEngagementStatus: 'DISABLED',
        SubscriptionLimits: {
          ProtectionLimits: { ProtectedResourceTypeLimits: [] },
          ProtectionGroupLimits: {
            MaxProtectionGroups: 100,
            PatternTypeLimits: { ArbitraryPatternLimits: { MaxMembers: 1000 } },
          },
        },
      },
    },
  );
  front.answer(
    { service: 'shield', operation: 'DescribeDRTAccess' },
    { RoleArn: iamArn('role/shield-response-team'), LogBucketList: [] },
  );
  front.answer({ service: 'shield', operation: 'DescribeEmergencyContactSettings' }, { EmergencyContactList: [] });
  front.answer({ service: 'shield', operation: 'ListProtections' }, { Protections: protections });
  front.answer({ service: 'shield', operation: 'DescribeProtection' }, ({ input }) => {
    const Protection = protections.find(({ Id }) => Id === input['ProtectionId']);
    return Protection === undefined ? fails({ code: 'ResourceNotFoundException' }) : { Protection };
  });
}
