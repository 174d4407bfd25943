import check from '../../../checks/vpc/vpc-vpn-connection-ikev2-only.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainVpn, tunnel } from './parts.ts';

const first = tunnel('198.51.100.1');

checkSuite(check, plainVpn, [
  { when: 'both tunnels accept IKEv2 only', expect: 'pass', message: /office \(vpn-1\)/ },
  {
    when: 'one accepts both versions',
    given: { tunnels: [first, tunnel('198.51.100.2', { ikeVersions: ['ikev1', 'ikev2'] })] },
    expect: 'fail',
    message: /accepts ikev1 \(198\.51\.100\.2\); expected ikev2 only/,
  },
  {
    when: 'nothing was ever set',
    given: { tunnels: [first, tunnel('198.51.100.2', { ikeVersions: [] })] },
    expect: 'fail',
    message: /198\.51\.100\.2, by default/,
  },
  { when: 'the answer names no tunnels', given: { tunnels: [] }, expect: 'fail', message: /ikev1 \(by default\)/ },
  { when: 'it is being created', given: { state: 'pending', tunnels: [] }, expect: 'not-applicable' },
]);
