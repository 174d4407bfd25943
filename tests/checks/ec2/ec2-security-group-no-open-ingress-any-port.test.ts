import check from '../../../checks/ec2/ec2-security-group-no-open-ingress-any-port.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { openAll, openPort, plainGroup, rule } from './rules.ts';

checkSuite(check, plainGroup, [
  { when: 'it has no rules', expect: 'pass', message: /no port but 80, 443/ },
  {
    when: 'it opens the web ports',
    given: { rules: [openPort(80), openPort(443, { ipv6Cidrs: ['::/0'] }), openPort(443, { protocol: 'udp' })] },
    expect: 'pass',
  },
  {
    when: 'it opens another port',
    given: { rules: [openPort(443), openPort(8081)] },
    expect: 'fail',
    message: /opens tcp 8081 to/,
  },
  {
    when: 'a range holds a web port',
    given: { rules: [rule({ fromPort: 80, toPort: 82, cidrs: ['0.0.0.0/0'] })] },
    expect: 'fail',
    message: /opens tcp 81-82 to/,
  },
  { when: 'it opens everything', given: { rules: [openAll] }, expect: 'fail' },
  {
    when: 'a UDP port is open to IPv6',
    given: { rules: [rule({ protocol: '17', fromPort: 53, toPort: 53, ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
    message: /over IPv6/,
  },
  {
    when: 'two halves of the internet are let in',
    given: { rules: [openPort(8081, { cidrs: ['0.0.0.0/1', '128.0.0.0/1'] })] },
    expect: 'fail',
  },
  {
    when: 'a prefix list holds the whole internet',
    given: {
      rules: [openPort(8081, { cidrs: [], prefixLists: ['pl-1'] })],
      prefixListCidrs: { 'pl-1': ['0.0.0.0/0'] },
    },
    expect: 'fail',
  },
  {
    when: 'a prefix list holds a few networks',
    given: {
      rules: [openPort(8081, { cidrs: [], prefixLists: ['pl-1'] })],
      prefixListCidrs: { 'pl-1': ['198.51.100.0/24'] },
    },
    expect: 'pass',
  },
  {
    when: 'only ping is open',
    given: { rules: [rule({ protocol: 'icmp', fromPort: -1, toPort: -1, cidrs: ['0.0.0.0/0'] })] },
    expect: 'pass',
  },
  {
    when: 'the setting allows the port',
    given: { rules: [openPort(8081)] },
    settings: { allowedPorts: [8081] },
    expect: 'pass',
  },
  {
    when: 'the setting no longer allows a web port',
    given: { rules: [openPort(80)] },
    settings: { allowedPorts: [443] },
    expect: 'fail',
    message: /HTTP \(tcp 80\)/,
  },
]);
