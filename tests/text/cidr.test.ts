import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  countAddresses,
  isPublicCidr,
  isWholeInternet,
  mergeIntervals,
  overlaps,
  parseCidr,
  subtractIntervals,
  width,
  type Cidr,
} from '../../src/text/cidr.ts';

function block(text: string): Cidr {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`${text} is no block`);
  return cidr;
}

describe('parseCidr', () => {
  it.each([
    ['0.0.0.0/0', 'ipv4', 0, 0n, 4_294_967_295n],
    ['10.1.2.3/8', 'ipv4', 8, 167_772_160n, 184_549_375n],
    ['255.255.255.255', 'ipv4', 32, 4_294_967_295n, 4_294_967_295n],
    ['::/0', 'ipv6', 0, 0n, (1n << 128n) - 1n],
    ['::1', 'ipv6', 128, 1n, 1n],
    ['2001:db8::/32', 'ipv6', 32, 0x20010db8n << 96n, ((0x20010db8n + 1n) << 96n) - 1n],
    ['::ffff:1.2.3.4/128', 'ipv6', 128, 0xffff01020304n, 0xffff01020304n],
    ['1:2:3:4:5:6:7:8', 'ipv6', 128, 0x00010002000300040005000600070008n, 0x00010002000300040005000600070008n],
  ])('reads %s', (text, family, prefix, first, last) => {
    expect(parseCidr(text)).toEqual({ family, prefix, first, last });
  });

  it.each([
    '',
    '10.0.0.0/33',
    '10.0.0/8',
    '256.0.0.0/8',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '::/129',
    '1::2::3',
    '1:2:3',
    '1:2:3:4:5:6:7:8:9',
    'g::',
    'pl-12345',
    '10.0.0.0/ 8',
    '::1.2.3.999',
  ])('does not read %j', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe('blocks', () => {
  it('have a width', () => {
    expect([width(block('10.0.0.0/24')), width(block('::/64'))]).toEqual([256n, 1n << 64n]);
  });

  it.each([
    ['10.0.0.0/8', '10.2.0.0/16', true, true],
    ['10.2.0.0/16', '10.0.0.0/8', false, true],
    ['10.0.0.0/8', '11.0.0.0/8', false, false],
    ['0.0.0.0/0', '::/0', false, false],
    ['10.0.0.0/8', '10.0.0.0/8', true, true],
  ])('%s and %s: contains %s, overlaps %s', (a, b, inside, touching) => {
    expect([contains(block(a), block(b)), overlaps(block(a), block(b))]).toEqual([inside, touching]);
  });
});

describe('isPublicCidr', () => {
  it.each([
    ['0.0.0.0/0', true],
    ['::/0', true],
    ['8.8.8.8/32', true],
    ['10.0.0.0/8', false],
    ['10.0.0.0/7', true],
    ['172.16.0.0/12', false],
    ['172.32.0.0/16', true],
    ['192.168.1.0/24', false],
    ['100.64.0.0/10', false],
    ['169.254.169.254', false],
    ['127.0.0.1/32', false],
    ['224.0.0.0/4', false],
    ['fd00::/8', false],
    ['fe80::/10', false],
    ['2600:1f18::/36', true],
    ['2001:db8::/32', false],
    ['::1/128', false],
    ['not a block', false],
  ])('of %s is %s', (text, expected) => {
    expect(isPublicCidr(text)).toBe(expected);
  });
});

describe('isWholeInternet', () => {
  it.each<[string | string[], boolean]>([
    ['0.0.0.0/0', true],
    ['::/0', true],
    [['0.0.0.0/1', '128.0.0.0/1'], true],
    [['::/1', '8000::/1'], true],
    ['2000::/3', true],
    [
      [
        '1.0.0.0/8',
        '2.0.0.0/7',
        '4.0.0.0/6',
        '8.0.0.0/7',
        '11.0.0.0/8',
        '12.0.0.0/6',
        '16.0.0.0/4',
        '32.0.0.0/3',
        '64.0.0.0/2',
        '128.0.0.0/2',
        '192.0.0.0/3',
      ],
      true,
    ],
    ['0.0.0.0/1', false],
    [['0.0.0.0/1', '128.0.0.0/2'], false],
    [['10.0.0.0/8', '192.168.0.0/16'], false],
    [[], false],
    ['pl-123', false],
  ])('of %j is %s', (cidrs, expected) => {
    expect(isWholeInternet(cidrs)).toBe(expected);
  });

  it('looks at one family when asked to', () => {
    expect(isWholeInternet('0.0.0.0/0', 'ipv6')).toBe(false);
    expect(isWholeInternet('::/0', 'ipv6')).toBe(true);
    expect(isWholeInternet(['::/0'], 'ipv4')).toBe(false);
  });
});

describe('intervals', () => {
  const interval = fc
    .tuple(fc.bigInt(0n, 60n), fc.bigInt(0n, 20n))
    .map(([first, size]) => ({ first, last: first + size }));
  const members = (runs: readonly { first: bigint; last: bigint }[]): Set<bigint> =>
    new Set(
      runs.flatMap(({ first, last }) =>
        Array.from({ length: Number(last - first) + 1 }, (_, index) => first + BigInt(index)),
      ),
    );

  it('are merged and subtracted as sets are', () => {
    fc.assert(
      fc.property(fc.array(interval), fc.array(interval), (from, remove) => {
        expect(members(mergeIntervals(from))).toEqual(members(from));
        const rest = subtractIntervals(from, remove);
        const removed = members(remove);
        expect(members(rest)).toEqual(
          new Set([...members(from)].filter((each) => !removed.has(each)).sort((a, b) => Number(a - b))),
        );
        expect(countAddresses(rest)).toBe(BigInt(members(rest).size));
      }),
    );
  });
});
