import check from '../../../checks/iam/iam-user-hardware-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { row, userBase } from './fixtures.ts';

checkSuite(
  check,
  {
    ...userBase,
    credentials: { ...row, passwordEnabled: true, mfaActive: true },
    virtualMfa: [] as string[],
    mfaDevices: ['GAHT12345678'] as string[] | null,
  },
  [
    { when: 'the only device is a hardware token', expect: 'pass', message: /hardware tokens and no other/ },
    { when: 'there are several hardware tokens', given: { mfaDevices: ['GAHT12345678', '100000271'] }, expect: 'pass' },
    {
      when: 'a device is a security key or a passkey',
      given: { mfaDevices: ['arn:aws:iam::111122223333:u2f/user/alice/default-X7'] },
      expect: 'manual',
      message: /does not tell whether it is a security key or a passkey/,
    },
    {
      when: 'one of two devices is a security key or a passkey',
      given: { mfaDevices: ['GAHT12345678', 'arn:aws-us-gov:iam::111122223333:u2f/user/alice/key'] },
      expect: 'manual',
    },
    {
      when: 'a virtual device came since the others were listed',
      given: { mfaDevices: ['GAHT12345678', 'arn:aws:iam::111122223333:mfa/alice'] },
      expect: 'fail',
      message: /virtual/,
    },
    {
      when: 'a virtual device stands beside a security key',
      given: {
        mfaDevices: ['arn:aws:iam::111122223333:u2f/user/alice/k', 'arn:aws:iam::111122223333:mfa/u2f/alice'],
      },
      expect: 'fail',
    },
    {
      when: 'codes come by text message',
      given: { mfaDevices: ['arn:aws:iam::111122223333:sms-mfa/alice'] },
      expect: 'fail',
      message: /text message/,
    },
    {
      when: 'a device is of another kind',
      given: { mfaDevices: ['arn:aws:iam::111122223333:newkind/alice'] },
      expect: 'unknown',
    },
    { when: 'a device has no serial number', given: { mfaDevices: [''] }, expect: 'unknown' },
    { when: 'the devices are gone since the report', given: { mfaDevices: [] }, expect: 'fail', message: /any more/ },
    { when: 'the devices were not asked for', given: { mfaDevices: null }, expect: 'unknown' },
    {
      when: 'a device is virtual',
      given: { virtualMfa: ['arn:aws:iam::111122223333:mfa/alice'], mfaDevices: null },
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
    {
      when: 'the account is in China, which has no hardware MFA',
      given: { partition: 'aws-cn', virtualMfa: ['arn:aws-cn:iam::111122223333:mfa/alice'] },
      expect: 'not-applicable',
      message: /China regions/,
    },
    {
      when: 'a GovCloud user has a virtual device',
      given: { partition: 'aws-us-gov', virtualMfa: ['arn:aws-us-gov:iam::111122223333:mfa/alice'] },
      expect: 'fail',
    },
  ],
);
