import check from '../../../checks/cognito/cognito-user-pool-group-role-least-privilege.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { along, arnOf } from './roles.ts';

const group = { id: 'eu-west-1_a/staff', name: 'staff', pool: 'eu-west-1_a', poolName: 'customers' };
const given = (name: string) => ({ role: arnOf(name) });

checkSuite(check, group, [
  { when: 'it has no role', along, expect: 'not-applicable' },
  { when: 'its role reads a folder', given: given('own-folder'), along, expect: 'pass' },
  { when: 'its role is denied what it is allowed', given: given('denied'), along, expect: 'pass' },
  {
    when: 'its role has a whole service',
    given: given('whole-service'),
    along,
    expect: 'fail',
    message: /Group staff of customers has the role whole-service, which gives every action of dynamodb/,
  },
  { when: 'its role is an administrator', given: given('all'), along, expect: 'fail', message: /full administration/ },
  { when: 'a policy of its role was not read', given: given('unread'), along, expect: 'unknown' },
  { when: 'its role is gone', given: given('gone'), along, expect: 'pass', message: /does not exist/ },
  {
    when: 'its role is of another account',
    given: { role: 'arn:aws:iam::444455556666:role/x' },
    along,
    expect: 'unknown',
    message: /444455556666/,
  },
]);
