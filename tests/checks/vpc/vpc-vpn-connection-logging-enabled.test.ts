import check from '../../../checks/vpc/vpc-vpn-connection-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainVpn, tunnel } from './parts.ts';

const silent = { logging: false };

checkSuite(check, plainVpn, [
  { when: 'both tunnels are logged', expect: 'pass', message: /each of its 2 tunnels/ },
  {
    when: 'one is not',
    given: { tunnels: [tunnel('198.51.100.1'), tunnel('198.51.100.2', silent)] },
    expect: 'fail',
    message: /does not log 1 of its 2 tunnels: 198\.51\.100\.2/,
  },
  {
    when: 'neither is',
    given: { tunnels: [tunnel('198.51.100.1', silent), tunnel('198.51.100.2', silent)] },
    expect: 'fail',
    message: /2 of its 2/,
  },
  { when: 'the answer names no tunnels', given: { tunnels: [] }, expect: 'unknown' },
  { when: 'it is being created', given: { state: 'pending', tunnels: [] }, expect: 'not-applicable' },
]);
