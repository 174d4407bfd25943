import check from '../../../checks/iam/iam-cross-account-trust-no-path-to-administrator.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { account, administrator, alone, role, trust } from './escalation.ts';

const base = { groups: [], policies: [], users: [], organizations: [alone] };
const roles = [role('support', trust({ AWS: 'arn:aws:iam::999900001111:root' }), administrator)];

checkSuite(check, account, [
  {
    when: 'another account can assume an administrator role',
    along: { ...base, roles },
    expect: 'fail',
    message:
      /account 999900001111 becomes administrator .*; who of it may assume .* another account, which was not read$/,
  },
  { when: 'the account is trusted', along: { ...base, roles }, trustedAccounts: ['999900001111'], expect: 'pass' },
  {
    when: 'only the own account is named',
    along: { ...base, roles: [role('own', trust({ AWS: 'arn:aws:iam::111122223333:root' }), administrator)] },
    expect: 'pass',
  },
]);
