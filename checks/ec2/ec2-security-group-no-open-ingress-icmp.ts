import { fail, pass } from '../../src/engine/check.ts';
import { judged } from '../../src/engine/forms/judged.ts';
import { optionsOf } from '../../src/judgements/network/open-group.ts';
import { opensIcmp } from '../../src/judgements/network/ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { securityGroup, type SecurityGroupRule } from '../../src/services/ec2/security-group.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

const rule: SecurityGroupRule = {
  direction: 'ingress',
  protocol: 'icmp',
  fromPort: -1,
  toPort: -1,
  cidrs: [],
  ipv6Cidrs: [],
  prefixLists: [],
  groups: [],
};

export default judged(securityGroup, 'ec2-security-group-no-open-ingress-icmp', {
  title: 'Security groups do not open ICMP to the internet',
  unless: [notShared],
  needs: ['prefixListCidrs'],
  settings: widenessSettings,
  judge(group, { settings }) {
    const name = labelOf(group);
    const options = optionsOf(group, settings);
    const open = (['ipv4', 'ipv6'] as const).filter((family) => opensIcmp(group.rules, { ...options, family }));
    if (open.length === 0) return pass(`${name} opens no ICMP to the internet at large`);
    const names = open.map((family) => (family === 'ipv4' ? 'ICMP' : 'ICMPv6')).join(' and ');
    return fail(`${name} opens ${names} to the internet at large`, { open });
  },
  examples: () => [
    { when: 'it has no rules', given: { rules: [] }, expect: 'pass' },
    { when: 'it opens ICMP', given: { rules: [{ ...rule, cidrs: ['0.0.0.0/0'] }] }, expect: 'fail' },
    { when: 'it opens ICMPv6', given: { rules: [{ ...rule, protocol: '58', ipv6Cidrs: ['::/0'] }] }, expect: 'fail' },
    { when: 'it opens all', given: { rules: [{ ...rule, protocol: '-1', cidrs: ['0.0.0.0/0'] }] }, expect: 'fail' },
    { when: 'it opens TCP', given: { rules: [{ ...rule, protocol: 'tcp', cidrs: ['0.0.0.0/0'] }] }, expect: 'pass' },
    { when: 'it is let in from a network', given: { rules: [{ ...rule, cidrs: ['10.0.0.0/8'] }] }, expect: 'pass' },
  ],
  risk: 'Strangers map the network by it, and some types of it, such as redirects, change where machines send.',
  fix: {
    text: 'Take the open rule away, or let in the types that are needed: of IPv4 fragmentation needed (type 3, code 4), of IPv6 packet too big (type 2).',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
});
