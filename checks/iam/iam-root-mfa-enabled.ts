import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { rootCannotSignIn } from '../../src/judgements/credentials/root.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-root-mfa-enabled', {
  title: 'Root user signs in with MFA',
  about: 'root sign-in',
  unless: [rootCannotSignIn],
  at: 'summary.AccountMFAEnabled',
  is: { 1: pass('The root user has MFA') },
  otherwise: fail('The root user has no MFA device'),
  unsaid: unknown('AWS does not say whether the root user has MFA'),
  risk: "Whoever learns the root user's password owns the account: no policy limits that user. MFA is the second lock.",
  fix: {
    text: "Sign in as the root user and register at least one MFA device, better two kept in different places. In member accounts of an organization, remove the root user's credentials instead.",
  },
  clearedBy: ['iam-root-hardware-mfa-enabled'],
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
});
