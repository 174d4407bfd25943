export type IpFamily = 'ipv4' | 'ipv6';

/** An address block, its first and last address as numbers. */
export interface Cidr {
  readonly family: IpFamily;
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** A run of addresses (or of anything countable), both ends included. */
export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

const bits = { ipv4: 32, ipv6: 128 } as const;

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return BigInt(parts.reduce((sum, part) => sum * 256 + Number(part), 0));
}

function parseIpv6(text: string): bigint | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = dotted ? parseIpv4(dotted[2] ?? '') : undefined;
  if (dotted && tail === undefined) return undefined;
  const plain =
    tail === undefined ? text : `${dotted?.[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...right];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}

/** Reads `10.0.0.0/8`, `2001:db8::/32` or a bare address (a block of one). Host bits are cleared, as EC2 does. Undefined for anything else. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', length, ...rest] = text.trim().split('/');
  const family: IpFamily = address.includes(':') ? 'ipv6' : 'ipv4';
  const value = family === 'ipv6' ? parseIpv6(address) : parseIpv4(address);
  const prefix = length === undefined ? bits[family] : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (value === undefined || rest.length > 0 || prefix < 0 || prefix > bits[family]) return undefined;
  const host = (1n << BigInt(bits[family] - prefix)) - 1n;
  const first = (value | host) ^ host;
  return { family, prefix, first, last: first | host };
}

/** How many addresses a block holds. */
export function width(cidr: Cidr): bigint {
  return cidr.last - cidr.first + 1n;
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Sorted, and with runs that touch or overlap joined. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of [...intervals].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const previous = merged.at(-1);
    if (previous === undefined || first > previous.last + 1n) merged.push({ first, last });
    else if (last > previous.last) previous.last = last;
  }
  return merged;
}

/** What is in the first set of runs and not in the second. */
export function subtractIntervals(from: readonly Interval[], remove: readonly Interval[]): Interval[] {
  let rest = mergeIntervals(from);
  for (const cut of mergeIntervals(remove)) {
    rest = rest.flatMap((run) => {
      if (cut.last < run.first || cut.first > run.last) return [run];
      const parts: Interval[] = [];
      if (run.first < cut.first) parts.push({ first: run.first, last: cut.first - 1n });
      if (cut.last < run.last) parts.push({ first: cut.last + 1n, last: run.last });
      return parts;
    });
  }
  return rest;
}

/** The number of addresses in runs; those in several count each time. */
export function countAddresses(intervals: readonly Interval[]): bigint {
  return intervals.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
}

/**
 * IPv4 blocks that are not routed on the public internet: private use, shared (carrier) space, loopback, link-local, documentation,
 * benchmarking, multicast and reserved.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
const specialIpv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

function blocks(texts: readonly string[]): Interval[] {
  return texts.map((text) => parseCidr(text)).filter((cidr) => cidr !== undefined);
}

/** The addresses the public internet consists of. For IPv6 that is global unicast without the documentation block. */
export const publicSpace: Record<IpFamily, readonly Interval[]> = {
  ipv4: subtractIntervals(blocks(['0.0.0.0/0']), blocks(specialIpv4)),
  ipv6: subtractIntervals(blocks(['2000::/3']), blocks(['2001:db8::/32', '3fff::/20'])),
};

/** Whether a block holds at least one address of the public internet. False for text that is no block. */
export function isPublicCidr(text: string): boolean {
  if (text === '0.0.0.0/0' || text === '::/0') return true;
  const cidr = parseCidr(text);
  return cidr !== undefined && publicSpace[cidr.family].some((run) => cidr.first <= run.last && run.first <= cidr.last);
}

/**
 * Whether blocks together hold every address of the public internet: `0.0.0.0/0`, its two halves, or everything but the private ranges.
 * Blocks of the other family and text that is no block count for nothing.
 */
export function isWholeInternet(cidrs: string | readonly string[], family?: IpFamily): boolean {
  const texts = typeof cidrs === 'string' ? [cidrs] : cidrs;
  const families: readonly IpFamily[] = family === undefined ? ['ipv4', 'ipv6'] : [family];
  return families.some((each) => {
    if (texts.includes(each === 'ipv4' ? '0.0.0.0/0' : '::/0')) return true;
    const held = blocks(texts.filter((text) => text.includes(':') === (each === 'ipv6')));
    // Few rules are as wide as that: the others need no arithmetic of runs.
    return countAddresses(held) >= publicAddresses[each] && subtractIntervals(publicSpace[each], held).length === 0;
  });
}

const publicAddresses: Record<IpFamily, bigint> = {
  ipv4: countAddresses(publicSpace.ipv4),
  ipv6: countAddresses(publicSpace.ipv6),
};
