import { parseCidr, publicSpace } from '../../../src/text/cidr.ts';

/**
 * Who may read under statements that speak of aws:SourceIp alone, worked out address by address: a second way to the answer,
 * which shares no code with the judge but the list of what is no address of the internet.
 */
export interface RangeStatement {
  readonly effect: 'Allow' | 'Deny';
  /** `IpAddress`, `NotIpAddressIfExists`, `ForAnyValue:IpAddress`, …; undefined: without a condition. */
  readonly operator?: string;
  readonly ranges: readonly string[];
}

interface Cut {
  readonly family: 'ipv4' | 'ipv6';
  readonly first: bigint;
  readonly last: bigint;
}

const isIn = (address: bigint, family: string, text: string): boolean => {
  const cidr = parseCidr(text);
  return cidr !== undefined && cidr.family === family && cidr.first <= address && address <= cidr.last;
};

/** Whether a statement is about a request from the address; undefined: one without the key. */
function applies(statement: RangeStatement, address: { value: bigint; family: string } | undefined): boolean {
  const { operator, ranges } = statement;
  if (operator === undefined) return true;
  const isNegated = operator.includes('NotIpAddress');
  if (address === undefined) {
    if (operator.endsWith('IfExists') || operator.startsWith('ForAllValues:')) return true;
    return operator.startsWith('ForAnyValue:') ? false : isNegated;
  }
  return ranges.some((range) => isIn(address.value, address.family, range)) !== isNegated;
}

const passes = (
  statements: readonly RangeStatement[],
  address: { value: bigint; family: string } | undefined,
): boolean =>
  statements.some((one) => one.effect === 'Allow' && applies(one, address)) &&
  !statements.some((one) => one.effect === 'Deny' && applies(one, address));

const isPublic = (value: bigint, family: 'ipv4' | 'ipv6'): boolean =>
  publicSpace[family].some((run) => run.first <= value && value <= run.last);

/** Pieces of a family between all edges of ranges, of blocks in question and of what is public. */
function piecesOf(statements: readonly RangeStatement[], family: 'ipv4' | 'ipv6'): Cut[] {
  const bits = family === 'ipv4' ? 32n : 128n;
  const edges = new Set<bigint>([0n, 1n << bits]);
  for (const { ranges } of statements) {
    for (const range of ranges) {
      const cidr = parseCidr(range);
      if (cidr === undefined || cidr.family !== family) continue;
      const block = bits - (family === 'ipv4' ? 7n : 31n);
      for (const edge of [cidr.first, cidr.last + 1n]) {
        edges.add(edge);
        edges.add((edge >> block) << block);
        edges.add(((edge >> block) + 1n) << block);
        // a whole block somewhere within a long run
        edges.add(((edge >> block) + 2n) << block);
      }
    }
  }
  if (family === 'ipv4') for (let at = 0n; at < 128n; at++) edges.add(at << 25n);
  for (const run of publicSpace[family]) edges.add(run.first).add(run.last + 1n);
  const sorted = [...edges].filter((edge) => edge <= 1n << bits).sort((a, b) => (a < b ? -1 : 1));
  return sorted.slice(0, -1).map((first, at) => ({ family, first, last: (sorted[at + 1] ?? 0n) - 1n }));
}

/** Whether those who pass are so many that they are nobody in particular. */
export function isOpenToAnybody(statements: readonly RangeStatement[]): boolean {
  if (passes(statements, undefined)) return true;
  for (const family of ['ipv4', 'ipv6'] as const) {
    const shift = family === 'ipv4' ? 25n : 97n;
    const space = family === 'ipv4' ? 1n << 32n : 1n << 125n;
    const blocks = new Map<bigint, { held: bigint; isSomebodys: boolean }>();
    let held = 0n;
    let nobodys = space;
    for (const run of publicSpace[family]) nobodys -= run.last - run.first + 1n;
    for (const piece of piecesOf(statements, family)) {
      if (!passes(statements, { value: piece.first, family })) continue;
      const isSomebodys = isPublic(piece.first, family);
      const size = piece.last - piece.first + 1n;
      if (isSomebodys) {
        held += size;
        if (size >= 1n << shift && piece.first % (1n << shift) === 0n) return true;
      }
      const block = piece.first >> shift;
      const before = blocks.get(block) ?? { held: 0n, isSomebodys: false };
      blocks.set(block, { held: before.held + size, isSomebodys: before.isSomebodys || isSomebodys });
    }
    for (const one of blocks.values()) if (one.isSomebodys && one.held * 4n > 3n << shift) return true;
    if (held > 0n && (held + nobodys) * 2n >= space) return true;
  }
  return false;
}
