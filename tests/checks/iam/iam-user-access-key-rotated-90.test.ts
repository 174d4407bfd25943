import check from '../../../checks/iam/iam-user-access-key-rotated-90.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2026-05-01T00:00:00+00:00' }), key(2)] },
  },
  [
    { when: 'the only active key is a month old', expect: 'pass' },
    {
      when: 'a key is exactly 90 days old',
      given: {
        credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2026-03-03T00:00:00+00:00' }), key(2)] },
      },
      expect: 'pass',
    },
    {
      when: 'a key is a second older than 90 days',
      given: {
        credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2026-03-02T23:59:59+00:00' }), key(2)] },
      },
      expect: 'fail',
      message: /access key 1 is 90 days old/,
    },
    {
      when: 'only the second key is old',
      given: {
        credentials: {
          ...row,
          keys: [
            key(1, { active: true, rotatedAt: '2026-05-01T00:00:00+00:00' }),
            key(2, { active: true, rotatedAt: '2025-06-01T00:00:00+00:00' }),
          ],
        },
      },
      expect: 'fail',
      message: /access key 2 is 365 days old/,
    },
    {
      when: 'both keys are old',
      given: {
        credentials: {
          ...row,
          keys: [
            key(1, { active: true, rotatedAt: '2024-06-01T00:00:00+00:00' }),
            key(2, { active: true, rotatedAt: '2025-06-01T00:00:00+00:00' }),
          ],
        },
      },
      expect: 'fail',
      message: /access key 1 is 730 days old and access key 2 is 365 days old, more than 90$/,
    },
    {
      when: 'the old key is inactive',
      given: { credentials: { ...row, keys: [key(1, { rotatedAt: '2020-01-01T00:00:00+00:00' }), key(2)] } },
      expect: 'not-applicable',
    },
    {
      when: 'the report gives no date',
      given: { credentials: { ...row, keys: [key(1, { active: true }), key(2)] } },
      expect: 'unknown',
    },
    {
      when: 'the setting allows more',
      given: {
        credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2025-12-01T00:00:00+00:00' }), key(2)] },
      },
      settings: { days: 365 },
      expect: 'pass',
    },
    {
      when: 'the report is older than the user',
      given: { credentials: null },
      expect: 'unknown',
      message: /alice is not in the credential report/,
    },
  ],
);
