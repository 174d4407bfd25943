import { describe, expect, it } from 'vitest';
import {
  isAllPortsRule,
  openedTo,
  openPorts,
  opensAllPorts,
  opensIcmp,
  openTo,
  protocolName,
  rulesOpening,
} from '../../../src/judgements/network/ports.ts';
import { type SecurityGroupRule } from '../../../src/services/ec2/security-group.ts';
import {
  describeOpenPorts,
  highRiskServices,
  openServices,
  portService,
  portServices,
} from '../../../src/judgements/network/risky-ports.ts';

function rule(
  protocol: string,
  ports?: readonly [number, number],
  sources: string | readonly string[] = '0.0.0.0/0',
  more: Partial<SecurityGroupRule> = {},
): SecurityGroupRule {
  const all = [sources].flat();
  return {
    direction: 'ingress',
    protocol,
    cidrs: all.filter((text) => !text.includes(':')),
    ipv6Cidrs: all.filter((text) => text.includes(':')),
    prefixLists: [],
    groups: [],
    ...(ports === undefined ? {} : { fromPort: ports[0], toPort: ports[1] }),
    ...more,
  };
}

describe('protocolName', () => {
  it.each([
    ['6', 'tcp'],
    ['17', 'udp'],
    ['1', 'icmp'],
    ['58', 'icmpv6'],
    ['-1', 'all'],
    ['TCP', 'tcp'],
    ['50', '50'],
    [6, 'tcp'],
  ])('of %s is %s', (given, name) => {
    expect(protocolName(given)).toBe(name);
  });
});

describe('openTo', () => {
  it.each<[string, SecurityGroupRule[], boolean]>([
    ['a rule for the port', [rule('tcp', [22, 22])], true],
    ['a range that holds the port', [rule('tcp', [20, 30])], true],
    ['a range that ends before it', [rule('tcp', [20, 21])], false],
    ['protocol number 6', [rule('6', [22, 22])], true],
    ['UDP, unless asked for', [rule('udp', [22, 22])], false],
    ['all protocols', [rule('-1')], true],
    ['all protocols with a range that does not count', [rule('-1', [80, 80])], true],
    ['TCP without a range', [rule('tcp')], true],
    ['IPv6', [rule('tcp', [22, 22], '::/0')], true],
    ['ICMP with a type that looks like a port', [rule('icmp', [22, 22])], false],
    ['ESP, which has no ports', [rule('50')], false],
    ['a private block', [rule('tcp', [22, 22], '10.0.0.0/8')], false],
    ['one public address', [rule('tcp', [22, 22], '8.8.8.8/32')], false],
    ['the internet in two halves', [rule('tcp', [22, 22], ['0.0.0.0/1', '128.0.0.0/1'])], true],
    ['the halves in two rules', [rule('tcp', [22, 22], '0.0.0.0/1'), rule('tcp', [0, 1024], '128.0.0.0/1')], true],
    [
      'the halves of a /8 on different ports',
      [rule('tcp', [22, 22], '52.0.0.0/9'), rule('tcp', [23, 23], '52.128.0.0/9')],
      false,
    ],
    ['half of the internet', [rule('tcp', [22, 22], '0.0.0.0/1')], true],
    ['an IPv4 /8', [rule('tcp', [22, 22], '52.0.0.0/8')], true],
    ['an IPv4 /9', [rule('tcp', [22, 22], '52.0.0.0/9')], false],
    [
      'eight /11 in eight rules',
      [0, 32, 64, 96, 128, 160, 192, 224].map((n) => rule('tcp', [22, 22], `52.${n}.0.0/11`)),
      true,
    ],
    ['seven /11', [0, 32, 64, 96, 128, 160, 192].map((n) => rule('tcp', [22, 22], `52.${n}.0.0/11`)), false],
    ['an IPv6 /32', [rule('tcp', [22, 22], '2600:1f18::/32')], true],
    ['an IPv6 /33', [rule('tcp', [22, 22], '2600:1f18::/33')], false],
    ['too little of each family', [rule('tcp', [22, 22], ['52.0.0.0/9', '2600:1f18::/33'])], false],
    ['egress', [rule('tcp', [22, 22], '0.0.0.0/0', { direction: 'egress' })], false],
    ['another group', [rule('tcp', [22, 22], [], { groups: ['sg-1'] })], false],
    ['a prefix list whose content is not known', [rule('tcp', [22, 22], [], { prefixLists: ['pl-1'] })], false],
    ['no rule', [], false],
  ])('judges %s', (_, rules, expected) => {
    expect(openTo(rules, 22)).toBe(expected);
  });

  it('keeps to a family, a protocol and a direction', () => {
    const rules = [
      rule('tcp', [22, 22]),
      rule('udp', [53, 53], '::/0'),
      rule('-1', undefined, '::/0', { direction: 'egress' }),
    ];
    expect(openTo(rules, 22, { family: 'ipv6' })).toBe(false);
    expect(openTo(rules, 22, { family: 'ipv4', protocol: 'tcp' })).toBe(true);
    expect(openTo(rules, 22, { protocol: 'udp' })).toBe(false);
    expect(openTo(rules, 53, { family: 'ipv6', protocol: 'udp' })).toBe(true);
    expect(openTo(rules, 443, { direction: 'egress' })).toBe(true);
  });

  it('looks into prefix lists that are known', () => {
    const rules = [rule('tcp', [22, 22], [], { prefixLists: ['pl-1'] })];
    expect(openTo(rules, 22, { prefixListCidrs: new Map([['pl-1', ['0.0.0.0/0']]]) })).toBe(true);
    expect(openTo(rules, 22, { prefixListCidrs: new Map([['pl-1', ['8.8.8.0/24']]]) })).toBe(false);
  });
});

describe('rulesOpening', () => {
  it('names the rules that open the port and no others', () => {
    const [whole, lower, upper, office] = [
      rule('tcp', [22, 22]),
      rule('tcp', [22, 22], '52.0.0.0/9'),
      rule('tcp', [22, 22], '52.128.0.0/9'),
      rule('tcp', [80, 80]),
    ];
    expect(rulesOpening([whole, lower, office], 22)).toEqual([whole]);
    expect(rulesOpening([lower, upper, office], 22)).toEqual([lower, upper]);
  });
});

describe('openPorts', () => {
  it('joins what touches and keeps protocols and families apart', () => {
    const rules = [
      rule('tcp', [80, 80]),
      rule('tcp', [81, 90]),
      rule('tcp', [85, 100]),
      rule('udp', [53, 53], '::/0'),
      rule('tcp', [443, 443], '10.0.0.0/8'),
    ];
    expect(openPorts(rules)).toEqual([
      { protocol: 'tcp', family: 'ipv4', from: 80, to: 100 },
      { protocol: 'udp', family: 'ipv6', from: 53, to: 53 },
    ]);
  });

  it('finds the ports where two halves of a wide network overlap', () => {
    expect(openPorts([rule('tcp', [10, 30], '52.0.0.0/9'), rule('tcp', [20, 40], '52.128.0.0/9')])).toEqual([
      { protocol: 'tcp', family: 'ipv4', from: 20, to: 30 },
    ]);
  });
});

describe('openedTo', () => {
  it.each<[string, SecurityGroupRule[], string]>([
    ['everything', [rule('tcp', [22, 22])], 'the whole internet'],
    ['both halves', [rule('tcp', [22, 22], ['0.0.0.0/1', '128.0.0.0/1'])], 'the whole internet'],
    ['one half', [rule('tcp', [22, 22], '0.0.0.0/1')], 'much of the internet (0.0.0.0/1)'],
    [
      'several',
      [rule('tcp', [22, 22], ['54.0.0.0/8', '0.0.0.0/2', '52.0.0.0/8', '8.8.8.8/32', '2000::/4'])],
      'much of the internet (0.0.0.0/2, 2000::/4, 52.0.0.0/8 and 2 more)',
    ],
  ])('names %s', (_, rules, expected) => {
    expect(openedTo(rules, openPorts(rules))).toBe(expected);
  });
});

describe('all ports', () => {
  it.each<[string, SecurityGroupRule[], boolean]>([
    ['protocol -1', [rule('-1')], true],
    ['0-65535', [rule('tcp', [0, 65_535])], true],
    ['1-65535', [rule('udp', [1, 65_535])], true],
    ['two rules that make the full range', [rule('tcp', [0, 1023]), rule('tcp', [1024, 65_535])], true],
    ['a hole in the range', [rule('tcp', [0, 1022]), rule('tcp', [1024, 65_535])], false],
    ['a private block', [rule('-1', undefined, '10.0.0.0/8')], false],
  ])('are open by %s: %s', (_, rules, expected) => {
    expect(opensAllPorts(rules)).toBe(expected);
  });

  it('are a matter of one rule too, whatever its source', () => {
    expect(
      [
        rule('-1', undefined, '10.0.0.0/8'),
        rule('tcp', [0, 65_535]),
        rule('tcp', [0, 100]),
        rule('icmp', [-1, -1]),
      ].map(isAllPortsRule),
    ).toEqual([true, true, false, false]);
  });
});

describe('opensIcmp', () => {
  it.each<[string, SecurityGroupRule, boolean]>([
    ['all types', rule('icmp', [-1, -1]), true],
    ['echo only', rule('1', [8, -1]), true],
    ['all protocols', rule('-1'), true],
    ['ICMPv6', rule('58', [-1, -1], '::/0'), true],
    ['ICMP over IPv6, which does not exist', rule('icmp', [-1, -1], '::/0'), false],
    ['TCP', rule('tcp', [8, 8]), false],
    ['a private block', rule('icmp', [-1, -1], '10.0.0.0/8'), false],
  ])('judges %s', (_, given, expected) => {
    expect(opensIcmp([given])).toBe(expected);
  });
});

describe('services', () => {
  it.each([
    ['ftp', 21],
    ['ssh', 22],
    ['telnet', 23],
    ['smtp', 25],
    ['pop3', 110],
    ['rpc', 135],
    ['netbios', 138],
    ['imap', 143],
    ['cifs', 445],
    ['sqlserver', 1434],
    ['oracle', 1521],
    ['oracle', 2484],
    ['docker', 2375],
    ['mysql', 3306],
    ['rdp', 3389],
    ['postgresql', 5432],
    ['vnc', 5500],
    ['vnc', 5900],
    ['kibana', 5601],
    ['redis', 6379],
    ['cassandra', 7199],
    ['cassandra', 9042],
    ['kafka', 9092],
    ['elasticsearch', 9300],
    ['memcached', 11_211],
    ['mongodb', 27_018],
  ])('%s on port %s is of high risk', (id, port) => {
    expect(openServices([rule('tcp', [port, port])]).map(({ service }) => service.id)).toContain(id);
  });

  it('are named once each', () => {
    expect(new Set(portServices.map(({ id }) => id)).size).toBe(portServices.length);
    expect(highRiskServices.some(({ id }) => id === 'https')).toBe(false);
    expect(portService('ssh').name).toBe('SSH');
    expect(() => portService('nothing')).toThrow(RangeError);
  });

  it('come with the part of their ports that is open', () => {
    expect(openServices([rule('tcp', [138, 400])], [portService('netbios')])).toEqual([
      { service: portService('netbios'), open: [{ protocol: 'tcp', family: 'ipv4', from: 138, to: 139 }] },
    ]);
    expect(openServices([rule('udp', [22, 22])])).toEqual([]);
  });

  it('are told in words', () => {
    expect(
      describeOpenPorts(
        openPorts([rule('tcp', [22, 22], ['0.0.0.0/0', '::/0']), rule('udp'), rule('tcp', [9999, 10_001])]),
      ),
    ).toBe('SSH (tcp 22), tcp 9999-10001, all ports (udp)');
  });

  it('names the first of many', () => {
    const ports = Array.from({ length: 12 }, (_, index) => 10_001 + index * 10);
    const open = openPorts(ports.map((port) => rule('tcp', [port, port])));
    expect(describeOpenPorts(open)).toMatch(/^tcp 10001, .*, tcp 10071 and 4 more$/);
    expect(describeOpenPorts(open.slice(0, 9))).toMatch(/^tcp 10001, .*, tcp 10081$/);
  });
});
