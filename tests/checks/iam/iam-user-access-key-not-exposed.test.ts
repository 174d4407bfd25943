import check from '../../../checks/iam/iam-user-access-key-not-exposed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: { ...row, keys: [key(1, { active: true }), key(2)] },
    exposure: { checkedAt: '2026-05-31T00:00:00Z', keys: [] as { keyId: string; reason: string | undefined }[] },
  },
  [
    { when: 'Trusted Advisor lists none of its keys', expect: 'pass', message: /as of 2026-05-31/ },
    {
      when: 'Trusted Advisor lists a key',
      given: {
        exposure: { checkedAt: '2026-05-31T00:00:00Z', keys: [{ keyId: 'AKIAIOSFODNN7EXAMPLE', reason: 'Exposed' }] },
      },
      expect: 'fail',
      message: /AKIAIOSFODNN7EXAMPLE is exposed.*: Exposed$/,
    },
    { when: 'the support plan has no API', given: { exposure: undefined }, expect: 'manual', message: /support plan/ },
    {
      when: 'Trusted Advisor has no result',
      given: { exposure: { checkedAt: undefined, keys: [] } },
      expect: 'unknown',
    },
    { when: 'no key is active', given: { credentials: row, exposure: undefined }, expect: 'not-applicable' },
    { when: 'the report is older than the user', given: { credentials: null }, expect: 'pass' },
    {
      when: 'the account is in China, where programs cannot ask',
      given: { partition: 'aws-cn', exposure: null },
      expect: 'manual',
      message: /the China regions do not let programs ask Trusted Advisor/,
    },
  ],
);
