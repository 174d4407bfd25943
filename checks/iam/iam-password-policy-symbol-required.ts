import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-password-policy-symbol-required',
  title: 'Password policy requires a symbol',
  resource: iamAccount,
  needs: ['passwordPolicy'],
  risk: 'Passwords without symbols are found early by tools that combine words and digits.',
  fix: {
    text: 'Require a symbol in the password policy. The command replaces the whole policy: give every other option you want to keep as well.',
    cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-lowercase-characters --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 24',
    terraform: 'resource "aws_iam_account_password_policy" "this" {\n  require_symbols = true\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  evaluate({ passwordPolicy }) {
    if (passwordPolicy === undefined)
      return fail(
        "The account has no password policy of its own, and AWS's default asks for only three of four kinds of characters",
      );
    if (passwordPolicy.symbols === undefined)
      return unknown('AWS does not say whether the password policy requires a symbol');
    return passwordPolicy.symbols
      ? pass('The password policy requires a symbol')
      : fail('The password policy does not require a symbol');
  },
});
