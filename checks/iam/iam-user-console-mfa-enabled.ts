import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-console-mfa-enabled',
  title: 'Users with a console password have MFA',
  resource: user,
  needs: ['credentials'],
  risk: 'A password alone falls to phishing, reuse or guessing; with it an attacker signs in as the user from anywhere.',
  fix: {
    text: 'Have the user register a passkey or security key, or delete the password and let people sign in through IAM Identity Center. Deny everything but that registration to users without MFA.',
    cli: 'aws iam list-mfa-devices --user-name {name}\naws iam delete-login-profile --user-name {name}   # when the user needs no console',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable.html'],
  evaluate({ name, credentials }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, mfaActive } = credentials;
    if (passwordEnabled === undefined)
      return unknown(`the credential report does not say whether ${name} has a password`);
    if (!passwordEnabled) return notApplicable(`${name} has no console password`);
    if (mfaActive === undefined) return unknown(`the credential report does not say whether ${name} has MFA`);
    return mfaActive
      ? pass(`${name} signs in to the console with MFA`, { passwordEnabled, mfaActive })
      : fail(`${name} has a console password but no MFA device`, { passwordEnabled, mfaActive });
  },
});
