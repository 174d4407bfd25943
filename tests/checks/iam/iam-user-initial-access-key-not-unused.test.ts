import check from '../../../checks/iam/iam-user-initial-access-key-not-unused.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: {
      ...row,
      passwordEnabled: true,
      keys: [
        key(1, { active: true, rotatedAt: '2024-01-01T00:00:05+00:00', usedAt: '2024-02-01T00:00:00+00:00' }),
        key(2),
      ],
    },
  },
  [
    { when: 'the first key is in use', expect: 'pass' },
    {
      when: 'the first key was never used',
      given: {
        credentials: {
          ...row,
          passwordEnabled: true,
          keys: [key(1, { active: true, rotatedAt: '2024-01-01T00:00:05+00:00' }), key(2)],
        },
      },
      expect: 'fail',
      message: /access key 1 was made with the user/,
    },
    {
      when: 'the unused key is inactive',
      given: {
        credentials: {
          ...row,
          passwordEnabled: true,
          keys: [key(1, { rotatedAt: '2024-01-01T00:00:05+00:00' }), key(2)],
        },
      },
      expect: 'pass',
    },
    {
      when: 'the unused key was made later',
      given: {
        credentials: {
          ...row,
          passwordEnabled: true,
          keys: [key(1), key(2, { active: true, rotatedAt: '2024-03-01T00:00:00+00:00' })],
        },
      },
      expect: 'pass',
    },
    {
      when: 'the user has no password',
      given: {
        credentials: { ...row, keys: [key(1, { active: true, rotatedAt: '2024-01-01T00:00:05+00:00' }), key(2)] },
      },
      expect: 'not-applicable',
    },
    {
      when: 'the report does not say when the user was made',
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
