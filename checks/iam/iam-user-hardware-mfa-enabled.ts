import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { notInReport } from '../../src/services/iam/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-hardware-mfa-enabled',
  title: 'Users with a console password have hardware MFA',
  severity: 'high',
  category: 'security',
  resource: user,
  needs: ['credentials', 'virtualMfa'],
  risk: 'The seed of a virtual device can be copied and its codes phished; security keys answer only the real sign-in page and cannot be copied.',
  fix: {
    text: 'Register a FIDO security key or passkey, or a hardware token, for the user and remove the virtual device.',
    cli: 'aws iam list-mfa-devices --user-name {name}\naws iam deactivate-mfa-device --user-name {name} --serial-number arn:{partition}:iam::{account}:mfa/DEVICE',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html'],
  same: { prowler: ['iam_user_hardware_mfa_enabled'] },
  evaluate({ name, credentials, virtualMfa }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, mfaActive } = credentials;
    if (passwordEnabled === undefined)
      return unknown(`the credential report does not say whether ${name} has a password`);
    if (!passwordEnabled) return notApplicable(`${name} has no console password`);
    if (virtualMfa.length > 0) return fail(`${name} has a virtual MFA device`, { virtualMfa });
    if (mfaActive === undefined) return unknown(`the credential report does not say whether ${name} has MFA`);
    return mfaActive
      ? pass(`${name} has MFA, and none of the devices is virtual`, { mfaActive, virtualMfa })
      : fail(`${name} has a console password but no MFA device`, { mfaActive });
  },
});
