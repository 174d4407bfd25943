import { indexOf } from '../lookup.ts';
import type { IpFamily } from '../../../text/cidr.ts';
import { openPorts, portsOf, type PortProtocol } from '../ports.ts';
import type { Wideness } from '../wide.ts';
import type { Interface, Network } from './facts.ts';

/** Ports that something commonly listens on: a witness on one of them says more than another one. */
const common: readonly number[] = [
  22, 80, 443, 3389, 21, 23, 25, 445, 3000, 3306, 5000, 5432, 5601, 5985, 6379, 8000, 8080, 8443, 8888, 9000, 9200,
  27_017,
];

/**
 * The ports of an interface that are worth asking about: those that are named; or one of every run of ports that its
 * groups open to the internet and its network ACL treats alike. Where a group is not known, one that stands for all.
 */
export function portsToTry(
  { groupIds, subnetId = '' }: Pick<Interface, 'groupIds' | 'subnetId'>,
  network: Network,
  {
    family,
    protocol,
    ports,
  }: { readonly family: IpFamily; readonly protocol: PortProtocol; readonly ports: readonly number[] | undefined },
  wideness: Wideness,
): readonly number[] {
  if (ports !== undefined) return ports;
  const byId = indexOf(network.groups, 'id', ({ id }) => [id]);
  const listsOf = indexOf(network.prefixLists, 'id', ({ id }) => [id]);
  const rules = groupIds.flatMap((id) => byId.get(id)?.[0]?.rules ?? []);
  const prefixListCidrs = new Map(
    groupIds.flatMap((id) => Object.entries(listsOf.get(id)?.[0]?.prefixListCidrs ?? {})),
  );
  const runs = openPorts(rules, { family, protocol, prefixListCidrs, wideness });
  const acl = indexOf(network.acls, 'subnet', ({ subnetIds }) => subnetIds).get(subnetId)?.[0];
  const cuts = (acl?.entries ?? []).flatMap((entry) => {
    const range = portsOf(entry, protocol);
    return entry.egress || range === undefined ? [] : [range.from, range.to + 1];
  });
  const found = runs.flatMap(({ from, to }) =>
    [...common, Math.max(from, 1), ...cuts].filter((port) => from <= port && port <= to && port > 0),
  );
  // What is not known may open any port, and what is not open needs one to say so.
  const unread = rules
    .filter((rule) => rule.direction === 'ingress' && rule.prefixLists.some((list) => !prefixListCidrs.has(list)))
    .flatMap((rule) => portsOf(rule, protocol)?.from ?? []);
  return [...new Set([...found, ...unread.map((port) => Math.max(port, 1)), 443])];
}
