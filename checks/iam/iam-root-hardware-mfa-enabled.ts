import { defineCheck, fail, manual, notApplicable, unknown } from '../../src/engine/check.ts';
import { rootCannotSignIn } from '../../src/judgements/credentials/root.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-root-hardware-mfa-enabled',
  title: 'Root user signs in with hardware MFA',
  about: 'root sign-in',
  resource: iamAccount,
  needs: ['summary', 'rootVirtualMfa'],
  risk: 'A virtual device lives on a telephone or in a password manager, where malware or a backup can copy its seed; a hardware device cannot be copied.',
  fix: {
    text: 'Sign in as the root user and register a FIDO security key or a hardware token, then remove its virtual MFA devices and passkeys that a password manager keeps: nobody else can.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-hw-mfa-for-root.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
  evaluate({ summary, rootVirtualMfa }) {
    const mfa = summary['AccountMFAEnabled'];
    if (mfa === undefined) return unknown('AWS does not say whether the root user has MFA');
    const reason = rootCannotSignIn.when({ summary });
    if (reason !== undefined) return notApplicable(reason);
    if (mfa === 0) return fail('The root user has no MFA device', { AccountMFAEnabled: mfa });
    return rootVirtualMfa.length > 0
      ? fail('The root user has a virtual MFA device', { virtualDevices: rootVirtualMfa })
      : manual(
          'The root user has MFA and no virtual device; AWS does not tell whether it is a security key or token, or a passkey that is copied between devices',
          { AccountMFAEnabled: mfa, virtualDevices: [] },
        );
  },
});
