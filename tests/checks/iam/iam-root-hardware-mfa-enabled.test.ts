import check from '../../../checks/iam/iam-root-hardware-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  {
    id: '111122223333',
    summary: { AccountMFAEnabled: 1, AccountPasswordPresent: 1, AccountAccessKeysPresent: 0 },
    rootVirtualMfa: [] as string[],
  },
  [
    { when: 'MFA is on and no device is virtual', expect: 'manual', message: /security key or token, or a passkey/ },
    {
      when: 'a device is virtual',
      given: { rootVirtualMfa: ['arn:aws:iam::111122223333:mfa/root-account-mfa-device'] },
      expect: 'fail',
      message: /virtual/,
    },
    {
      when: 'MFA is off',
      given: { summary: { AccountMFAEnabled: 0, AccountPasswordPresent: 1, AccountAccessKeysPresent: 0 } },
      expect: 'fail',
      message: /no MFA device/,
    },
    {
      when: 'the root user has no credentials at all',
      given: { summary: { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 } },
      expect: 'not-applicable',
    },
    { when: 'the summary lacks the flag', given: { summary: {} }, expect: 'unknown' },
    {
      when: 'the account is in China, which has no root user',
      given: { partition: 'aws-cn' },
      expect: 'not-applicable',
      message: /China regions/,
    },
    {
      when: 'the account is in GovCloud, whose root user cannot sign in',
      given: { partition: 'aws-us-gov', summary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 1 } },
      expect: 'not-applicable',
      message: /GovCloud account cannot sign in/,
    },
  ],
);
