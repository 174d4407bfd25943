import check from '../../../checks/organizations/organizations-suspended-accounts-quarantined.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '444455556666',
  arn: 'arn:aws:organizations::111122223333:account/o-oursoursou/444455556666',
  name: 'shop',
  parent: 'ou-ab12-outer',
  state: 'ACTIVE' as 'ACTIVE' | 'SUSPENDED' | 'PENDING_ACTIVATION' | undefined,
};
const suspended = { state: 'SUSPENDED' as const };
const beside = (state: string) => ({
  accounts: [
    { ...base, ...suspended },
    { ...base, id: '777788889999', state },
  ] as never[],
});

checkSuite(check, base, [
  { when: 'it is active', expect: 'pass', message: /not suspended/ },
  {
    when: 'it is suspended among active ones',
    given: suspended,
    along: beside('ACTIVE'),
    expect: 'fail',
    message: /with 1 active/,
  },
  { when: 'it is suspended among suspended ones', given: suspended, along: beside('SUSPENDED'), expect: 'pass' },
  {
    when: 'it is suspended under the root',
    given: { ...suspended, parent: 'r-ab12' },
    expect: 'fail',
    message: /under root/,
  },
  { when: 'it is not there yet', given: { state: 'PENDING_ACTIVATION' }, expect: 'not-applicable' },
  { when: 'its state is new', given: { state: 'Suspended' as never }, expect: 'unknown' },
  { when: 'AWS does not say its state', given: { state: undefined }, expect: 'unknown' },
]);
