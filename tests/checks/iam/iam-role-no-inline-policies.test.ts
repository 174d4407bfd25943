import check from '../../../checks/iam/iam-role-no-inline-policies.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { roleBase } from './fixtures.ts';

const inline = [{ name: 'read logs', document: {} }];

checkSuite(check, roleBase, [
  { when: 'it has none', expect: 'pass' },
  {
    when: 'it has one, whose name has to be quoted',
    given: { inline },
    expect: 'fail',
    message: /inline policies: read logs/,
    fix: { cli: "aws iam delete-role-policy --role-name app --policy-name 'read logs'" },
  },
  {
    when: 'a service looks after it',
    given: { inline, path: '/aws-service-role/ecs.amazonaws.com/' },
    expect: 'not-applicable',
  },
  {
    when: 'it is made of a permission set',
    given: { inline, path: '/aws-reserved/sso.amazonaws.com/' },
    expect: 'not-applicable',
  },
]);
