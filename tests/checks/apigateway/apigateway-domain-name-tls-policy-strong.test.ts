import check from '../../../checks/apigateway/apigateway-domain-name-tls-policy-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const by = (securityPolicy: string | undefined) => ({ securityPolicy });
// As Security Hub's APIGateway.11 has them, and FIPS's with forward secrecy.
const strong =
  `TLS13_1_3_2025_09 TLS13_1_3_FIPS_2025_09 TLS13_1_2_PFS_PQ_2025_09 TLS13_1_2_FIPS_PFS_PQ_2025_09 TLS13_2025_EDGE
  TLS12_PFS_2025_EDGE`.split(/\s+/);
const weak = 'TLS13_1_2_PQ_2025_09 TLS13_1_2_2021_06 TLS12_2018_EDGE'.split(' ');

checkSuite(
  check,
  {
    id: 'api.example.com',
    name: 'api.example.com',
    arn: 'arn:aws:apigateway:eu-west-1::/domainnames/api.example.com',
    tags: {},
    endpointTypes: ['REGIONAL'],
    mutualTls: false,
    securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
  },
  [
    ...strong.map((name) => ({
      when: `its policy is ${name}`,
      given: by(`SecurityPolicy_${name}`),
      expect: 'pass' as const,
    })),
    ...weak.map((name) => ({
      when: `its policy is ${name}`,
      given: by(`SecurityPolicy_${name}`),
      expect: 'fail' as const,
    })),
    { when: 'it takes TLS 1.0', given: by('TLS_1_0'), expect: 'fail' },
    { when: 'it is as it was made', given: by('TLS_1_2'), expect: 'fail', message: /\(CBC\)/ },
    {
      when: 'TLS 1.2 is enough',
      given: by('TLS_1_2'),
      settings: { forwardSecrecy: false, authenticatedEncryption: false },
      expect: 'pass',
    },
    {
      when: 'what its policy takes is not known',
      given: by('SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09'),
      expect: 'unknown',
    },
    { when: 'its policy is of tomorrow', given: by('TLS_1_4'), expect: 'unknown' },
    { when: 'AWS does not name its policy', given: by(undefined), expect: 'unknown' },
  ],
);
