import { indexOf } from '../lookup.ts';
import { contains, parseCidr, type IpFamily } from '../../../text/cidr.ts';
import type { PortProtocol } from '../ports.ts';
import type { Wideness } from '../wide.ts';
import {
  aclAdmits,
  aclLetsOut,
  admitAnybody,
  groupsAdmit,
  groupsLetOut,
  type Source,
  type Wanted,
} from './admission.ts';
import { type Balancer, balancerOf, classicOf, demandsOf, nodeCidrs, transportsOf } from './balancer.ts';
import type { Interface, ListenerFact, Network, Reached, TargetGroupFact } from './facts.ts';
import { type Front, frontsOf, narrowed } from './fronts.ts';
import { chain, type Link, open, possible, unknown } from './link.ts';
import type { OpenPath } from './witness.ts';

/** A way to a port of an interface that does not end at its own public address. */
export interface Way {
  readonly link: Link;
  readonly path: OpenPath;
}

/** A registration: which group sends to which port of which interface. */
interface Registration {
  readonly group: TargetGroupFact;
  readonly face: Interface;
  readonly address: string;
  readonly port: number;
  /** An address that is registered from outside the VPC may be another machine's. */
  readonly sure: boolean;
}

export const primary = (interfaces: readonly Interface[]): Interface | undefined =>
  interfaces.find(({ deviceIndex }) => deviceIndex === 0) ?? interfaces[0];

const familyOf = (address: string): IpFamily => (address.includes(':') ? 'ipv6' : 'ipv4');

/** The address of an interface inside its VPC, of a family if it has one; where it is not told, its subnet's block. */
export function insideOf(
  { privateIps, ipv6, subnetId = '' }: Interface,
  network: Network,
  family: IpFamily = 'ipv4',
): string {
  const subnet = indexOf(network.subnets, 'id', ({ id }) => [id]).get(subnetId)?.[0];
  const [first, second] = family === 'ipv6' ? [ipv6[0], privateIps[0]] : [privateIps[0], ipv6[0]];
  return first ?? second ?? subnet?.cidrs[0] ?? '';
}

/** The registered addresses that lie in blocks delegated to an interface: those of the pods or containers behind it. */
function addressesWithin({ privateBlocks = [], ipv6 }: Interface, registered: Iterable<string>): string[] {
  const blocks = [...privateBlocks, ...ipv6].flatMap((text) => (text.includes('/') ? (parseCidr(text) ?? []) : []));
  if (blocks.length === 0) return [];
  return [...registered].filter((id) => {
    const address = parseCidr(id);
    return address !== undefined && blocks.some((block) => contains(block, address));
  });
}

function registrationsOf({ id, interfaces }: Reached, network: Network): Registration[] {
  const byTarget = indexOf(network.targetGroups, 'targets', ({ targets }) => [
    ...new Set((targets ?? []).map((target) => target.id)),
  ]);
  const found: Registration[] = [];
  const add = (key: string, face: Interface, addressFor: (group: TargetGroupFact) => string): void => {
    for (const group of byTarget.get(key) ?? []) {
      const address = addressFor(group);
      const sure = group.vpcId === undefined || group.vpcId === face.vpcId;
      for (const target of group.targets ?? []) {
        const port = target.port ?? group.port;
        // An address of another VPC is only meant when the group says that it looks beyond its own.
        if (target.id !== key || port === undefined || (!sure && target.zone !== 'all')) continue;
        found.push({ group, face, address, port, sure });
      }
    }
  };
  const main = primary(interfaces);
  if (main !== undefined)
    add(id, main, ({ ipAddressType }) => insideOf(main, network, ipAddressType === 'ipv6' ? 'ipv6' : 'ipv4'));
  for (const face of interfaces)
    for (const address of [...face.privateIps, ...face.ipv6, ...addressesWithin(face, byTarget.keys())])
      add(address, face, () => address);
  return found;
}

/** What a target sees of those who come through a load balancer. */
function seenAs(
  front: Front,
  balancer: Balancer,
  preserved: boolean | undefined,
  family: IpFamily,
  network: Network,
): Source[] {
  const node: Source = { kind: 'node', cidrs: nodeCidrs(balancer, network), groupIds: balancer.groupIds };
  // A client of the other address family is shown by the load balancer's own address.
  if (balancer.kind !== 'network' || preserved === false || front.family !== family) return [node];
  return preserved === true ? [front.source] : [node, front.source];
}

function arrive(
  { face, address, port, sure }: Omit<Registration, 'group'>,
  front: Front,
  balancer: Balancer,
  preserved: boolean | undefined,
  protocol: PortProtocol,
  network: Network,
  wideness: Wideness,
): Way {
  const family = familyOf(address);
  const wanted: Wanted = { family, protocol, port };
  const subnetId = face.subnetId ?? '';
  const judged = seenAs(front, balancer, preserved, family, network).map((source) => {
    const referring =
      balancer.groupIds.length === 0 || source.kind === 'node'
        ? undefined
        : groupsAdmit(
            face.groupIds,
            { kind: 'node', cidrs: [], groupIds: balancer.groupIds },
            wanted,
            network,
            wideness,
          );
    const group =
      referring?.link.is === 'open'
        ? { ...referring, source }
        : groupsAdmit(face.groupIds, source, wanted, network, wideness);
    // Between two addresses of one subnet there is no network ACL.
    const acl = balancer.subnetIds.includes(subnetId)
      ? { link: open, by: [] }
      : aclAdmits(subnetId, group.source, wanted, network, wideness);
    return { link: chain([group.link, acl.link]), groupIds: group.by, aclId: acl.by[0] };
  });
  const [first, second] = judged;
  const differ = second !== undefined && second.link.is !== first?.link.is;
  const to = { addresses: [address], groupIds: face.groupIds };
  const outward = balancer.subnetIds.some((id) => id === subnetId || aclLetsOut(id, [address], wanted, network));
  const link = chain([
    front.link,
    groupsLetOut(balancer.groupIds, to, wanted, network),
    outward || balancer.subnetIds.length === 0
      ? open
      : { is: 'closed', reason: `no network ACL of the load balancer ${balancer.name} lets it reach ${address}` },
    differ
      ? possible('whether the target group preserves client addresses, which it does not say')
      : (first?.link ?? open),
    sure
      ? open
      : possible(`which machine has the address ${address}, registered from outside the VPC of the target group`),
  ]);
  return {
    link,
    path: {
      ...front.witness,
      family,
      protocol,
      port,
      interfaceId: face.id,
      groupIds: first?.groupIds ?? [],
      aclId: first?.aclId,
    },
  };
}

/** The ways in through one listener and the rules that send to a target group. */
export function waysThroughListener(
  balancer: Balancer,
  listener: ListenerFact,
  group: { readonly arn: string; readonly name: string },
  network: Network,
  wideness: Wideness,
): Front[] {
  return listener.forwarding
    .filter(({ targetGroups }) => targetGroups.includes(group.arn))
    .flatMap((forwarding) =>
      frontsOf(balancer, listener, network, wideness).map((front) => ({
        ...front,
        link: chain([
          front.link,
          demandsOf({ verifiesClients: false }, forwarding),
          narrowed(front, forwarding.sources, wideness),
        ]),
        witness: { ...front.witness, targetGroup: { name: group.name, arn: group.arn } },
      })),
    );
}

/** The load balancers that send to a group; those that are not known leave a cause. */
export function sendersTo(
  group: TargetGroupFact,
  network: Network,
): {
  readonly balancers: readonly { readonly balancer: Balancer; readonly listeners: readonly ListenerFact[] }[];
  readonly causes: readonly string[];
} {
  const byArn = indexOf(network.loadBalancers, 'arn', ({ arn }) => [arn]);
  const causes: string[] = [];
  const balancers = group.loadBalancerArns.flatMap((arn) => {
    const each = byArn.get(arn)?.[0];
    if (each === undefined) {
      causes.push(network.unread.loadBalancers ?? `the load balancer ${arn} is not visible to this account`);
      return [];
    }
    const balancer = balancerOf(each);
    return balancer === undefined ? [] : [{ balancer, listeners: each.listeners ?? [] }];
  });
  return { balancers, causes };
}

/** Ways from the internet to an instance through load balancers. */
export function waysThroughBalancers(reached: Reached, network: Network, wideness: Wideness): Way[] {
  const ways: Way[] = [];
  for (const each of registrationsOf(reached, network)) {
    const { group } = each;
    const { balancers, causes } = sendersTo(group, network);
    for (const protocol of transportsOf(group.protocol)) {
      for (const { balancer, listeners } of balancers)
        for (const listener of listeners)
          if (transportsOf(listener.protocol).includes(protocol))
            for (const front of waysThroughListener(balancer, listener, group, network, wideness))
              ways.push(arrive(each, front, balancer, group.preservesClientIp, protocol, network, wideness));
      for (const cause of causes) ways.push(undecided(each, protocol, cause, network));
    }
  }
  const classic = indexOf(network.classicLoadBalancers, 'instances', ({ instances }) => instances);
  const face = primary(reached.interfaces);
  for (const each of face === undefined ? [] : (classic.get(reached.id) ?? [])) {
    if (face === undefined) continue;
    const balancer = classicOf(each);
    for (const { port, protocol, instancePort } of each.listeners) {
      if (instancePort === undefined) continue;
      const listener = { port, protocol, verifiesClients: false };
      for (const front of frontsOf(balancer, listener, network, wideness)) {
        const target = { face, address: insideOf(face, network), port: instancePort, sure: true };
        ways.push(arrive(target, front, balancer, false, 'tcp', network, wideness));
      }
    }
  }
  return ways;
}

/** A way through a load balancer that was not read: it matters only where the target lets somebody in. */
export function undecided(
  { face, address, port }: { readonly face: Interface; readonly address: string; readonly port: number },
  protocol: PortProtocol,
  cause: string,
  network: Network,
): Way {
  const family = familyOf(address);
  const link = chain([admitAnybody(face.groupIds, { family, protocol, port }, network), unknown(cause)]);
  return { link, path: { family, protocol, port, interfaceId: face.id, groupIds: [], aclId: undefined } };
}
