import check from '../../../checks/iam/iam-root-no-access-keys.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '111122223333', summary: { AccountAccessKeysPresent: 0 } }, [
  { when: 'there is none', expect: 'pass' },
  { when: 'there is one', given: { summary: { AccountAccessKeysPresent: 1 } }, expect: 'fail' },
  { when: 'the summary lacks the flag', given: { summary: {} }, expect: 'unknown' },
  {
    when: 'the account is in China, which has no root user',
    given: { partition: 'aws-cn', summary: { AccountAccessKeysPresent: 0 } },
    expect: 'not-applicable',
    message: /China regions/,
  },
  {
    when: 'the root user of a GovCloud account has one',
    given: { partition: 'aws-us-gov', summary: { AccountAccessKeysPresent: 1 } },
    expect: 'fail',
  },
  { when: 'the root user of a GovCloud account has none', given: { partition: 'aws-us-gov' }, expect: 'pass' },
]);
