import { expect } from 'vitest';
import check from '../../../checks/elb/elb-listener-ssl-policy-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { balancer, on } from './balancer.ts';

const policy = (protocols: string[], ...ciphers: string[]) => ({ reference: undefined, protocols, ciphers });
const good = policy(['TLSv1.2'], 'ECDHE-RSA-AES128-GCM-SHA256', 'AES128-SHA256');
const old = policy(['TLSv1', 'TLSv1.2'], 'ECDHE-RSA-AES128-GCM-SHA256');

checkSuite(check, { ...balancer, tlsPolicies: { tls: good } }, [
  { when: 'it takes TLS 1.2 with sound ciphers', given: {}, expect: 'pass' },
  { when: 'forward secrecy is asked for', given: {}, settings: { forwardSecrecy: true }, expect: 'fail' },
  {
    when: 'it takes TLS 1.0',
    given: { tlsPolicies: { tls: { ...old, reference: 'ELBSecurityPolicy-2016-08' } } },
    expect: 'fail',
    message: /TLSv1 by its policy ELBSecurityPolicy-2016-08/,
    fix: { cli: expect.stringContaining('--policy-names tls-1-2 sticky') as unknown as string },
  },
  {
    when: 'a custom policy takes SSL 3',
    given: { tlsPolicies: { tls: policy(['SSLv3'], 'AES128-SHA256') } },
    expect: 'fail',
  },
  {
    when: 'one of two listeners is weak',
    given: {
      listeners: [on('HTTPS', 443, ['tls']), on('SSL', 8443, ['old'])],
      tlsPolicies: { tls: good, old },
    },
    expect: 'fail',
    message: /SSL 8443/,
  },
  {
    when: 'of one of two the policy is not told',
    given: { listeners: [on('HTTPS', 443, ['tls']), on('SSL', 8443, [])] },
    expect: 'unknown',
  },
  {
    when: 'a policy has a cipher of tomorrow',
    given: { tlsPolicies: { tls: policy(['TLSv1.2'], 'NEW-ONE') } },
    expect: 'unknown',
  },
  { when: 'nothing is switched on', given: { tlsPolicies: { tls: policy([]) } }, expect: 'unknown' },
  { when: 'no listener ends TLS', given: { listeners: [on('TCP', 443)], tlsPolicies: {} }, expect: 'not-applicable' },
  { when: 'it was deleted meanwhile', given: { tlsPolicies: undefined }, expect: 'unknown' },
  {
    when: 'it is internal, and those are left out',
    given: { scheme: 'internal', tlsPolicies: { tls: old } },
    settings: { internal: false },
    expect: 'not-applicable',
  },
]);
