import check from '../../../checks/kms/kms-key-policy-trusted-principals.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold as unread, perimeter, resourceControls } from '../../helpers/controls.ts';
import { allow, details, grant, key, keyPolicy } from '../../helpers/kms.ts';

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

const to = (grantee: string, more: object = {}) => ({ grants: [grant({ grantee, ...more })] });
const root = (account: string) => `arn:aws:iam::${account}:root`;
const stranger = root('999900001111');

checkSuite(check, { ...key, policy: keyPolicy(), grants: [] as ReturnType<typeof grant>[] | undefined }, [
  // grants
  {
    when: 'a grant lets another account in',
    given: to(stranger),
    along: ours,
    expect: 'fail',
    message: /usable by account 999900001111 \(Decrypt\) by grant g-1, outside the trusted accounts$/,
  },
  {
    when: 'a grant lets a role of another account in',
    given: to('arn:aws:iam::999900001111:role/app'),
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant lets a user of another account in',
    given: to('arn:aws:iam::999900001111:user/eve'),
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant lets a session of another account in',
    given: to('arn:aws:sts::999900001111:assumed-role/app/s'),
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant lets an account of another partition in',
    given: to('arn:aws-us-gov:iam::999900001111:root'),
    along: ours,
    expect: 'fail',
  },
  { when: 'a grant names an account by its number', given: to('999900001111'), along: ours, expect: 'fail' },
  {
    when: 'a grant holds for one encryption context',
    given: to(stranger, { constrained: true }),
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant lets another account only look',
    given: to(stranger, { operations: ['DescribeKey'] }),
    along: ours,
    expect: 'fail',
    message: /\(DescribeKey\)/,
  },
  {
    when: 'a grant lets another account make grants',
    given: to(stranger, { operations: ['CreateGrant', 'RetireGrant'] }),
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant does not say what it allows',
    given: to(stranger, { operations: [] }),
    along: ours,
    expect: 'fail',
    message: /operations that are not told/,
  },
  {
    when: 'the second of two grants lets another account in',
    given: {
      grants: [grant({ grantee: 'arn:aws:iam::111122223333:role/app' }), grant({ id: 'g-2', grantee: stranger })],
    },
    along: ours,
    expect: 'fail',
    message: /grant g-2/,
  },
  {
    when: 'two grants let others in',
    given: { grants: [grant({ grantee: stranger }), grant({ grantee: root('888877776666') })] },
    along: ours,
    expect: 'fail',
    message: /and 1 more/,
  },
  {
    when: 'a grant of another account works for its service',
    given: to('ebs.amazonaws.com', { issuer: stranger }),
    along: ours,
    expect: 'fail',
    message: /account 999900001111 through ebs.amazonaws.com/,
  },
  {
    when: 'a grant of another account names a service principal',
    given: { grants: [grant({ granteeService: 'dynamodb.amazonaws.com', issuer: stranger })] },
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant lets a trusted account in',
    given: to(stranger),
    along: ours,
    trustedAccounts: ['999900001111'],
    expect: 'pass',
  },
  {
    when: 'a grant lets an own role in',
    given: to('arn:aws:iam::111122223333:role/app'),
    along: ours,
    expect: 'pass',
    message: /no other account through its policy and grants$/,
  },
  { when: 'a grant lets the own account in', given: to(root('111122223333')), along: ours, expect: 'pass' },
  {
    when: 'a service made a grant for an own role',
    given: to(
      'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
      { issuer: root('111122223333') },
    ),
    along: ours,
    expect: 'pass',
  },
  {
    when: 'a grant is for a service',
    given: to('dynamodb.eu-west-1.amazonaws.com', { issuer: root('111122223333') }),
    along: ours,
    expect: 'pass',
  },
  { when: 'a grant is for a service in China', given: to('ec2.amazonaws.com.cn'), along: ours, expect: 'pass' },
  { when: 'a grant is for a service without a name', given: to('AWS Internal'), along: ours, expect: 'pass' },
  {
    when: 'another account may end a grant',
    given: to('arn:aws:iam::111122223333:role/app', { retiring: stranger }),
    along: ours,
    expect: 'pass',
  },
  {
    when: 'all that a grant allows another account is to end it',
    given: to(stranger, { operations: ['RetireGrant'] }),
    along: ours,
    expect: 'pass',
  },
  { when: 'the principal of a grant was deleted', given: to('AROAEXAMPLEEXAMPLE123'), along: ours, expect: 'pass' },
  {
    when: 'a grant does not say whom it lets in',
    given: { grants: [grant({})] },
    along: ours,
    expect: 'unknown',
    message: /grant g-1 of alias\/data/,
  },
  { when: 'a grant lets in what has no account', given: to('somebody'), along: ours, expect: 'unknown' },
  { when: 'the grants were not asked for', given: { grants: undefined }, along: ours, expect: 'unknown' },
  {
    when: 'the policy lets another account in and the grants were not read',
    given: { policy: keyPolicy(other), grants: undefined },
    along: ours,
    expect: 'fail',
  },
  {
    when: 'a grant lets a stranger in beside a trusted account of the policy',
    given: { policy: keyPolicy(other), ...to(stranger) },
    along: ours,
    trustedAccounts: ['444455556666'],
    expect: 'fail',
    message: /999900001111/,
  },
  {
    when: 'the policy cannot be decided and a grant lets another account in',
    given: { policy: keyPolicy(inOrganization('o-theirsthei')), ...to(stranger) },
    along: notTold,
    expect: 'fail',
  },

  // the policy
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
