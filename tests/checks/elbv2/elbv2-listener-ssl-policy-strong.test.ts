import check from '../../../checks/elbv2/elbv2-listener-ssl-policy-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { listener } from './listener.ts';

const tls = (protocols: string[], ...ciphers: string[]) => ({ tls: { protocols, ciphers } });
const modern = ['TLSv1.2', 'TLSv1.3'];
const gcm = 'ECDHE-RSA-AES128-GCM-SHA256';

checkSuite(check, { ...listener, sslPolicy: 'ELBSecurityPolicy-Some', ...tls(modern, 'TLS_AES_128_GCM_SHA256', gcm) }, [
  { when: 'it is of TLS 1.2 and 1.3', given: {}, expect: 'pass' },
  { when: 'a Network Load Balancer ends TLS so', given: { protocol: 'TLS' }, expect: 'pass' },
  { when: 'ciphers in CBC mode have forward secrecy', given: tls(modern, 'ECDHE-RSA-AES128-SHA256'), expect: 'pass' },
  {
    when: 'they are refused',
    given: tls(modern, 'ECDHE-RSA-AES128-SHA256'),
    settings: { authenticatedEncryption: true },
    expect: 'fail',
  },
  { when: 'TLS 1.0 is taken', given: tls(['TLSv1', 'TLSv1.2'], gcm), expect: 'fail', message: /TLSv1 by its policy/ },
  { when: 'a cipher has no forward secrecy', given: tls(modern, gcm, 'AES128-GCM-SHA256'), expect: 'fail' },
  { when: 'a cipher is broken', given: tls(modern, gcm, 'DES-CBC3-SHA'), expect: 'fail', message: /triple DES/ },
  { when: 'a cipher is not known', given: tls(modern, gcm, 'BRAND-NEW'), expect: 'unknown' },
  { when: 'a protocol is not known', given: tls(['TLSv1.4'], gcm), expect: 'unknown' },
  { when: 'AWS does not describe the policy', given: { tls: undefined }, expect: 'unknown' },
  { when: 'AWS does not name the policy', given: { sslPolicy: undefined, tls: undefined }, expect: 'unknown' },
  { when: 'it takes HTTP', given: { protocol: 'HTTP' }, expect: 'not-applicable' },
  { when: 'it takes QUIC', given: { protocol: 'QUIC' }, expect: 'not-applicable' },
  { when: 'AWS does not say what it takes', given: { protocol: undefined }, expect: 'unknown' },
  { when: 'it is internal', given: { scheme: 'internal', ...tls(['TLSv1'], gcm) }, expect: 'fail' },
  {
    when: 'it is internal, and those are left out',
    given: { scheme: 'internal', ...tls(['TLSv1'], gcm) },
    settings: { internal: false },
    expect: 'not-applicable',
  },
]);
