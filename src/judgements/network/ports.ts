import { isWholeInternet, type IpFamily } from '../../text/cidr.ts';
import { isEveryPort, portsOf, portsWhere, protocolName, type PortProtocol, type PortRange } from './protocols.ts';
import { isWide, widest, type Wideness } from './wide.ts';
import type { SecurityGroupRule } from '../../services/ec2/security-group.ts';

export { isEveryPort, portsOf, protocolName, type PortProtocol, type PortRange } from './protocols.ts';

export interface OpenOptions {
  /** One address family only; left out, being open in either is being open. */
  readonly family?: IpFamily | undefined;
  /** One protocol only. Questions about one port take TCP when it is left out, questions about all ports both. */
  readonly protocol?: PortProtocol | undefined;
  /** Default `ingress`. */
  readonly direction?: 'ingress' | 'egress' | undefined;
  /** What managed prefix lists hold, by id. A list that is not here counts as closed. */
  readonly prefixListCidrs?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Which sources count as the internet; by default a network of the size of an IPv4 `/8` or an IPv6 `/32`. */
  readonly wideness?: Wideness | undefined;
}

/** Ports open to the internet at large. */
export interface OpenPorts extends PortRange {
  readonly protocol: PortProtocol;
  readonly family: IpFamily;
}

const bothProtocols: readonly PortProtocol[] = ['tcp', 'udp'];
const bothFamilies: readonly IpFamily[] = ['ipv4', 'ipv6'];

function blocksOf(rule: SecurityGroupRule, options: OpenOptions): string[] {
  const listed = rule.prefixLists.flatMap((id) => options.prefixListCidrs?.get(id) ?? []);
  return [...rule.cidrs, ...rule.ipv6Cidrs, ...listed];
}

function inDirection(rules: readonly SecurityGroupRule[], options: OpenOptions): SecurityGroupRule[] {
  return rules.filter((rule) => rule.direction === (options.direction ?? 'ingress'));
}

/**
 * The rules that together let the internet at large through to a port (TCP unless told otherwise); empty when it is not open.
 * Two rules for the two halves of the internet open it as one rule does, and so do many rules for many wide networks.
 */
export function rulesOpening(
  rules: readonly SecurityGroupRule[],
  port: number,
  options: OpenOptions = {},
): SecurityGroupRule[] {
  const families = options.family === undefined ? bothFamilies : [options.family];
  const opening = new Set<SecurityGroupRule>();
  const matching = inDirection(rules, options).filter((rule) => {
    const range = portsOf(rule, options.protocol ?? 'tcp');
    return range !== undefined && range.from <= port && port <= range.to && blocksOf(rule, options).length > 0;
  });
  for (const family of families) {
    const alone = matching.filter((rule) => isWide(blocksOf(rule, options), family, options.wideness));
    const together = matching.flatMap((rule) => blocksOf(rule, options));
    if (alone.length > 0) alone.forEach((rule) => opening.add(rule));
    else if (isWide(together, family, options.wideness)) matching.forEach((rule) => opening.add(rule));
  }
  return [...opening];
}

/** Whether the internet at large (IPv4 or IPv6) is let through to a port (TCP unless told otherwise). */
export function openTo(rules: readonly SecurityGroupRule[], port: number, options: OpenOptions = {}): boolean {
  return rulesOpening(rules, port, options).length > 0;
}

/**
 * What opens some open ports, in words: `the whole internet`, or `much of the internet (64.0.0.0/2)` with the widest blocks
 * of the rules.
 */
export function openedTo(
  rules: readonly SecurityGroupRule[],
  open: readonly OpenPorts[],
  options: OpenOptions = {},
): string {
  const blocks = new Set<string>();
  let whole = open.length > 0;
  for (const { from, protocol, family } of open) {
    const own = rulesOpening(rules, from, { ...options, protocol, family }).flatMap((rule) => blocksOf(rule, options));
    if (isWholeInternet(own, family)) continue;
    whole = false;
    for (const block of own) if (block.includes(':') === (family === 'ipv6')) blocks.add(block);
  }
  return whole ? 'the whole internet' : `much of the internet (${widest(blocks)})`;
}

/** Every port open to the internet at large, as runs per protocol and address family. */
export function openPorts(rules: readonly SecurityGroupRule[], options: OpenOptions = {}): OpenPorts[] {
  const candidates = inDirection(rules, options).filter((rule) => blocksOf(rule, options).length > 0);
  const protocols = options.protocol === undefined ? bothProtocols : [options.protocol];
  const blocks = candidates.flatMap((rule) => blocksOf(rule, options));
  // What all rules together do not open to the internet, those of a port do not.
  const families = (options.family === undefined ? bothFamilies : [options.family]).filter((family) =>
    isWide(blocks, family, options.wideness),
  );
  return protocols.flatMap((protocol) =>
    families.flatMap((family) => {
      const ranges = candidates.map((rule) => portsOf(rule, protocol)).filter((range) => range !== undefined);
      return portsWhere(ranges, (port) => openTo(candidates, port, { ...options, protocol, family })).map((range) => ({
        ...range,
        protocol,
        family,
      }));
    }),
  );
}

/** Whether a rule is for all ports of TCP or UDP, whatever its addresses: protocol `-1` or the full range. */
export function isAllPortsRule(rule: SecurityGroupRule): boolean {
  return bothProtocols.some((protocol) => {
    const range = portsOf(rule, protocol);
    return range !== undefined && isEveryPort(range);
  });
}

/** Whether all ports of TCP or of UDP are open to the internet at large, by one rule or by several. */
export function opensAllPorts(rules: readonly SecurityGroupRule[], options: OpenOptions = {}): boolean {
  return openPorts(rules, options).some(isEveryPort);
}

/** Whether ICMP (ICMPv6 for IPv6) of any type is let through from the internet at large. */
export function opensIcmp(rules: readonly SecurityGroupRule[], options: OpenOptions = {}): boolean {
  const families = options.family === undefined ? bothFamilies : [options.family];
  return families.some((family) => {
    const wanted = family === 'ipv4' ? 'icmp' : 'icmpv6';
    const matching = inDirection(rules, options).filter((rule) =>
      ['all', wanted].includes(protocolName(rule.protocol)),
    );
    return isWide(
      matching.flatMap((rule) => blocksOf(rule, options)),
      family,
      options.wideness,
    );
  });
}
