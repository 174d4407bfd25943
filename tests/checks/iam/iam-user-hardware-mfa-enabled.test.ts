import check from '../../../checks/iam/iam-user-hardware-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { row, userBase } from './fixtures.ts';

checkSuite(
  check,
  { ...userBase, credentials: { ...row, passwordEnabled: true, mfaActive: true }, virtualMfa: [] as string[] },
  [
    { when: 'the user has MFA and no virtual device', expect: 'pass' },
    {
      when: 'a device is virtual',
      given: { virtualMfa: ['arn:aws:iam::111122223333:mfa/alice'] },
      expect: 'fail',
      message: /virtual/,
    },
    {
      when: 'there is no device',
      given: { credentials: { ...row, passwordEnabled: true } },
      expect: 'fail',
      message: /no MFA/,
    },
    {
      when: 'the user has no password',
      given: { credentials: row, virtualMfa: ['arn:aws:iam::111122223333:mfa/alice'] },
      expect: 'not-applicable',
    },
    {
      when: 'the report does not say whether there is MFA',
      given: { credentials: { ...row, passwordEnabled: true, mfaActive: undefined } },
      expect: 'unknown',
    },
    {
      when: 'the report is older than the user',
      given: { credentials: null },
      expect: 'unknown',
      message: /alice is not in the credential report/,
    },
  ],
);
