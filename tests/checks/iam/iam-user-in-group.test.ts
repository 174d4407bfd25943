import check from '../../../checks/iam/iam-user-in-group.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { userBase } from './fixtures.ts';

checkSuite(check, { ...userBase, groups: ['admins'] }, [
  { when: 'the user is in a group', expect: 'pass', message: /alice is in admins/ },
  { when: 'the user is in none', given: { groups: [] }, expect: 'fail' },
]);
