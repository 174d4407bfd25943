import check from '../../../checks/iam/iam-user-credentials-used-90.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: {
      ...row,
      passwordEnabled: true,
      passwordUsedAt: '2026-05-31T00:00:00+00:00',
      keys: [key(1, { active: true, usedAt: '2026-05-01T00:00:00+00:00' }), key(2)],
    },
  },
  [
    { when: 'password and key are in use', expect: 'pass' },
    {
      when: 'the key is not',
      given: {
        credentials: {
          ...row,
          passwordEnabled: true,
          passwordUsedAt: '2026-05-31T00:00:00+00:00',
          keys: [key(1, { active: true, usedAt: '2026-01-01T00:00:00+00:00' }), key(2)],
        },
      },
      expect: 'fail',
      message: /: access key 1 \(151 days\)$/,
    },
    {
      when: 'neither is',
      given: {
        credentials: {
          ...row,
          passwordEnabled: true,
          passwordUsedAt: '2026-01-01T00:00:00+00:00',
          keys: [key(1), key(2, { active: true, rotatedAt: '2025-01-01T00:00:00+00:00' })],
        },
      },
      expect: 'fail',
      message: /access key 2 .* and password/,
    },
    {
      when: 'exactly 90 days went by',
      given: { credentials: { ...row, passwordEnabled: true, passwordUsedAt: '2026-03-03T00:00:00+00:00' } },
      expect: 'pass',
    },
    { when: 'there are no credentials', given: { credentials: row }, expect: 'not-applicable' },
    {
      when: 'the report does not say whether there is a password',
      given: { credentials: { ...row, passwordEnabled: undefined } },
      expect: 'unknown',
    },
    {
      when: 'the report gives no date of the key',
      given: { credentials: { ...row, keys: [key(1, { active: true }), key(2)] } },
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
