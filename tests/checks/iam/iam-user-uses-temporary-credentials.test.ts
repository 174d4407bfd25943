import check from '../../../checks/iam/iam-user-uses-temporary-credentials.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: {
      ...row,
      keys: [key(1, { active: true, usedAt: '2026-05-30T00:00:00+00:00', usedService: 'sts' }), key(2)],
    },
    accessed: [{ service: 'sts', at: '2026-05-30T00:00:00.000Z' }] as { service: string; at: string }[] | null,
  },
  [
    { when: 'the key is used for STS only', expect: 'pass', message: /only for iam and sts/ },
    {
      when: 'the key was last used for another service',
      given: {
        credentials: {
          ...row,
          keys: [key(1, { active: true, usedAt: '2026-05-30T00:00:00+00:00', usedService: 's3' }), key(2)],
        },
      },
      expect: 'fail',
      message: /access key 1 for s3/,
    },
    {
      when: 'the user, who has no password, used another service',
      given: { accessed: [{ service: 'ec2', at: '2026-05-29T00:00:00.000Z' }] },
      expect: 'fail',
      message: /used ec2/,
    },
    {
      when: 'the user could have used the other service in the console',
      given: {
        accessed: [{ service: 'ec2', at: '2026-05-29T00:00:00.000Z' }],
        credentials: {
          ...row,
          passwordEnabled: true,
          keys: [key(1, { active: true, usedAt: '2026-05-30T00:00:00+00:00', usedService: 'sts' }), key(2)],
        },
      },
      expect: 'unknown',
    },
    {
      when: 'the other service was used long ago',
      given: { accessed: [{ service: 'ec2', at: '2025-09-01T00:00:00.000Z' }] },
      expect: 'pass',
    },
    {
      when: 'the key was not used for a long time',
      given: {
        credentials: {
          ...row,
          keys: [key(1, { active: true, usedAt: '2025-09-01T00:00:00+00:00', usedService: 's3' }), key(2)],
        },
      },
      expect: 'pass',
      message: /not used an access key/,
    },
    { when: 'there is no active key', given: { credentials: row, accessed: null }, expect: 'pass' },
    {
      when: 'the report is older than the user',
      given: { credentials: null },
      expect: 'unknown',
      message: /alice is not in the credential report/,
    },
  ],
);
