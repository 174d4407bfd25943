import check from '../../../checks/elb/elb-listener-https-or-ssl-only.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { balancer, on } from './balancer.ts';

checkSuite(check, balancer, [
  { when: 'it takes HTTPS', given: { listeners: [on('HTTPS', 443)] }, expect: 'pass' },
  { when: 'it takes SSL in small letters', given: { listeners: [on('ssl', 8443)] }, expect: 'pass' },
  { when: 'one of two takes HTTP', given: { listeners: [on('HTTPS', 443), on('HTTP', 80)] }, expect: 'fail' },
  { when: 'one takes HTTP, another TCP', given: { listeners: [on('TCP', 22), on('http', 80)] }, expect: 'fail' },
  { when: 'one passes TCP on', given: { listeners: [on('HTTPS', 443), on('TCP', 22)] }, expect: 'manual' },
  { when: 'AWS does not say what one takes', given: { listeners: [on(undefined, 80)] }, expect: 'unknown' },
  { when: 'one takes something new', given: { listeners: [on('QUIC', 80), on('TCP', 1)] }, expect: 'unknown' },
  { when: 'it has none', given: { listeners: [] }, expect: 'not-applicable' },
  { when: 'it is internal', given: { scheme: 'internal', listeners: [on('HTTP', 80)] }, expect: 'fail' },
  {
    when: 'it is internal, and those are left out',
    given: { scheme: 'internal', listeners: [on('HTTP', 80)] },
    settings: { internal: false },
    expect: 'not-applicable',
  },
]);
