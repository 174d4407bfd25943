import check from '../../../checks/vpc/vpc-vpn-connection-ipsec-algorithms-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainVpn, tunnel } from './parts.ts';

const first = tunnel('198.51.100.1');
const second = (parts: Parameters<typeof tunnel>[1]) => ({ tunnels: [first, tunnel('198.51.100.2', parts)] });

checkSuite(check, plainVpn, [
  { when: 'both tunnels accept strong algorithms only', expect: 'pass' },
  {
    when: 'one accepts SHA1',
    given: second({ phase2IntegrityAlgorithms: ['SHA1', 'SHA2-256'] }),
    expect: 'fail',
    message: /accepts SHA1 \(198\.51\.100\.2\)/,
  },
  {
    when: 'one accepts group 2',
    given: second({ phase1DHGroupNumbers: [2, 14] }),
    expect: 'fail',
    message: /group 2 \(198/,
  },
  {
    when: 'one leaves the groups of phase 2 open',
    given: second({ phase2DHGroupNumbers: [] }),
    expect: 'fail',
    message: /group 2, group 5, group 22.*by default/,
  },
  { when: 'the answer names no tunnels', given: { tunnels: [] }, expect: 'fail', message: /SHA1.*by default/ },
  { when: 'only IKE versions are weak', given: second({ ikeVersions: ['ikev1'] }), expect: 'pass' },
  {
    when: 'one accepts an algorithm of tomorrow',
    given: second({ phase1EncryptionAlgorithms: ['AES256', 'CHACHA20-POLY1305'] }),
    expect: 'unknown',
    message: /accepts CHACHA20-POLY1305 \(198\.51\.100\.2\), and this version does not know/,
  },
  {
    when: 'one accepts a group of tomorrow beside a weak one',
    given: second({ phase1DHGroupNumbers: [2, 31] }),
    expect: 'fail',
  },
  { when: 'AWS does not say in which state it is', given: { state: undefined }, expect: 'pass' },
  { when: 'it is being created', given: { state: 'pending', tunnels: [] }, expect: 'not-applicable' },
]);
