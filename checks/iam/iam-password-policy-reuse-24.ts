import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-reuse-24',
  title: 'Password policy remembers 24 passwords',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  settings: {
    passwords: { type: 'integer', default: 24, min: 1, max: 24, describe: 'earlier passwords that must not come back' },
  },
  risk: 'People who may return to an old password do, and with it returns whoever learned it.',
  fix: {
    text: 'Let IAM remember the last 24 passwords of each user. The command replaces the whole policy: give every other option you want to keep as well.',
    cli: 'aws iam update-account-password-policy --password-reuse-prevention 24 --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  password_reuse_prevention = 24\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  evaluate({ passwordPolicy }, { settings }) {
    if (passwordPolicy === undefined)
      return fail("The account has no password policy of its own, and under AWS's default old passwords may come back");
    const { reusePrevention } = passwordPolicy;
    if (reusePrevention === undefined)
      return fail('The password policy lets old passwords come back', { reusePrevention: 0 });
    return reusePrevention >= settings.passwords
      ? pass(`The password policy remembers ${reusePrevention} passwords`, { reusePrevention })
      : fail(`The password policy remembers ${reusePrevention} passwords, fewer than ${settings.passwords}`, {
          reusePrevention,
        });
  },
});
