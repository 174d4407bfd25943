import check from '../../../checks/iam/iam-user-password-changed-recently.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { row, userBase } from './fixtures.ts';

const changed = (passwordChangedAt: string | undefined) => ({ ...row, passwordEnabled: true, passwordChangedAt });

checkSuite(check, { ...userBase, credentials: changed('2026-05-25T00:00:00+00:00') }, [
  { when: 'it was changed last week', expect: 'pass', message: /of 2026-05-25, 7 days old, at most 365$/ },
  {
    when: 'it was changed years ago',
    given: { credentials: changed('2023-06-01T00:00:00+00:00') },
    expect: 'fail',
    message: /more than 365$/,
  },
  { when: 'less is allowed', given: {}, settings: { days: 5 }, expect: 'fail' },
  { when: 'the report gives no date', given: { credentials: changed(undefined) }, expect: 'unknown' },
  { when: 'there is no password', given: { credentials: row }, expect: 'not-applicable' },
  {
    when: 'the report does not say whether there is one',
    given: { credentials: { ...row, passwordEnabled: undefined } },
    expect: 'unknown',
  },
  { when: 'the report is older than the user', given: { credentials: null }, expect: 'unknown' },
]);
