import { type Piece, pieces, STAR, ONE } from './glob.ts';
import { addressText, type AddressRun, parseCidr, runOf } from './ip.ts';

/** Patterns that match more runs of addresses than this are not followed. */
const MOST_RUNS = 4096;
const everyAddress: readonly AddressRun[] = [
  { version: 4, first: 0n, last: (1n << 32n) - 1n },
  { version: 6, first: 0n, last: (1n << 128n) - 1n },
];

/** One character of a pattern, or a wildcard. */
type Token = Piece;
const tokensOf = (pattern: string): Token[] =>
  pieces(pattern).flatMap((piece): Token[] => (typeof piece === 'string' ? piece.split('') : [piece]));

/** Positions that can be reached without reading more: behind each star. */
function closed(tokens: readonly Token[], positions: Iterable<number>): number[] {
  const found = new Set<number>();
  for (let at of positions) {
    found.add(at);
    while (tokens[at] === STAR) found.add(++at);
  }
  return [...found].sort((a, b) => a - b);
}

function read(tokens: readonly Token[], positions: readonly number[], text: string): number[] {
  let now = positions;
  for (const char of text) {
    const next: number[] = [];
    for (const at of now) {
      if (tokens[at] === STAR) next.push(at);
      else if (tokens[at] === ONE || tokens[at] === char) next.push(at + 1);
    }
    now = closed(tokens, next);
    if (now.length === 0) break;
  }
  return [...now];
}

/** Runs of the IPv4 addresses whose text matches, read octet by octet; undefined when there are too many. */
function ipv4Like(pattern: string): readonly AddressRun[] | undefined {
  const tokens = tokensOf(pattern);
  const known = new Map<string, readonly (readonly [number, number])[] | undefined>();
  // numbers of the addresses within what the octets before leave open
  const within = (octet: number, positions: readonly number[]): readonly (readonly [number, number])[] | undefined => {
    const key = `${octet} ${positions.join()}`;
    if (known.has(key)) return known.get(key);
    const size = 256 ** (3 - octet);
    const found: [number, number][] = [];
    for (let value = 0; value < 256; value++) {
      const after = read(tokens, positions, octet === 3 ? String(value) : `${value}.`);
      if (after.length === 0) continue;
      const inner = octet === 3 ? (after.includes(tokens.length) ? [[0, 0] as const] : []) : within(octet + 1, after);
      if (inner === undefined || found.length + inner.length > MOST_RUNS) {
        known.set(key, undefined);
        return undefined;
      }
      for (const [from, to] of inner) {
        const last = found.at(-1);
        if (last !== undefined && last[1] + 1 === value * size + from) last[1] = value * size + to;
        else found.push([value * size + from, value * size + to]);
      }
    }
    known.set(key, found);
    return found;
  };
  return within(0, closed(tokens, [0]))?.map(([first, last]) => ({
    version: 4,
    first: BigInt(first),
    last: BigInt(last),
  }));
}

/** The same for IPv6, for patterns of whole groups (`2001:db8:*`): how AWS shortens zeros it does not say. */
function ipv6Like(pattern: string): readonly AddressRun[] | undefined {
  if (!/^[0-9a-fA-F:*?]*$/.test(pattern)) return [];
  const groups = /^((?:[1-9a-f][0-9a-f]{0,3}:){1,7})\*+$/.exec(pattern)?.[1]?.slice(0, -1).split(':');
  if (groups !== undefined) {
    const range = parseCidr(`${groups.join(':')}::/${groups.length * 16}`);
    return range === undefined ? [] : [runOf(range)];
  }
  // addresses of the internet begin with 2 or 3, in a group of four digits
  return /^[23*?]/.test(pattern) ? undefined : [];
}

/**
 * The addresses whose text matches the pattern of a string operator, in runs; undefined when they are not a moderate number
 * of runs. A range (`203.0.113.0/24`) is the text of no address. AWS asks for the operators of addresses instead:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function addressesLike(pattern: string): readonly AddressRun[] | undefined {
  if (/^\*+$/.test(pattern)) return everyAddress;
  if (!/[*?]/.test(pattern)) {
    const address = pattern.includes('/') ? undefined : parseCidr(pattern);
    if (address === undefined) return [];
    const run = runOf(address);
    // 010.1.2.3 is how nobody writes an address
    return address.version === 6 || addressText({ version: 4, value: run.first }) === pattern ? [run] : [];
  }
  const four = ipv4Like(pattern);
  const six = ipv6Like(pattern);
  return four === undefined || six === undefined ? undefined : [...four, ...six];
}
