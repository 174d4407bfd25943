import check from '../../../checks/iam/iam-role-no-cross-account-readonly-access.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold } from '../../helpers/controls.ts';
import { document, roleBase } from './fixtures.ts';

const trust = (Principal: unknown, more: object = {}) => document({ Principal, Action: 'sts:AssumeRole', ...more });
const ours = trust({ AWS: 'arn:aws:iam::111122223333:root' });

checkSuite(check, { ...roleBase, trust: ours }, [
  {
    when: 'only the own account may assume the role',
    given: { attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] },
    expect: 'pass',
    message: /cannot be assumed/,
  },
  {
    when: 'another account may',
    given: {
      attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      trust: trust({ AWS: 'arn:aws:iam::999900001111:root' }),
    },
    expect: 'fail',
    message: /account 999900001111/,
  },
  {
    when: 'the other account is trusted',
    given: {
      attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      trust: trust({ AWS: 'arn:aws:iam::999900001111:root' }),
    },
    trustedAccounts: ['999900001111'],
    expect: 'pass',
  },
  {
    when: 'every account may',
    given: { attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }], trust: trust('*') },
    expect: 'fail',
    message: /every AWS account/,
  },
  {
    when: 'another account may, without the policy',
    given: { trust: trust({ AWS: '999900001111' }) },
    expect: 'pass',
    message: /does not have ReadOnlyAccess/,
  },
  {
    when: "the account's own policy has the same name",
    given: {
      attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::111122223333:policy/ReadOnlyAccess' }],
      trust: trust({ AWS: '999900001111' }),
    },
    expect: 'pass',
  },
  {
    when: 'a service may',
    given: {
      attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      trust: trust({ Service: 'ec2.amazonaws.com' }),
    },
    expect: 'pass',
  },
  {
    when: 'the trust policy cannot be read',
    given: {
      attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      trust: '{not json',
    },
    expect: 'unknown',
  },

  {
    when: 'resource control policies are not known, which it says',
    given: {
      attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      trust: trust({ AWS: 'arn:aws:iam::999900001111:root' }),
    },
    unreadAlong: { resourceControls: notTold },
    expect: 'fail',
    message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
  },
]);
