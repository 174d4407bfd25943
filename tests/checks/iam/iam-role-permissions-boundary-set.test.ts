import check from '../../../checks/iam/iam-role-permissions-boundary-set.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { roleBase } from './fixtures.ts';

checkSuite(check, { ...roleBase, boundary: undefined as string | undefined }, [
  {
    when: 'it has none',
    expect: 'fail',
    fix: { cli: 'aws iam put-role-permissions-boundary --role-name app --permissions-boundary POLICY_ARN' },
  },
  {
    when: 'it has one',
    given: { boundary: 'arn:aws:iam::111122223333:policy/most' },
    expect: 'pass',
    message: /policy\/most$/,
  },
  {
    when: 'a service looks after it',
    given: { path: '/aws-service-role/ecs.amazonaws.com/' },
    expect: 'not-applicable',
  },
  {
    when: 'it is made of a permission set',
    given: { path: '/aws-reserved/sso.amazonaws.com/' },
    expect: 'not-applicable',
  },
]);
