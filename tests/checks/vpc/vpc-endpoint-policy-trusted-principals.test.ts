import check from '../../../checks/vpc/vpc-endpoint-policy-trusted-principals.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { memberOf, memberOfUnknown, standalone } from '../../helpers/own-organization.ts';
import { allow, interfaceEndpoint } from './parts.ts';

const sqs = { ...interfaceEndpoint('com.amazonaws.eu-west-1.sqs'), name: 'queues', policySupported: true };
const partner = allow({ Principal: { AWS: 'arn:aws:iam::444455556666:role/reader' } });
const organisation = allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } });

checkSuite(check, sqs, [
  {
    when: 'it has the policy it came with',
    expect: 'fail',
    message: /every AWS account through; expected trusted/,
  },
  {
    when: 'a stranger is named',
    given: { policy: partner },
    expect: 'fail',
    message: /principals of 444455556666 through/,
  },
  {
    when: 'the stranger is trusted',
    given: { policy: partner },
    trustedAccounts: ['444455556666'],
    expect: 'pass',
    message: /trusted accounts/,
  },
  {
    when: 'one of two strangers is trusted',
    given: { policy: allow({ Principal: { AWS: ['444455556666', '777788889999'] } }) },
    trustedAccounts: ['444455556666'],
    expect: 'fail',
    message: /of 777788889999 through/,
  },
  {
    when: 'a condition names a stranger',
    given: {
      policy: allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } } }),
    },
    expect: 'fail',
    message: /444455556666/,
  },
  {
    when: 'only the own account may',
    given: { policy: allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }) },
    expect: 'pass',
  },
  {
    when: 'only roles of the own account may',
    given: { policy: allow({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }) },
    expect: 'pass',
  },
  {
    when: 'only the organisation may',
    given: { policy: organisation },
    along: memberOf('o-1'),
    expect: 'pass',
    message: /organisation/,
  },
  {
    when: 'only another organisation may',
    given: { policy: organisation },
    along: memberOf(),
    expect: 'fail',
    message: /organisation o-1 through/,
  },
  {
    when: 'an organisation may and the account is in none',
    given: { policy: organisation },
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'an organisation may that may be the own',
    given: { policy: organisation },
    along: memberOfUnknown,
    expect: 'unknown',
    message: /did not say which organization/,
  },
  { when: 'the policy is cut off', given: { policy: '{"Statement":' }, expect: 'unknown' },
  { when: 'the service obeys no policy', given: { policySupported: false }, expect: 'not-applicable' },
  { when: 'the endpoint has no policy', given: { policy: undefined }, expect: 'not-applicable' },
  { when: 'another account owns the endpoint', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
