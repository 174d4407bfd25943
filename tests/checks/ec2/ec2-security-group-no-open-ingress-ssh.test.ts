import check from '../../../checks/ec2/ec2-security-group-no-open-ingress-ssh.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { openAll, openPort, plainGroup, rule } from './rules.ts';

checkSuite(check, plainGroup, [
  { when: 'it has no rules', expect: 'pass' },
  {
    when: 'it opens the port',
    given: { rules: [openPort(22)] },
    expect: 'fail',
    message: /SSH \(tcp 22\).*over IPv4; attached to no network interface/,
  },
  {
    when: 'it opens the port to IPv6',
    given: { rules: [openPort(22, { cidrs: [], ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
  },
  { when: 'the protocol is given by number', given: { rules: [openPort(22, { protocol: '6' })] }, expect: 'fail' },
  {
    when: 'a range holds it',
    given: { rules: [rule({ fromPort: 20, toPort: 25, cidrs: ['0.0.0.0/0'] })] },
    expect: 'fail',
  },
  { when: 'it opens everything', given: { rules: [openAll] }, expect: 'fail' },
  { when: 'only UDP 22 is open', given: { rules: [openPort(22, { protocol: 'udp' })] }, expect: 'pass' },
  {
    when: 'half of the internet is let in',
    given: { rules: [openPort(22, { cidrs: ['0.0.0.0/1'] })] },
    expect: 'fail',
    message: /to much of the internet \(0\.0\.0\.0\/1\) over IPv4/,
  },
  {
    when: 'a network is let in that is wide, but less than the setting says',
    given: { rules: [openPort(22, { cidrs: ['52.0.0.0/8'] })] },
    settings: { openIpv4Prefix: 7 },
    expect: 'pass',
    message: /no SSH port \(22\) to the internet at large/,
  },
  { when: 'a /16 is let in', given: { rules: [openPort(22, { cidrs: ['52.1.0.0/16'] })] }, expect: 'pass' },
  {
    when: 'a /16 is let in, which is as much as the setting says',
    given: { rules: [openPort(22, { cidrs: ['52.1.0.0/16'] })] },
    settings: { openIpv4Prefix: 16 },
    expect: 'fail',
  },
  {
    when: 'both halves of the internet are let in by two rules',
    given: { rules: [openPort(22, { cidrs: ['0.0.0.0/1'] }), openPort(22, { cidrs: ['128.0.0.0/1'] })] },
    expect: 'fail',
  },
  {
    when: 'another account shares it',
    given: { rules: [openPort(22)], ownerId: '444455556666' },
    expect: 'not-applicable',
  },
]);
