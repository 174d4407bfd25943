import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { rootHasNoCredentials } from '../../src/services/iam/root.ts';

export default defineCheck({
  id: 'iam-root-mfa-enabled',
  title: 'Root user signs in with MFA',
  about: 'root sign-in',
  resource: iamAccount,
  needs: ['summary'],
  risk: "Whoever learns the root user's password owns the account: no policy limits that user. MFA is the second lock.",
  fix: {
    text: "Sign in as the root user and register at least one MFA device, better two kept in different places. In member accounts of an organization, remove the root user's credentials instead.",
    cli: "aws iam get-account-summary --query 'SummaryMap.AccountMFAEnabled'",
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
  evaluate({ summary }) {
    const mfa = summary['AccountMFAEnabled'];
    if (mfa === undefined) return unknown('AWS does not say whether the root user has MFA');
    if (mfa === 1) return pass('The root user has MFA', { AccountMFAEnabled: mfa });
    if (rootHasNoCredentials(summary)) return notApplicable('the root user has neither password nor access key');
    return fail('The root user has no MFA device', { AccountMFAEnabled: mfa });
  },
});
