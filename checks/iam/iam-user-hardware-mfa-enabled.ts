import { defineCheck, fail, manual, pass, unknown } from '../../src/engine/check.ts';
import { notInReport, passwordReason } from '../../src/judgements/credentials/credentials.ts';
import { mfaKind } from '../../src/services/iam/mfa-device.ts';
import type { MfaKind } from '../../src/services/iam/mfa-device.ts';
import { user } from '../../src/services/iam/user.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-user-hardware-mfa-enabled',
  title: 'Users with a console password have hardware MFA',
  about: 'hardware MFA',
  resource: user,
  needs: ['credentials', 'virtualMfa', 'mfaDevices'],
  risk: 'The seed of a virtual device can be copied and its codes phished; a passkey that is kept by a password manager is copied to every device of its owner.',
  fix: {
    text: 'Register a FIDO security key or a hardware token for the user. Then the commands take off its other devices. Whether a FIDO device is a security key, its owner must say: keep a list of the keys that were handed out.',
    exact({ name, virtualMfa, mfaDevices }) {
      const soft = (mfaDevices ?? []).filter((serial) => ['virtual', 'sms'].includes(mfaKind(serial)));
      const commands = [...new Set([...virtualMfa, ...soft])].map(
        (serial) => shell`aws iam deactivate-mfa-device --user-name ${name} --serial-number ${serial}`,
      );
      return commands.length === 0 ? {} : { cli: commands.join('\n') };
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html'],
  evaluate({ name, credentials, virtualMfa, mfaDevices }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, mfaActive } = credentials;
    const reason = passwordReason(name, passwordEnabled);
    if (reason !== undefined) return reason;
    if (virtualMfa.length > 0) return fail(`${name} has a virtual MFA device`, { virtualMfa });
    if (mfaActive === undefined) return unknown(`the credential report does not say whether ${name} has MFA`);
    if (!mfaActive) return fail(`${name} has a console password but no MFA device`, { mfaActive });
    if (mfaDevices === null) return unknown(`the MFA devices of ${name} were not asked for`);
    const devices = mfaDevices.map((serial) => ({ serial, kind: mfaKind(serial) }));
    const of = (...kinds: readonly MfaKind[]): boolean => devices.some(({ kind }) => kinds.includes(kind));
    if (devices.length === 0) return fail(`${name} has a console password but no MFA device any more`, { devices });
    if (of('virtual')) return fail(`${name} has a virtual MFA device`, { devices });
    if (of('sms')) return fail(`${name} gets MFA codes by text message`, { devices });
    if (of('unknown')) return unknown(`AWS does not say of which kind the MFA devices of ${name} are`);
    return of('fido')
      ? manual(
          `${name} has a FIDO device; AWS does not tell whether it is a security key or a passkey that is copied between devices`,
          { devices },
        )
      : pass(`${name} has hardware tokens and no other MFA device`, { devices });
  },
});
