import check from '../../../checks/iam/iam-user-console-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { row, userBase } from './fixtures.ts';

checkSuite(check, { ...userBase, credentials: { ...row, passwordEnabled: true, mfaActive: true } }, [
  { when: 'the user has a password and MFA', expect: 'pass' },
  {
    when: 'the user has a password without MFA',
    given: { credentials: { ...row, passwordEnabled: true } },
    expect: 'fail',
  },
  { when: 'the user has no password', given: { credentials: row }, expect: 'not-applicable' },
  {
    when: 'the report does not say whether there is a password',
    given: { credentials: { ...row, passwordEnabled: undefined } },
    expect: 'unknown',
  },
  {
    when: 'the report does not say whether there is MFA',
    given: { credentials: { ...row, passwordEnabled: true, mfaActive: undefined } },
    expect: 'unknown',
  },
  {
    when: 'the report is older than the user',
    given: { credentials: null },
    expect: 'unknown',
    message: /alice is not in the credential report/,
  },
]);
