import { countAddresses, type Interval, publicSpace } from '../../text/cidr.ts';
import type { CompiledCondition } from '../condition-types.ts';
import { type AddressRun, widths } from '../ip.ts';
import { type Region, regionsOf } from '../regions.ts';
import type { Choice, Choices } from '../search.ts';

/**
 * S3 calls a grant to ranges wider than /8 (IPv4) or /32 (IPv6) public. So a block of one bit less is the narrowest that names
 * nobody: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
const WIDE = { 4: 7, 6: 31 } as const;

/** Where an address can be: on the internet, or in networks of their own, where every address may be. */
export type AddressSpace = 'internet' | 'networks';

const spaces: Readonly<Record<AddressSpace, Readonly<Record<4 | 6, readonly Interval[]>>>> = {
  internet: { 4: publicSpace.ipv4, 6: publicSpace.ipv6 },
  networks: { 4: [{ first: 0n, last: (1n << 32n) - 1n }], 6: [{ first: 0n, last: (1n << 128n) - 1n }] },
};
/** Of how many addresses the half is meant: all IPv4 ones, and the IPv6 ones in use (2000::/3). */
const all = { 4: 1n << 32n, 6: 1n << 125n } as const;

/** How many of the addresses are in each block that somebody has addresses of, and how many somebody has in all. */
interface Extent {
  readonly blocks: ReadonlyMap<string, bigint>;
  readonly total: Readonly<Record<4 | 6, bigint>>;
  /** Holds a whole block. */
  readonly whole: boolean;
}

function extentOf(runs: readonly AddressRun[], space: AddressSpace): Extent {
  const blocks = new Map<string, bigint>();
  const total = { 4: 0n, 6: 0n };
  for (const run of runs) {
    const { version } = run;
    const shift = BigInt(widths[version] - WIDE[version]);
    const mine = new Set<bigint>();
    for (const part of spaces[space][version]) {
      const first = run.first > part.first ? run.first : part.first;
      const last = run.last < part.last ? run.last : part.last;
      if (first > last) continue;
      total[version] += last - first + 1n;
      const end = last >> shift;
      // over three blocks: all of the one in the middle
      if (end - (first >> shift) > 1n) return { blocks, total, whole: true };
      for (let at = first >> shift; at <= end; at++) mine.add(at);
    }
    for (const at of mine) {
      const from = at << shift;
      const to = ((at + 1n) << shift) - 1n;
      const held = (run.last < to ? run.last : to) - (run.first > from ? run.first : from) + 1n;
      const key = `${version} ${at}`;
      blocks.set(key, (blocks.get(key) ?? 0n) + held);
    }
  }
  return { blocks, total, whole: false };
}

/**
 * Whether so many addresses name nobody: more than three quarters of some block wider than /8 (IPv4) or /32 (IPv6), so that a
 * few that are denied out of one change nothing; or, with those that nobody on the internet has, half of all there are.
 * Addresses that nobody has let nobody in, alone.
 */
function namesNobody(extents: readonly Extent[], space: AddressSpace): boolean {
  if (extents.some((one) => one.whole)) return true;
  const held = new Map<string, bigint>();
  for (const { blocks } of extents) {
    for (const [key, count] of blocks) {
      const version = key.startsWith('4') ? 4 : 6;
      const sum = (held.get(key) ?? 0n) + count;
      if (sum > 3n << BigInt(widths[version] - WIDE[version] - 2)) return true;
      held.set(key, sum);
    }
  }
  return ([4, 6] as const).some((version) => {
    const total = extents.reduce((sum, one) => sum + one.total[version], 0n);
    return total > 0n && (total + unused[space][version]) * 2n >= all[version];
  });
}

/** Addresses that nobody in the space has. */
const unused = {
  internet: { 4: all[4] - countAddresses(publicSpace.ipv4), 6: all[6] - countAddresses(publicSpace.ipv6) },
  networks: { 4: 0n, 6: 0n },
} as const;

const extents = new WeakMap<Region, Partial<Record<AddressSpace, Extent>>>();

function extentIn(region: Region, space: AddressSpace): Extent {
  let mine = extents.get(region);
  if (mine === undefined) extents.set(region, (mine = {}));
  return (mine[space] ??= extentOf(region.runs, space));
}

/** One address of each region, and leaving the key out: for somebody whose network is his to choose. */
export function anyAddress(conditions: readonly CompiledCondition[]): Choices {
  const { regions, complete } = regionsOf(conditions);
  return { choices: [...regions.map(({ address }) => [address]), []], complete };
}

/**
 * The same for somebody who may be anywhere and whom no network names: he is let in when the regions that pass are together
 * so wide that they name nobody, or when the key may be absent.
 */
export function addressOfAnybody(conditions: readonly CompiledCondition[], space: AddressSpace): Choices {
  const { regions, complete } = regionsOf(conditions);
  const byChoice = new Map<Choice, Extent>();
  const size = ({ total, whole }: Extent): bigint => (whole ? 1n << 128n : 0n) + (total[4] << 93n) + total[6];
  for (const region of regions) byChoice.set([region.address], extentIn(region, space));
  // the widest first: it often decides
  const sorted = [...byChoice].sort((a, b) => (size(a[1]) > size(b[1]) ? -1 : 1)).map(([choice]) => choice);
  // next without the key: what is left then may be known to be too little, without trying it
  const absent: Choice = [];
  return {
    choices: [...sorted.slice(0, 1), absent, ...sorted.slice(1)],
    complete,
    enough: (passing) => {
      if (passing.includes(absent)) return true;
      return namesNobody(
        passing.flatMap((choice) => byChoice.get(choice) ?? []),
        space,
      );
    },
  };
}
