import check from '../../../checks/s3/s3-bucket-secure-transport-enforced.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { policyOf } from '../../helpers/s3.ts';

const arn = 'arn:aws:s3:::logs';
const deny = (more: object = {}) =>
  policyOf({
    Sid: 'Tls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    ...more,
  });

checkSuite(check, { id: 'logs', arn, createdAt: undefined, policy: deny() }, [
  {
    when: 'a denial covers everyone, everything and every object',
    expect: 'pass',
    message: /by statement 1 \(Sid Tls\)$/,
  },
  { when: 'there is no policy', given: { policy: undefined }, expect: 'fail', message: /no bucket policy/ },
  { when: 'the objects are left out', given: { policy: deny({ Resource: arn }) }, expect: 'fail' },
  { when: 'only some actions are denied', given: { policy: deny({ Action: 's3:Get*' }) }, expect: 'fail' },
  {
    when: 'only one principal is denied',
    given: { policy: deny({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }) },
    expect: 'fail',
  },
  {
    when: 'another condition lets requests escape',
    given: {
      policy: deny({
        Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
      }),
    },
    expect: 'fail',
  },
  {
    when: 'an old TLS version is denied by number',
    given: { policy: deny({ Principal: { AWS: ['*'] }, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } }) },
    expect: 'fail',
  },
  {
    when: 'the value is a list and in another case',
    given: { policy: deny({ Condition: { bool: { 'AWS:securetransport': ['FALSE'] } } }) },
    expect: 'pass',
  },
  { when: 'the policy cannot be parsed', given: { policy: '{' }, expect: 'unknown' },
]);
