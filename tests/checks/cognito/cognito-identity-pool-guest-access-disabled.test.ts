import check from '../../../checks/cognito/cognito-identity-pool-guest-access-disabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const guest = 'arn:aws:iam::111122223333:role/path/web-guest';
const pool = {
  id: 'eu-west-1:00000000-0000-4000-8000-000000000001',
  name: 'shop',
  details: { guests: false as boolean | undefined, classicFlow: false as boolean | undefined },
  roles: { guest: guest as string | undefined, user: undefined, mapped: [] },
};
const details = (guests: boolean | undefined, classicFlow?: boolean) => ({ details: { guests, classicFlow } });
const noRole = { roles: { guest: undefined, user: undefined, mapped: [] } };

checkSuite(check, pool, [
  { when: 'it lets no guests in', expect: 'pass', message: /Identity pool shop lets no guests in/ },
  { when: 'it lets no guests in and allows the basic flow', given: details(false, true), expect: 'pass' },
  {
    when: 'guests get a role',
    given: details(true),
    expect: 'fail',
    message: /gives guests credentials of the role web-guest; expected none/,
  },
  { when: 'guests get a role by either flow', given: details(true, true), expect: 'fail' },
  {
    when: 'guests take any role by the basic flow',
    given: { ...details(true, true), ...noRole },
    expect: 'fail',
    message: /basic flow/,
  },
  { when: 'there is no role for guests', given: { ...details(true, false), ...noRole }, expect: 'pass' },
  { when: 'nothing is said of the basic flow, and of no role', given: { ...details(true), ...noRole }, expect: 'pass' },
  { when: 'AWS does not say it', given: details(undefined), expect: 'unknown' },
]);
