import check from '../../../checks/iam/iam-user-access-key-used-45.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: {
      ...row,
      keys: [
        key(1, { active: true, rotatedAt: '2024-01-01T00:00:00+00:00', usedAt: '2026-05-31T00:00:00+00:00' }),
        key(2),
      ],
    },
  },
  [
    { when: 'the active key was used yesterday', expect: 'pass' },
    {
      when: 'it was last used 46 days ago',
      given: { credentials: { ...row, keys: [key(1, { active: true, usedAt: '2026-04-16T00:00:00+00:00' }), key(2)] } },
      expect: 'fail',
      message: /access key 1 has not been used for 46 days/,
    },
    {
      when: 'it was last used exactly 45 days ago',
      given: { credentials: { ...row, keys: [key(1, { active: true, usedAt: '2026-04-17T00:00:00+00:00' }), key(2)] } },
      expect: 'pass',
    },
    {
      when: 'it was never used since it was made last year',
      given: {
        credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2025-06-01T00:00:00+00:00' }), key(2)] },
      },
      expect: 'fail',
      message: /never used in the 365 days/,
    },
    {
      when: 'it was made last week and never used',
      given: {
        credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2026-05-25T00:00:00+00:00' }), key(2)] },
      },
      expect: 'pass',
    },
    {
      when: 'only an inactive key lies unused',
      given: { credentials: { ...row, keys: [key(1, { usedAt: '2020-01-01T00:00:00+00:00' }), key(2)] } },
      expect: 'not-applicable',
    },
    {
      when: 'the report gives no dates',
      given: { credentials: { ...row, keys: [key(1), key(2, { active: true })] } },
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
