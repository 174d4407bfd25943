import check from '../../../checks/ec2/ec2-network-acl-no-open-ingress-ssh.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { defaultAcl, entry, lastEntry } from './rules.ts';

checkSuite(check, defaultAcl, [
  { when: 'it allows everything', expect: 'fail', message: /SSH \(tcp 22\) over IPv4; 1 subnet uses it/ },
  { when: 'it has no entries but the last', given: { entries: [lastEntry] }, expect: 'pass' },
  { when: 'it allows the port', given: { entries: [entry(100, 'allow', [22, 22]), lastEntry] }, expect: 'fail' },
  {
    when: 'it denies the port first',
    given: { entries: [entry(10, 'deny', [22, 22]), entry(100, 'allow'), lastEntry] },
    expect: 'pass',
  },
  {
    when: 'it denies the port too late',
    given: { entries: [entry(100, 'allow'), entry(200, 'deny', [22, 22]), lastEntry] },
    expect: 'fail',
  },
  {
    when: 'it denies the port to IPv4 and allows all IPv6',
    given: {
      entries: [entry(10, 'deny', [22, 22]), entry(100, 'allow', undefined, { cidr: undefined, ipv6Cidr: '::/0' })],
    },
    expect: 'fail',
    message: /over IPv6/,
  },
  { when: 'it allows another port', given: { entries: [entry(100, 'allow', [443, 443]), lastEntry] }, expect: 'pass' },
  {
    when: 'it allows the port over UDP',
    given: { entries: [entry(100, 'allow', [22, 22], { protocol: '17' }), lastEntry] },
    expect: 'pass',
  },
  {
    when: 'it allows the port to an office',
    given: { entries: [entry(100, 'allow', [22, 22], { cidr: '198.51.100.0/24' }), lastEntry] },
    expect: 'pass',
  },
  {
    when: 'the setting names another port',
    given: { entries: [entry(100, 'allow', [22, 22]), lastEntry] },
    settings: { ports: [2] },
    expect: 'pass',
  },
  { when: 'no subnet uses it', given: { subnetIds: [] }, expect: 'fail', message: /no subnet uses it/ },
  { when: 'another account owns it', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
