import check from '../../../checks/lambda/lambda-function-role-no-admin.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { along, arnOf } from '../cognito/roles.ts';

const given = (name: string) => ({ role: arnOf(name) });
const orders = {
  id: 'orders',
  name: 'orders',
  arn: 'arn:aws:lambda:us-east-1:111122223333:function:orders',
  ...given('own-folder'),
};

checkSuite(check, orders, [
  { when: 'its role reads a folder', along, expect: 'pass' },
  { when: 'its role has a whole service', given: given('whole-service'), along, expect: 'pass' },
  {
    when: 'its role is an administrator',
    given: given('all'),
    along,
    expect: 'fail',
    message: /orders runs with the role all, which gives full administration/,
  },
  { when: 'a policy of its role was not read', given: given('unread'), along, expect: 'unknown' },
  { when: 'its role is gone', given: given('gone'), along, expect: 'pass', message: /does not exist/ },
  { when: 'what is said is no role', given: { role: 'gone' }, along, expect: 'unknown' },
  { when: 'its role is not said', given: { role: undefined }, along, expect: 'unknown' },
]);
