import check from '../../../checks/iam/iam-role-least-privilege.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { along, arnOf } from '../cognito/roles.ts';
import { roleBase } from './fixtures.ts';

const given = (id: string) => ({ id, arn: arnOf(id) });

checkSuite(check, { ...roleBase, arn: arnOf('own-folder') }, [
  { when: 'it reads a folder', along, expect: 'pass' },
  { when: 'it is denied what it is allowed', given: given('denied'), along, expect: 'pass' },
  {
    when: 'it has a whole service',
    given: given('whole-service'),
    along,
    expect: 'fail',
    message: /whole-service gives every action of dynamodb/,
  },
  { when: 'it is an administrator', given: given('all'), along, expect: 'fail', message: /full administration/ },
  { when: 'a policy of it was not read', given: given('unread'), along, expect: 'unknown' },
  {
    when: 'it is linked to a service',
    given: { ...given('all'), path: '/aws-service-role/ecs.amazonaws.com/' },
    along,
    expect: 'not-applicable',
  },
]);
