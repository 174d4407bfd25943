import { isPublicCidr, type IpFamily } from '../../../text/cidr.ts';
import type { PortProtocol } from '../ports.ts';
import { defaultWideness, type Wideness } from '../wide.ts';
import { aclAdmits, groupsAdmit, rulesFor, type Wanted } from './admission.ts';
import type { Interface, Network, Reached } from './facts.ts';
import { accelerated, distributed, fronted, type Front } from './fronts.ts';
import { meetInternet, type Meeting } from './gateway.ts';
import { best, chain } from './link.ts';
import { portsToTry } from './ports-to-try.ts';
import { insideOf, primary, undecided, type Way, waysThroughBalancers } from './targets.ts';
import type { OpenPath } from './witness.ts';

export type { Interface, Network, NetworkPart, Reached } from './facts.ts';
export { letInText, type OpenPath, wayText } from './witness.ts';
export type { Way } from './targets.ts';

/**
 * `possible` names what decides and is not read, such as a firewall's rules; `closed` the links that are missing; `unknown`
 * what would have decided and could not be read.
 */
export type Reach =
  | { readonly kind: 'open'; readonly path: OpenPath }
  | { readonly kind: 'possible'; readonly path: OpenPath; readonly on: string }
  | { readonly kind: 'closed'; readonly reasons: readonly string[] }
  | { readonly kind: 'unknown'; readonly causes: readonly string[] };

export interface ReachOptions {
  /** Ports of the interface that matter; every one that is open when left out. */
  readonly ports?: readonly number[] | undefined;
  /** Default: TCP when ports are given, both otherwise. */
  readonly protocols?: readonly PortProtocol[] | undefined;
  /** How many clients are the internet. */
  readonly wideness?: Wideness | undefined;
}

/**
 * Whether the internet reaches a port of something with network interfaces: by a public address of its own; through a load
 * balancer, in front of which there may be an accelerator, a distribution or another load balancer; or through an
 * accelerator or a distribution. One missing link closes a way; what is not known leaves it open only when no other link
 * is missing. Whether something listens there, and the health of targets, are not asked.
 */
export const reachFromInternet = (reached: Reached, network: Network, options: ReachOptions = {}): Reach =>
  waysFromInternet(reached, network, options).reach;

/** The same, with every way that was looked at, closed ones included. */
export function waysFromInternet(
  reached: Reached,
  network: Network,
  options: ReachOptions = {},
): { readonly reach: Reach; readonly ways: readonly Way[] } {
  const wideness = options.wideness ?? defaultWideness;
  const protocols = options.protocols ?? (options.ports === undefined ? (['tcp', 'udp'] as const) : (['tcp'] as const));
  const ways: Way[] = [];
  for (const face of reached.interfaces) ways.push(...directWays(face, network, { ...options, protocols }, wideness));
  const minds = ({ path }: Way): boolean =>
    (options.ports?.includes(path.port) ?? true) && protocols.includes(path.protocol);
  ways.push(...waysThroughBalancers(reached, network, wideness).filter(minds));
  ways.push(...waysToInstance(reached, network, options.ports, protocols, wideness));
  ways.push(...unreadWays(reached, network, options.ports, protocols));
  return { reach: answerOf(ways, reached, network), ways };
}

function answerOf(ways: readonly Way[], { interfaces }: Reached, { unread }: Network): Reach {
  const causes = new Set<string>();
  const reasons = new Set<string>();
  for (const { link } of ways) {
    if (link.is === 'unknown') causes.add(link.cause);
    if (link.is === 'closed') reasons.add(link.reason);
  }
  const found = best(ways);
  if (found?.link.is === 'open') return { kind: 'open', path: found.path };
  if (causes.size > 0) return { kind: 'unknown', causes: [...causes] };
  if (found?.link.is === 'possible') return { kind: 'possible', path: found.path, on: found.link.on };
  const addressed = interfaces.some((face) => addressesOf(face).length > 0);
  // What was not read cannot matter where a link that was read is missing; it is named all the same.
  const notes = Object.values(unread).filter((note) => note !== undefined);
  return { kind: 'closed', reasons: [...(addressed ? [] : ['it has no public address']), ...reasons, ...notes] };
}

interface Addressed {
  readonly family: IpFamily;
  /** The one that is asked from outside, and the one inside the VPC. */
  readonly address: string;
  readonly inside: string;
}

function addressesOf({ publicIps, privateIps, ipv6 }: Interface): Addressed[] {
  const [first] = publicIps;
  const global = ipv6.find(isPublicCidr);
  return [
    ...(first === undefined ? [] : [{ family: 'ipv4' as const, address: first, inside: privateIps[0] ?? '' }]),
    ...(global === undefined ? [] : [{ family: 'ipv6' as const, address: global, inside: global }]),
  ];
}

function directWays(
  face: Interface,
  network: Network,
  options: Required<Pick<ReachOptions, 'protocols'>> & ReachOptions,
  wideness: Wideness,
): Way[] {
  const { subnetId = '', vpcId = '' } = face;
  return addressesOf(face).flatMap(({ family, address, inside }) => {
    const meeting = meetInternet({ subnetId, vpcId, address: inside }, network, family, wideness);
    return (options.protocols ?? []).flatMap((protocol) =>
      portsToTry(face, network, { family, protocol, ports: options.ports }, wideness).map((port) =>
        directWay(face, address, meeting, { family, protocol, port }, network, wideness),
      ),
    );
  });
}

function directWay(
  face: Interface,
  address: string,
  meeting: Meeting,
  wanted: Wanted,
  network: Network,
  wideness: Wideness,
): Way {
  const path = { ...wanted, address, interfaceId: face.id };
  if (meeting.link.is === 'closed') return { link: meeting.link, path: { ...path, groupIds: [], aclId: undefined } };
  // Where the route is not known, the others are judged as if everybody came in.
  const clients = {
    kind: 'clients' as const,
    set: meeting.link.is === 'unknown' ? everybody(wanted.family) : meeting.clients,
  };
  const group = groupsAdmit(face.groupIds, clients, wanted, network, wideness);
  const acl = aclAdmits(
    face.subnetId ?? '',
    group.link.is === 'open' ? group.source : clients,
    wanted,
    network,
    wideness,
  );
  return {
    link: chain([meeting.link, group.link, acl.link]),
    path: {
      ...path,
      groupIds: group.by,
      aclId: acl.by[0],
      routeTableId: meeting.routeTableId,
      gatewayId: meeting.gatewayId,
      inspectedBy: meeting.through,
    },
  };
}

const everybody = (family: IpFamily) => [{ first: 0n, last: (1n << (family === 'ipv4' ? 32n : 128n)) - 1n }];

/** Accelerators and distributions that send to an instance itself. */
function waysToInstance(
  { id, arn, interfaces }: Reached,
  network: Network,
  ports: readonly number[] | undefined,
  protocols: readonly PortProtocol[],
  wideness: Wideness,
): Way[] {
  const face = primary(interfaces);
  if (face === undefined) return [];
  const place = { vpcId: face.vpcId ?? '', subnetIds: [face.subnetId ?? ''], groupIds: face.groupIds };
  const way =
    (wanted: Wanted) =>
    (front: Front): Way => ({
      link: front.link,
      path: { ...front.witness, ...wanted, interfaceId: face.id, groupIds: face.groupIds, aclId: undefined },
    });
  const families: readonly IpFamily[] = face.ipv6.length > 0 ? ['ipv4', 'ipv6'] : ['ipv4'];
  return families.flatMap((family) =>
    protocols.flatMap((protocol) =>
      sentPorts({ id, arn }, face, network, { family, protocol, ports }, wideness).flatMap((port) => {
        const wanted = { family, protocol, port };
        return [
          ...accelerated([id], place, wanted, network, wideness),
          ...distributed(arn, place, wanted, network, wideness),
        ].map(way(wanted));
      }),
    ),
  );
}

/** The ports on which accelerators and distributions may send to an instance. */
function sentPorts(
  { id, arn }: Pick<Reached, 'id' | 'arn'>,
  face: Interface,
  network: Network,
  wanted: { readonly family: IpFamily; readonly protocol: PortProtocol; readonly ports: readonly number[] | undefined },
  wideness: Wideness,
): readonly number[] {
  if (wanted.ports !== undefined) return wanted.ports;
  const named = network.distributions.flatMap(({ vpcOrigins }) =>
    (vpcOrigins ?? []).flatMap(({ endpointArn, ports }) => (endpointArn === arn ? ports : [])),
  );
  const sent = network.accelerators.flatMap(({ endpoints }) =>
    (endpoints ?? []).filter((each) => each.id === id).flatMap(({ ports }) => ports),
  );
  const asked = network.unread.accelerators !== undefined || network.unread.distributions !== undefined;
  if (sent.length === 0 && named.length === 0 && !asked) return [];
  const open = portsToTry(face, network, wanted, wideness);
  const within = open.filter((port) => asked || sent.some(({ from, to }) => from <= port && port <= to));
  return [...new Set([...named, ...within, ...sent.map(({ from }) => from)])];
}

/** Lists of load balancers and target groups that were not read, where one of them may send to the interface. */
function unreadWays(
  { interfaces }: Reached,
  network: Network,
  ports: readonly number[] | undefined,
  protocols: readonly PortProtocol[],
): Way[] {
  const { targetGroups, classicLoadBalancers, loadBalancers } = network.unread;
  const causes = [
    ...(targetGroups !== undefined && (loadBalancers !== undefined || fronted(network)) ? [targetGroups] : []),
    ...(classicLoadBalancers === undefined ? [] : [classicLoadBalancers]),
  ];
  if (causes.length === 0) return [];
  return interfaces.flatMap((face) =>
    protocols.flatMap((protocol) =>
      (ports ?? anyPorts(face, network, protocol)).flatMap((port) => {
        const target = { face, address: insideOf(face, network), port };
        // Where it would matter to nothing, it is not spoken of.
        return causes
          .map((cause) => undecided(target, protocol, cause, network))
          .filter(({ link }) => link.is !== 'closed');
      }),
    ),
  );
}

/** One port of each rule that lets anybody in. */
const anyPorts = ({ groupIds }: Interface, network: Network, protocol: PortProtocol): number[] => {
  const rules = network.groups
    .filter(({ id }) => groupIds.includes(id))
    .flatMap(({ rules: own }) => own.filter(({ direction }) => direction === 'ingress'));
  const ports = rules.map(({ fromPort }) => (fromPort === undefined || fromPort < 1 ? 1 : fromPort));
  const missing = groupIds.some((id) => !network.groups.some((group) => group.id === id));
  return [...new Set(missing ? [1, ...ports] : ports)].filter(
    (port) => rulesFor(groupIds, network, { protocol, port }).matching.length > 0 || missing,
  );
};
