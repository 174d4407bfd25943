import check from '../../../checks/kms/kms-key-policy-trusted-principals.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold as unread, perimeter, resourceControls } from '../../helpers/controls.ts';
import { allow, details, key, keyPolicy } from '../../helpers/kms.ts';

const ours = {
  organizations: [
    {
      id: '111122223333',
      details: { id: 'o-oursoursou', featureSet: 'ALL', managementAccount: '999900001111', isManagement: false },
    },
  ],
};
const notTold = {
  organizations: [
    {
      id: '111122223333',
      details: { id: undefined, featureSet: 'ALL', managementAccount: undefined, isManagement: false },
    },
  ],
};
const inOrganization = (id: string) =>
  allow({ AWS: '*' }, 'kms:Decrypt', { Condition: { StringEquals: { 'aws:PrincipalOrgID': id } } });
const other = allow({ AWS: 'arn:aws:iam::444455556666:role/app' }, ['kms:Decrypt', 'kms:DescribeKey']);

checkSuite(check, { ...key, policy: keyPolicy() }, [
  { when: 'the policy is the default one', along: ours, expect: 'pass', message: /no other account/ },
  { when: 'the policy is the default one and the organization could not be read', expect: 'pass' },
  {
    when: 'a role of another account may decrypt',
    given: { policy: keyPolicy(other) },
    along: ours,
    expect: 'fail',
    message:
      /usable by account 444455556666, outside the trusted accounts: kms:Decrypt on .* by arn:aws:iam::444455556666:role\/app passes by statement 2$/,
  },
  {
    when: 'a role of another account may decrypt and the organization could not be read',
    given: { policy: keyPolicy(other) },
    expect: 'fail',
  },
  {
    when: 'the other account is trusted',
    given: { policy: keyPolicy(other) },
    along: ours,
    trustedAccounts: ['444455556666'],
    expect: 'pass',
    message: /trusted accounts only/,
  },
  {
    when: 'the own organization may decrypt',
    given: { policy: keyPolicy(inOrganization('o-oursoursou')) },
    along: ours,
    expect: 'pass',
    message: /members of the organization/,
  },
  {
    when: 'another organization may decrypt',
    given: { policy: keyPolicy(inOrganization('o-theirsthei')) },
    along: ours,
    expect: 'fail',
    message: /organization o-theirsthei/,
  },
  {
    when: 'an organization may decrypt and it is not known whose',
    given: { policy: keyPolicy(inOrganization('o-theirsthei')) },
    along: notTold,
    expect: 'unknown',
    message: /did not say which organization/,
  },
  {
    when: 'every account may decrypt',
    given: { policy: keyPolicy(allow('*', 'kms:Decrypt')) },
    along: ours,
    expect: 'fail',
    message: /every AWS account/,
  },
  {
    when: 'access depends on a key nobody knows',
    given: {
      policy: keyPolicy(
        allow({ AWS: '444455556666' }, 'kms:Decrypt', { Condition: { StringEquals: { 'corp:Badge': 'x' } } }),
      ),
    },
    along: ours,
    expect: 'unknown',
    message: /corp:Badge/,
  },
  {
    when: 'AWS manages the key',
    given: { details: { ...details, manager: 'AWS' }, policy: undefined },
    along: ours,
    expect: 'not-applicable',
  },
  { when: 'the policy cannot be parsed', given: { policy: '{' }, along: ours, expect: 'unknown' },

  {
    when: 'a resource control policy leaves the own organization only',
    given: { policy: keyPolicy(allow('*', 'kms:Decrypt')) },
    along: { ...ours, ...resourceControls(perimeter('kms:*')) },
    expect: 'pass',
    message: /members of the organization only/,
  },
  {
    when: 'resource control policies are not known, which it says',
    given: { policy: keyPolicy(other) },
    along: ours,
    unreadAlong: { resourceControls: unread },
    expect: 'fail',
    message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
  },
]);
