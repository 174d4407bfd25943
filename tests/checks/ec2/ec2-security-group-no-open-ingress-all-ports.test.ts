import check from '../../../checks/ec2/ec2-security-group-no-open-ingress-all-ports.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { attached, openAll, openPort, plainGroup, rule } from './rules.ts';

checkSuite(check, plainGroup, [
  { when: 'it has no rules', expect: 'pass' },
  {
    when: 'it opens every protocol to everyone',
    given: { rules: [openAll] },
    along: { interfaces: attached },
    expect: 'fail',
    message: /web \(sg-1\) opens all ports.*over IPv4 and IPv6; attached to 2 network interfaces/,
  },
  {
    when: 'it opens all TCP ports to IPv6',
    given: { rules: [rule({ fromPort: 0, toPort: 65_535, ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
    message: /over IPv6/,
  },
  {
    when: 'two rules open the two halves of the ports',
    given: {
      rules: [
        rule({ fromPort: 0, toPort: 30_000, cidrs: ['0.0.0.0/0'] }),
        rule({ fromPort: 30_001, toPort: 65_535, cidrs: ['0.0.0.0/0'] }),
      ],
    },
    expect: 'fail',
  },
  { when: 'it opens one port', given: { rules: [openPort(22)] }, expect: 'pass' },
  {
    when: 'it opens everything to a private network',
    given: { rules: [rule({ protocol: '-1', cidrs: ['10.0.0.0/8'] })] },
    expect: 'pass',
  },
  {
    when: 'it opens everything to a group',
    given: { rules: [rule({ protocol: '-1', groups: ['sg-1'] })] },
    expect: 'pass',
  },
  { when: 'it lets everything out', given: { rules: [{ ...openAll, direction: 'egress' }] }, expect: 'pass' },
  { when: 'another account shares it', given: { rules: [openAll], ownerId: '444455556666' }, expect: 'not-applicable' },
]);
