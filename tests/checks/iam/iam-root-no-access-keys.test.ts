import check from '../../../checks/iam/iam-root-no-access-keys.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '111122223333', summary: { AccountAccessKeysPresent: 0 } }, [
  { when: 'there is none', expect: 'pass' },
  { when: 'there is one', given: { summary: { AccountAccessKeysPresent: 1 } }, expect: 'fail' },
  { when: 'the summary lacks the flag', given: { summary: {} }, expect: 'unknown' },
]);
