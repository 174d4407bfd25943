import check from '../../../checks/identitycenter/identitycenter-permission-set-in-use.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { emptySet } from './parts.ts';

checkSuite(check, emptySet, [
  { when: 'it is in an account', expect: 'pass', message: /provisioned in 111122223333/ },
  {
    when: 'it is in none',
    given: { accounts: [] },
    expect: 'fail',
    fix: {
      cli: `aws sso-admin delete-permission-set --instance-arn ${emptySet.instance} --permission-set-arn ${emptySet.arn} --region eu-west-1`,
    },
  },
]);
