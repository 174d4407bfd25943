import check from '../../../checks/iam/iam-root-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  { id: '111122223333', summary: { AccountMFAEnabled: 1, AccountPasswordPresent: 1, AccountAccessKeysPresent: 0 } },
  [
    { when: 'MFA is on', expect: 'pass' },
    {
      when: 'MFA is off',
      given: { summary: { AccountMFAEnabled: 0, AccountPasswordPresent: 1, AccountAccessKeysPresent: 0 } },
      expect: 'fail',
    },
    {
      when: 'MFA is off and AWS does not tell of a password',
      given: { summary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 0 } },
      expect: 'fail',
    },
    {
      when: 'there is no password but an access key',
      given: { summary: { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 1 } },
      expect: 'fail',
    },
    {
      when: 'the root user has no credentials at all',
      given: { summary: { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 } },
      expect: 'not-applicable',
    },
    { when: 'the summary lacks the flag', given: { summary: {} }, expect: 'unknown' },
  ],
);
