import { indexOf } from '../lookup.ts';
import type { Interval, IpFamily } from '../../../text/cidr.ts';
import { mergeIntervals, parseCidr, subtractIntervals } from '../../../text/cidr.ts';
import { naclAdmits } from '../nacl.ts';
import { type NaclEntry } from '../../../services/ec2/network-acl.ts';
import { portsOf, type PortProtocol } from '../ports.ts';
import { type SecurityGroupRule } from '../../../services/ec2/security-group.ts';
import { addressesIn, intersectIntervals, isWideSet, type Wideness } from '../wide.ts';
import { familyName, type Network } from './facts.ts';
import { closed, type Link, open, possible, unknown } from './link.ts';

/** Where packets come from, as a security group or a network ACL sees it. */
export type Source =
  /** Clients on the internet, of which a part still gets through. */
  | { readonly kind: 'clients'; readonly set: readonly Interval[] }
  /** A load balancer's own addresses, somewhere in its subnets. */
  | { readonly kind: 'node'; readonly cidrs: readonly string[]; readonly groupIds: readonly string[] }
  /** Addresses of an AWS service that are not known here; its own security group, where it has one. */
  | { readonly kind: 'service'; readonly who: string; readonly groupIds: readonly string[] };

export interface Wanted {
  readonly family: IpFamily;
  readonly protocol: PortProtocol;
  readonly port: number;
}

/** What lets packets through, and the sources that it leaves. */
export interface Admission {
  readonly link: Link;
  readonly source: Source;
  /** The groups or the ACL that let them in. */
  readonly by: readonly string[];
}

interface Rules {
  readonly matching: readonly { readonly group: string; readonly rule: SecurityGroupRule; readonly blocks: string[] }[];
  /** Groups that are not among what was read. */
  readonly missing: readonly string[];
  /** Prefix lists whose entries were not read. */
  readonly lists: readonly string[];
}

export function rulesFor(
  groupIds: readonly string[],
  network: Network,
  { protocol, port }: Pick<Wanted, 'protocol' | 'port'>,
  direction: SecurityGroupRule['direction'] = 'ingress',
): Rules {
  const byId = indexOf(network.groups, 'id', ({ id }) => [id]);
  const listsOf = indexOf(network.prefixLists, 'id', ({ id }) => [id]);
  const lists = new Set<string>();
  const matching = groupIds.flatMap((id) =>
    (byId.get(id)?.[0]?.rules ?? []).flatMap((rule) => {
      const range = portsOf(rule, protocol);
      if (rule.direction !== direction || range === undefined || port < range.from || port > range.to) return [];
      const known = listsOf.get(id)?.[0]?.prefixListCidrs;
      for (const list of rule.prefixLists) if (known?.[list] === undefined) lists.add(list);
      const listed = rule.prefixLists.flatMap((list) => known?.[list] ?? []);
      return [{ group: id, rule, blocks: [...rule.cidrs, ...rule.ipv6Cidrs, ...listed] }];
    }),
  );
  return { matching, missing: groupIds.filter((id) => !byId.has(id)), lists: [...lists] };
}

/** Why a group that is not known, or a list in it, leaves open what it lets through; undefined: all is known. */
function notKnown({ missing, lists }: Rules, network: Network): Link | undefined {
  if (missing.length > 0)
    return unknown(network.unread.groups ?? `security group ${missing.join(', ')} is not visible to this account`);
  if (lists.length > 0)
    return unknown(network.unread.prefixLists ?? `the entries of prefix list ${lists.join(', ')} were not read`);
  return undefined;
}

/** Whether one block lies within a set, or touches it. */
function within(cidr: string, family: IpFamily, set: readonly Interval[]): 'all' | 'part' | 'none' {
  const block = parseCidr(cidr);
  if (block?.family !== family) return 'none';
  if (subtractIntervals([block], set).length === 0) return 'all';
  return intersectIntervals([block], set).length > 0 ? 'part' : 'none';
}

const fits = (cidrs: readonly string[], family: IpFamily, set: readonly Interval[]): 'all' | 'part' | 'none' => {
  const found = cidrs.map((cidr) => within(cidr, family, set));
  return found.includes('all') ? 'all' : found.includes('part') ? 'part' : 'none';
};

/** Whether the security groups of an interface, all their rules together, let a source in. */
export function groupsAdmit(
  groupIds: readonly string[],
  source: Source,
  wanted: Wanted,
  network: Network,
  wideness: Wideness,
): Admission {
  const rules = rulesFor(groupIds, network, wanted);
  const { matching } = rules;
  const set = addressesIn(
    matching.flatMap(({ blocks }) => blocks),
    wanted.family,
  );
  const names = (ids: readonly string[]): string[] => [...new Set(ids)];
  const through = (link: Link, left: Source = source, by = matching.map(({ group }) => group)): Admission => ({
    link,
    source: left,
    by: names(by),
  });
  const referring = matching.filter(({ rule }) =>
    source.kind === 'clients' ? false : rule.groups.some((id) => source.groupIds.includes(id)),
  );
  if (referring.length > 0)
    return through(
      open,
      source,
      referring.map(({ group }) => group),
    );
  const port = `${wanted.protocol} ${wanted.port}`;
  const none = closed(`no security group opens ${port} to ${sourceName(source, wanted.family)}`);
  if (source.kind === 'clients') {
    const left = intersectIntervals([...source.set], set);
    if (isWideSet(left, wanted.family, wideness)) {
      const by = matching.filter(({ blocks }) => addressesIn(blocks, wanted.family).length > 0);
      return through(
        open,
        { kind: 'clients', set: left },
        by.map(({ group }) => group),
      );
    }
    return through(notKnown(rules, network) ?? none);
  }
  if (source.kind === 'node') {
    const fit = fits(source.cidrs, wanted.family, set);
    if (fit === 'all') return through(open);
    const rest = notKnown(rules, network);
    if (rest !== undefined) return through(rest);
    return through(fit === 'part' ? possible('which addresses the load balancer has in its subnets') : none);
  }
  if (isWideSet(set, wanted.family, wideness)) return through(open);
  const rest = notKnown(rules, network);
  if (rest !== undefined) return through(rest);
  return through(set.length > 0 ? possible(`whether ${groupIds.join(', ')} lets ${source.who} in`) : none);
}

/** Whether the groups of an interface let anybody in to a port at all. */
export function admitAnybody(groupIds: readonly string[], wanted: Wanted, network: Network): Link {
  const rules = rulesFor(groupIds, network, wanted);
  const some = rules.matching.some(
    ({ rule, blocks }) => blocks.length > 0 || rule.groups.length > 0 || rule.prefixLists.length > 0,
  );
  return some
    ? open
    : (notKnown(rules, network) ?? closed(`no security group opens ${wanted.protocol} ${wanted.port} to anybody`));
}

const sourceName = (source: Source, family: IpFamily): string =>
  source.kind === 'clients'
    ? `the ${familyName[family]} internet`
    : source.kind === 'node'
      ? 'the load balancer'
      : source.who;

const ends = (entries: readonly NaclEntry[]): number[] =>
  entries.flatMap(({ fromPort, toPort }) => [fromPort ?? 0, (toPort ?? 65_534) + 1]);

/** Of some addresses, those that an ACL lets answers go to, on the ports between two ends. */
function answered(
  entries: readonly NaclEntry[],
  to: readonly Interval[],
  family: IpFamily,
  egress: boolean,
  [from, last]: readonly [number, number],
): Interval[] {
  let found: Interval[] = [];
  for (const port of new Set([last, from, ...ends(entries)])) {
    if (port < from || port > last) continue;
    found = mergeIntervals([...found, ...naclAdmits(entries, port, family, { egress }, to)]);
    if (subtractIntervals(to, found).length === 0) break;
  }
  return found;
}

/** The ports from which clients ask: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
const ephemeral = [1024, 65_535] as const;
const reserved = [1, 1023] as const;

/**
 * Whether the network ACL of a subnet lets a source in to a port, and its answers out again: an ACL keeps no state.
 * UDP needs no answer.
 */
export function aclAdmits(
  subnetId: string,
  source: Source,
  { family, protocol, port }: Wanted,
  network: Network,
  wideness: Wideness,
): Admission {
  const acl = indexOf(network.acls, 'subnet', ({ subnetIds }) => subnetIds).get(subnetId)?.[0];
  const cause = network.unread.acls ?? `the network ACL of ${subnetId} is not visible to this account`;
  if (acl === undefined) return { link: unknown(cause), source, by: [] };
  const through = (link: Link, left: Source = source): Admission => ({ link, source: left, by: [acl.id] });
  const name = `${acl.id} of ${subnetId}`;
  const from = sourceName(source, family);
  const noWay = closed(`${name} lets no ${protocol} ${port} in from ${from}`);
  // What an AWS service brings in enters the VPC behind its ACLs:
  // https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.how-to-enable-preservation.html
  if (source.kind === 'service') return through(open);
  if (source.kind === 'node') {
    const ways = source.cidrs.map((cidr) => {
      const blocks = addressesIn([cidr], family);
      const into = naclAdmits(acl.entries, port, family, { protocol }, blocks);
      const back = protocol === 'udp' ? into : answered(acl.entries, into, family, true, ephemeral);
      return back.length === 0 ? 'none' : subtractIntervals(blocks, back).length === 0 ? 'all' : 'part';
    });
    if (ways.includes('all')) return through(open);
    return through(ways.includes('part') ? possible('which addresses the load balancer has in its subnets') : noWay);
  }
  const into = naclAdmits(acl.entries, port, family, { protocol }, source.set);
  if (!isWideSet(into, family, wideness)) return through(noWay);
  if (protocol === 'udp') return through(open, { kind: 'clients', set: into });
  const back = answered(acl.entries, into, family, true, ephemeral);
  if (isWideSet(back, family, wideness)) return through(open, { kind: 'clients', set: back });
  const low = mergeIntervals([...back, ...answered(acl.entries, into, family, true, reserved)]);
  return isWideSet(low, family, wideness)
    ? through(possible(`clients that ask from ports below 1024, to which alone ${name} lets answers out`), {
        kind: 'clients',
        set: low,
      })
    : through(closed(`${name} lets no answers out to the ${familyName[family]} internet`));
}

/** Whether an ACL of a load balancer's subnet lets it reach a target, and lets answers back in. */
export function aclLetsOut(
  subnetId: string,
  to: readonly string[],
  { family, protocol, port }: Wanted,
  network: Network,
): boolean {
  const acl = indexOf(network.acls, 'subnet', ({ subnetIds }) => subnetIds).get(subnetId)?.[0];
  if (acl === undefined) return true;
  const target = addressesIn(to, family);
  const out = naclAdmits(acl.entries, port, family, { protocol, egress: true }, target);
  return protocol === 'udp' ? out.length > 0 : answered(acl.entries, out, family, false, ephemeral).length > 0;
}

/** Whether the groups of a load balancer let it reach a target. */
export function groupsLetOut(
  groupIds: readonly string[],
  to: { readonly addresses: readonly string[]; readonly groupIds: readonly string[] },
  wanted: Wanted,
  network: Network,
): Link {
  if (groupIds.length === 0) return open;
  const rules = rulesFor(groupIds, network, wanted, 'egress');
  const set = addressesIn(
    rules.matching.flatMap(({ blocks }) => blocks),
    wanted.family,
  );
  const named = rules.matching.some(({ rule }) => rule.groups.some((id) => to.groupIds.includes(id)));
  if (named || to.addresses.some((address) => within(address, wanted.family, set) === 'all')) return open;
  return (
    notKnown(rules, network) ??
    closed(
      `the groups of the load balancer (${groupIds.join(', ')}) let no ${wanted.protocol} ${wanted.port} out to it`,
    )
  );
}
