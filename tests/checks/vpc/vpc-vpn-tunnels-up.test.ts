import check from '../../../checks/vpc/vpc-vpn-tunnels-up.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainVpn, telemetry } from './parts.ts';

const up = telemetry('198.51.100.1', 'UP');

checkSuite(check, plainVpn, [
  { when: 'both tunnels are up', expect: 'pass', message: /2 of 2 tunnels up/ },
  {
    when: 'one is down',
    given: { telemetry: [up, telemetry('198.51.100.2', 'DOWN', '2026-05-01T00:00:00.000Z')] },
    expect: 'fail',
    message: /1 tunnel up, expected 2, down: 198\.51\.100\.2 since 2026-05-01T00:00:00\.000Z/,
  },
  {
    when: 'both are down',
    given: { telemetry: [telemetry('198.51.100.1', 'DOWN'), telemetry('198.51.100.2', 'DOWN')] },
    expect: 'fail',
    message: /0 tunnels up/,
  },
  {
    when: 'there is one tunnel, and it is up',
    given: { telemetry: [up] },
    expect: 'fail',
    message: /1 tunnel up, expected 2$/,
  },
  {
    when: 'one tunnel is enough for the setting',
    given: { telemetry: [up, telemetry('198.51.100.2', 'DOWN')] },
    settings: { tunnels: 1 },
    expect: 'pass',
  },
  { when: 'no status was given', given: { telemetry: [] }, expect: 'unknown' },
  { when: 'it is being created', given: { state: 'pending', telemetry: [] }, expect: 'not-applicable' },
]);
