import check from '../../../checks/iam/iam-user-access-key-age-365.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { key, row, userBase } from './fixtures.ts';

const made = (rotatedAt: string) => ({ ...row, keys: [key(1, { active: true, rotatedAt }), key(2)] });

checkSuite(check, { ...userBase, credentials: made('2025-07-01T00:00:00+00:00') }, [
  { when: 'the key is not yet a year old', expect: 'pass', message: /at most 365 days/ },
  {
    when: 'it is older',
    given: { credentials: made('2025-05-01T00:00:00+00:00') },
    expect: 'fail',
    message: /more than 365$/,
  },
  { when: 'there is none', given: { credentials: row }, expect: 'not-applicable' },
  { when: 'the report is older than the user', given: { credentials: null }, expect: 'unknown' },
]);
