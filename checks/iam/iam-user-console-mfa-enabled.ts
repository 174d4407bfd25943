import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { notInReport, passwordReason } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-console-mfa-enabled',
  title: 'Users with a console password have MFA',
  resource: user,
  needs: ['credentials'],
  risk: 'A password alone falls to phishing, reuse or guessing; with it an attacker signs in as the user from anywhere.',
  fix: {
    text: 'Have the user register a passkey or security key, which nobody else can do. Deny everything but that registration to users without MFA. Who does not need the console, or signs in through IAM Identity Center, needs no password: `aws iam delete-login-profile` takes it away.',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable.html'],
  evaluate({ name, credentials }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, mfaActive } = credentials;
    const reason = passwordReason(name, passwordEnabled);
    if (reason !== undefined) return reason;
    if (mfaActive === undefined) return unknown(`the credential report does not say whether ${name} has MFA`);
    return mfaActive
      ? pass(`${name} signs in to the console with MFA`, { passwordEnabled, mfaActive })
      : fail(`${name} has a console password but no MFA device`, { passwordEnabled, mfaActive });
  },
});
