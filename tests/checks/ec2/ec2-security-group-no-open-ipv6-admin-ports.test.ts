import check from '../../../checks/ec2/ec2-security-group-no-open-ipv6-admin-ports.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { openAll, openPort, plainGroup } from './rules.ts';

checkSuite(check, plainGroup, [
  { when: 'it has no rules', expect: 'pass' },
  {
    when: 'SSH is open',
    given: { rules: [openPort(22, { cidrs: [], ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
    message: /SSH \(tcp 22\).*over IPv6;/,
  },
  {
    when: 'RDP is open',
    given: { rules: [openPort(3389, { cidrs: [], ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
    message: /RDP/,
  },
  {
    when: 'RDP over UDP is open',
    given: { rules: [openPort(3389, { protocol: 'udp', cidrs: [], ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
  },
  { when: 'everything is open', given: { rules: [openAll] }, expect: 'fail' },
  {
    when: 'the two halves of the address space are let in',
    given: { rules: [openPort(22, { cidrs: [], ipv6Cidrs: ['::/1', '8000::/1'] })] },
    expect: 'fail',
  },
  {
    when: 'only the other address family is let in',
    given: { rules: [openPort(22, { cidrs: ['0.0.0.0/0'], ipv6Cidrs: [] })] },
    expect: 'pass',
  },
  {
    when: 'another port is open',
    given: { rules: [openPort(443, { cidrs: [], ipv6Cidrs: ['::/0'] })] },
    expect: 'pass',
  },
  {
    when: 'the setting names other ports',
    given: { rules: [openPort(22, { cidrs: [], ipv6Cidrs: ['::/0'] })] },
    settings: { ports: [5986] },
    expect: 'pass',
  },
]);
