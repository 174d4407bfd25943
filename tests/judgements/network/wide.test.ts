import { describe, expect, it } from 'vitest';
import { addressesIn, intersectIntervals, isWide, widest } from '../../../src/judgements/network/wide.ts';

const sixteenths = Array.from({ length: 16 }, (_, index) => `52.${index * 16}.0.0/12`);

describe('isWide', () => {
  it.each<[string, readonly string[], boolean]>([
    ['everything', ['0.0.0.0/0'], true],
    ['the lower half', ['0.0.0.0/1'], true],
    ['the upper half', ['128.0.0.0/1'], true],
    ['both halves', ['0.0.0.0/1', '128.0.0.0/1'], true],
    ['a /8', ['52.0.0.0/8'], true],
    ['a /8 with host bits', ['52.1.2.3/8'], true],
    [
      'eight /8',
      ['1.0.0.0/8', '2.0.0.0/8', '3.0.0.0/8', '4.0.0.0/8', '5.0.0.0/8', '6.0.0.0/8', '7.0.0.0/8', '8.0.0.0/8'],
      true,
    ],
    ['a /9', ['52.0.0.0/9'], false],
    ['two /9 apart', ['52.0.0.0/9', '54.0.0.0/9'], true],
    ['the same /9 twice', ['52.0.0.0/9', '52.0.0.0/9'], false],
    ['a /9 and a part of it', ['52.0.0.0/9', '52.0.0.0/10', '52.64.0.0/10'], false],
    ['sixteen /12', sixteenths, true],
    ['fifteen /12', sixteenths.slice(1), false],
    ['a /8 with private addresses in it', ['172.0.0.0/8'], true],
    ['another', ['192.0.0.0/8'], true],
    ['another', ['100.0.0.0/8'], true],
    ['a private /8', ['10.0.0.0/8'], false],
    ['a private /8 and its public neighbour', ['10.0.0.0/7'], true],
    ['every private network', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8'], false],
    ['multicast and reserved space', ['224.0.0.0/3'], false],
    ['this network', ['0.0.0.0/8'], false],
    ['an office', ['8.8.8.0/24'], false],
    ['a private network and a /9', ['10.0.0.0/8', '52.0.0.0/9'], false],
    ['nothing', [], false],
    ['no block', ['pl-1', ''], false],
    ['IPv6 only', ['::/0'], false],
  ])('of IPv4 judges %s', (_, cidrs, expected) => {
    expect(isWide(cidrs, 'ipv4')).toBe(expected);
  });

  it.each<[string, readonly string[], boolean]>([
    ['everything', ['::/0'], true],
    ['everything, written out', ['0:0:0:0:0:0:0:0/0'], true],
    ['the lower half, which holds the public addresses', ['::/1'], true],
    ['the upper half, which holds none', ['8000::/1'], false],
    ['global unicast', ['2000::/3'], true],
    ['a /32', ['2600:1f18::/32'], true],
    ['a /32 in capitals', ['2600:1F18::/32'], true],
    ['a /33', ['2600:1f18::/33'], false],
    ['both halves of a /32', ['2600:1f18::/33', '2600:1f18:8000::/33'], true],
    ['a subnet', ['2600:1f18:1234::/56'], false],
    ['unique local addresses', ['fc00::/7'], false],
    ['link-local addresses', ['fe80::/10'], false],
    ['documentation', ['2001:db8::/32'], false],
    ['documentation and its neighbour', ['2001:db8::/31'], true],
    ['IPv4-mapped addresses, which no packet has', ['::ffff:0:0/96', '::ffff:0.0.0.0/96'], false],
    ['NAT64', ['64:ff9b::/96'], false],
    ['IPv4 only', ['0.0.0.0/0'], false],
  ])('of IPv6 judges %s', (_, cidrs, expected) => {
    expect(isWide(cidrs, 'ipv6')).toBe(expected);
  });

  it.each([
    ['0.0.0.0/0', 0, true],
    ['0.0.0.0/1', 0, false],
    ['0.0.0.0/1', 1, true],
    ['52.0.0.0/16', 16, true],
    ['52.0.0.0/17', 16, false],
    ['192.168.0.0/16', 16, false],
    ['8.8.8.8/32', 32, true],
    ['10.0.0.1/32', 32, false],
  ])('judges %s by a setting of %i: %s', (cidr, ipv4, expected) => {
    expect(isWide([cidr], 'ipv4', { ipv4, ipv6: 32 })).toBe(expected);
  });
});

describe('sets of addresses', () => {
  it('are intersected', () => {
    expect(
      intersectIntervals(
        addressesIn(['10.0.0.0/8', '52.0.0.0/8'], 'ipv4'),
        addressesIn(['10.1.0.0/16', '52.0.0.0/7'], 'ipv4'),
      ),
    ).toEqual(addressesIn(['10.1.0.0/16', '52.0.0.0/8'], 'ipv4'));
    expect(intersectIntervals(addressesIn(['1.0.0.0/8'], 'ipv4'), addressesIn(['2.0.0.0/8'], 'ipv4'))).toEqual([]);
  });

  it('are named by their widest blocks', () => {
    expect(widest(new Set(['10.0.0.1/32', '8.0.0.0/8']))).toBe('8.0.0.0/8, 10.0.0.1/32');
  });
});
