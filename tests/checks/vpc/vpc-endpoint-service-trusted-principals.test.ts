import check from '../../../checks/vpc/vpc-endpoint-service-trusted-principals.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const partner = 'arn:aws:iam::444455556666:root';

checkSuite(check, { id: 'vpce-svc-1', name: 'billing', acceptanceRequired: true, allowedPrincipals: [] }, [
  {
    when: 'nobody is allowed',
    expect: 'pass',
    message: /billing \(vpce-svc-1\) may be connected to by this account only/,
  },
  {
    when: 'the own account is allowed',
    given: { allowedPrincipals: ['arn:aws:iam::111122223333:root'] },
    expect: 'pass',
  },
  {
    when: 'a trusted account is allowed',
    given: { allowedPrincipals: [partner] },
    trustedAccounts: ['444455556666'],
    expect: 'pass',
  },
  {
    when: 'a stranger is allowed',
    given: { allowedPrincipals: ['arn:aws:iam::111122223333:root', partner] },
    expect: 'fail',
    message: /by arn:aws:iam::444455556666:root after acceptance/,
  },
  {
    when: 'a role of a stranger is allowed',
    given: { allowedPrincipals: ['arn:aws-cn:iam::444455556666:role/x'] },
    expect: 'fail',
  },
  {
    when: 'everyone is allowed',
    given: { allowedPrincipals: ['*', partner], acceptanceRequired: false },
    trustedAccounts: ['444455556666'],
    expect: 'fail',
    message: /every AWS account without acceptance/,
  },
  {
    when: 'an account is named by its id',
    given: { allowedPrincipals: ['444455556666'] },
    trustedAccounts: ['444455556666'],
    expect: 'pass',
  },
  {
    when: 'an organisational unit of the own organisation is allowed',
    given: { allowedPrincipals: ['arn:aws:organizations::111122223333:ou/o-1/ou-1'] },
    expect: 'pass',
  },
  { when: 'a principal names no account', given: { allowedPrincipals: ['arn:aws:iam:::root'] }, expect: 'fail' },
]);
