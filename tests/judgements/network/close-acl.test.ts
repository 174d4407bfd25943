import { expect, it } from 'vitest';
import type { ExactFix } from '../../../src/engine/check.ts';
import { closePorts, narrowEntries } from '../../../src/judgements/network/close-acl.ts';
import type { NaclEntry } from '../../../src/services/ec2/network-acl.ts';
import { openNaclPorts } from '../../../src/judgements/network/nacl.ts';
import { portsAmong } from '../../../src/judgements/network/open-group.ts';
import { isEveryPort, type OpenPorts } from '../../../src/judgements/network/ports.ts';
import { defaultWideness } from '../../../src/judgements/network/wide.ts';
import { entry, lastEntry } from '../../checks/ec2/rules.ts';

const ssh = (open: readonly OpenPorts[]): readonly OpenPorts[] =>
  portsAmong(open, [22]).filter(({ protocol }) => protocol === 'tcp');
const fixOf = (
  close: typeof closePorts,
  minded: (open: readonly OpenPorts[]) => readonly OpenPorts[],
  entries: readonly NaclEntry[],
): ExactFix => {
  const openIn = (some: readonly NaclEntry[]): readonly OpenPorts[] => minded(openNaclPorts(some));
  return close('acl-1', entries, openIn(entries), defaultWideness, (left) => openIn(left).length === 0);
};
const ipv6 = { cidr: undefined, ipv6Cidr: '::/0' };
const deny = (number: number, block = '--cidr-block 0.0.0.0/0', ports = 'From=22,To=22'): string =>
  `aws ec2 create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number ${number} --protocol tcp --port-range ${ports} ${block} --rule-action deny`;
const remove = (number: number): string =>
  `aws ec2 delete-network-acl-entry --network-acl-id acl-1 --ingress --rule-number ${number}`;

it.each<readonly [string, readonly NaclEntry[], readonly string[] | RegExp]>([
  ['a wide entry', [entry(100, 'allow'), lastEntry], [deny(99)]],
  ['an entry for the port alone', [entry(100, 'allow', [22, 22]), lastEntry], [remove(100)]],
  ['an entry for more ports', [entry(100, 'allow', [20, 25])], [deny(99)]],
  ['one of IPv6', [entry(100, 'allow', undefined, ipv6)], [deny(99, '--ipv6-cidr-block ::/0')]],
  [
    'several, the network that is let in before them kept',
    [
      entry(90, 'allow', [22, 22], { cidr: '10.0.0.0/8' }),
      entry(100, 'allow'),
      entry(101, 'allow', undefined, ipv6),
      entry(110, 'allow', [22, 22]),
    ],
    /^No number is free before entry 101/,
  ],
  [
    'several with room',
    [entry(90, 'allow', [22, 22], { cidr: '10.0.0.0/8' }), entry(100, 'allow'), entry(110, 'allow', [22, 22], ipv6)],
    [deny(99), remove(110)],
  ],
  ['no room at all', [entry(1, 'allow')], /^No number is free before entry 1:/],
  [
    'half of the internet',
    [entry(100, 'allow', undefined, { cidr: '0.0.0.0/1' })],
    [deny(99, '--cidr-block 0.0.0.0/1')],
  ],
  [
    'an outbound entry with the number',
    [entry(99, 'allow', undefined, { egress: true }), entry(100, 'allow')],
    [deny(99)],
  ],
  [
    'many that are the internet together',
    ['52.0.0.0/9', '54.0.0.0/9'].map((cidr, at) => entry(100 + at, 'allow', [22, 22], { cidr })),
    /^Decide which of the entries/,
  ],
])('the port is closed: %s', (_name, entries, expected) => {
  const fix = fixOf(closePorts, ssh, entries);
  if (expected instanceof RegExp) expect([fix.note, fix.cli]).toEqual([expect.stringMatching(expected), undefined]);
  else expect(fix.cli?.split('\n')).toEqual(expected);
});

it('what is denied is said for Terraform too', () => {
  expect(fixOf(closePorts, ssh, [entry(100, 'allow')]).terraform).toContain('rule_number     = 99\n');
  expect(fixOf(closePorts, ssh, [entry(100, 'allow', [22, 22])]).terraform).toBeUndefined();
});

const every = (open: readonly OpenPorts[]): readonly OpenPorts[] => open.filter(isEveryPort);
const narrow = (number: number, protocol = 'tcp', block = '--cidr-block 0.0.0.0/0'): string =>
  `aws ec2 replace-network-acl-entry --network-acl-id acl-1 --ingress --rule-number ${number} --protocol ${protocol} --port-range From=FIRST_PORT,To=LAST_PORT ${block} --rule-action allow`;

it.each<readonly [string, readonly NaclEntry[], readonly string[] | RegExp]>([
  ['all traffic', [entry(100, 'allow'), entry(110, 'allow', [22, 22]), lastEntry], [narrow(100)]],
  [
    'both families',
    [entry(100, 'allow'), entry(101, 'allow', undefined, ipv6)],
    [narrow(100), narrow(101, 'tcp', '--ipv6-cidr-block ::/0')],
  ],
  ['all of UDP', [entry(100, 'allow', [0, 65_535], { protocol: '17' })], [narrow(100, 'udp')]],
  ['two halves of the ports', [entry(100, 'allow', [0, 1023]), entry(110, 'allow', [1024, 65_535])], /^Decide which/],
])('an entry for every port gets the ports that a person decides: %s', (_name, entries, expected) => {
  const fix = fixOf(narrowEntries, every, entries);
  if (expected instanceof RegExp) expect([fix.note, fix.cli]).toEqual([expect.stringMatching(expected), undefined]);
  else expect(fix.cli?.split('\n')).toEqual(expected);
});
