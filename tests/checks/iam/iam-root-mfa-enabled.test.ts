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
    {
      when: 'MFA is off in China, which has no root user',
      given: { partition: 'aws-cn', summary: { AccountMFAEnabled: 0 } },
      expect: 'not-applicable',
      message: /have no root user/,
    },
    {
      when: 'MFA is off in GovCloud, whose root user cannot sign in',
      given: { partition: 'aws-us-gov', summary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 1 } },
      expect: 'not-applicable',
      message: /cannot sign in to the console/,
    },
    { when: 'the summary lacks the flag', given: { summary: {} }, expect: 'unknown' },
  ],
);
