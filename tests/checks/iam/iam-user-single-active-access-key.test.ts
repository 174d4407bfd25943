import check from '../../../checks/iam/iam-user-single-active-access-key.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(check, { ...userBase, credentials: { ...row, keys: [key(1, { active: true }), key(2)] } }, [
  { when: 'one key is active', expect: 'pass' },
  { when: 'none is', given: { credentials: row }, expect: 'pass', message: /no active/ },
  {
    when: 'both are',
    given: { credentials: { ...row, keys: [key(1, { active: true }), key(2, { active: true })] } },
    expect: 'fail',
    message: /2 active/,
  },
  {
    when: 'the report is older than the user',
    given: { credentials: null },
    expect: 'unknown',
    message: /alice is not in the credential report/,
  },
]);
