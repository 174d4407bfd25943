import check from '../../../checks/organizations/organizations-no-accounts-in-root.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, managementAccount, manages, organizationUnread } from '../../helpers/standing.ts';

const base = {
  id: '444455556666',
  arn: 'arn:aws:organizations::111122223333:account/o-oursoursou/444455556666',
  name: 'shop',
  parent: 'ou-ab12-outer',
  state: 'ACTIVE' as 'ACTIVE' | 'SUSPENDED' | 'PENDING_ACTIVATION' | undefined,
};
const atRoot = { parent: 'r-ab12' };

checkSuite(check, base, [
  { when: 'it is in a unit', along: manages(), expect: 'pass' },
  {
    when: 'it is under the root',
    given: atRoot,
    along: manages(),
    expect: 'fail',
    fix: {
      cli: 'aws organizations move-account --account-id 444455556666 --source-parent-id r-ab12 --destination-parent-id UNIT_ID',
    },
  },
  {
    when: 'it manages the organization',
    given: { ...atRoot, id: '111122223333' },
    along: manages(),
    expect: 'not-applicable',
  },
  {
    when: 'it manages the organization, and a delegated administrator looks',
    given: { ...atRoot, id: managementAccount },
    along: administersFor('config.amazonaws.com'),
    expect: 'not-applicable',
  },
  {
    when: 'which account manages the organization was not read',
    given: atRoot,
    unreadAlong: organizationUnread,
    expect: 'unknown',
    message: /shop is directly under root r-ab12; whether it manages the organization is not known/,
  },
  { when: 'so it was of one in a unit', unreadAlong: organizationUnread, expect: 'pass' },
  { when: 'it is suspended', given: { ...atRoot, state: 'SUSPENDED' }, along: manages(), expect: 'not-applicable' },
]);
