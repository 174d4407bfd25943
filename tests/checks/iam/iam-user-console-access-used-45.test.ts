import check from '../../../checks/iam/iam-user-console-access-used-45.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { row, userBase } from './fixtures.ts';

checkSuite(
  check,
  { ...userBase, credentials: { ...row, passwordEnabled: true, passwordUsedAt: '2026-05-31T00:00:00+00:00' } },
  [
    { when: 'the password was used yesterday', expect: 'pass' },
    {
      when: 'it was last used 46 days ago',
      given: { credentials: { ...row, passwordEnabled: true, passwordUsedAt: '2026-04-16T00:00:00+00:00' } },
      expect: 'fail',
      message: /for 46 days, more than 45/,
    },
    {
      when: 'it was never used since it was set last year',
      given: { credentials: { ...row, passwordEnabled: true, passwordChangedAt: '2025-06-01T00:00:00+00:00' } },
      expect: 'fail',
      message: /never used in the 365 days/,
    },
    {
      when: 'it was set last week and never used',
      given: { credentials: { ...row, passwordEnabled: true, passwordChangedAt: '2026-05-25T00:00:00+00:00' } },
      expect: 'pass',
    },
    { when: 'there is no password', given: { credentials: row }, expect: 'not-applicable' },
    {
      when: 'the report does not say whether there is one',
      given: { credentials: { ...row, passwordEnabled: undefined } },
      expect: 'unknown',
    },
    {
      when: 'the report gives no dates',
      given: { credentials: { ...row, passwordEnabled: true, createdAt: undefined } },
      expect: 'unknown',
    },
    {
      when: 'the report is older than the user',
      given: { credentials: null },
      expect: 'unknown',
      message: /alice is not in the credential report/,
    },
  ],
);
