import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-uppercase-required',
  title: 'Password policy requires an uppercase letter',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  risk: 'Passwords without uppercase letters come from a smaller space and fall sooner to guessing.',
  fix: {
    text: 'Require an uppercase letter in the password policy. The command replaces the whole policy: give every other option you want to keep as well.',
    cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  require_uppercase_characters = true\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  evaluate({ passwordPolicy }) {
    if (passwordPolicy === undefined)
      return fail(
        "The account has no password policy of its own, and AWS's default asks for only three of four kinds of characters",
      );
    if (passwordPolicy.uppercase === undefined)
      return unknown('AWS does not say whether the password policy requires an uppercase letter');
    return passwordPolicy.uppercase
      ? pass('The password policy requires an uppercase letter')
      : fail('The password policy does not require an uppercase letter');
  },
});
