import { describe, expect, it } from 'vitest';
import type { Interface, Network } from '../../../../src/judgements/network/reach/facts.ts';
import { letInText, reachFromInternet, type Reach, wayText } from '../../../../src/judgements/network/reach/reach.ts';
import {
  accelerator,
  acl,
  appRules,
  balancer,
  distribution,
  entry,
  face,
  group,
  inPrivate,
  listener,
  network,
  nlb,
  originsGroup,
  out,
  preserving,
  privateSubnet,
  privateTable,
  publicSubnet,
  publicTable,
  refers,
  route,
  rule,
  subnet,
  table,
  targets,
  tcp,
  toGateway,
  world,
} from './world.ts';

interface Case {
  readonly when: string;
  readonly on: Interface | readonly Interface[];
  readonly in: Partial<Network>;
  readonly expect: Reach['kind'];
  readonly says?: RegExp;
}

function judge(cases: readonly Case[]): void {
  it.each(cases.map((each) => [`${each.expect} when ${each.when}`, each] as const))('is %s', (_, each) => {
    const interfaces = [each.on].flat();
    const found = reachFromInternet({ id: 'i-1', arn: 'arn:i-1', interfaces }, network(each.in));
    const words =
      found.kind === 'open'
        ? `${wayText(found.path)}: ${letInText(found.path)}`
        : found.kind === 'possible'
          ? `${wayText(found.path)} depending on ${found.on}`
          : (found.kind === 'closed' ? found.reasons : found.causes).join('; ');
    expect(found.kind, words).toBe(each.expect);
    if (each.says !== undefined) expect(words).toMatch(each.says);
  });
}

const at = (id: string, port: number | undefined = 8080) => [{ id, port, zone: undefined }];
const node = (parts: Partial<Interface> = {}): Interface => ({
  ...inPrivate,
  privateBlocks: ['10.0.1.64/28'],
  ...parts,
});
const pods = (id: string, parts = {}) => targets({ targetType: 'ip', targets: at(id), ...parts });
const alb = { loadBalancers: [balancer()] };

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html
describe('addresses of blocks that are delegated to an interface', () => {
  judge([
    {
      when: 'a target lies in the IPv4 block',
      on: node(),
      in: { ...alb, targetGroups: [pods('10.0.1.70')] },
      expect: 'open',
      says: /through the load balancer web \(HTTPS 443\) and its target group app: sg-app/,
    },
    {
      when: 'it is the first of the block',
      on: node(),
      in: { ...alb, targetGroups: [pods('10.0.1.64')] },
      expect: 'open',
    },
    {
      when: 'it is the last of the block',
      on: node(),
      in: { ...alb, targetGroups: [pods('10.0.1.79')] },
      expect: 'open',
    },
    {
      when: 'it is the next after the block',
      on: node(),
      in: { ...alb, targetGroups: [pods('10.0.1.80')] },
      expect: 'closed',
    },
    {
      when: 'it is the one before the block',
      on: node(),
      in: { ...alb, targetGroups: [pods('10.0.1.63')] },
      expect: 'closed',
    },
    {
      when: 'it is in the second of two blocks',
      on: node({ privateBlocks: ['10.0.1.64/28', '10.0.1.96/28'] }),
      in: { ...alb, targetGroups: [pods('10.0.1.100')] },
      expect: 'open',
    },
    {
      when: 'a secondary interface has the block',
      on: [inPrivate, node({ id: 'eni-2', deviceIndex: 1, privateIps: ['10.0.1.20'] })],
      in: { ...alb, targetGroups: [pods('10.0.1.70')] },
      expect: 'open',
    },
    {
      when: 'the group of that interface does not let the load balancer in',
      on: node({ groupIds: ['sg-lb'] }),
      in: { ...alb, targetGroups: [pods('10.0.1.70')] },
      expect: 'closed',
    },
    {
      when: 'the target is in another VPC with the same addresses',
      on: node(),
      in: { ...alb, targetGroups: [pods('10.0.1.70', { vpcId: 'vpc-2' })] },
      expect: 'closed',
    },
    {
      when: 'the target is an instance id',
      on: node(),
      in: { ...alb, targetGroups: [targets({ targets: at('i-2') })] },
      expect: 'closed',
    },
    {
      when: 'the load balancer is internal',
      on: node(),
      in: { loadBalancers: [balancer({ scheme: 'internal' })], targetGroups: [pods('10.0.1.70')] },
      expect: 'closed',
    },
    {
      when: 'a target lies in a delegated IPv6 block',
      on: inPrivate.ipv6.length === 0 ? { ...inPrivate, ipv6: ['2600:1f18:0:1:7::/80'] } : inPrivate,
      in: {
        loadBalancers: [balancer({ ipAddressType: 'dualstack' })],
        targetGroups: [pods('2600:1f18:0:1:7::5', { ipAddressType: 'ipv6' })],
      },
      expect: 'open',
    },
    {
      when: 'the IPv6 target is written in capitals and in full',
      on: { ...inPrivate, ipv6: ['2600:1f18:0:1:7::/80'] },
      in: { ...alb, targetGroups: [pods('2600:1F18:0000:0001:0007:0000:0000:0005', { ipAddressType: 'ipv6' })] },
      expect: 'open',
    },
    {
      when: 'the IPv6 target is in the next block',
      on: { ...inPrivate, ipv6: ['2600:1f18:0:1:7::/80'] },
      in: { ...alb, targetGroups: [pods('2600:1f18:0:1:8::5', { ipAddressType: 'ipv6' })] },
      expect: 'closed',
    },
    {
      when: 'a Network Load Balancer keeps the client address and the group lets the world in',
      on: node(),
      in: {
        loadBalancers: [nlb()],
        targetGroups: [preserving({ targetType: 'ip', targets: at('10.0.1.70') })],
        groups: appRules(rule(8080, [world])),
      },
      expect: 'open',
    },
    {
      when: 'a Network Load Balancer keeps the client address and the group lets the VPC in',
      on: node(),
      in: {
        loadBalancers: [nlb()],
        targetGroups: [preserving({ targetType: 'ip', targets: at('10.0.1.70') })],
        groups: appRules(rule(8080, ['10.0.0.0/16'])),
      },
      expect: 'closed',
    },
  ]);
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
describe('the address family of a target group of instances', () => {
  const both = { ...inPrivate, ipv6: ['2600:1f18:0:1::10'] };
  const six = targets({ ipAddressType: 'ipv6' });
  const sixOnly = appRules(rule(8080, ['2600:1f18::/56']));
  judge([
    {
      when: 'the group lets IPv6 of the VPC in',
      on: both,
      in: { ...alb, targetGroups: [six], groups: sixOnly },
      expect: 'open',
    },
    { when: 'it is of IPv4', on: both, in: { ...alb, targetGroups: [targets()], groups: sixOnly }, expect: 'closed' },
    {
      when: 'the group lets IPv4 of the VPC in, and the target group is of IPv6',
      on: both,
      in: { ...alb, targetGroups: [six], groups: appRules(rule(8080, ['10.0.0.0/16'])) },
      expect: 'closed',
    },
    {
      when: 'the group names the load balancer',
      on: both,
      in: { ...alb, targetGroups: [six] },
      expect: 'open',
    },
    {
      when: 'a Network Load Balancer keeps IPv6 clients and the group lets ::/0 in',
      on: both,
      in: {
        loadBalancers: [nlb({ ipAddressType: 'dualstack' })],
        targetGroups: [preserving({ ipAddressType: 'ipv6' })],
        groups: appRules(rule(8080, ['::/0'])),
      },
      expect: 'open',
    },
    {
      when: 'the instance has IPv6 alone',
      on: { ...inPrivate, privateIps: [], ipv6: ['2600:1f18:0:1::10'] },
      in: { ...alb, targetGroups: [six], groups: sixOnly },
      expect: 'open',
    },
  ]);
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
describe('an internal load balancer with IPv6 addresses', () => {
  const inside = (parts = {}) => ({
    loadBalancers: [balancer({ scheme: 'internal', ipAddressType: 'dualstack', ...parts })],
    targetGroups: [targets()],
  });
  judge([
    {
      when: 'its subnet routes IPv6 to a gateway',
      on: inPrivate,
      in: inside(),
      expect: 'possible',
      says: /internal load balancer web denies/,
    },
    { when: 'it has IPv4 alone', on: inPrivate, in: inside({ ipAddressType: 'ipv4' }), expect: 'closed' },
    {
      when: 'its subnet has no IPv6 route',
      on: inPrivate,
      in: inside({ zones: [{ subnetId: 'subnet-private' }] }),
      expect: 'closed',
    },
    {
      when: 'its group lets IPv4 clients in only',
      on: inPrivate,
      in: { ...inside(), groups: [group('sg-app', refers(8080, 'sg-lb')), group('sg-lb', rule(443, [world]))] },
      expect: 'closed',
    },
    {
      when: 'its subnet routes IPv6 to an egress-only gateway',
      on: inPrivate,
      in: {
        ...inside(),
        routeTables: [
          table('rtb-public', ['subnet-public'], route(world, 'igw-1'), route('::/0', 'eigw-1')),
          privateTable,
        ],
      },
      expect: 'closed',
    },
    {
      when: 'Block Public Access closes the subnet',
      on: inPrivate,
      in: {
        ...inside(),
        subnets: [{ ...publicSubnet, inboundBlock: 'block-bidirectional' }, privateSubnet],
      },
      expect: 'closed',
    },
    {
      when: 'it is a Network Load Balancer with groups',
      on: inPrivate,
      in: {
        loadBalancers: [nlb({ scheme: 'internal', ipAddressType: 'dualstack', securityGroups: ['sg-lb'] })],
        targetGroups: [targets({ protocol: 'TCP' })],
      },
      expect: 'possible',
    },
    {
      when: 'target groups were not read and it alone could send',
      on: inPrivate,
      in: {
        loadBalancers: [balancer({ scheme: 'internal', ipAddressType: 'dualstack' })],
        unread: { targetGroups: 'denied' },
      },
      expect: 'unknown',
    },
  ]);
});

// https://docs.aws.amazon.com/global-accelerator/latest/dg/secure-vpc-connections.html
describe('an accelerator before something in a VPC', () => {
  const sealed = [{ ...privateTable, id: 'rtb-1', subnetIds: ['subnet-private', 'subnet-public'] }];
  const lets = appRules(rule(443, [world]));
  judge([
    {
      when: 'no route names the internet gateway that the accelerator asks for',
      on: inPrivate,
      in: { accelerators: [accelerator('i-1')], groups: lets, routeTables: sealed },
      expect: 'possible',
      says: /through the accelerator edge depending on an internet gateway of vpc-1/,
    },
    {
      when: 'the same is true of an internal load balancer',
      on: inPrivate,
      in: {
        accelerators: [accelerator('lb-1')],
        loadBalancers: [balancer({ scheme: 'internal' })],
        targetGroups: [targets()],
        routeTables: sealed,
      },
      expect: 'possible',
    },
    {
      when: 'another table names the gateway',
      on: inPrivate,
      in: { accelerators: [accelerator('i-1')], groups: lets },
      expect: 'open',
    },
    {
      when: 'the group closes the port and no route names a gateway',
      on: inPrivate,
      in: { accelerators: [accelerator('i-1')], routeTables: sealed },
      expect: 'closed',
    },
    {
      when: 'the accelerator is off',
      on: inPrivate,
      in: { accelerators: [accelerator('i-1', {}, false)], groups: lets, routeTables: sealed },
      expect: 'closed',
    },
    {
      when: 'Block Public Access closes the subnet',
      on: inPrivate,
      in: {
        accelerators: [accelerator('i-1')],
        groups: lets,
        subnets: [publicSubnet, { ...privateSubnet, inboundBlock: 'block-ingress' }],
      },
      expect: 'closed',
    },
    {
      when: 'a distribution comes through an origin, no gateway at all',
      on: inPrivate,
      in: {
        distributions: [distribution('arn:i-1')],
        groups: [group('sg-app', refers(443, 'sg-cf')), originsGroup],
        routeTables: sealed,
      },
      expect: 'open',
    },
  ]);
});

describe('more than one part of a way', () => {
  const publicOne = face({ publicIps: ['198.51.100.1'] });
  judge([
    {
      when: 'two halves of the internet have routes of their own',
      on: publicOne,
      in: {
        groups: appRules(rule(22, [world])),
        routeTables: [
          table('rtb-public', ['subnet-public'], route('0.0.0.0/1', 'igw-1'), route('128.0.0.0/1', 'igw-1')),
        ],
      },
      expect: 'open',
    },
    {
      when: 'a group opens one half and another group the other',
      on: { ...publicOne, groupIds: ['sg-a', 'sg-b'] },
      in: { groups: [group('sg-a', rule(22, ['0.0.0.0/1'])), group('sg-b', rule(22, ['128.0.0.0/1']))] },
      expect: 'open',
    },
    {
      when: 'the group opens the half that the ACL denies',
      on: publicOne,
      in: {
        groups: appRules(rule(22, ['0.0.0.0/1'])),
        acls: [
          acl('acl-1', ['subnet-public'], entry(90, 'deny', '0.0.0.0/1'), entry(100, 'allow', world), out(100, world)),
        ],
      },
      expect: 'closed',
    },
    {
      when: 'the ACL lets answers out to reserved ports of clients alone',
      on: publicOne,
      in: {
        groups: appRules(rule(22, [world])),
        acls: [acl('acl-1', ['subnet-public'], entry(100, 'allow', world), out(100, world, tcp(443)))],
      },
      expect: 'possible',
    },
    {
      when: 'the default route is blackholed and a wide one is not',
      on: publicOne,
      in: {
        groups: appRules(rule(22, [world])),
        routeTables: [
          table('rtb-public', ['subnet-public'], route(world, 'igw-1', 'blackhole'), route('64.0.0.0/2', 'igw-1')),
        ],
      },
      expect: 'open',
    },
    {
      when: 'the subnet uses the main table',
      on: publicOne,
      in: {
        groups: appRules(rule(22, [world])),
        routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true }],
      },
      expect: 'open',
    },
    {
      when: 'the main table is of another VPC',
      on: publicOne,
      in: {
        groups: appRules(rule(22, [world])),
        routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true, vpcId: 'vpc-2' }],
      },
      expect: 'unknown',
    },
    {
      when: 'the subnet is shared by another account and the table is not visible',
      on: publicOne,
      in: {
        groups: appRules(rule(22, [world])),
        subnets: [subnet('subnet-public', ['10.0.0.0/24'], { ownerId: '999988887777' })],
        routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true }],
      },
      expect: 'unknown',
    },
    {
      when: 'a listener sends UDP and the group opens TCP alone',
      on: inPrivate,
      in: {
        loadBalancers: [nlb({ listeners: [listener(53, 'UDP', ['tg-1'])] })],
        targetGroups: [preserving({ protocol: 'UDP', port: 53, targets: at('i-1', 53) })],
        groups: appRules(rule(53, [world])),
      },
      expect: 'closed',
    },
    {
      when: 'a listener sends UDP to an open UDP port',
      on: inPrivate,
      in: {
        loadBalancers: [nlb({ listeners: [listener(53, 'UDP', ['tg-1'])] })],
        targetGroups: [preserving({ protocol: 'UDP', port: 53, targets: at('i-1', 53) })],
        groups: appRules(rule(53, [world], { protocol: 'udp' })),
      },
      expect: 'open',
    },
    {
      when: 'a public table is used by the load balancer and the target port is opened by a range',
      on: inPrivate,
      in: {
        loadBalancers: [balancer()],
        targetGroups: [targets()],
        routeTables: [publicTable, privateTable],
        groups: [
          group('sg-app', rule(8080, ['10.0.0.0/24'], { fromPort: 8000, toPort: 9000 })),
          group('sg-lb', rule(443, [world])),
        ],
      },
      expect: 'open',
    },
  ]);
});
