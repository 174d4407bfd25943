import check from '../../../checks/ec2/ec2-security-group-no-open-ingress-rdp.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { attached, openAll, openPort, plainGroup, rule } from './rules.ts';

checkSuite(check, plainGroup, [
  { when: 'it has no rules', expect: 'pass' },
  {
    when: 'it opens the port',
    given: { rules: [openPort(3389)] },
    along: { interfaces: attached },
    expect: 'fail',
    message: /RDP \(tcp 3389\).*2 network interfaces/,
  },
  {
    when: 'it opens the UDP port',
    given: { rules: [openPort(3389, { protocol: 'udp' })] },
    expect: 'fail',
    message: /udp 3389/,
  },
  {
    when: 'it opens the port to IPv6',
    given: { rules: [openPort(3389, { cidrs: [], ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
    message: /over IPv6/,
  },
  { when: 'it opens everything', given: { rules: [openAll] }, expect: 'fail' },
  {
    when: 'a range ends before it',
    given: { rules: [rule({ fromPort: 3000, toPort: 3388, cidrs: ['0.0.0.0/0'] })] },
    expect: 'pass',
  },
  {
    when: 'it is open to an office',
    given: { rules: [openPort(3389, { cidrs: ['198.51.100.0/24'] })] },
    expect: 'pass',
  },
  {
    when: 'RDP listens elsewhere',
    given: { rules: [openPort(13_389)] },
    settings: { ports: [3389, 13_389] },
    expect: 'fail',
    message: /13389/,
  },
]);
