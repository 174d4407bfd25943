/** IANA names of the protocol numbers that EC2 gives a meaning of their own. */
const names: Readonly<Record<string, string>> = {
  '-1': 'all',
  all: 'all',
  any: 'all',
  '1': 'icmp',
  icmp: 'icmp',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
  '58': 'icmpv6',
  icmpv6: 'icmpv6',
  'ipv6-icmp': 'icmpv6',
};

/** `tcp`, `udp`, `icmp`, `icmpv6`, `all`, or the number as text for a protocol without ports. */
export function protocolName(protocol: string | number): string {
  const text = String(protocol).toLowerCase();
  return names[text] ?? text;
}

/** The protocols with ports. */
export type PortProtocol = 'tcp' | 'udp';

/** A run of ports, both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

interface PortFields {
  readonly protocol: string | number;
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
}

/**
 * The ports of `protocol` that a rule speaks of, or undefined when it speaks of another protocol.
 * Protocol `-1` means every port whatever the range says; an absent range or `-1` means all ports too.
 */
export function portsOf(rule: PortFields, protocol: PortProtocol): PortRange | undefined {
  const name = protocolName(rule.protocol);
  if (name === 'all') return { from: 0, to: 65_535 };
  if (name !== protocol) return undefined;
  const from = rule.fromPort === undefined || rule.fromPort < 0 ? 0 : rule.fromPort;
  const to = rule.toPort === undefined || rule.toPort < 0 ? 65_535 : rule.toPort;
  return from <= to ? { from, to } : undefined;
}

/** Whether a range is every port: 0-65535, or 1-65535, since nothing listens on port 0. */
export function isEveryPort({ from, to }: PortRange): boolean {
  return from <= 1 && to >= 65_535;
}

/**
 * Cuts 0-65535 where any of the ranges begins or ends, so that all ports of a piece are alike, and joins neighbouring pieces
 * that pass the test.
 */
export function portsWhere(ranges: readonly PortRange[], test: (port: number) => boolean): PortRange[] {
  const cuts = new Set([0, ...ranges.flatMap(({ from, to }) => [from, to + 1])]);
  const starts = [...cuts].filter((port) => port <= 65_535).sort((a, b) => a - b);
  const found: { from: number; to: number }[] = [];
  for (const [index, from] of starts.entries()) {
    if (!test(from)) continue;
    const to = (starts[index + 1] ?? 65_536) - 1;
    const previous = found.at(-1);
    if (previous !== undefined && previous.to + 1 === from) previous.to = to;
    else found.push({ from, to });
  }
  return found;
}

/** `22`, `137-139`, `all ports`. */
export function formatPorts(range: PortRange): string {
  if (isEveryPort(range)) return 'all ports';
  return range.from === range.to ? String(range.from) : `${range.from}-${range.to}`;
}
