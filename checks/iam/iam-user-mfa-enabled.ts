import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-mfa-enabled',
  title: 'Every user has MFA',
  resource: user,
  needs: ['credentials'],
  risk: 'Policies that ask for MFA shut out a user without a device, so they are not written; and whoever gets the password or a key of the user needs nothing else.',
  fix: {
    text: 'Have the user register a passkey, a security key or an app, which nobody else can do, and ask for MFA in the policies. A user that only programs use is better replaced by a role.',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html'],
  evaluate({ name, credentials }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, mfaActive } = credentials;
    if (mfaActive === undefined) return unknown(`the credential report does not say whether ${name} has MFA`);
    return mfaActive
      ? pass(`${name} has MFA`, { passwordEnabled, mfaActive })
      : fail(`${name} has no MFA device`, { passwordEnabled, mfaActive });
  },
});
