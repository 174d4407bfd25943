import { describe, expect, it } from 'vitest';
import type { Interface, Network } from '../../../../src/judgements/network/reach/facts.ts';
import {
  letInText,
  reachFromInternet,
  type Reach,
  type ReachOptions,
  wayText,
} from '../../../../src/judgements/network/reach/reach.ts';
import {
  accelerator,
  acl,
  account,
  appRules,
  balancer,
  classic,
  distribution,
  egressTo,
  entry,
  face,
  group,
  inPrivate,
  inPublic,
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
  /** Part of the words for the way, the reasons or the causes. */
  readonly says?: RegExp;
  readonly options?: ReachOptions;
}

const wordsOf = (reach: Reach): string => {
  switch (reach.kind) {
    case 'open':
      return `${reach.path.protocol} ${reach.path.port} ${wayText(reach.path)}: ${letInText(reach.path)}`;
    case 'possible':
      return `${reach.path.protocol} ${reach.path.port} ${wayText(reach.path)} depending on ${reach.on}`;
    case 'closed':
      return reach.reasons.join('; ');
    case 'unknown':
      return reach.causes.join('; ');
  }
};

function judge(cases: readonly Case[]): void {
  it.each(cases.map((each) => [`${each.expect} when ${each.when}`, each] as const))('is %s', (_, each) => {
    const interfaces = [each.on].flat();
    const found = reachFromInternet({ id: 'i-1', arn: 'arn:i-1', interfaces }, network(each.in), each.options);
    const words = wordsOf(found);
    expect(found.kind, words).toBe(each.expect);
    if (each.says !== undefined) expect(words).toMatch(each.says);
    expect(words).not.toMatch(/undefined|\[object/);
  });
}

const ssh = appRules(rule(22, [world]));
const web = { loadBalancers: [balancer()], targetGroups: [targets()] };
const inspected = table('rtb-public', ['subnet-public'], route(world, 'vpce-fw'));
const edge = { ...table('rtb-edge', [], route('10.0.0.0/24', 'vpce-fw')), edgeGatewayIds: ['igw-1'] };
const firewall = table('rtb-fw', ['subnet-fw'], ...toGateway);

describe('a public address', () => {
  judge([
    {
      when: 'everything lets it in',
      on: inPublic,
      in: { groups: ssh },
      expect: 'open',
      says: /^tcp 22 at 198\.51\.100\.1: sg-app and acl-1 let it in, rtb-public routes to igw-1$/,
    },
    { when: 'there is none', on: face(), in: { groups: ssh }, expect: 'closed', says: /no public address/ },
    {
      when: 'a secondary interface has it',
      on: [face(), face({ id: 'eni-2', deviceIndex: 1, publicIps: ['198.51.100.2'] })],
      in: { groups: ssh },
      expect: 'open',
      says: /198\.51\.100\.2/,
    },
    {
      when: 'the group opens an uncommon port',
      on: inPublic,
      in: { groups: appRules(rule(12_345, [world])) },
      expect: 'open',
      says: /tcp 12345/,
    },
    {
      when: 'the group opens UDP only',
      on: inPublic,
      in: { groups: appRules(rule(51_820, [world], { protocol: 'udp' })) },
      expect: 'open',
      says: /udp 51820/,
    },
    {
      when: 'the group opens ICMP only',
      on: inPublic,
      in: { groups: appRules(rule(8, [world], { protocol: 'icmp' })) },
      expect: 'closed',
    },
    {
      when: 'the group lets itself in only',
      on: inPublic,
      in: { groups: appRules(refers(22, 'sg-app')) },
      expect: 'closed',
    },
    {
      when: 'the group lets half of the internet in',
      on: inPublic,
      in: { groups: appRules(rule(22, ['0.0.0.0/1'])) },
      expect: 'open',
    },
    {
      when: 'the group lets an office in',
      on: inPublic,
      in: { groups: appRules(rule(22, ['198.51.100.0/24'])) },
      expect: 'closed',
    },
    {
      when: 'another port was asked about',
      on: inPublic,
      in: { groups: ssh },
      options: { ports: [445] },
      expect: 'closed',
      says: /opens tcp 445/,
    },
    {
      when: 'an EIP is on a secondary private address',
      on: face({ privateIps: ['10.0.0.10', '10.0.0.11'], publicIps: ['198.51.100.9'] }),
      in: { groups: ssh },
      expect: 'open',
    },
    {
      when: 'the network is narrower than the setting',
      on: inPublic,
      in: { groups: appRules(rule(22, ['52.0.0.0/8'])) },
      options: { wideness: { ipv4: 7, ipv6: 32 } },
      expect: 'closed',
    },
  ]);
});

describe('routes', () => {
  const on = inPublic;
  const routes = (...all: ReturnType<typeof route>[]): Partial<Network> => ({
    groups: ssh,
    routeTables: [table('rtb-1', ['subnet-public'], ...all)],
  });
  judge([
    {
      when: 'there is none',
      on,
      in: routes(),
      expect: 'closed',
      says: /rtb-1 of subnet-public has no IPv4 default route/,
    },
    { when: 'it leads to a NAT gateway', on, in: routes(route(world, 'nat-1')), expect: 'closed' },
    { when: 'it leads to a virtual private gateway', on, in: routes(route(world, 'vgw-1')), expect: 'closed' },
    { when: 'it leads to a transit gateway', on, in: routes(route(world, 'tgw-1')), expect: 'closed' },
    { when: 'it leads to a carrier gateway', on, in: routes(route(world, 'cagw-1')), expect: 'closed' },
    { when: 'the gateway is gone', on, in: routes(route(world, 'igw-1', 'blackhole')), expect: 'closed' },
    {
      when: 'the two halves lead to the gateway',
      on,
      in: routes(route('0.0.0.0/1', 'igw-1'), route('128.0.0.0/1', 'igw-1')),
      expect: 'open',
    },
    { when: 'one half leads to it', on, in: routes(route('0.0.0.0/1', 'igw-1')), expect: 'open' },
    {
      when: 'one office leads to it',
      on,
      in: routes(route('198.51.100.0/24', 'igw-1'), route(world, 'nat-1')),
      expect: 'closed',
    },
    {
      when: 'more specific routes lead everywhere else',
      on,
      in: routes(route(world, 'igw-1'), route('0.0.0.0/1', 'nat-1'), route('128.0.0.0/1', 'nat-1')),
      expect: 'closed',
    },
    {
      when: 'a more specific route is a black hole',
      on,
      in: routes(route(world, 'igw-1'), route('52.0.0.0/8', 'nat-1', 'blackhole')),
      expect: 'open',
    },
    {
      when: 'black holes take all of it',
      on,
      in: routes(
        route(world, 'igw-1'),
        route('0.0.0.0/1', 'eni-9', 'blackhole'),
        route('128.0.0.0/1', 'eni-9', 'blackhole'),
      ),
      expect: 'closed',
    },
    {
      when: 'group and route let different halves in',
      on,
      in: { ...routes(route('0.0.0.0/1', 'igw-1')), groups: appRules(rule(22, ['128.0.0.0/1'])) },
      expect: 'closed',
    },
    {
      when: 'a prefix list leads to the gateway',
      on,
      in: routes({ ...route('', 'igw-1'), destination: undefined, prefixListId: 'pl-1' }),
      expect: 'unknown',
      says: /prefix list/,
    },
    {
      when: 'the main table of the VPC counts',
      on,
      in: { groups: ssh, routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true }] },
      expect: 'open',
      says: /rtb-main/,
    },
    {
      when: 'the main table is another VPC’s',
      on,
      in: { groups: ssh, routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true, vpcId: 'vpc-2' }] },
      expect: 'unknown',
    },
    {
      when: 'its own table counts before the main one',
      on,
      in: {
        groups: ssh,
        routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true }, table('rtb-own', ['subnet-public'])],
      },
      expect: 'closed',
    },
  ]);
});

describe('IPv6', () => {
  const on = face({ ipv6: ['2600:1f18:0:0::10'] });
  const groups = appRules(rule(22, ['::/0']));
  judge([
    { when: 'everything lets it in', on, in: { groups }, expect: 'open', says: /2600:1f18:0:0::10/ },
    {
      when: 'the address is unique local',
      on: face({ ipv6: ['fd00::1'] }),
      in: { groups },
      expect: 'closed',
      says: /no public address/,
    },
    {
      when: 'only IPv4 is routed',
      on,
      in: { groups, routeTables: [table('rtb-1', ['subnet-public'], route(world, 'igw-1'))] },
      expect: 'closed',
    },
    {
      when: 'it goes out through an egress-only gateway',
      on,
      in: { groups, routeTables: [table('rtb-1', ['subnet-public'], route('::/0', 'eigw-1'))] },
      expect: 'closed',
    },
    { when: 'the group lets IPv4 in only', on, in: { groups: ssh }, expect: 'closed' },
    {
      when: 'the network ACL lets IPv4 in only',
      on,
      in: { groups, acls: [acl('acl-1', ['subnet-public'], entry(100, 'allow', world), out(100, world))] },
      expect: 'closed',
    },
    { when: 'a /32 is let in', on, in: { groups: appRules(rule(22, ['2a00:1450::/32'])) }, expect: 'open' },
    { when: 'a /33 is let in', on, in: { groups: appRules(rule(22, ['2a00:1450::/33'])) }, expect: 'closed' },
  ]);
});

describe('network ACLs', () => {
  const on = inPublic;
  const entries = (...all: ReturnType<typeof entry>[]): Partial<Network> => ({
    groups: ssh,
    acls: [acl('acl-1', ['subnet-public'], ...all)],
  });
  judge([
    {
      when: 'a deny comes first',
      on,
      in: entries(entry(90, 'deny', world, tcp(22)), entry(100, 'allow', world), out(100, world)),
      expect: 'closed',
      says: /acl-1 of subnet-public lets no tcp 22 in/,
    },
    {
      when: 'a deny comes too late',
      on,
      in: entries(entry(110, 'deny', world, tcp(22)), entry(100, 'allow', world), out(100, world)),
      expect: 'open',
    },
    {
      when: 'answers may not leave',
      on,
      in: entries(entry(100, 'allow', world)),
      expect: 'closed',
      says: /lets no answers out/,
    },
    {
      when: 'answers leave to ephemeral ports',
      on,
      in: entries(entry(100, 'allow', world, tcp(22)), out(100, world, tcp(1024, 65_535))),
      expect: 'open',
    },
    {
      when: 'answers leave to some ephemeral ports',
      on,
      in: entries(entry(100, 'allow', world, tcp(22)), out(100, world, tcp(32_768, 61_000))),
      expect: 'open',
    },
    {
      when: 'answers leave to web ports only',
      on,
      in: entries(entry(100, 'allow', world), out(100, world, tcp(443))),
      expect: 'possible',
      says: /ports below 1024/,
    },
    {
      when: 'answers leave to the VPC only',
      on,
      in: entries(entry(100, 'allow', world), out(100, '10.0.0.0/8')),
      expect: 'closed',
    },
    {
      when: 'UDP needs no answers',
      on,
      in: { ...entries(entry(100, 'allow', world)), groups: appRules(rule(53, [world], { protocol: 'udp' })) },
      expect: 'open',
    },
    {
      when: 'in and out are of different halves',
      on,
      in: entries(entry(100, 'allow', '0.0.0.0/1'), out(100, '128.0.0.0/1')),
      expect: 'closed',
    },
    {
      when: 'it is not visible',
      on,
      in: { groups: ssh, acls: [] },
      expect: 'unknown',
      says: /network ACL of subnet-public/,
    },
  ]);
});

describe('VPC Block Public Access', () => {
  const blocked = (parts = {}) => [
    subnet('subnet-public', ['10.0.0.0/24'], { inboundBlock: 'block-ingress', ...parts }),
    privateSubnet,
  ];
  judge([
    {
      when: 'it closes the subnet',
      on: inPublic,
      in: { groups: ssh, subnets: blocked() },
      expect: 'closed',
      says: /block-ingress/,
    },
    {
      when: 'another account shares the subnet and may exclude it',
      on: inPublic,
      in: { groups: ssh, subnets: blocked({ ownerId: '444455556666' }) },
      expect: 'unknown',
      says: /444455556666/,
    },
    {
      when: 'it closes the subnet of the load balancer',
      on: inPrivate,
      in: { ...web, subnets: blocked() },
      expect: 'closed',
    },
    {
      when: 'it closes the subnet behind the load balancer only',
      on: inPrivate,
      in: {
        ...web,
        subnets: [publicSubnet, subnet('subnet-private', ['10.0.1.0/24'], { inboundBlock: 'block-bidirectional' })],
      },
      expect: 'open',
    },
    {
      when: 'it closes what an accelerator sends to',
      on: inPublic,
      in: { groups: appRules(rule(443, [world])), subnets: blocked(), accelerators: [accelerator('i-1')] },
      expect: 'closed',
    },
  ]);
});

describe('inspection', () => {
  const on = inPublic;
  judge([
    {
      when: 'both ways lead through a firewall endpoint',
      on,
      in: { groups: ssh, routeTables: [inspected, edge, firewall] },
      expect: 'possible',
      says: /tcp 22 .*vpce-fw/,
    },
    {
      when: 'only what comes in is inspected',
      on,
      in: { groups: ssh, routeTables: [publicTable, edge] },
      expect: 'possible',
    },
    {
      when: 'only what goes out is inspected',
      on,
      in: { groups: ssh, routeTables: [inspected, firewall] },
      expect: 'possible',
    },
    {
      when: 'another subnet is inspected',
      on,
      in: { groups: ssh, routeTables: [publicTable, { ...edge, routes: [route('10.0.9.0/24', 'vpce-fw')] }] },
      expect: 'open',
    },
    {
      when: 'an appliance is in the way',
      on,
      in: {
        groups: ssh,
        routeTables: [
          table('rtb-public', ['subnet-public'], route(world, 'eni-fw')),
          { ...edge, routes: [route('10.0.0.0/24', 'eni-fw')] },
        ],
      },
      expect: 'possible',
      says: /eni-fw/,
    },
    { when: 'the VPC has no internet gateway', on, in: { groups: ssh, routeTables: [inspected] }, expect: 'closed' },
    {
      when: 'the group closes it whatever the firewall does',
      on,
      in: { groups: appRules(rule(22, ['10.0.0.0/8'])), routeTables: [inspected, edge, firewall] },
      expect: 'closed',
    },
    {
      when: 'there is no public address',
      on: face(),
      in: { groups: ssh, routeTables: [inspected, edge, firewall] },
      expect: 'closed',
    },
    {
      when: 'the load balancer is inspected',
      on: inPrivate,
      in: { ...web, routeTables: [inspected, edge, firewall, privateTable] },
      expect: 'possible',
      says: /load balancer web/,
    },
    {
      when: 'IPv6 is inspected',
      on: face({ ipv6: ['2600:1f18:0:0::10'] }),
      in: {
        groups: appRules(rule(22, ['::/0'])),
        routeTables: [table('rtb-public', ['subnet-public'], route('::/0', 'vpce-fw')), firewall],
      },
      expect: 'possible',
    },
  ]);
});

describe('an Application Load Balancer', () => {
  const on = inPrivate;
  const lb = (parts: Parameters<typeof balancer>[0], more: Partial<Network> = {}): Partial<Network> => ({
    loadBalancers: [balancer(parts)],
    targetGroups: [targets()],
    ...more,
  });
  judge([
    {
      when: 'it faces the internet',
      on,
      in: web,
      expect: 'open',
      says: /^tcp 8080 through the load balancer web \(HTTPS 443\) and its target group app: sg-app and acl-1 let it in, rtb-public of the load balancer routes to igw-1$/,
    },
    { when: 'it is internal', on, in: lb({ scheme: 'internal' }), expect: 'closed' },
    {
      when: 'its group lets an office in',
      on,
      in: { ...web, groups: [group('sg-app', refers(8080, 'sg-lb')), group('sg-lb', rule(443, ['198.51.100.0/24']))] },
      expect: 'closed',
    },
    {
      when: 'it listens on another port than its group opens',
      on,
      in: lb({ listeners: [listener(8443, 'HTTPS', ['tg-1'])] }),
      expect: 'closed',
    },
    {
      when: 'the listener sends to another group',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', ['tg-2'])] }),
      expect: 'closed',
    },
    {
      when: 'only a closed listener sends to the group',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', []), listener(8443, 'HTTPS', ['tg-1'])] }),
      expect: 'closed',
    },
    {
      when: 'a later rule sends to the group',
      on,
      in: lb({
        listeners: [
          listener(443, 'HTTPS', [], {
            forwarding: [
              { targetGroups: ['tg-2'], authentication: [], sources: undefined, headers: [] },
              { targetGroups: ['tg-1'], authentication: [], sources: undefined, headers: [] },
            ],
          }),
        ],
      }),
      expect: 'open',
    },
    {
      when: 'a rule is for an office',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', ['tg-1'], { sources: ['198.51.100.0/24'] })] }),
      expect: 'closed',
      says: /rule of the listener is for 198\.51\.100\.0\/24 only/,
    },
    {
      when: 'a rule is for everybody by address',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', ['tg-1'], { sources: [world] })] }),
      expect: 'open',
    },
    {
      when: 'clients must log in',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', ['tg-1'], { authentication: ['authenticate-oidc'] })] }),
      expect: 'possible',
      says: /authenticate-oidc/,
    },
    {
      when: 'clients must show a certificate',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', ['tg-1'], { verifiesClients: true })] }),
      expect: 'possible',
      says: /client certificate/,
    },
    {
      when: 'clients must know a header',
      on,
      in: lb({ listeners: [listener(443, 'HTTPS', ['tg-1'], { headers: ['X-Origin'] })] }),
      expect: 'possible',
      says: /X-Origin/,
    },
    {
      when: 'its subnet has no way to the internet',
      on,
      in: lb({ zones: [{ subnetId: 'subnet-private' }] }),
      expect: 'closed',
    },
    {
      when: 'one of its subnets has one',
      on,
      in: lb({ zones: [{ subnetId: 'subnet-private' }, { subnetId: 'subnet-public' }] }),
      expect: 'open',
    },
    {
      when: 'the target lets its subnet in',
      on,
      in: { ...web, groups: appRules(rule(8080, ['10.0.0.0/16'])) },
      expect: 'open',
    },
    {
      when: 'the target lets a part of its subnet in',
      on,
      in: { ...web, groups: appRules(rule(8080, ['10.0.0.0/28'])) },
      expect: 'possible',
      says: /which addresses the load balancer has/,
    },
    {
      when: 'the target lets another group in',
      on,
      in: { ...web, groups: appRules(refers(8080, 'sg-other')) },
      expect: 'closed',
    },
    {
      when: 'the target lets another port in',
      on,
      in: { ...web, groups: appRules(refers(9090, 'sg-lb')) },
      expect: 'closed',
    },
    {
      when: 'its group lets nothing out to the target',
      on,
      in: {
        ...web,
        groups: [
          group('sg-app', refers(8080, 'sg-lb')),
          group('sg-lb', rule(443, [world]), egressTo(443, ['10.0.0.0/16'])),
        ],
      },
      expect: 'closed',
      says: /let no tcp 8080 out/,
    },
    {
      when: 'its group lets out to the group of the target',
      on,
      in: {
        ...web,
        groups: [
          group('sg-app', refers(8080, 'sg-lb')),
          group('sg-lb', rule(443, [world]), egressTo(8080, [], ['sg-app'])),
        ],
      },
      expect: 'open',
    },
    {
      when: 'the network ACL of the target does not let it in',
      on,
      in: {
        ...web,
        acls: [
          acl('acl-1', ['subnet-public']),
          acl('acl-2', ['subnet-private'], entry(100, 'allow', '10.0.9.0/24'), out(100, world)),
        ],
      },
      expect: 'closed',
    },
    {
      when: 'its own network ACL does not let it out to the target',
      on,
      in: {
        ...web,
        acls: [
          acl(
            'acl-1',
            ['subnet-public'],
            entry(100, 'allow', world),
            out(100, world, tcp(1024, 8000)),
            out(110, world, tcp(8081, 65_535)),
          ),
          acl('acl-2', ['subnet-private']),
        ],
      },
      expect: 'closed',
      says: /lets it reach/,
    },
    {
      when: 'the target is registered by address',
      on,
      in: {
        ...web,
        targetGroups: [targets({ targetType: 'ip', targets: [{ id: '10.0.1.10', port: 8080, zone: undefined }] })],
      },
      expect: 'open',
    },
    {
      when: 'another address is registered',
      on,
      in: {
        ...web,
        targetGroups: [targets({ targetType: 'ip', targets: [{ id: '10.0.1.11', port: 8080, zone: undefined }] })],
      },
      expect: 'closed',
    },
    {
      when: 'the address is one of another VPC',
      on,
      in: {
        ...web,
        groups: appRules(rule(8080, ['10.0.0.0/16'])),
        targetGroups: [
          targets({ vpcId: 'vpc-2', targetType: 'ip', targets: [{ id: '10.0.1.10', port: 8080, zone: 'all' }] }),
        ],
      },
      expect: 'possible',
      says: /which machine has the address/,
    },
    {
      when: 'another instance is registered',
      on,
      in: { ...web, targetGroups: [targets({ targets: [{ id: 'i-2', port: 8080, zone: undefined }] })] },
      expect: 'closed',
    },
    {
      when: 'no load balancer sends to the group',
      on,
      in: { ...web, targetGroups: [targets({ loadBalancerArns: [] })] },
      expect: 'closed',
    },
    { when: 'the port is not among those asked about', on, in: web, options: { ports: [445] }, expect: 'closed' },
    { when: 'the port is among those asked about', on, in: web, options: { ports: [445, 8080] }, expect: 'open' },
    {
      when: 'it has IPv6 clients only and the target IPv4',
      on,
      in: lb({ ipAddressType: 'dualstack-without-public-ipv4' }),
      expect: 'open',
    },
    {
      when: 'the load balancer is another account’s',
      on,
      in: { targetGroups: [targets()] },
      expect: 'unknown',
      says: /lb-1 is not visible/,
    },
    {
      when: 'it is another account’s and the target lets nobody in',
      on,
      in: { targetGroups: [targets()], groups: appRules() },
      expect: 'closed',
    },
    {
      when: 'the instance is a secondary interface’s',
      on: [inPrivate, face({ id: 'eni-2', deviceIndex: 1, groupIds: ['sg-none'], privateIps: ['10.0.1.99'] })],
      in: web,
      expect: 'open',
    },
  ]);
});

describe('a Network Load Balancer', () => {
  const on = inPrivate;
  const open = appRules(rule(8080, [world]));
  judge([
    {
      when: 'it keeps client addresses and the target lets the world in',
      on,
      in: { loadBalancers: [nlb()], targetGroups: [preserving()], groups: open },
      expect: 'open',
      says: /load balancer web \(TCP 443\)/,
    },
    {
      when: 'it keeps them and the target lets the VPC in',
      on,
      in: { loadBalancers: [nlb()], targetGroups: [preserving()], groups: appRules(rule(8080, ['10.0.0.0/16'])) },
      expect: 'closed',
    },
    {
      when: 'it does not keep them and the target lets the VPC in',
      on,
      in: {
        loadBalancers: [nlb()],
        targetGroups: [targets({ protocol: 'TCP' })],
        groups: appRules(rule(8080, ['10.0.0.0/16'])),
      },
      expect: 'open',
    },
    {
      when: 'it does not say, and that decides',
      on,
      in: {
        loadBalancers: [nlb()],
        targetGroups: [preserving({ preservesClientIp: undefined })],
        groups: appRules(rule(8080, ['10.0.0.0/16'])),
      },
      expect: 'possible',
      says: /preserves client addresses/,
    },
    {
      when: 'it does not say, and that does not decide',
      on,
      in: { loadBalancers: [nlb()], targetGroups: [preserving({ preservesClientIp: undefined })], groups: open },
      expect: 'open',
    },
    {
      when: 'it has groups, to which the target refers',
      on,
      in: { loadBalancers: [nlb({ securityGroups: ['sg-lb'] })], targetGroups: [preserving()] },
      expect: 'open',
    },
    {
      when: 'its groups let an office in',
      on,
      in: {
        loadBalancers: [nlb({ securityGroups: ['sg-office'] })],
        targetGroups: [preserving()],
        groups: [...open, group('sg-office', rule(443, ['198.51.100.0/24']))],
      },
      expect: 'closed',
    },
    {
      when: 'it is internal',
      on,
      in: { loadBalancers: [nlb({ scheme: 'internal' })], targetGroups: [preserving()], groups: open },
      expect: 'closed',
    },
    {
      when: 'it takes UDP and TCP',
      on,
      in: {
        loadBalancers: [nlb({ listeners: [listener(443, 'TCP_UDP', ['tg-1'])] })],
        targetGroups: [preserving({ protocol: 'TCP_UDP' })],
        groups: appRules(rule(8080, [world], { protocol: 'udp' })),
      },
      expect: 'open',
      says: /^udp 8080/,
    },
    {
      when: 'the network ACL of the target lets no clients in',
      on,
      in: {
        loadBalancers: [nlb()],
        targetGroups: [preserving()],
        groups: open,
        acls: [
          acl('acl-1', ['subnet-public']),
          acl('acl-2', ['subnet-private'], entry(100, 'allow', '10.0.0.0/8'), out(100, world)),
        ],
      },
      expect: 'closed',
    },
    {
      when: 'it sends to an internal Application Load Balancer that sends on',
      on,
      in: {
        loadBalancers: [
          nlb({ arn: 'lb-2', name: 'front', listeners: [listener(443, 'TCP', ['tg-alb'])] }),
          balancer({ scheme: 'internal', zones: [{ subnetId: 'subnet-private' }] }),
        ],
        targetGroups: [
          targets(),
          preserving({
            arn: 'tg-alb',
            name: 'alb',
            targetType: 'alb',
            port: 443,
            loadBalancerArns: ['lb-2'],
            targets: [{ id: 'lb-1', port: 443, zone: undefined }],
          }),
        ],
      },
      expect: 'open',
      says: /through the load balancer front, the load balancer web/,
    },
  ]);
});

describe('a Classic Load Balancer', () => {
  judge([
    {
      when: 'it faces the internet',
      on: inPrivate,
      in: { classicLoadBalancers: [classic()] },
      expect: 'open',
      says: /tcp 8080 through the load balancer old \(TCP 80\)/,
    },
    {
      when: 'it is internal',
      on: inPrivate,
      in: { classicLoadBalancers: [classic({ scheme: 'internal' })] },
      expect: 'closed',
    },
    {
      when: 'another instance is registered',
      on: inPrivate,
      in: { classicLoadBalancers: [classic({ instances: ['i-2'] })] },
      expect: 'closed',
    },
    {
      when: 'its group does not open the port',
      on: inPrivate,
      in: { classicLoadBalancers: [classic({ listeners: [{ protocol: 'TCP', port: 8000, instancePort: 8080 }] })] },
      expect: 'closed',
    },
  ]);
});

describe('an accelerator', () => {
  const internal = balancer({ scheme: 'internal', zones: [{ subnetId: 'subnet-private' }] });
  judge([
    {
      when: 'it sends to a private instance',
      on: inPrivate,
      in: { groups: appRules(rule(443, [world])), accelerators: [accelerator('i-1')] },
      expect: 'open',
      says: /^tcp 443 through the accelerator edge/,
    },
    {
      when: 'it is disabled',
      on: inPrivate,
      in: { groups: appRules(rule(443, [world])), accelerators: [accelerator('i-1', {}, false)] },
      expect: 'closed',
    },
    {
      when: 'the group does not let clients in',
      on: inPrivate,
      in: { groups: appRules(rule(443, ['10.0.0.0/8'])), accelerators: [accelerator('i-1')] },
      expect: 'closed',
    },
    {
      when: 'it sends to another port',
      on: inPrivate,
      in: { groups: appRules(rule(22, [world])), accelerators: [accelerator('i-1')] },
      expect: 'closed',
    },
    {
      when: 'it sends to an uncommon port',
      on: inPrivate,
      in: {
        groups: appRules(rule(9443, [world])),
        accelerators: [accelerator('i-1', { ports: [{ from: 9443, to: 9443 }] })],
      },
      expect: 'open',
    },
    {
      when: 'no route names the internet gateway that the VPC must have, which needs none',
      on: inPrivate,
      in: { groups: appRules(rule(443, [world])), accelerators: [accelerator('i-1')], routeTables: [privateTable] },
      expect: 'possible',
    },
    {
      when: 'it sends to an internal load balancer',
      on: inPrivate,
      in: { loadBalancers: [internal], targetGroups: [targets()], accelerators: [accelerator('lb-1')] },
      expect: 'open',
      says: /the accelerator edge, the load balancer web/,
    },
    {
      when: 'it shows its own addresses to a load balancer that lets the VPC in',
      on: inPrivate,
      in: {
        loadBalancers: [internal],
        targetGroups: [targets()],
        groups: [group('sg-app', refers(8080, 'sg-lb')), group('sg-lb', rule(443, ['10.0.0.0/8']))],
        accelerators: [accelerator('lb-1', { preservesClientIp: false })],
      },
      expect: 'possible',
    },
    {
      when: 'it sends to something else',
      on: inPrivate,
      in: { groups: appRules(rule(443, [world])), accelerators: [accelerator('i-2')] },
      expect: 'closed',
    },
  ]);
});

describe('a distribution', () => {
  const internal = balancer({ scheme: 'internal', zones: [{ subnetId: 'subnet-private' }] });
  const behind = (...rules: ReturnType<typeof rule>[]): Partial<Network> => ({
    loadBalancers: [internal],
    targetGroups: [targets()],
    groups: [group('sg-app', refers(8080, 'sg-lb')), group('sg-lb', ...rules), originsGroup],
    distributions: [distribution('lb-1')],
  });
  judge([
    {
      when: 'its origin is an internal load balancer that lets its group in',
      on: inPrivate,
      in: behind(refers(443, 'sg-cf')),
      expect: 'open',
      says: /through the distribution www\.example\.com \(E1\), the load balancer web/,
    },
    { when: 'the load balancer lets the world in', on: inPrivate, in: behind(rule(443, [world])), expect: 'open' },
    {
      when: 'the load balancer lets the VPC in',
      on: inPrivate,
      in: behind(rule(443, ['10.0.0.0/16'])),
      expect: 'possible',
      says: /CloudFront/,
    },
    { when: 'the load balancer lets nobody in', on: inPrivate, in: behind(), expect: 'closed' },
    {
      when: 'it is disabled',
      on: inPrivate,
      in: { ...behind(refers(443, 'sg-cf')), distributions: [distribution('lb-1', [443], false)] },
      expect: 'closed',
    },
    {
      when: 'it asks on another port',
      on: inPrivate,
      in: { ...behind(refers(443, 'sg-cf')), distributions: [distribution('lb-1', [80])] },
      expect: 'closed',
    },
    {
      when: 'its origin is the instance',
      on: inPrivate,
      in: { groups: [...appRules(refers(443, 'sg-cf')), originsGroup], distributions: [distribution('arn:i-1')] },
      expect: 'open',
      says: /^tcp 443 through the distribution/,
    },
    {
      when: 'its origin is another instance',
      on: inPrivate,
      in: { groups: [...appRules(refers(443, 'sg-cf')), originsGroup], distributions: [distribution('arn:i-2')] },
      expect: 'closed',
    },
  ]);
});

describe('what was not read', () => {
  const listed = { ...group('sg-app', rule(22, [], { prefixLists: ['pl-1'] })) };
  judge([
    {
      when: 'target groups might send to it',
      on: inPrivate,
      in: { loadBalancers: [balancer()], unread: { targetGroups: 'target groups: denied' } },
      expect: 'unknown',
      says: /target groups: denied/,
    },
    {
      when: 'no load balancer has clients from outside',
      on: inPrivate,
      in: { loadBalancers: [balancer({ scheme: 'internal' })], unread: { targetGroups: 'denied' } },
      expect: 'closed',
    },
    {
      when: 'target groups cannot matter to what lets nobody in',
      on: inPrivate,
      in: { loadBalancers: [balancer()], groups: appRules(), unread: { targetGroups: 'denied' } },
      expect: 'closed',
    },
    {
      when: 'it is reached whatever the target groups are',
      on: inPublic,
      in: {
        groups: ssh,
        unread: {
          targetGroups: 'denied',
          accelerators: 'denied',
          loadBalancers: 'denied',
          classicLoadBalancers: 'denied',
        },
      },
      expect: 'open',
    },
    {
      when: 'accelerators might send to it',
      on: inPrivate,
      in: { groups: ssh, unread: { accelerators: 'accelerators: denied' } },
      expect: 'unknown',
      says: /accelerators/,
    },
    {
      when: 'accelerators cannot: clients are not let in',
      on: inPrivate,
      in: { unread: { accelerators: 'denied' } },
      expect: 'closed',
    },
    {
      when: 'accelerators might send to it through a gateway that no route names',
      on: inPrivate,
      in: { groups: ssh, routeTables: [privateTable], unread: { accelerators: 'denied' } },
      expect: 'unknown',
    },
    {
      when: 'distributions might have it as origin',
      on: inPrivate,
      in: { groups: [...appRules(refers(443, 'sg-cf')), originsGroup], unread: { distributions: 'denied' } },
      expect: 'unknown',
    },
    {
      when: 'there is no VPC origin in the VPC',
      on: inPrivate,
      in: { groups: ssh, unread: { distributions: 'denied' } },
      expect: 'closed',
    },
    {
      when: 'Classic Load Balancers might send to it',
      on: inPrivate,
      in: { unread: { classicLoadBalancers: 'denied' } },
      expect: 'unknown',
    },
    {
      when: 'route tables decide',
      on: inPublic,
      in: { groups: ssh, routeTables: [], unread: { routeTables: 'denied' } },
      expect: 'unknown',
    },
    {
      when: 'route tables do not decide',
      on: inPublic,
      in: { groups: appRules(), routeTables: [], unread: { routeTables: 'denied' } },
      expect: 'closed',
    },
    {
      when: 'the entries of a prefix list decide',
      on: inPublic,
      in: { groups: [listed] },
      expect: 'unknown',
      says: /prefix list pl-1/,
    },
    {
      when: 'the prefix list holds the internet',
      on: inPublic,
      in: { groups: [listed], prefixLists: [{ id: 'sg-app', prefixListCidrs: { 'pl-1': [world] } }] },
      expect: 'open',
    },
    {
      when: 'the prefix list holds an office',
      on: inPublic,
      in: { groups: [listed], prefixLists: [{ id: 'sg-app', prefixListCidrs: { 'pl-1': ['198.51.100.0/24'] } }] },
      expect: 'closed',
    },
    {
      when: 'a group of another account decides',
      on: inPublic,
      in: { groups: [] },
      expect: 'unknown',
      says: /sg-app is not visible/,
    },
    {
      when: 'the subnet is shared and its table not visible',
      on: inPublic,
      in: {
        groups: ssh,
        subnets: [subnet('subnet-public', ['10.0.0.0/24'], { ownerId: '444455556666' })],
        routeTables: [{ ...table('rtb-main', [], ...toGateway), main: true }],
      },
      expect: 'unknown',
      says: /route table of subnet-public/,
    },
    {
      when: 'the subnet is shared and all is visible',
      on: inPublic,
      in: { groups: ssh, subnets: [subnet('subnet-public', ['10.0.0.0/24'], { ownerId: '444455556666', account })] },
      expect: 'open',
    },
    {
      when: 'the subnet is not visible',
      on: inPublic,
      in: { groups: ssh, subnets: [] },
      expect: 'unknown',
      says: /subnet-public is not visible/,
    },
  ]);
});
