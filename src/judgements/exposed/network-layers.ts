import type { Certainty, Layer, LayerName, LayerState, WayIn } from '../../engine/exposed.ts';
import { few } from '../../text/few.ts';
import { indexOf } from '../network/lookup.ts';
import { openNaclPorts } from '../network/nacl.ts';
import { isEveryPort, openPorts, portsOf, type OpenPorts, type PortProtocol } from '../network/ports.ts';
import type { Network } from '../network/reach/facts.ts';

/** Where the way of a packet ends, as far as security groups and network ACLs see it. */
export interface Placement {
  readonly groupIds: readonly string[];
  readonly aclIds: readonly string[];
  readonly subnetIds: readonly string[];
}

const layer = (name: LayerName, state: LayerState, says: string): Layer => ({ layer: name, state, says });

/** `tcp 22, tcp 8000-8100`. */
const portsText = (open: readonly OpenPorts[]): string =>
  few(
    [...new Set(open.map(({ protocol, from, to }) => `${protocol} ${from === to ? String(from) : `${from}-${to}`}`))],
    6,
  );

/** What the security groups stop: nothing, where one of them lets the internet at large in to every port. */
export function groupLayer({ groupIds }: Pick<Placement, 'groupIds'>, network: Network, none: string): Layer {
  const name = 'security-group';
  if (groupIds.length === 0) return layer(name, 'absent', none);
  const byId = indexOf(network.groups, 'id', ({ id }) => [id]);
  const listsOf = indexOf(network.prefixLists, 'id', ({ id }) => [id]);
  const missing = groupIds.filter((id) => !byId.has(id));
  const rules = groupIds.flatMap((id) => byId.get(id)?.[0]?.rules ?? []);
  const prefixListCidrs = new Map(
    groupIds.flatMap((id) => Object.entries(listsOf.get(id)?.[0]?.prefixListCidrs ?? {})),
  );
  const open = openPorts(rules, { prefixListCidrs });
  const all = open.filter(isEveryPort);
  const groups = few(groupIds);
  const lets = groupIds.length === 1 ? 'lets' : 'let';
  if (all.length > 0)
    return layer(
      name,
      'absent',
      `${groups} ${lets} the internet in to every port (${protocolsOf(all)}): nothing is stopped`,
    );
  if (missing.length > 0)
    return layer(name, 'unknown', network.unread.groups ?? `${few(missing)} is not visible to this account`);
  const lists = rules.filter(({ direction }) => direction === 'ingress').flatMap(({ prefixLists }) => prefixLists);
  const unread = lists.filter((id) => !prefixListCidrs.has(id));
  if (unread.length > 0)
    return layer(name, 'unknown', network.unread.prefixLists ?? `the entries of ${few(unread)} were not read`);
  return layer(
    name,
    'present',
    open.length === 0
      ? `${groups} ${lets} nobody in from the internet at large`
      : `${groups} ${lets} the internet in to ${portsText(open)} alone`,
  );
}

const protocolsOf = (open: readonly OpenPorts[]): string =>
  [...new Set(open.map(({ protocol, family }) => `${protocol} over ${family === 'ipv4' ? 'IPv4' : 'IPv6'}`))].join(
    ', ',
  );

/** What the network ACLs stop: nothing, where each port of TCP and UDP is let in, as the default ACL does. */
export function aclLayer({ aclIds, subnetIds }: Pick<Placement, 'aclIds' | 'subnetIds'>, network: Network): Layer {
  const name = 'nacl';
  const bySubnet = indexOf(network.acls, 'subnet', (acl) => acl.subnetIds);
  const byId = indexOf(network.acls, 'id', ({ id }) => [id]);
  const found = [
    ...aclIds.map((id) => ({ of: id, acl: byId.get(id)?.[0] })),
    ...subnetIds.map((id) => ({ of: `the network ACL of ${id}`, acl: bySubnet.get(id)?.[0] })),
  ];
  if (found.length === 0)
    return layer(name, 'unknown', network.unread.acls ?? 'AWS does not say in which subnets it is');
  const missing = found.filter(({ acl }) => acl === undefined);
  const open = found.filter(({ acl }) => acl !== undefined && letsAllIn(acl.entries));
  const ids = (some: typeof found): string => few([...new Set(some.flatMap(({ acl }) => acl?.id ?? []))]);
  if (open.length > 0)
    return layer(name, 'absent', `${ids(open)} lets the internet in to every port: it stops nothing`);
  const [first] = missing;
  if (first !== undefined)
    return layer(name, 'unknown', network.unread.acls ?? `${first.of} is not visible to this account`);
  return layer(name, 'present', `${ids(found)} does not let the internet in to every port`);
}

type Entries = Network['acls'][number]['entries'];

const letsAllIn = (entries: Entries): boolean =>
  (['tcp', 'udp'] as const).every((protocol: PortProtocol) =>
    openNaclPorts(entries, { family: 'ipv4', protocol }).some(isEveryPort),
  );

/** The ways that count: those that are open, or all where none is. */
export const countingWays = (ways: readonly WayIn[]): readonly WayIn[] => {
  const open = ways.filter(({ certainty }) => certainty === 'open');
  return open.length > 0 ? open : ways;
};

const isSure = (ways: readonly WayIn[]): boolean =>
  ways.some(({ certainty }: { certainty: Certainty }) => certainty === 'open');

interface Passing {
  readonly layer: 'cdn' | 'load-balancer' | 'inspection';
  /** What stands there on a way, if anything. */
  readonly at: (way: WayIn) => string | undefined;
  /** What was not read and may stand there. */
  readonly unread: string | undefined;
  readonly none: string;
}

/** A layer that each way in passes, or some pass by. */
export function passedLayer(ways: readonly WayIn[], { layer: name, at, unread, none }: Passing): Layer {
  const counting = countingWays(ways);
  const past = counting.filter((way) => at(way) === undefined);
  const through = [...new Set(counting.flatMap((way) => at(way) ?? []))];
  const [first] = past;
  if (first === undefined)
    return counting.length === 0
      ? layer(name, 'unknown', unread ?? 'no way in is known whole')
      : layer(name, 'present', `every way in that is known leads through ${few(through)}`);
  if (!isSure(counting))
    return layer(name, 'unknown', unread ?? `it is not known whether it is reached past one: ${first.how}`);
  return layer(
    name,
    'absent',
    through.length === 0 ? none : `not every way leads through ${few(through)}: ${first.how}`,
  );
}

/** The rules that let somebody from outside in to a port of the groups. */
export function rulesOf(
  groupIds: readonly string[],
  {
    protocol,
    port,
    family,
  }: { readonly protocol: PortProtocol; readonly port: number; readonly family: 'ipv4' | 'ipv6' },
  network: Network,
) {
  const byId = indexOf(network.groups, 'id', ({ id }) => [id]);
  return groupIds.flatMap((group) =>
    (byId.get(group)?.[0]?.rules ?? []).flatMap((rule) => {
      const range = portsOf(rule, protocol);
      const from = [...(family === 'ipv4' ? rule.cidrs : rule.ipv6Cidrs), ...rule.prefixLists];
      if (
        rule.direction !== 'ingress' ||
        range === undefined ||
        port < range.from ||
        port > range.to ||
        from.length === 0
      )
        return [];
      const ports = range.from === range.to ? String(range.from) : `${range.from}-${range.to}`;
      return [{ group, ports: `${protocol} ${ports}`, from: from.slice(0, mostSources) }];
    }),
  );
}

/** Sources of a rule that are told. */
const mostSources = 10;
