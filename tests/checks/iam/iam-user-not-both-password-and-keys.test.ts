import check from '../../../checks/iam/iam-user-not-both-password-and-keys.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(check, { ...userBase, credentials: { ...row, passwordEnabled: true } }, [
  { when: 'there is only a password', expect: 'pass' },
  {
    when: 'there is only a key',
    given: { credentials: { ...row, keys: [key(1, { active: true }), key(2)] } },
    expect: 'pass',
  },
  {
    when: 'there are both',
    given: { credentials: { ...row, passwordEnabled: true, keys: [key(1), key(2, { active: true })] } },
    expect: 'fail',
    message: /1 active access key$/,
  },
  {
    when: 'there is a key and the report does not know about a password',
    given: { credentials: { ...row, passwordEnabled: undefined, keys: [key(1, { active: true }), key(2)] } },
    expect: 'unknown',
  },
  {
    when: 'the report is older than the user',
    given: { credentials: null },
    expect: 'unknown',
    message: /alice is not in the credential report/,
  },
]);
