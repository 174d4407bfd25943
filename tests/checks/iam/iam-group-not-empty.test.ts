import check from '../../../checks/iam/iam-group-not-empty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { groupBase } from './fixtures.ts';

checkSuite(check, { ...groupBase, members: ['alice'] }, [
  { when: 'it has a user', expect: 'pass', message: /admins has alice/ },
  {
    when: 'it has none',
    given: { members: [] },
    expect: 'fail',
    fix: { cli: 'aws iam delete-group --group-name admins' },
  },
]);
