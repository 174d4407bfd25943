import check from '../../../checks/elbv2/elbv2-listener-encrypted-protocol.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { listener } from './listener.ts';

checkSuite(check, listener, [
  { when: 'it takes HTTPS', given: {}, expect: 'pass' },
  { when: 'it takes TLS', given: { loadBalancerType: 'network', protocol: 'TLS' }, expect: 'pass' },
  { when: 'it takes QUIC', given: { loadBalancerType: 'network', protocol: 'QUIC' }, expect: 'pass' },
  { when: 'it takes HTTP', given: { protocol: 'HTTP' }, expect: 'fail' },
  { when: 'it takes HTTP inside', given: { protocol: 'HTTP', scheme: 'internal' }, expect: 'fail' },
  {
    when: 'it takes HTTP inside, and that is left out',
    given: { protocol: 'HTTP', scheme: 'internal' },
    settings: { internal: false },
    expect: 'not-applicable',
  },
  { when: 'it passes TCP on', given: { loadBalancerType: 'network', protocol: 'TCP' }, expect: 'manual' },
  { when: 'it passes TCP and UDP on', given: { loadBalancerType: 'network', protocol: 'TCP_UDP' }, expect: 'manual' },
  {
    when: 'it passes TCP and QUIC on',
    given: { loadBalancerType: 'network', protocol: 'TCP_QUIC' },
    expect: 'manual',
  },
  { when: 'it takes UDP', given: { loadBalancerType: 'network', protocol: 'UDP' }, expect: 'not-applicable' },
  { when: 'it takes GENEVE', given: { protocol: 'GENEVE' }, expect: 'not-applicable' },
  {
    when: 'it is of a Gateway Load Balancer',
    given: { loadBalancerType: 'gateway', protocol: undefined },
    expect: 'not-applicable',
  },
  { when: 'AWS does not say', given: { protocol: undefined }, expect: 'unknown' },
  { when: 'it takes something new', given: { protocol: 'HTTP9' as never }, expect: 'unknown' },
]);
