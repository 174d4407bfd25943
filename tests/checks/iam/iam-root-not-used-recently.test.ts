import check from '../../../checks/iam/iam-root-not-used-recently.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const key = (slot: 1 | 2, usedAt?: string) => ({
  slot,
  active: usedAt !== undefined,
  rotatedAt: undefined,
  usedAt,
  usedService: undefined,
});
const root = {
  user: '<root_account>',
  arn: 'arn:aws:iam::111122223333:root',
  createdAt: '2019-01-01T00:00:00+00:00',
  passwordEnabled: undefined,
  passwordUsedAt: '2026-01-01T00:00:00+00:00',
  passwordChangedAt: undefined,
  mfaActive: true,
  keys: [key(1), key(2)],
};

checkSuite(check, { id: '111122223333', rootCredentials: root }, [
  { when: 'the password was last used months ago', expect: 'pass', message: /151 days ago, on 2026-01-01/ },
  {
    when: 'the password was used yesterday',
    given: { rootCredentials: { ...root, passwordUsedAt: '2026-05-31T00:00:00+00:00' } },
    expect: 'fail',
    message: /2026-05-31, 1 days ago/,
  },
  {
    when: 'the password was used on the last day that counts',
    given: { rootCredentials: { ...root, passwordUsedAt: '2026-05-02T00:00:00+00:00' } },
    expect: 'fail',
  },
  {
    when: 'it was used a day earlier',
    given: { rootCredentials: { ...root, passwordUsedAt: '2026-05-01T00:00:00+00:00' } },
    expect: 'pass',
  },
  {
    when: 'only the second key was used',
    given: { rootCredentials: { ...root, keys: [key(1), key(2, '2026-05-30T00:00:00+00:00')] } },
    expect: 'fail',
  },
  {
    when: 'nothing was ever used',
    given: { rootCredentials: { ...root, passwordUsedAt: undefined } },
    expect: 'pass',
    message: /never used/,
  },
  { when: 'the report has no row for the root user', given: { rootCredentials: null }, expect: 'unknown' },
  {
    when: 'the account is in China, which has no root user in the report',
    given: { partition: 'aws-cn', rootCredentials: null },
    expect: 'not-applicable',
    message: /China regions/,
  },
  {
    when: 'an access key of a GovCloud root user was used yesterday',
    given: {
      partition: 'aws-us-gov',
      rootCredentials: { ...root, passwordUsedAt: undefined, keys: [key(1, '2026-05-31T00:00:00+00:00'), key(2)] },
    },
    expect: 'fail',
  },
]);
