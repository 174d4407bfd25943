import check from '../../../checks/iam/iam-user-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { row, userBase } from './fixtures.ts';

checkSuite(check, { ...userBase, credentials: { ...row, mfaActive: true } }, [
  { when: 'the user has MFA and no password', expect: 'pass' },
  { when: 'the user has neither', given: { credentials: row }, expect: 'fail' },
  { when: 'the report does not say it', given: { credentials: { ...row, mfaActive: undefined } }, expect: 'unknown' },
  { when: 'the report is older than the user', given: { credentials: null }, expect: 'unknown' },
]);
