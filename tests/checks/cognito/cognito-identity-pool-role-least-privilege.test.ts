import check from '../../../checks/cognito/cognito-identity-pool-role-least-privilege.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { along, arnOf } from './roles.ts';

const pool = {
  id: 'eu-west-1:00000000-0000-4000-8000-000000000001',
  name: 'shop',
  details: { guests: true as boolean | undefined, classicFlow: false as boolean | undefined },
  roles: { guest: undefined as string | undefined, user: undefined as string | undefined, mapped: [] as string[] },
};
const given = (guest?: string, user?: string, ...mapped: string[]) => ({
  roles: {
    guest: guest === undefined ? undefined : arnOf(guest),
    user: user === undefined ? undefined : arnOf(user),
    mapped: mapped.map(arnOf),
  },
});
const noGuests = { details: { guests: false, classicFlow: false } };

checkSuite(check, pool, [
  { when: 'it has no role', along, expect: 'not-applicable', message: /gives nobody a role/ },
  { when: 'all of its roles give little', given: given('own-folder', 'own-folder', 'denied'), along, expect: 'pass' },
  {
    when: 'guests get a whole service',
    given: given('whole-service', 'own-folder'),
    along,
    expect: 'fail',
    message: /Identity pool shop gives guests the role whole-service, which gives every action of dynamodb/,
  },
  {
    when: 'guests would get much, and are not let in',
    given: { ...given('all', 'own-folder'), ...noGuests },
    along,
    expect: 'pass',
  },
  { when: 'only guests would get a role', given: { ...given('all'), ...noGuests }, along, expect: 'not-applicable' },
  {
    when: 'AWS does not say whether guests are let in',
    given: { ...given('all'), details: { guests: undefined, classicFlow: undefined } },
    along,
    expect: 'unknown',
  },
  { when: 'users get everything', given: given(undefined, 'all'), along, expect: 'fail', message: /its users/ },
  {
    when: 'a rule gives everything',
    given: given('own-folder', 'own-folder', 'own-folder', 'all'),
    along,
    expect: 'fail',
    message: /users by a rule the role all/,
  },
  { when: 'a policy was not read', given: given('own-folder', 'unread'), along, expect: 'unknown' },
  { when: 'one is too much and one was not read', given: given('unread', 'all'), along, expect: 'fail' },
  { when: 'its role is gone', given: given(undefined, 'gone'), along, expect: 'pass', message: /does not exist/ },
]);
