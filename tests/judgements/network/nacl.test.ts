import { describe, expect, it } from 'vitest';
import { naclOpenTo, naclOpensAllPorts, openNaclPorts } from '../../../src/judgements/network/nacl.ts';
import { type NaclEntry } from '../../../src/services/ec2/network-acl.ts';

function entry(
  number: number,
  action: 'allow' | 'deny',
  protocol: string,
  ports?: readonly [number, number],
  block = '0.0.0.0/0',
  egress = false,
): NaclEntry {
  return {
    number,
    action,
    protocol,
    egress,
    ...(block.includes(':') ? { ipv6Cidr: block } : { cidr: block }),
    ...(ports === undefined ? {} : { fromPort: ports[0], toPort: ports[1] }),
  };
}
const last = entry(32_767, 'deny', '-1');

describe('naclOpenTo', () => {
  it.each<[string, NaclEntry[], boolean]>([
    ['the default ACL', [entry(100, 'allow', '-1'), last], true],
    ['an allow for the port', [entry(100, 'allow', '6', [22, 22]), last], true],
    ['no allow', [last], false],
    ['a deny before the allow', [entry(90, 'deny', '6', [22, 22]), entry(100, 'allow', '-1'), last], false],
    ['a deny after the allow', [entry(110, 'deny', '6', [22, 22]), entry(100, 'allow', '-1'), last], true],
    [
      'entries listed in another order',
      [last, entry(100, 'allow', '-1'), entry(90, 'deny', '-1', undefined, '0.0.0.0/0')],
      false,
    ],
    ['a deny of UDP only', [entry(90, 'deny', '17', [22, 22]), entry(100, 'allow', '6', [0, 65_535]), last], true],
    ['a deny of another port', [entry(90, 'deny', '6', [23, 23]), entry(100, 'allow', '-1'), last], true],
    [
      'a deny of one network',
      [entry(90, 'deny', '-1', undefined, '8.8.8.0/24'), entry(100, 'allow', '-1'), last],
      true,
    ],
    [
      'a deny of the internet in two halves',
      [
        entry(80, 'deny', '6', [0, 100], '0.0.0.0/1'),
        entry(90, 'deny', '6', [20, 30], '128.0.0.0/1'),
        entry(100, 'allow', '-1'),
        last,
      ],
      false,
    ],
    [
      'denials that leave a quarter of the internet',
      [
        entry(80, 'deny', '-1', undefined, '0.0.0.0/1'),
        entry(90, 'deny', '-1', undefined, '128.0.0.0/2'),
        entry(100, 'allow', '-1'),
        last,
      ],
      true,
    ],
    [
      'denials that leave half of a /8',
      [entry(80, 'deny', '-1', undefined, '52.0.0.0/9'), entry(90, 'allow', '-1', undefined, '52.0.0.0/8'), last],
      false,
    ],
    ['an allow of a /8', [entry(80, 'allow', '6', [22, 22], '52.0.0.0/8'), last], true],
    ['an allow of a /9', [entry(80, 'allow', '6', [22, 22], '52.0.0.0/9'), last], false],
    [
      'two /9 that make a /8',
      [entry(80, 'allow', '6', [22, 22], '52.0.0.0/9'), entry(90, 'allow', '6', [0, 100], '52.128.0.0/9'), last],
      true,
    ],
    ['an allow of a private block', [entry(100, 'allow', '-1', undefined, '10.0.0.0/8'), last], false],
    [
      'an allow of a private block before a deny of all',
      [
        entry(80, 'allow', '-1', undefined, '10.0.0.0/8'),
        entry(90, 'deny', '6', [22, 22]),
        entry(100, 'allow', '-1'),
        last,
      ],
      false,
    ],
    [
      'an allow in two halves',
      [entry(80, 'allow', '6', [22, 22], '0.0.0.0/1'), entry(90, 'allow', '6', [0, 1000], '128.0.0.0/1'), last],
      true,
    ],
    ['an allow of one half', [entry(80, 'allow', '6', [22, 22], '0.0.0.0/1'), last], true],
    ['an allow that egress alone has', [entry(100, 'allow', '-1', undefined, '0.0.0.0/0', true), last], false],
    ['IPv6', [entry(101, 'allow', '-1', undefined, '::/0'), last], true],
    [
      'a deny of IPv4 before an allow of IPv6',
      [entry(90, 'deny', '-1'), entry(101, 'allow', '-1', undefined, '::/0')],
      true,
    ],
    ['ICMP', [entry(100, 'allow', '1'), last], false],
  ])('judges %s', (_, entries, expected) => {
    expect(naclOpenTo(entries, 22)).toBe(expected);
  });
});

describe('openNaclPorts', () => {
  it('cuts the ranges where denials shadow them', () => {
    const entries = [
      entry(90, 'deny', '6', [22, 22]),
      entry(95, 'deny', 'tcp', [3389, 3389]),
      entry(100, 'allow', '6', [0, 65_535]),
      last,
    ];
    expect(openNaclPorts(entries)).toEqual([
      { protocol: 'tcp', family: 'ipv4', from: 0, to: 21 },
      { protocol: 'tcp', family: 'ipv4', from: 23, to: 3388 },
      { protocol: 'tcp', family: 'ipv4', from: 3390, to: 65_535 },
    ]);
    expect(naclOpensAllPorts(entries)).toBe(false);
    expect(naclOpensAllPorts([entry(100, 'allow', '-1'), last])).toBe(true);
  });

  it('keeps to a family, a protocol and a direction', () => {
    const entries = [
      entry(100, 'allow', '-1', undefined, '0.0.0.0/0', true),
      entry(101, 'allow', '6', [443, 443], '::/0'),
    ];
    expect(openNaclPorts(entries, { egress: true, protocol: 'udp' })).toEqual([
      { protocol: 'udp', family: 'ipv4', from: 0, to: 65_535 },
    ]);
    expect(openNaclPorts(entries, { family: 'ipv4' })).toEqual([]);
  });
});
