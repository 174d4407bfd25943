import {
  AcceptVpcPeeringConnectionCommand,
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateFlowLogsCommand,
  CreateInternetGatewayCommand,
  CreateNetworkAclCommand,
  CreateRouteCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  ModifySubnetAttributeCommand,
  CreateTagsCommand,
  CreateTransitGatewayCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  DeleteInternetGatewayCommand,
  DeleteNetworkAclEntryCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeInternetGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DetachInternetGatewayCommand,
  EC2Client,
  RevokeSecurityGroupEgressCommand,
  type IpPermission,
} from '@aws-sdk/client-ec2';
import { accountIds, given, json, regions, type World } from './world.ts';

/** What instances are put into. */
export interface Network {
  readonly openSubnet: string;
  readonly closedSubnet: string;
  readonly groups: Readonly<Record<string, string>>;
}

export const named = (type: string, Name: string, tags: Readonly<Record<string, string>> = {}) => ({
  TagSpecifications: [
    { ResourceType: type as 'vpc', Tags: Object.entries({ Name, ...tags }).map(([Key, Value]) => ({ Key, Value })) },
  ],
});

/** Takes away the VPC that AWS puts into every region, so that only what is built here is judged. */
export async function emptyRegions(world: World): Promise<void> {
  const gone = new Set<string>();
  for (const account of ['main', 'second', 'bare'] as const) {
    for (const region of regions)
      for (const acl of await emptyRegion(new EC2Client(world.at(account, region)))) gone.add(acl);
  }
  // The emulator keeps a VPC's own network ACL when the VPC is deleted.
  world.front.answer({ service: 'ec2', operation: 'DescribeNetworkAcls' }, async ({ account, region }) => {
    const { NetworkAcls = [] } = await new EC2Client(world.behind(account, region)).send(
      new DescribeNetworkAclsCommand({}),
    );
    return { NetworkAcls: NetworkAcls.filter(({ NetworkAclId = '' }) => !gone.has(NetworkAclId)) };
  });
}

/** Answers the network ACLs that stay behind. */
async function emptyRegion(ec2: EC2Client): Promise<string[]> {
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const { InternetGateways = [] } = await ec2.send(new DescribeInternetGatewaysCommand({}));
  for (const { SubnetId } of Subnets) await ec2.send(new DeleteSubnetCommand({ SubnetId }));
  for (const { InternetGatewayId, Attachments = [] } of InternetGateways) {
    for (const { VpcId } of Attachments) await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId }));
    await ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
  }
  const { NetworkAcls = [] } = await ec2.send(new DescribeNetworkAclsCommand({}));
  for (const { VpcId } of Vpcs) await ec2.send(new DeleteVpcCommand({ VpcId }));
  return NetworkAcls.flatMap(({ NetworkAclId }) => NetworkAclId ?? []);
}

/** One VPC that is open and one that is closed, in `main` in eu-west-1, and what hangs on them. */
export async function buildNetwork(world: World): Promise<Network> {
  const ec2 = new EC2Client(world.at('main', 'eu-west-1'));
  const open = await makeVpc(ec2, world, 'open-vpc', '10.1.0.0/16');
  const closed = await makeVpc(ec2, world, 'closed-vpc', '10.2.0.0/16');
  await closeDefaults(ec2, closed);
  await routeToInternet(ec2, open);
  await ec2.send(
    new CreateFlowLogsCommand({
      ResourceIds: [closed.vpc],
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: 'arn:aws:s3:::acme-private',
    }),
  );
  await endpoints(ec2, open, closed);
  await peering(ec2, open, closed);
  // The emulator has these, and the registry no client to make one with.
  world.front.answer(
    {
      service: 'route53resolver',
      operation: 'ListResolverDnssecConfigs',
      account: accountIds.main,
      region: 'eu-west-1',
    },
    {
      ResolverDnssecConfigs: [
        { Id: 'rdsc-1', OwnerId: accountIds.main, ResourceId: closed.vpc, ValidationStatus: 'ENABLED' },
      ],
    },
  );
  await ec2.send(
    new CreateTransitGatewayCommand({
      Options: { AutoAcceptSharedAttachments: 'enable' },
      ...named('transit-gateway', 'tgw-open'),
    }),
  );
  await ec2.send(
    new CreateTransitGatewayCommand({
      Options: { AutoAcceptSharedAttachments: 'disable' },
      ...named('transit-gateway', 'tgw-closed'),
    }),
  );
  return { openSubnet: open.subnet, closedSubnet: closed.subnet, groups: await securityGroups(ec2, open.vpc) };
}

export interface Vpc {
  readonly name: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly table: string;
  readonly acl: string;
  readonly group: string;
}

/** Says whether a subnet gives public addresses; the emulator has the first one of a zone do so, and chooses the zone by chance. */
export const givesAddresses = async (ec2: EC2Client, SubnetId: string, Value: boolean): Promise<void> => {
  await ec2.send(new ModifySubnetAttributeCommand({ SubnetId, MapPublicIpOnLaunch: { Value } }));
};

/** A VPC as the emulator makes it, with a subnet; its network ACL and default security group get names. */
export async function makeVpc(ec2: EC2Client, world: World, name: string, CidrBlock: string): Promise<Vpc> {
  const { Vpc: made } = await ec2.send(new CreateVpcCommand({ CidrBlock, ...named('vpc', name, { team: 'network' }) }));
  const vpc = given(made?.VpcId, 'VPC');
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({
      VpcId: vpc,
      CidrBlock: CidrBlock.replace('/16', '/24'),
      ...named('subnet', `${name}-a`),
    }),
  );
  const subnet = given(Subnet?.SubnetId, 'subnet');
  await givesAddresses(ec2, subnet, name !== 'closed-vpc');
  const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
  const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ Filters }));
  const { NetworkAcls = [] } = await ec2.send(new DescribeNetworkAclsCommand({}));
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const acl = given(NetworkAcls.find(({ VpcId }) => VpcId === vpc)?.NetworkAclId, 'network ACL');
  const group = given(SecurityGroups?.[0]?.GroupId, 'default security group');
  await ec2.send(new CreateTagsCommand({ Resources: [acl], Tags: [{ Key: 'Name', Value: `acl of ${name}` }] }));
  world.labels.set(group, `default of ${name}`);
  return {
    name,
    vpc,
    acl,
    group,
    subnet,
    table: given(RouteTables?.[0]?.RouteTableId, 'route table'),
  };
}

const anyIpv4: IpPermission = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

async function closeDefaults(ec2: EC2Client, { acl, group }: Vpc): Promise<void> {
  await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: group, IpPermissions: [anyIpv4] }));
  await ec2.send(new DeleteNetworkAclEntryCommand({ NetworkAclId: acl, RuleNumber: 100, Egress: false }));
}

async function routeToInternet(ec2: EC2Client, { vpc, subnet, table }: Vpc): Promise<void> {
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const GatewayId = given(InternetGateway?.InternetGatewayId, 'internet gateway');
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: GatewayId, VpcId: vpc }));
  await ec2.send(new CreateRouteCommand({ RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', GatewayId }));
  await ec2.send(new AssociateRouteTableCommand({ RouteTableId: table, SubnetId: subnet }));
  await ec2.send(new CreateNetworkAclCommand({ VpcId: vpc, ...named('network-acl', 'acl-denying') }));
}

const ingress = (from: number, to: number, range: Partial<IpPermission>): IpPermission => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  ...range,
});
const world4 = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const world6 = { Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const office = { IpRanges: [{ CidrIp: '10.0.0.0/8' }] };

/** Security groups of the open VPC, by name. */
const rules: Readonly<Record<string, readonly IpPermission[]>> = {
  'open-everything': [anyIpv4],
  'open-ssh': [ingress(22, 22, world4)],
  'open-rdp-ipv6': [ingress(3389, 3389, world6)],
  'open-database': [ingress(3306, 3306, world4)],
  web: [ingress(80, 80, world4), ingress(443, 443, { ...world4, ...world6 })],
  internal: [ingress(0, 65_535, office)],
};

async function securityGroups(ec2: EC2Client, VpcId: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [GroupName, IpPermissions] of Object.entries(rules)) {
    const { GroupId } = await ec2.send(new CreateSecurityGroupCommand({ GroupName, Description: GroupName, VpcId }));
    ids[GroupName] = given(GroupId, 'security group');
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [...IpPermissions] }));
  }
  return ids;
}

const through = (Principal: unknown): string =>
  json({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: '*', Resource: '*' }] });

async function endpoints(ec2: EC2Client, open: Vpc, closed: Vpc): Promise<void> {
  const make = async (
    name: string,
    VpcId: string,
    service: string,
    type: 'Gateway' | 'Interface',
    PolicyDocument: string,
    rest: object,
  ) =>
    ec2.send(
      new CreateVpcEndpointCommand({
        VpcId,
        ServiceName: `com.amazonaws.eu-west-1.${service}`,
        VpcEndpointType: type,
        PolicyDocument,
        ...rest,
        ...named('vpc-endpoint', name),
      }),
    );
  await make('dynamodb-open', open.vpc, 'dynamodb', 'Gateway', through('*'), { RouteTableIds: [open.table] });
  await make('s3-own', closed.vpc, 's3', 'Gateway', through({ AWS: 'arn:aws:iam::123456789012:root' }), {
    RouteTableIds: [closed.table],
  });
  await make('ec2-partner', closed.vpc, 'ec2', 'Interface', through({ AWS: 'arn:aws:iam::999988887777:root' }), {
    SubnetIds: [closed.subnet],
  });
}

/** Two connections between the VPCs: one that routes reach all of, one that they reach a host of. */
async function peering(ec2: EC2Client, open: Vpc, closed: Vpc): Promise<void> {
  const connect = async (name: string, table: string, DestinationCidrBlock: string) => {
    const { VpcPeeringConnection } = await ec2.send(
      new CreateVpcPeeringConnectionCommand({
        VpcId: open.vpc,
        PeerVpcId: closed.vpc,
        ...named('vpc-peering-connection', name),
      }),
    );
    const VpcPeeringConnectionId = given(VpcPeeringConnection?.VpcPeeringConnectionId, 'peering connection');
    await ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
    await ec2.send(new CreateRouteCommand({ RouteTableId: table, DestinationCidrBlock, VpcPeeringConnectionId }));
  };
  await connect('peering-wide', open.table, '10.2.0.0/16');
  await connect('peering-narrow', closed.table, '10.1.0.10/32');
}
