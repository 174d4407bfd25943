import check from '../../../checks/iam/iam-user-administrator-access-not-attached.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { userBase } from './fixtures.ts';

checkSuite(check, userBase, [
  { when: 'it is not attached', expect: 'pass' },
  {
    when: 'it is attached',
    given: { attached: [{ name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }] },
    expect: 'fail',
  },
  {
    when: 'it is attached in another partition',
    given: {
      partition: 'aws-cn',
      attached: [{ name: 'AdministratorAccess', arn: 'arn:aws-cn:iam::aws:policy/AdministratorAccess' }],
    },
    expect: 'fail',
  },
  {
    when: "the account's own policy has the same name",
    given: { attached: [{ name: 'AdministratorAccess', arn: 'arn:aws:iam::111122223333:policy/AdministratorAccess' }] },
    expect: 'pass',
  },
]);
