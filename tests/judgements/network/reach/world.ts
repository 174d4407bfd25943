import type {
  AclFact,
  AcceleratorFact,
  ClassicLoadBalancerFact,
  DistributionFact,
  GroupFact,
  Interface,
  ListenerFact,
  LoadBalancerFact,
  Network,
  RouteFact,
  RouteTableFact,
  SubnetFact,
  TargetGroupFact,
} from '../../../../src/judgements/network/reach/facts.ts';
import type { NaclEntry } from '../../../../src/services/ec2/network-acl.ts';
import type { SecurityGroupRule } from '../../../../src/services/ec2/security-group.ts';

export const account = '111122223333';
export const world = '0.0.0.0/0';

export const rule = (
  port: number | 'all',
  from: readonly string[],
  parts: Partial<SecurityGroupRule> = {},
): SecurityGroupRule => ({
  direction: 'ingress',
  ...(port === 'all' ? { protocol: '-1' } : { protocol: 'tcp', fromPort: port, toPort: port }),
  cidrs: from.filter((each) => !each.includes(':')),
  ipv6Cidrs: from.filter((each) => each.includes(':')),
  prefixLists: [],
  groups: [],
  ...parts,
});
export const refers = (port: number, ...groups: string[]): SecurityGroupRule => rule(port, [], { groups });
export const egressTo = (port: number | 'all', from: readonly string[], groups: readonly string[] = []) =>
  rule(port, from, { direction: 'egress', groups });
const allOut = egressTo('all', [world, '::/0']);

export const group = (id: string, ...rules: SecurityGroupRule[]): GroupFact => ({
  id,
  name: id,
  vpcId: 'vpc-1',
  rules: rules.some(({ direction }) => direction === 'egress') ? rules : [...rules, allOut],
});

export const route = (destination: string, to: string, state = 'active'): RouteFact => ({
  destination,
  state,
  gatewayId: /^(igw|vpce|vgw|local)/.test(to) ? to : undefined,
  applianceId: to.startsWith('eni-') ? to : undefined,
});
export const table = (id: string, subnetIds: readonly string[], ...routes: RouteFact[]): RouteTableFact => ({
  id,
  vpcId: 'vpc-1',
  main: false,
  subnetIds,
  edgeGatewayIds: [],
  routes,
});
const local = [route('10.0.0.0/16', 'local'), route('2600:1f18::/56', 'local')];
export const toGateway = [route(world, 'igw-1'), route('::/0', 'igw-1')];
export const publicTable = table('rtb-public', ['subnet-public'], ...local, ...toGateway);
export const privateTable = table('rtb-private', ['subnet-private'], ...local, route(world, 'nat-1'));

export const subnet = (id: string, cidrs: readonly string[], parts: Partial<SubnetFact> = {}): SubnetFact => ({
  id,
  vpcId: 'vpc-1',
  account,
  ownerId: account,
  cidrs,
  inboundBlock: 'off',
  ...parts,
});
export const publicSubnet = subnet('subnet-public', ['10.0.0.0/24', '2600:1f18:0:0::/64']);
export const privateSubnet = subnet('subnet-private', ['10.0.1.0/24', '2600:1f18:0:1::/64']);

export const entry = (
  number: number,
  action: 'allow' | 'deny',
  cidr: string,
  parts: Partial<NaclEntry> = {},
): NaclEntry => ({
  number,
  action,
  egress: false,
  protocol: '-1',
  ...(cidr.includes(':') ? { ipv6Cidr: cidr } : { cidr }),
  ...parts,
});
export const tcp = (from: number, to = from): Partial<NaclEntry> => ({ protocol: '6', fromPort: from, toPort: to });
export const out = (number: number, cidr: string, parts: Partial<NaclEntry> = {}): NaclEntry =>
  entry(number, 'allow', cidr, { egress: true, ...parts });
const allowAll = [entry(100, 'allow', world), entry(101, 'allow', '::/0'), out(100, world), out(101, '::/0')];
export const acl = (id: string, subnetIds: readonly string[], ...entries: NaclEntry[]): AclFact => ({
  id,
  subnetIds,
  entries: entries.length === 0 ? allowAll : entries,
});
export const acls = [acl('acl-1', ['subnet-public', 'subnet-private'])];

export const face = (parts: Partial<Interface> = {}): Interface => ({
  id: 'eni-1',
  deviceIndex: 0,
  vpcId: 'vpc-1',
  subnetId: 'subnet-public',
  groupIds: ['sg-app'],
  publicIps: [],
  privateIps: ['10.0.0.10'],
  ipv6: [],
  ...parts,
});
export const inPublic = face({ publicIps: ['198.51.100.1'] });
export const inPrivate = face({ subnetId: 'subnet-private', privateIps: ['10.0.1.10'] });

export const listener = (
  port: number,
  protocol: string,
  targetGroups: readonly string[],
  parts: Partial<ListenerFact> & Partial<ListenerFact['forwarding'][number]> = {},
): ListenerFact => {
  const { verifiesClients = false, forwarding, ...rest } = parts;
  return {
    port,
    protocol,
    verifiesClients,
    forwarding: forwarding ?? [{ targetGroups, authentication: [], sources: undefined, headers: [], ...rest }],
  };
};
export const balancer = (parts: Partial<LoadBalancerFact> = {}): LoadBalancerFact => ({
  arn: 'lb-1',
  name: 'web',
  type: 'application',
  scheme: 'internet-facing',
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  securityGroups: ['sg-lb'],
  zones: [{ subnetId: 'subnet-public' }],
  listeners: [listener(443, 'HTTPS', ['tg-1'])],
  ...parts,
});
export const nlb = (parts: Partial<LoadBalancerFact> = {}): LoadBalancerFact =>
  balancer({ type: 'network', securityGroups: [], listeners: [listener(443, 'TCP', ['tg-1'])], ...parts });
export const targets = (parts: Partial<TargetGroupFact> = {}): TargetGroupFact => ({
  arn: 'tg-1',
  name: 'app',
  targetType: 'instance',
  protocol: 'HTTP',
  port: 8080,
  vpcId: 'vpc-1',
  loadBalancerArns: ['lb-1'],
  targets: [{ id: 'i-1', port: 8080, zone: undefined }],
  preservesClientIp: false,
  ...parts,
});
export const preserving = (parts: Partial<TargetGroupFact> = {}): TargetGroupFact =>
  targets({ protocol: 'TCP', preservesClientIp: true, ...parts });
export const classic = (parts: Partial<ClassicLoadBalancerFact> = {}): ClassicLoadBalancerFact => ({
  arn: 'clb-1',
  name: 'old',
  scheme: 'internet-facing',
  vpcId: 'vpc-1',
  subnets: ['subnet-public'],
  securityGroups: ['sg-lb'],
  instances: ['i-1'],
  listeners: [{ protocol: 'TCP', port: 80, instancePort: 8080 }],
  ...parts,
});
type Endpoint = NonNullable<AcceleratorFact['endpoints']>[number];
export const accelerator = (id: string, parts: Partial<Endpoint> = {}, enabled = true): AcceleratorFact => ({
  arn: 'ga-1',
  name: 'edge',
  enabled,
  endpoints: [
    { id, region: 'eu-west-1', protocol: 'TCP', ports: [{ from: 443, to: 443 }], preservesClientIp: true, ...parts },
  ],
});
export const distribution = (
  endpointArn: string,
  ports: readonly number[] = [443],
  enabled = true,
): DistributionFact => ({
  arn: 'cf-1',
  id: 'E1',
  name: 'www.example.com',
  enabled,
  vpcOrigins: [{ id: 'vo-1', endpointArn, ports }],
});

/** A VPC with a public and a private subnet; `sg-lb` lets the world in on 443, `sg-app` takes 8080 of `sg-lb`. */
export const network = (parts: Partial<Network> = {}): Network => ({
  subnets: [publicSubnet, privateSubnet],
  routeTables: [publicTable, privateTable],
  acls,
  groups: [group('sg-app', refers(8080, 'sg-lb')), group('sg-lb', rule(443, [world, '::/0']), rule(80, [world]))],
  prefixLists: [],
  loadBalancers: [],
  targetGroups: [],
  classicLoadBalancers: [],
  accelerators: [],
  distributions: [],
  unread: {},
  ...parts,
});
/** The groups, with other rules for the instance. */
export const appRules = (...rules: SecurityGroupRule[]): GroupFact[] => [
  group('sg-app', ...rules),
  group('sg-lb', rule(443, [world, '::/0']), rule(80, [world])),
];
export const originsGroup: GroupFact = { ...group('sg-cf'), name: 'CloudFront-VPCOrigins-Service-SG' };
