import type { Front } from '../../stand-in/front.ts';
import {
  ago,
  account,
  arnIn,
  iamArn,
  idOf,
  inRegion,
  managementAccount,
  named,
  partnerAccount,
  policy,
  type ByRegion,
  type Region,
  type Team,
} from './company.ts';

interface Vpc {
  readonly team: Team;
  readonly region: Region;
  readonly net: string;
  /** Subnets by tier. */
  readonly tiers: readonly ('public' | 'private' | 'data')[];
  readonly flowLog?: 'ALL' | 'REJECT' | 'failed';
  readonly defaultGroupOpen?: boolean;
}

const vpcs: Readonly<Record<string, Vpc>> = {
  'shop-production': {
    team: 'storefront',
    region: 'eu-west-1',
    net: '10.20',
    tiers: ['public', 'private', 'data'],
    flowLog: 'ALL',
  },
  'shop-legacy': { team: 'storefront', region: 'eu-west-1', net: '172.28', tiers: ['public'], defaultGroupOpen: true },
  payments: { team: 'payments', region: 'eu-west-1', net: '10.24', tiers: ['private', 'data'], flowLog: 'ALL' },
  analytics: {
    team: 'data',
    region: 'eu-central-1',
    net: '10.40',
    tiers: ['public', 'private'],
    flowLog: 'failed',
    defaultGroupOpen: true,
  },
  marketing: { team: 'marketing', region: 'us-east-1', net: '10.60', tiers: ['public'], defaultGroupOpen: true },
};

export const vpcId = (vpc: string): string => idOf('vpc', vpc);
export const subnetId = (vpc: string, tier: string, zone: string): string => idOf('subnet', `${vpc}-${tier}-${zone}`);
export const subnetCidr = (vpc: string, tier: string, zone: string): string => {
  const { net = '10.0', tiers = [] } = vpcs[vpc] ?? {};
  const tierIndex = (tiers as readonly string[]).indexOf(tier);
  return `${net}.${tierIndex * 16 + (zones as readonly string[]).indexOf(zone)}.0/24`;
};
export const groupId = (name: string): string => idOf('sg', name);
const tableId = (vpc: string, tier: string): string => idOf('rtb', `${vpc}-${tier}`);
const zones = ['a', 'b'] as const;
const inside = (region: string) => Object.entries(vpcs).filter(([, vpc]) => vpc.region === region);

const from = (CidrIp: string) => ({ IpRanges: [{ CidrIp }] });
const everywhere = { IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const tcp = (port: number, range: object, to = port): object => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: to,
  ...range,
});
const members = (name: string) => ({ UserIdGroupPairs: [{ GroupId: groupId(name), UserId: account }] });

/** Security groups, by name: where they are, whose, and what they let in. */
const groups: Readonly<Record<string, { vpc: string; team: Team; ingress: readonly object[] }>> = {
  'shop-alb': { vpc: 'shop-production', team: 'storefront', ingress: [tcp(80, everywhere), tcp(443, everywhere)] },
  'shop-web': { vpc: 'shop-production', team: 'storefront', ingress: [tcp(8080, members('shop-alb'))] },
  'shop-cache': { vpc: 'shop-production', team: 'storefront', ingress: [tcp(6379, members('shop-web'))] },
  'shop-bastion': { vpc: 'shop-production', team: 'platform', ingress: [tcp(22, from('0.0.0.0/0'))] },
  'shop-search': {
    vpc: 'shop-production',
    team: 'storefront',
    ingress: [tcp(9200, from('0.0.0.0/0')), tcp(9300, members('shop-web'))],
  },
  'legacy-erp': {
    vpc: 'shop-legacy',
    team: 'data',
    ingress: [tcp(3389, from('0.0.0.0/0')), tcp(445, from('0.0.0.0/0'))],
  },
  'legacy-admin': { vpc: 'shop-legacy', team: 'platform', ingress: [{ IpProtocol: '-1', ...from('0.0.0.0/0') }] },
  'payments-api': { vpc: 'payments', team: 'payments', ingress: [tcp(8443, from('10.20.0.0/16'))] },
  'payments-db': { vpc: 'payments', team: 'payments', ingress: [tcp(5432, members('payments-api'))] },
  'lake-etl': { vpc: 'analytics', team: 'data', ingress: [tcp(0, from('10.40.0.0/16'), 65_535)] },
  'lake-notebooks': { vpc: 'analytics', team: 'data', ingress: [tcp(8888, from('0.0.0.0/0'))] },
  'campaign-web': {
    vpc: 'marketing',
    team: 'marketing',
    ingress: [tcp(443, everywhere), tcp(22, { Ipv6Ranges: [{ CidrIpv6: '::/0' }] })],
  },
};

/** VPCs and everything that connects them with each other and with the world. */
export function answerNetwork(front: Front): void {
  const answer = (operation: string, body: (region: string) => object) =>
    front.answer({ service: 'ec2', operation }, ({ region }) => body(region));
  answer('DescribeVpcs', (region) => ({
    Vpcs: inside(region).map(([name, vpc]) => ({
      VpcId: vpcId(name),
      OwnerId: account,
      IsDefault: false,
      State: 'available',
      CidrBlock: `${vpc.net}.0.0/16`,
      Tags: named(name, vpc.team),
    })),
  }));
  answer('DescribeSubnets', (region) => ({
    Subnets: inside(region).flatMap(([name, vpc]) =>
      vpc.tiers.flatMap((tier) =>
        zones.map((zone) => ({
          SubnetId: subnetId(name, tier, zone),
          VpcId: vpcId(name),
          OwnerId: account,
          CidrBlock: subnetCidr(name, tier, zone),
          AvailabilityZone: `${region}${zone}`,
          MapPublicIpOnLaunch: tier === 'public',
          BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
          Tags: named(`${name}-${tier}-${zone}`, vpc.team),
        })),
      ),
    ),
  }));
  answer('DescribeRouteTables', (region) => ({ RouteTables: inside(region).flatMap(routeTables) }));
  answer('DescribeNetworkAcls', (region) => ({ NetworkAcls: inside(region).flatMap(networkAcls) }));
  answer('DescribeSecurityGroups', (region) => ({
    SecurityGroups: [
      ...inside(region).map(defaultGroup),
      ...Object.entries(groups)
        .filter(([, { vpc }]) => vpcs[vpc]?.region === region)
        .map(securityGroup),
    ],
  }));
  answer('DescribeFlowLogs', (region) => ({
    FlowLogs: inside(region).flatMap(([name, { team, flowLog }]) =>
      flowLog === undefined
        ? []
        : [
            {
              FlowLogId: idOf('fl', name),
              FlowLogStatus: 'ACTIVE',
              ResourceId: vpcId(name),
              TrafficType: flowLog === 'failed' ? 'ALL' : flowLog,
              DeliverLogsStatus: flowLog === 'failed' ? 'FAILED' : 'SUCCESS',
              ...(flowLog === 'failed' ? { DeliverLogsErrorMessage: 'Access error' } : {}),
              Tags: named(`${name}-flows`, team),
            },
          ],
    ),
  }));
  answer('DescribeVpcEndpoints', (region) => ({ VpcEndpoints: inRegion(endpoints, region) }));
  answer('DescribeVpcEndpointServices', (region) => ({
    ServiceDetails: ['s3', 'ec2', 'ecr.dkr'].map((service) => ({
      ServiceName: `com.amazonaws.${region}.${service}`,
      VpcEndpointPolicySupported: true,
    })),
  }));
  answer('DescribeVpcPeeringConnections', (region) => ({
    VpcPeeringConnections: region === 'eu-west-1' ? peerings : [],
  }));
  answer('DescribeTransitGateways', (region) => ({
    TransitGateways:
      region === 'eu-west-1'
        ? [
            {
              TransitGatewayId: idOf('tgw', 'corporate'),
              TransitGatewayArn: arnIn('ec2', region, `transit-gateway/${idOf('tgw', 'corporate')}`),
              State: 'available',
              OwnerId: account,
              Options: { AutoAcceptSharedAttachments: 'enable' },
              Tags: named('corporate', 'platform'),
            },
          ]
        : [],
  }));
  answer('DescribeVpnConnections', (region) => ({
    VpnConnections: region === 'eu-west-1' ? [vpn('bristol-warehouse', true), vpn('leeds-warehouse', false)] : [],
  }));
  answer('DescribeVpcEndpointServiceConfigurations', (region) => ({
    ServiceConfigurations:
      region === 'eu-west-1'
        ? [
            {
              ServiceId: idOf('vpce-svc', 'stock-feed'),
              ServiceName: `com.amazonaws.vpce.eu-west-1.${idOf('vpce-svc', 'stock-feed')}`,
              ServiceState: 'Available',
              AcceptanceRequired: false,
              Tags: named('stock-feed', 'storefront'),
            },
          ]
        : [],
  }));
  front.answer(
    { service: 'ec2', operation: 'DescribeVpcEndpointServicePermissions' },
    { AllowedPrincipals: [{ PrincipalType: 'Account', Principal: `arn:aws:iam::${partnerAccount}:root` }] },
  );
}

const gateway = (vpc: string): string => idOf('igw', vpc);

function routeTables([name, vpc]: [string, Vpc]): object[] {
  return vpc.tiers.map((tier, index) => ({
    RouteTableId: tableId(name, tier),
    VpcId: vpcId(name),
    OwnerId: account,
    Associations: [
      ...(index === 0 ? [{ Main: true, RouteTableId: tableId(name, tier) }] : []),
      ...zones.map((zone) => ({ Main: false, SubnetId: subnetId(name, tier, zone) })),
    ],
    Routes: [
      { DestinationCidrBlock: `${vpc.net}.0.0/16`, GatewayId: 'local', State: 'active' },
      ...(tier === 'public' ? [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway(name), State: 'active' }] : []),
      ...(name === 'shop-production' && tier === 'private'
        ? [
            {
              DestinationCidrBlock: '10.24.0.0/16',
              VpcPeeringConnectionId: idOf('pcx', 'shop-to-payments'),
              State: 'active',
            },
          ]
        : []),
      ...(name === 'payments' && tier === 'private'
        ? [
            {
              DestinationCidrBlock: '10.20.16.0/24',
              VpcPeeringConnectionId: idOf('pcx', 'shop-to-payments'),
              State: 'active',
            },
          ]
        : []),
      ...(name === 'shop-legacy'
        ? [
            {
              DestinationCidrBlock: '10.20.16.20/32',
              VpcPeeringConnectionId: idOf('pcx', 'legacy-to-shop'),
              State: 'active',
            },
          ]
        : []),
    ],
    Tags: named(`${name}-${tier}`, vpc.team),
  }));
}

const entry = (RuleNumber: number, Egress: boolean, rest: object): object => ({
  RuleNumber,
  Egress,
  Protocol: '-1',
  RuleAction: 'allow',
  CidrBlock: '0.0.0.0/0',
  ...rest,
});
const denyRest = [entry(32_767, false, { RuleAction: 'deny' }), entry(32_767, true, { RuleAction: 'deny' })];

function networkAcls([name, vpc]: [string, Vpc]): object[] {
  const strict = name === 'payments';
  const acl = (label: string, IsDefault: boolean, tiers: readonly string[], ingress: readonly object[]): object => ({
    NetworkAclId: idOf('acl', label),
    VpcId: vpcId(name),
    OwnerId: account,
    IsDefault,
    Associations: tiers.flatMap((tier) =>
      zones.map((zone) => ({ SubnetId: subnetId(name, tier, zone), NetworkAclId: idOf('acl', label) })),
    ),
    Entries: [...ingress, entry(100, true, {}), ...denyRest],
    Tags: named(label, vpc.team),
  });
  const own = acl(`${name}-default`, true, strict ? [] : vpc.tiers, strict ? [] : [entry(100, false, {})]);
  if (!strict) return [own];
  return [
    own,
    acl('payments-closed', false, vpc.tiers, [
      entry(100, false, { Protocol: '6', CidrBlock: '10.20.0.0/16', PortRange: { From: 8443, To: 8443 } }),
      entry(110, false, { CidrBlock: '10.24.0.0/16' }),
    ]),
  ];
}

const egress = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];

function defaultGroup([vpc, { team, defaultGroupOpen }]: [string, Vpc]): object {
  const GroupId = groupId(`default-${vpc}`);
  return {
    GroupId,
    GroupName: 'default',
    Description: 'default VPC security group',
    OwnerId: account,
    VpcId: vpcId(vpc),
    IpPermissions:
      defaultGroupOpen === true ? [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId, UserId: account }] }] : [],
    IpPermissionsEgress: defaultGroupOpen === true ? egress : [],
    Tags: named(`default-${vpc}`, team),
  };
}

const securityGroup = ([GroupName, { vpc, team, ingress }]: [
  string,
  { vpc: string; team: Team; ingress: readonly object[] },
]): object => ({
  GroupId: groupId(GroupName),
  GroupName,
  Description: GroupName,
  OwnerId: account,
  VpcId: vpcId(vpc),
  IpPermissions: ingress,
  IpPermissionsEgress: egress,
  Tags: named(GroupName, team),
});

const endpoint = (
  name: string,
  vpc: string,
  region: Region,
  service: string,
  Principal: unknown,
  gatewayTiers?: readonly string[],
): object => ({
  VpcEndpointId: idOf('vpce', name),
  VpcEndpointType: gatewayTiers === undefined ? 'Interface' : 'Gateway',
  VpcId: vpcId(vpc),
  OwnerId: account,
  State: 'available',
  CreationTimestamp: new Date(ago(400)),
  ServiceName: `com.amazonaws.${region}.${service}`,
  RouteTableIds: gatewayTiers?.map((tier) => tableId(vpc, tier)) ?? [],
  PolicyDocument: policy({ Effect: 'Allow', Principal, Action: '*', Resource: '*' }),
  Tags: named(name, vpcs[vpc]?.team ?? 'platform'),
});

const endpoints: ByRegion<object> = {
  'eu-west-1': [
    endpoint('shop-s3', 'shop-production', 'eu-west-1', 's3', '*', ['private', 'data']),
    endpoint('payments-s3', 'payments', 'eu-west-1', 's3', { AWS: iamArn('root') }, ['private', 'data']),
    endpoint('payments-ec2', 'payments', 'eu-west-1', 'ec2', { AWS: iamArn('root') }),
    endpoint('shop-registry', 'shop-production', 'eu-west-1', 'ecr.dkr', {
      AWS: [iamArn('root'), `arn:aws:iam::${managementAccount}:root`],
    }),
  ],
  // Left from a trial of a firewall appliance.
  'us-east-1': [
    {
      ...endpoint('firewall-trial', 'marketing', 'us-east-1', 'vpce-svc', { AWS: iamArn('root') }),
      VpcEndpointType: 'GatewayLoadBalancer',
      PolicyDocument: undefined,
    },
  ],
  'eu-central-1': [endpoint('lake-s3', 'analytics', 'eu-central-1', 's3', '*', ['private'])],
};

const side = (vpc: string): object => ({
  VpcId: vpcId(vpc),
  OwnerId: account,
  Region: vpcs[vpc]?.region,
  CidrBlock: `${vpcs[vpc]?.net}.0.0/16`,
  CidrBlockSet: [{ CidrBlock: `${vpcs[vpc]?.net}.0.0/16` }],
});
const peerings = [
  ['shop-to-payments', 'shop-production', 'payments'],
  ['legacy-to-shop', 'shop-legacy', 'shop-production'],
].map(([name = '', requester = '', accepter = '']) => ({
  VpcPeeringConnectionId: idOf('pcx', name),
  Status: { Code: 'active' },
  RequesterVpcInfo: side(requester),
  AccepterVpcInfo: side(accepter),
  Tags: named(name, 'platform'),
}));

function vpn(name: string, good: boolean): object {
  const list = (...values: unknown[]) => values.map((Value) => ({ Value }));
  const ips = good ? ['198.51.100.10', '198.51.100.11'] : ['203.0.113.20', '203.0.113.21'];
  const strong = {
    IkeVersions: list('ikev2'),
    Phase1EncryptionAlgorithms: list('AES256-GCM-16'),
    Phase2EncryptionAlgorithms: list('AES256-GCM-16'),
    Phase1IntegrityAlgorithms: list('SHA2-384'),
    Phase2IntegrityAlgorithms: list('SHA2-384'),
    Phase1DHGroupNumbers: list(20),
    Phase2DHGroupNumbers: list(20),
    LogOptions: {
      CloudWatchLogOptions: { LogEnabled: true, LogGroupArn: arnIn('logs', 'eu-west-1', 'log-group:/vpn/bristol') },
    },
  };
  return {
    VpnConnectionId: idOf('vpn', name),
    State: 'available',
    Type: 'ipsec.1',
    Options: { TunnelOptions: ips.map((OutsideIpAddress) => ({ OutsideIpAddress, ...(good ? strong : {}) })) },
    VgwTelemetry: ips.map((OutsideIpAddress, index) => ({
      OutsideIpAddress,
      Status: good || index === 0 ? 'UP' : 'DOWN',
      LastStatusChange: good ? '2026-08-03T04:10:00Z' : '2026-10-29T21:44:00Z',
    })),
    Tags: named(name, 'platform'),
  };
}
