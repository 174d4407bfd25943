import check from '../../../checks/ec2/ec2-instance-cifs-not-exposed.ts';
import type { SecurityGroupRule } from '../../../src/services/ec2/security-group.ts';
import type { NaclEntry } from '../../../src/services/ec2/network-acl.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const rule = (parts: Partial<SecurityGroupRule>): SecurityGroupRule => ({
  direction: 'ingress',
  protocol: 'tcp',
  fromPort: 445,
  toPort: 445,
  cidrs: [],
  ipv6Cidrs: [],
  prefixLists: [],
  groups: [],
  ...parts,
});
const group = (id: string, rules: readonly SecurityGroupRule[], prefixListCidrs = {}) => ({
  id,
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  rules: [...rules],
  prefixListCidrs,
});
const everywhere = rule({ cidrs: ['0.0.0.0/0'] });
const open = group('sg-1', [everywhere]);

const route = (
  destination: string | undefined,
  gatewayId: string | undefined,
  state: 'active' | 'blackhole' = 'active',
) => ({
  destination,
  gatewayId,
  state,
  applianceId: undefined,
  prefixListId: undefined,
  peeringId: undefined,
});
const table = (
  id: string,
  routes: ReturnType<typeof route>[],
  parts: { main?: boolean; subnetIds?: string[]; vpcId?: string } = {},
) => ({
  id,
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  main: false,
  subnetIds: ['subnet-1'],
  edgeGatewayIds: [],
  routes,
  ...parts,
});
const toInternet = table('rtb-1', [route('0.0.0.0/0', 'igw-1')]);

const subnet = {
  id: 'subnet-1',
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  cidrs: ['10.0.0.0/24'],
  assignsPublicIp: undefined,
  internetGatewayBlockMode: undefined,
  inboundBlock: 'off' as const,
};

const entry = (number: number, action: 'allow' | 'deny', parts: Partial<NaclEntry> = {}): NaclEntry => ({
  number,
  action,
  egress: false,
  protocol: '-1',
  cidr: '0.0.0.0/0',
  ...parts,
});
const outward: NaclEntry[] = [
  entry(100, 'allow', { egress: true }),
  entry(101, 'allow', { egress: true, cidr: undefined, ipv6Cidr: '::/0' }),
];
const acl = (...entries: NaclEntry[]) => ({
  id: 'acl-1',
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  isDefault: true,
  subnetIds: ['subnet-1'],
  entries: [...entries, ...outward],
});
const openAcl = acl(entry(100, 'allow'), entry(32_767, 'deny'));

const groupsOf = (...groups: ReturnType<typeof group>[]) => ({ securityGroups: groups, prefixLists: groups });
const network = { subnets: [subnet], routeTables: [toInternet], acls: [openAcl], ...groupsOf(open) };
const eni = {
  id: 'eni-1',
  deviceIndex: 0,
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  groupIds: ['sg-1'],
  publicIps: ['198.51.100.1'],
  privateIps: ['10.0.0.4'],
  ipv6: [] as string[],
};

const base = {
  id: 'i-1',
  name: 'files',
  state: 'running',
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  publicIp: '198.51.100.1',
  profileArn: undefined,
  metadata: { endpoint: 'enabled', tokens: 'required', hopLimit: 1 },
  interfaces: [eni],
} as const;

checkSuite(check, { ...base, interfaces: [eni] }, [
  {
    when: 'address, route, group and ACL let port 445 through',
    along: network,
    expect: 'fail',
    message:
      /^files \(i-1\) is reached .* tcp 445 at 198\.51\.100\.1: sg-1 and acl-1 let it in, rtb-1 routes to igw-1$/,
    fix: {
      cli: `aws ec2 revoke-security-group-ingress --group-id sg-1 --ip-permissions '[{"IpProtocol":"tcp","FromPort":445,"ToPort":445,"IpRanges":[{"CidrIp":"0.0.0.0/0"}]}]' --region eu-west-1`,
    },
  },
  {
    when: 'it is stopped, and will be exposed',
    given: { state: 'stopped' },
    along: network,
    expect: 'fail',
    message: /once it runs \(it is stopped\)/,
  },
  {
    when: 'it has a private address only',
    given: { interfaces: [{ ...eni, publicIps: [] }] },
    along: network,
    expect: 'pass',
    message: /no public address/,
  },
  { when: 'it has no interface', given: { interfaces: [] }, along: network, expect: 'pass' },
  {
    when: 'the subnet has no route to an internet gateway',
    along: {
      ...network,
      routeTables: [table('rtb-1', [route('0.0.0.0/0', undefined), route('10.0.0.0/16', 'local')])],
    },
    expect: 'pass',
    message: /rtb-1 of subnet-1 has no IPv4 default route/,
  },
  {
    when: 'the internet gateway is gone',
    along: { ...network, routeTables: [table('rtb-1', [route('0.0.0.0/0', 'igw-1', 'blackhole')])] },
    expect: 'pass',
  },
  {
    when: 'only one network is routed to the internet gateway',
    along: { ...network, routeTables: [table('rtb-1', [route('203.0.113.0/24', 'igw-1')])] },
    expect: 'pass',
  },
  {
    when: 'the two halves of the internet are routed',
    along: { ...network, routeTables: [table('rtb-1', [route('0.0.0.0/1', 'igw-1'), route('128.0.0.0/1', 'igw-1')])] },
    expect: 'fail',
  },
  {
    when: 'the subnet uses the main table of its VPC',
    along: {
      ...network,
      routeTables: [
        table('rtb-2', [route('0.0.0.0/0', 'igw-2')], { main: true, subnetIds: [], vpcId: 'vpc-2' }),
        table('rtb-1', [route('0.0.0.0/0', 'igw-1')], { main: true, subnetIds: [] }),
      ],
    },
    expect: 'fail',
    message: /rtb-1 routes to igw-1/,
  },
  {
    when: 'the table of the subnet is private and the main one is not',
    along: {
      ...network,
      routeTables: [
        table('rtb-1', [route('0.0.0.0/0', 'igw-1')], { main: true, subnetIds: [] }),
        table('rtb-2', [route('10.0.0.0/16', 'local')]),
      ],
    },
    expect: 'pass',
    message: /rtb-2/,
  },
  {
    when: 'VPC Block Public Access closes the subnet',
    along: { ...network, subnets: [{ ...subnet, inboundBlock: 'block-ingress' as const }] },
    expect: 'pass',
    message: /Block Public Access \(block-ingress\)/,
  },
  {
    when: 'its subnet is not visible',
    along: { ...network, subnets: [] },
    expect: 'unknown',
    message: /subnet-1 is not visible/,
  },
  {
    when: 'the group opens another port',
    along: { ...network, ...groupsOf(group('sg-1', [rule({ cidrs: ['0.0.0.0/0'], fromPort: 443, toPort: 443 })])) },
    expect: 'pass',
    message: /no security group opens tcp 445/,
  },
  {
    when: 'the group opens the port to a network',
    along: { ...network, ...groupsOf(group('sg-1', [rule({ cidrs: ['10.0.0.0/8'] })])) },
    expect: 'pass',
  },
  {
    when: 'the rule is for outbound traffic',
    along: { ...network, ...groupsOf(group('sg-1', [rule({ cidrs: ['0.0.0.0/0'], direction: 'egress' })])) },
    expect: 'pass',
  },
  {
    when: 'the group opens every protocol',
    along: {
      ...network,
      ...groupsOf(
        group('sg-1', [rule({ cidrs: ['0.0.0.0/0'], protocol: '-1', fromPort: undefined, toPort: undefined })]),
      ),
    },
    expect: 'fail',
    message: /tcp 139/,
  },
  {
    when: 'a prefix list holds the whole internet',
    along: {
      ...network,
      ...groupsOf(group('sg-1', [rule({ prefixLists: ['pl-1'] })], { 'pl-1': ['0.0.0.0/1', '128.0.0.0/1'] })),
    },
    expect: 'fail',
  },
  {
    when: 'two groups open half of the internet each',
    given: { interfaces: [{ ...eni, groupIds: ['sg-1', 'sg-2'] }] },
    along: {
      ...network,
      ...groupsOf(group('sg-1', [rule({ cidrs: ['0.0.0.0/1'] })]), group('sg-2', [rule({ cidrs: ['128.0.0.0/1'] })])),
    },
    expect: 'fail',
    message: /sg-1, sg-2 and acl-1/,
  },
  {
    when: 'the group belongs to another interface, which has no address',
    given: {
      interfaces: [
        { ...eni, groupIds: ['sg-3'] },
        { ...eni, id: 'eni-2', publicIps: [] },
      ],
    },
    along: { ...network, ...groupsOf(open, group('sg-3', [])) },
    expect: 'pass',
  },
  {
    when: 'the network ACL denies the port before it allows everything',
    along: {
      ...network,
      acls: [acl(entry(10, 'deny', { protocol: '6', fromPort: 139, toPort: 445 }), entry(100, 'allow'))],
    },
    expect: 'pass',
    message: /acl-1 of subnet-1 lets no tcp 445 in/,
  },
  { when: 'the network ACL allows nothing', along: { ...network, acls: [acl(entry(32_767, 'deny'))] }, expect: 'pass' },
  {
    when: 'IPv6 is open on its own',
    given: { interfaces: [{ ...eni, publicIps: [], ipv6: ['2600:1f18::1'] }] },
    along: {
      subnets: [subnet],
      routeTables: [table('rtb-1', [route('::/0', 'igw-1')])],
      acls: [acl(entry(100, 'allow', { cidr: undefined, ipv6Cidr: '::/0' }))],
      ...groupsOf(group('sg-1', [rule({ ipv6Cidrs: ['::/0'] })])),
    },
    expect: 'fail',
    message: /at 2600:1f18::1/,
  },
  {
    when: 'IPv6 goes out through an egress-only gateway',
    given: { interfaces: [{ ...eni, publicIps: [], ipv6: ['2600:1f18::1'] }] },
    along: {
      subnets: [subnet],
      routeTables: [table('rtb-1', [route('::/0', undefined)])],
      acls: [acl(entry(100, 'allow', { cidr: undefined, ipv6Cidr: '::/0' }))],
      ...groupsOf(group('sg-1', [rule({ ipv6Cidrs: ['::/0'] })])),
    },
    expect: 'pass',
    message: /no IPv6 default route/,
  },
  {
    when: 'its IPv6 address is private',
    given: { interfaces: [{ ...eni, publicIps: [], ipv6: ['fd00::1'] }] },
    along: {
      subnets: [subnet],
      routeTables: [table('rtb-1', [route('::/0', 'igw-1')])],
      acls: [acl(entry(100, 'allow', { cidr: undefined, ipv6Cidr: '::/0' }))],
      ...groupsOf(group('sg-1', [rule({ ipv6Cidrs: ['::/0'] })])),
    },
    expect: 'pass',
    message: /no public address/,
  },
  {
    when: 'its group is not visible',
    along: { ...network, ...groupsOf() },
    expect: 'unknown',
    message: /security group sg-1 is not visible/,
  },
  {
    when: 'its group is not visible but the route is missing',
    along: { ...network, ...groupsOf(), routeTables: [table('rtb-1', [])] },
    expect: 'pass',
  },
  {
    when: 'its route table is not visible',
    along: { ...network, routeTables: [] },
    expect: 'unknown',
    message: /route table of subnet-1/,
  },
  {
    when: 'its network ACL is not visible',
    along: { ...network, acls: [] },
    expect: 'unknown',
    message: /network ACL of subnet-1/,
  },
  {
    when: 'the port is not among those of the setting',
    along: network,
    settings: { ports: [139] },
    expect: 'pass',
    message: /tcp 139/,
  },
]);
