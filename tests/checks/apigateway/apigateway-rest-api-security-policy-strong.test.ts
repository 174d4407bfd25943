import check from '../../../checks/apigateway/apigateway-rest-api-security-policy-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { restApi } from './rest-api.ts';

checkSuite(check, restApi, [
  { when: 'it takes TLS 1.3 alone', given: {}, expect: 'pass' },
  { when: 'it is as it was made', given: { securityPolicy: 'TLS_1_0' }, expect: 'fail', message: /TLSv1/ },
  {
    when: 'it is private as it was made',
    given: { endpointTypes: ['PRIVATE'], securityPolicy: 'TLS_1_2' },
    expect: 'fail',
  },
  {
    when: 'TLS 1.2 is enough',
    given: { securityPolicy: 'TLS_1_2' },
    settings: { forwardSecrecy: false, authenticatedEncryption: false },
    expect: 'pass',
  },
  {
    when: 'its policy is of tomorrow',
    given: { securityPolicy: 'SecurityPolicy_TLS13_1_3_2031_01' },
    expect: 'unknown',
  },
  { when: 'its policy has the name of a method', given: { securityPolicy: 'constructor' }, expect: 'unknown' },
  { when: 'AWS does not name its policy', given: { securityPolicy: undefined }, expect: 'unknown' },
  {
    when: 'it has no address of its own',
    given: { defaultEndpointDisabled: true, securityPolicy: 'TLS_1_0' },
    expect: 'not-applicable',
  },
]);
