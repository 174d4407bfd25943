/** An address range as two numbers; IPv4 and IPv6 never match each other. */
export interface Cidr {
  readonly version: 4 | 6;
  readonly base: bigint;
  readonly bits: number;
}

function parseV4(text: string): bigint | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  let value = 0n;
  for (const part of match.slice(1)) {
    const octet = Number(part);
    if (octet > 255) return undefined;
    value = value * 256n + BigInt(octet);
  }
  return value;
}

function parseV6(text: string): bigint | undefined {
  if (text.length > 45 || !/^[0-9a-fA-F:.]+$/.test(text)) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = (half: string): number[] | undefined => {
    const found: number[] = [];
    for (const [at, part] of half === '' ? [] : half.split(':').entries()) {
      if (part.includes('.')) {
        const v4 = parseV4(part);
        if (v4 === undefined || at !== half.split(':').length - 1) return undefined;
        found.push(Number(v4 >> 16n), Number(v4 & 0xffffn));
      } else {
        if (!/^[0-9a-fA-F]{1,4}$/.test(part)) return undefined;
        found.push(Number.parseInt(part, 16));
      }
    }
    return found;
  };
  const head = groups(halves[0] ?? '');
  const tail = halves.length === 2 ? groups(halves[1] ?? '') : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return all.reduce((value, group) => value * 65536n + BigInt(group), 0n);
}

/** Parses `192.0.2.0/24`, `2001:db8::/32` or a single address; undefined when it is neither. Host bits are cleared. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const address = (slash < 0 ? text : text.slice(0, slash)).trim();
  const version = address.includes(':') ? 6 : 4;
  const width = version === 4 ? 32 : 128;
  const value = version === 4 ? parseV4(address) : parseV6(address);
  const suffix = slash < 0 ? String(width) : text.slice(slash + 1).trim();
  if (value === undefined || !/^\d{1,3}$/.test(suffix)) return undefined;
  const bits = Number(suffix);
  if (bits > width) return undefined;
  const shift = BigInt(width - bits);
  return { version, base: (value >> shift) << shift, bits };
}

/** Whether `range` holds the whole of `inner` (an address is a range of one). */
export function holds(range: Cidr, inner: Cidr): boolean {
  if (range.version !== inner.version || inner.bits < range.bits) return false;
  const shift = BigInt((range.version === 4 ? 32 : 128) - range.bits);
  return range.base >> shift === inner.base >> shift;
}

/**
 * Ranges so wide that they name nobody. S3 calls IPv4 wider than /8 and IPv6 wider than /32 public:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const isWide = (range: Cidr): boolean => range.bits < (range.version === 4 ? 8 : 32);

/** A run of addresses of one family, both ends included. */
export interface AddressRun {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Bits of an address. */
export const widths = { 4: 32, 6: 128 } as const;

export const runOf = ({ version, base, bits }: Cidr): AddressRun => ({
  version,
  first: base,
  last: base + (1n << BigInt(widths[version] - bits)) - 1n,
});

/** Sorted, IPv4 first; runs that touch or overlap are joined. */
export function runsOf(runs: readonly AddressRun[]): AddressRun[] {
  const found: { version: 4 | 6; first: bigint; last: bigint }[] = [];
  for (const run of [...runs].sort((a, b) =>
    a.version === b.version ? (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) : a.version - b.version,
  )) {
    const before = found.at(-1);
    if (before?.version !== run.version || run.first > before.last + 1n) found.push({ ...run });
    else if (run.last > before.last) before.last = run.last;
  }
  return found;
}

/** An address as text; IPv6 in the form of https://www.rfc-editor.org/rfc/rfc5952#section-4. */
export function addressText({ version, value }: { readonly version: 4 | 6; readonly value: bigint }): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => ((value >> BigInt((7 - at) * 16)) & 0xffffn).toString(16));
  let from = 0;
  let length = 0;
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (groups[end] === '0') end++;
    if (end - at > length) [from, length] = [at, end - at];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, from).join(':')}::${groups.slice(from + length).join(':')}`;
}
