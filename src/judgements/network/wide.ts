import { mergeIntervals, parseCidr, publicSpace, type Interval, type IpFamily } from '../../text/cidr.ts';

/**
 * From how many addresses on a set counts as the internet, as the length of the prefix that holds as many: 8 means
 * `/8` and wider, and several networks that together hold as many public addresses as a `/8`.
 */
export interface Wideness {
  readonly ipv4: number;
  readonly ipv6: number;
}

/** No network of one holder is as wide: an IPv4 `/8`, the IPv6 `/32` that a registry gives a whole provider. */
export const defaultWideness: Wideness = { ipv4: 8, ipv6: 32 };

/** The settings of a check that judges by {@link Wideness}. */
export const widenessSettings = {
  openIpv4Prefix: {
    type: 'integer',
    default: defaultWideness.ipv4,
    min: 0,
    max: 32,
    describe:
      'IPv4 sources that hold as many public addresses as a network of this prefix length count as the internet',
  },
  openIpv6Prefix: {
    type: 'integer',
    default: defaultWideness.ipv6,
    min: 0,
    max: 128,
    describe: 'the same of IPv6 sources',
  },
} as const;

/** What the settings of {@link widenessSettings} say. */
export const widenessOf = (settings: {
  readonly openIpv4Prefix: number;
  readonly openIpv6Prefix: number;
}): Wideness => ({
  ipv4: settings.openIpv4Prefix,
  ipv6: settings.openIpv6Prefix,
});

const bits = { ipv4: 32, ipv6: 128 } as const;
const everything: Readonly<Record<IpFamily, string>> = { ipv4: '0.0.0.0/0', ipv6: '::/0' };

/** The runs of addresses that two sets share; both sorted and merged. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) break;
    const first = one.first > other.first ? one.first : other.first;
    const last = one.last < other.last ? one.last : other.last;
    if (first <= last) shared.push({ first, last });
    if (one.last < other.last) i += 1;
    else j += 1;
  }
  return shared;
}

/** The addresses of one family that blocks hold, sorted and merged. Text that is no block holds none. */
export function addressesIn(cidrs: readonly string[], family: IpFamily): Interval[] {
  if (cidrs.includes(everything[family])) return [{ first: 0n, last: (1n << BigInt(bits[family])) - 1n }];
  return mergeIntervals(
    cidrs
      .filter((text) => text.includes(':') === (family === 'ipv6'))
      .flatMap((text) => parseCidr(text) ?? [])
      .map(({ first, last }) => ({ first, last })),
  );
}

/**
 * Whether a merged set of addresses is so wide that it counts as the internet: it has as many public addresses as the
 * widest network that is none, or it holds a network of that size with public addresses in it, such as 192.0.0.0/8.
 */
export function isWideSet(set: readonly Interval[], family: IpFamily, wideness: Wideness = defaultWideness): boolean {
  const size = 1n << BigInt(bits[family] - wideness[family]);
  let held = 0n;
  for (const run of intersectIntervals(set, publicSpace[family])) {
    held += run.last - run.first + 1n;
    if (held >= size) return true;
    // The public parts of a network that also has private ones are smaller than it and touch two such networks at most.
    for (const address of [run.first, run.last]) {
      const first = address - (address % size);
      if (set.some((whole) => whole.first <= first && first + size - 1n <= whole.last)) return true;
    }
  }
  return false;
}

/** Whether blocks together are so wide that they count as the internet. */
export function isWide(cidrs: readonly string[], family: IpFamily, wideness: Wideness = defaultWideness): boolean {
  if (cidrs.includes(everything[family])) return true;
  // Few lists hold as many addresses at all: the others need no arithmetic of runs.
  let size = 0;
  for (const text of cidrs) {
    if (text.includes(':') === (family === 'ipv6')) size += 2 ** (wideness[family] - prefixOf(text));
  }
  return size >= 1 && isWideSet(addressesIn(cidrs, family), family, wideness);
}

/** Length of the prefix of a block; of text without one, that of a single address. */
const prefixOf = (text: string): number => Number(text.split('/')[1] ?? (text.includes(':') ? bits.ipv6 : bits.ipv4));

/** Blocks that a message names. */
const most = 3;

/** The widest of some blocks, for a message. */
export function widest(blocks: ReadonlySet<string>): string {
  const sorted = [...blocks].sort((a, b) => prefixOf(a) - prefixOf(b) || (a < b ? -1 : 1));
  const more = sorted.length > most ? ` and ${sorted.length - most} more` : '';
  return `${sorted.slice(0, most).join(', ')}${more}`;
}
